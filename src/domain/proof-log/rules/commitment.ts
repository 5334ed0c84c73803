/**
 * What the log holds of an event: a commitment that hides it and binds us to it, under a salt that is derived from a
 * sealed key and so can be destroyed.
 *
 *     salt    HKDF-SHA-256(key, info "event/" ‖ eid), 32 bytes; the e-mail disclosure's: info "email/" ‖ eid
 *     c       HMAC-SHA-256(salt, "consent-event/1\n" ‖ JCS(event))
 *     entry   {"alg":"HMAC-SHA-256","c":"e2AG4sDnYDjTWjvoEAINTIncLZrAMq6yOXpOfTukAdA","t":"consent-event/1"}
 */
import { hkdf } from "@noble/hashes/hkdf.js";
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { base64url, concat, utf8 } from "../../../platform/encoding.ts";
import { canonicalJson, type Json } from "./canonical.ts";
import { type Disclosure, disclose } from "./disclosure.ts";

/** Format of our events; separates these commitments from every other use of HMAC. */
export const EVENT_VERSION = "consent-event/1";
const DOMAIN = utf8(`${EVENT_VERSION}\n`);
const PERSON_DOMAIN = utf8("pieteka/person/1\n");

/** Salt of an event's commitment: what opens the leaf, and the `extra` line of its proof file. */
export function eventSalt(key: Uint8Array, eid: string): Uint8Array {
  return derive(key, `event/${eid}`);
}

/** The e-mail disclosure of an event, made again from the record's key when somebody brings the address. */
export function emailDisclosure(key: Uint8Array, eid: string, email: string): Disclosure {
  return disclose(derive(key, `email/${eid}`), "email", email);
}

/** The log entry that commits to an event under a 32-byte salt. */
export function logEntry(salt: Uint8Array, body: string): string {
  const c = hmac(sha256, key32(salt), concat(DOMAIN, utf8(body)));
  return canonicalJson({ alg: "HMAC-SHA-256", c: base64url(c), t: EVENT_VERSION });
}

/** Commitment to one person's part in a bulk act; salt and facts stay on the person's row and go with it. */
export function personCommitment(salt: Uint8Array, facts: Record<string, Json | undefined>): Uint8Array {
  return hmac(sha256, key32(salt), concat(PERSON_DOMAIN, utf8(canonicalJson(facts))));
}

function derive(key: Uint8Array, info: string): Uint8Array {
  return hkdf(sha256, key32(key), undefined, utf8(info), 32);
}

/** HMAC pads shorter keys with zeros, so that two keys would give one code: only 32 bytes pass. */
function key32(key: Uint8Array): Uint8Array {
  if (key.length !== 32) throw new Error("a key or salt of the proof log is not 32 bytes");
  return key;
}
