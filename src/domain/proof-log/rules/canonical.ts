/**
 * Bytes that mean one thing only: RFC 8785 (JCS) under the profile of our events, so that any reader in any language
 * gets the same bytes again. Strings, booleans, null, safe integers, arrays and objects; no floats; strings in NFC;
 * member names in printable ASCII; 16 KiB at most. A reader re-canonicalises and compares, which also refuses
 * duplicate members, other spellings of numbers and stray white space.
 */
import canonicalize from "canonicalize";
import { utf8 } from "../../../platform/encoding.ts";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json | undefined };

/** Largest event, bytes of UTF-8. */
export const MAX_BYTES = 16_384;
const MAX_DEPTH = 16;
const NAME = /^[\x21-\x7e]+$/;

/** What breaks the profile, in words for a developer without the value (values may be personal); undefined if nothing does. */
export function outsideProfile(value: unknown, depth = 0): string | undefined {
  if (depth > MAX_DEPTH) return "nested too deeply";
  if (value === null || typeof value === "boolean") return undefined;
  if (typeof value === "number") return Number.isSafeInteger(value) ? undefined : "a number is not a safe integer";
  if (typeof value === "string") return value === value.normalize("NFC") ? undefined : "a string is not in NFC";
  if (Array.isArray(value)) return first(value, (item) => outsideProfile(item, depth + 1));
  if (typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype) return "a value is not JSON";
  return first(Object.entries(value), ([name, item]) => {
    if (!NAME.test(name)) return "a member name is not printable ASCII";
    return item === undefined ? undefined : outsideProfile(item, depth + 1);
  });
}

/**
 * The canonical text of a value; members that are undefined are left out. Throws if the value is outside the profile
 * (lone surrogates too: `canonicalize` refuses them).
 */
export function canonicalJson(value: Json): string {
  const wrong = outsideProfile(value);
  const text = wrong === undefined ? canonicalize(value) : undefined;
  if (text === undefined) throw new Error(`not canonical JSON: ${wrong ?? "nothing to write"}`);
  if (utf8(text).length > MAX_BYTES) throw new Error(`not canonical JSON: more than ${MAX_BYTES} bytes`);
  return text;
}

/** The value of canonical bytes; undefined unless they are exactly what `canonicalJson` would write. */
export function readCanonical(bytes: Uint8Array): Json | undefined {
  if (bytes.length > MAX_BYTES) return undefined;
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    const value = JSON.parse(text) as Json;
    return canonicalJson(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
}

function first<T>(items: readonly T[], look: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const found = look(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
