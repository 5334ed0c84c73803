/**
 * The `deliver` job: freeze a batch, ask permission in the line before the send, hand over, record the outcome.
 *
 * What must stay true: a batch is handed over only after its attempt is in the database; a retry sends the same bytes
 * under the same key, or does not happen; a member who left has taken the batch apart. Killed at any instant, the rows
 * tell the next run what to do (promise P7).
 */
import type { Deps, OutgoingMail } from "../deps.ts";
import type { FrozenMailing, Member } from "../domain/campaigns/rules.ts";
import { readMailing } from "../domain/campaigns/views.ts";
import { finishMailing } from "../domain/messages/finish.ts";
import { freezeBatch } from "../domain/messages/freeze-batch.ts";
import { recordOutcome } from "../domain/messages/record-outcome.ts";
import { takeAttempt } from "../domain/messages/take-attempt.ts";
import { type BatchRow, batchPlace, readBatchToTry, readNextTry } from "../domain/messages/views.ts";
import { LEASE_MS, nextAfter } from "./outcome.ts";

/** Hand-overs one job makes before it makes room for others. */
const HANDOVERS_PER_JOB = 20;

/** Sends as much as one job may; enqueues itself while work is left. Safe to run twice or at the same time. */
export async function deliverMailing(deps: Deps, mailingId: string): Promise<void> {
  const { limit: full } = deps.mailer;
  let limit = full;
  for (let n = 0; n < HANDOVERS_PER_JOB; n++) {
    const mailing = await readMailing(deps.db, mailingId);
    if (mailing?.state !== "sending" || !mailing.frozen) return;
    const batch = await readBatchToTry(deps.db, mailingId, deps.clock.now());
    if (batch) {
      const step = await tryBatch(deps, mailing.frozen, batch);
      // A refused batch is sent in halves until the faulty mail stands alone, then in full again.
      if (step === "split") limit = Math.max(1, Math.floor(limit / 2));
      else if (step === "sent") limit = Math.min(full, limit * 2);
      else if (step === "wait") return wait(deps, mailingId);
      continue;
    }
    const frozen = await freezeBatch(deps, mailingId, limit);
    if (frozen !== "empty") continue;
    const until = await readNextTry(deps.db, mailingId);
    return until === undefined ? finishMailing(deps, mailingId) : wait(deps, mailingId);
  }
  await deps.queue.enqueue({ kind: "deliver", mailingId });
}

/** One attempt of one batch. */
async function tryBatch(deps: Deps, frozen: FrozenMailing, batch: BatchRow): Promise<"sent" | "split" | "wait" | "next"> {
  if (!batch.sealed) {
    // Somebody left after the attempt: the same bytes cannot be sent again, and nobody knows whether they went.
    await recordOutcome(deps, batch.id, [], { do: "give-up", reason: "member-left" });
    return "next";
  }
  const members = JSON.parse(deps.vault.open(batchPlace(batch.id), batch.sealed)) as Member[];
  const mails: OutgoingMail[] = members.map((m) => deps.render.reconsent(frozen, batch.mailingId, m));
  const bodySha256 = deps.mailer.fingerprint(mails);
  if (batch.bodySha256 && batch.bodySha256 !== bodySha256) {
    await recordOutcome(deps, batch.id, members, { do: "give-up", reason: "bytes-changed" });
    return "next";
  }
  if ((await takeAttempt(deps, batch, bodySha256, LEASE_MS)) === "stale") return "next";
  const handover = await deps.mailer.handOver(mails, `batch/${batch.id}`);
  const now = deps.clock.now();
  const next = nextAfter(handover, {
    now,
    size: members.length,
    attempt: batch.attempt + 1,
    firstAttemptAt: batch.firstAttemptAt ?? now,
  });
  await recordOutcome(deps, batch.id, members, next);
  if (handover.outcome !== "accepted")
    deps.log.warn("hand-over", { batch: batch.id, outcome: handover.outcome, code: handover.code, next: next.do });
  return next.do === "sent" || next.do === "split" || next.do === "wait" ? next.do : "next";
}

async function wait(deps: Deps, mailingId: string): Promise<void> {
  const until = (await readNextTry(deps.db, mailingId)) ?? deps.clock.now();
  const delaySeconds = Math.max(1, Math.ceil((until - deps.clock.now()) / 1000));
  await deps.queue.enqueue({ kind: "deliver", mailingId }, { delaySeconds });
}
