/**
 * The digest of a day of the read log, as `reading.digest` says it in the proof log. It reaches from where the one before
 * ended, so days on which nobody looked at anything are covered by the next digest; and it names the one before by its hash,
 * so that none can be left out.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { base64url, utf8 } from "../../../platform/encoding.ts";
import { canonicalJson } from "../../proof-log/rules/canonical.ts";

export interface Digest {
  /** First and last day that it covers, in the institution's time zone; lines are of the last. */
  first: string;
  day: string;
  /** The first moment, and the first one after it, ms. */
  since: number;
  until: number;
  count: number;
  /** RFC 6962 root over the leaves of its lines in the order of time and id, base64url. */
  root: string;
  /** Hash of the digest before; absent in the first. */
  previous?: string | undefined;
}

/** What the next digest names this one by: SHA-256 of its RFC 8785 form, base64url. */
export function digestHash({ first, day, since, until, count, root, previous }: Digest): string {
  return base64url(sha256(utf8(canonicalJson({ first, day, since, until, count, root, previous }))));
}

/** Pause after a day before its digest is made, so that a line that was begun within the day is in it. */
export const SETTLE_MS = 10 * 60_000;

/** The least that lines are kept, whatever the rule says: shorter, and a digest without lines is not explained by age. */
export const LEAST_KEPT_MONTHS = 12;
