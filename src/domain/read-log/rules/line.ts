/**
 * One line of the read log, and what the day's digest holds of it.
 *
 *     about  HMAC-SHA-256(salt, JCS({"read":id,"subject":…,"reason":…}))   32-byte salt on the row
 *     leaf   SHA-256(0x00 ‖ JCS({"about":…,"act":…,"actor":…,"at":…,"id":…,…}))
 *
 * Who, when, what, in which role and with what result is in the leaf itself and never changes. Whom it was about goes when
 * his data go (subject, reason, salt); the commitment stays, so that the digest still agrees.
 */
import { base64url, utf8 } from "../../../platform/encoding.ts";
import { canonicalJson } from "../../proof-log/rules/canonical.ts";
import { personCommitment } from "../../proof-log/rules/commitment.ts";
import { leafHash } from "../../proof-log/rules/tree.ts";
import type { Outcome } from "./acts.ts";

export interface Line {
  id: string;
  /** `staff:<id>`. */
  actor: string;
  act: string;
  at: number;
  role: string | null;
  surface: "desk" | "cli" | "api" | null;
  outcome: Outcome | null;
  count: number | null;
  subject: string | null;
  reason: string | null;
  /** Null in lines from before there were digests. */
  about: Uint8Array | null;
  /** Null in those, and where subject and reason are gone. */
  salt: Uint8Array | null;
}

/** The commitment to whom a line is about, and why. */
export function aboutOf(line: Pick<Line, "id" | "subject" | "reason">, salt: Uint8Array): Uint8Array {
  return personCommitment(salt, {
    read: line.id,
    subject: line.subject,
    reason: line.reason?.normalize("NFC") ?? null,
  });
}

/** The leaf of a line in its day's digest. */
export function leafOf(line: Line): Uint8Array {
  const { id, actor, act, at, role, surface, outcome, count, about } = line;
  const held = { id, actor, act, at, role, surface, outcome, count, about: about && base64url(about) };
  return leafHash(utf8(canonicalJson(held)));
}

/** Whether what stands in the line is what it was committed to; true where it is gone, or was never committed to. */
export function aboutHolds(line: Line): boolean {
  const { about, salt } = line;
  if (about === null) return salt === null;
  if (salt === null) return line.subject === null && line.reason === null;
  return base64url(aboutOf(line, salt)) === base64url(about);
}
