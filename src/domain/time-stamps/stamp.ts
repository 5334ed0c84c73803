/**
 * The `time-stamp` job: once a day the newest signed head is stamped by somebody outside (RFC 3161), so that nobody, also
 * not we, can later tell another history of what was in the log by then. The authorities are asked in their order; the
 * first answer that verifies is kept, with chain and revocation papers, and its hash is an entry of the log itself. No
 * network, no answer, a wrong one: it is tried again with growing pauses, the desk says that it is missing, and after two
 * days people are told. One asks at a time (a lease), and a day has one stamp (its key), in whichever runtime.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import type { Deps } from "../../deps.ts";
import { base64url, utf8 } from "../../platform/encoding.ts";
import { overWrite, raiseWrite } from "../alerts/store.ts";
import { commit } from "../commit.ts";
import { readLogOrigin } from "../institution/views.ts";
import { actEvidence } from "../proof-log/acts/act-evidence.ts";
import { LOG_SUBJECT } from "../proof-log/rules/stops.ts";
import { readCheckpoint, type SignedHead } from "../proof-log/views.ts";
import { type Answered, askAuthority, type Failed } from "./acts/ask.ts";
import { ALERT_MS, dueSince, isDue, pauseAfter, utcDay } from "./rules/due.ts";
import { pemText } from "./rules/pem.ts";
import { endAskLease, recordWrites, takeAskLease, tryWrite } from "./store.ts";
import { type LogStanding, lastRaisedAt, readStanding } from "./views.ts";

/** Longer than all authorities and papers may take together. */
const LEASE_MS = 5 * 60_000;
const MISSING = "time-stamp.missing";
const DAY_MS = 86_400_000;

export type Stamped =
  | { outcome: "stamped"; day: string }
  /** Nothing is due, or nobody is configured to be asked. */
  | { outcome: "nothing" }
  /** Somebody else asks, or was faster. */
  | { outcome: "busy" }
  | { outcome: "failed"; code: string };

/** Stamps if it is due. Impatient, it does not wait after a failed try. Throws for faults of ours only. */
export async function stampLog(deps: Deps, { patient = true } = {}): Promise<Stamped> {
  const { authorities } = deps.config.timeStamps;
  if (authorities.length === 0) return { outcome: "nothing" };
  const standing = await readStanding(deps.db);
  const due = isDue(patient ? standing : { ...standing, attempt: undefined }, deps.clock.now());
  const head = due ? await readCheckpoint(deps.db) : undefined;
  if (!head) return { outcome: "nothing" };

  const holder = deps.ids.uuid();
  const now = deps.clock.now();
  const lease = takeAskLease(holder, now, now + LEASE_MS);
  if ((await commit(deps, { change: [lease], proof: [] })) === "stale") return { outcome: "busy" };
  let failed: (Failed & { authority: string }) | undefined;
  for (const authority of authorities) {
    const answer = await askAuthority(deps, authority, head.note);
    if ("stamp" in answer) return record(deps, { holder, head, authority: authority.name, answer });
    failed = { ...answer, authority: authority.name };
    deps.log.warn("not stamped", { authority: authority.name, code: answer.code, said: answer.said?.join(" ") ?? "" });
  }
  return giveUp(deps, holder, standing, failed as Failed & { authority: string });
}

/** Keeps it, with its own hash in the log. */
async function record(
  deps: Deps,
  found: { holder: string; head: SignedHead; authority: string; answer: Answered },
): Promise<Stamped> {
  const { db } = deps;
  const { holder, head, authority } = found;
  const { stamp, request, reply, papers } = found.answer;
  const recordedAt = deps.clock.now();
  const day = utcDay(recordedAt);
  const row = {
    ...{ day, size: head.size, root: head.root, note: head.note, authority, subject: stamp.authority, at: stamp.at },
    ...{ accuracyMs: stamp.accuracyMs, request, reply, chain: pemText(stamp.chain), recordedAt },
    claimed: stamp.qualified.claimed,
    listed: stamp.qualified.listed,
    cleared: stamp.revocation === "good",
  };
  const facts = {
    anchor: {
      kind: "rfc3161",
      authority,
      policy: stamp.policy,
      serial: stamp.serial,
      time: new Date(stamp.at).toISOString(),
      size: head.size,
      root: base64url(head.root),
      checkpoint: base64url(sha256(utf8(head.note))),
      sha256: base64url(sha256(reply)),
    },
  };
  const log = await readLogOrigin(db);
  const done = await commit(deps, {
    change: [
      endAskLease(holder, recordedAt),
      ...recordWrites(db, row, papers),
      overWrite([MISSING], LOG_SUBJECT, recordedAt),
    ],
    proof: [actEvidence(deps, { log, at: recordedAt, typ: "anchor.recorded", facts })],
  });
  if (done === "stale") return { outcome: "busy" };
  await deps.queue.enqueue({ kind: "seal" });
  return { outcome: "stamped", day };
}

/** Nobody has stamped: when to try again, and whether people are to be told. */
async function giveUp(
  deps: Deps,
  holder: string,
  standing: LogStanding,
  { code, authority }: Failed & { authority: string },
): Promise<Stamped> {
  const { db } = deps;
  const at = deps.clock.now();
  const tries = (standing.attempt?.tries ?? 0) + 1;
  const since = dueSince(standing) ?? at;
  // Once a day at most: whoever has closed it has seen it.
  const tell = at - since > ALERT_MS && at - ((await lastRaisedAt(db, MISSING)) ?? 0) > DAY_MS;
  const alert = { id: deps.ids.uuid(), code: MISSING, subject: LOG_SUBJECT, at, detail: { since, reason: code } };
  await commit(deps, {
    change: [
      endAskLease(holder, at),
      tryWrite(db, { tries, at, nextAt: at + pauseAfter(tries), authority, code }),
      ...(tell ? [raiseWrite(alert)] : []),
    ],
    proof: [],
  });
  if (tell) await deps.queue.enqueue({ kind: "tell" });
  return { outcome: "failed", code };
}
