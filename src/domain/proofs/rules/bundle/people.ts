/**
 * `acts/0001.people.json`: the part that one or more people have in a bulk act of the institution. The event of the act
 * holds a root over the commitments of everybody; here are the facts and salts of some of them, with their way to that
 * root (RFC 6962 inclusion, `index` of `people.count`). RFC 8785 bytes.
 *
 *     {"people":[{"facts":{"subject":"…"},"index":17,"proof":["oLNQ…"],"salt":"y90g…"}],"v":"pieteka-people/1"}
 */
import canonicalize from "canonicalize";
import { base64url, unbase64url, utf8 } from "../../../../platform/encoding.ts";
import type { Json } from "../../../proof-log/rules/canonical.ts";

export interface PersonInAct {
  /** Place among the people of the act, from 0. */
  index: number;
  /** What `personCommitment` commits to. */
  facts: Record<string, Json | undefined>;
  /** 32 bytes. */
  salt: Uint8Array;
  proof: Uint8Array[];
}

const VERSION = "pieteka-people/1";

export function peopleBytes(people: readonly PersonInAct[]): Uint8Array {
  const rows = people.map((one) => ({ ...one, salt: base64url(one.salt), proof: one.proof.map(base64url) }));
  return utf8(canonicalize({ v: VERSION, people: rows }) as string);
}

/** Reads it strictly; undefined if it is malformed. Verifies nothing. */
export function readPeople(bytes: Uint8Array): PersonInAct[] | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    const value = JSON.parse(text) as { v: string; people: Record<string, unknown>[] };
    if (canonicalize(value) !== text || value.v !== VERSION || Object.keys(value).length !== 2) return undefined;
    const people = value.people.map(readPerson);
    return people.length > 0 && people.every((one) => one !== undefined) ? (people as PersonInAct[]) : undefined;
  } catch {
    return undefined;
  }
}

function readPerson({ index, facts, salt, proof, ...more }: Record<string, unknown>): PersonInAct | undefined {
  const bytes = unbase64url(String(salt));
  const hashes = (proof as string[]).map((hash) => unbase64url(String(hash)));
  if (Object.keys(more).length > 0 || !Number.isSafeInteger(index) || bytes?.length !== 32) return undefined;
  if (typeof facts !== "object" || facts === null || hashes.some((hash) => hash?.length !== 32)) return undefined;
  return { index: index as number, facts: facts as PersonInAct["facts"], salt: bytes, proof: hashes as Uint8Array[] };
}
