/**
 * Personal details of an event, kept apart from it (RFC 9901, SD-JWT): the event holds only salted digests in `_sd`.
 * Whoever holds the disclosure can show that it belongs to the event; once it and its salt are gone, the digest says nothing.
 *
 *     disclosure = base64url(JCS([base64url(salt), name, value]))
 *     digest     = base64url(SHA-256(ASCII(disclosure)))
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { base64url, unbase64url, utf8 } from "../../../platform/encoding.ts";
import { canonicalJson, type Json } from "./canonical.ts";

export interface Disclosure {
  digest: string;
  body: string;
}

/** Makes the disclosure of one detail. The salt is 32 bytes and serves this detail only. */
export function disclose(salt: Uint8Array, name: string, value: Json): Disclosure {
  if (salt.length !== 32) throw new Error("the salt of a disclosure is not 32 bytes");
  const body = base64url(utf8(canonicalJson([base64url(salt), name, value])));
  return { digest: disclosureDigest(body), body };
}

/** Digest of a disclosure as the event's `_sd` lists it (RFC 9901 section 4.2.3). */
export function disclosureDigest(body: string): string {
  return base64url(sha256(utf8(body)));
}

/** Name and value of a disclosure, also one that another program wrote; undefined if it is none. */
export function readDisclosure(body: string): { salt: string; name: string; value: Json } | undefined {
  const bytes = unbase64url(body);
  if (!bytes) return undefined;
  try {
    const parts: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
    if (!Array.isArray(parts) || parts.length !== 3) return undefined;
    const [salt, name, value] = parts as [unknown, unknown, Json];
    if (typeof salt !== "string" || typeof name !== "string" || name === "_sd" || name === "...") return undefined;
    return { salt, name, value };
  } catch {
    return undefined;
  }
}
