/**
 * The `deliver` job: freeze a batch, ask permission in the line before the send, hand over, record the outcome.
 *
 * What must stay true: a batch is handed over only after its attempt is in the database; a retry sends the same bytes
 * under the same key to a provider that remembers it, or does not happen; a member who left has taken the batch apart.
 * Killed at any instant, the rows tell the next run what to do (promise P7).
 */
import type { Deps, Handover, OutgoingMail } from "../deps.ts";
import type { FrozenMailing, Member } from "../domain/campaigns/rules.ts";
import { readMailing } from "../domain/campaigns/views.ts";
import { finishMailing } from "../domain/messages/finish.ts";
import { freezeBatch } from "../domain/messages/freeze-batch.ts";
import { recordOutcome } from "../domain/messages/record-outcome.ts";
import { takeAttempt } from "../domain/messages/take-attempt.ts";
import { type BatchRow, batchPlace, readOpenBatches } from "../domain/messages/views.ts";
import { HANDOVER_MS, insteadOfHandover, LEASE_MS, nextAfter } from "./outcome.ts";

/** Hand-overs one job makes before it makes room for others, and when it begins the last of them. */
const HANDOVERS_PER_JOB = 20;
const JOB_MS = 20_000;
/** Batches whose outcome may be unknown at one time: a provider that answers nobody must not swallow the whole mailing. */
const MOST_DOUBTFUL = 10;
/** A longer wait is left to the sweep: a job that sleeps for hours is easily lost. */
const LONGEST_WAIT_MS = 60_000;

/** `pauseUntil`: the provider wants nothing before. */
type Step = "sent" | "halve" | "next" | { pauseUntil: number };

/** Sends as much as one job may; enqueues itself while work is left. Safe to run twice or at the same time. */
export async function deliverMailing(deps: Deps, mailingId: string): Promise<void> {
  const { limit: full } = deps.mailer;
  const began = deps.clock.now();
  let limit = full;
  for (let n = 0; n < HANDOVERS_PER_JOB && deps.clock.now() - began < JOB_MS; n++) {
    const mailing = await readMailing(deps.db, mailingId);
    if (mailing?.state !== "sending" || !mailing.frozen) return;
    const open = await readOpenBatches(deps.db, mailingId, deps.clock.now());
    if (open.pausedUntil !== undefined) return wait(deps, mailingId, open.pausedUntil);
    if (open.due) {
      const step = await tryBatch(deps, mailing.frozen, open.due);
      if (typeof step === "object") return wait(deps, mailingId, step.pauseUntil);
      // A refused batch is sent in halves until the faulty mail stands alone, then in full again.
      if (step === "halve") limit = Math.max(1, Math.floor(limit / 2));
      else if (step === "sent") limit = Math.min(full, limit * 2);
      continue;
    }
    if (open.doubtful < MOST_DOUBTFUL && (await freezeBatch(deps, mailingId, limit)) !== "empty") continue;
    return open.nextTry === undefined ? finishMailing(deps, mailingId) : wait(deps, mailingId, open.nextTry);
  }
  await deps.queue.enqueue({ kind: "deliver", mailingId });
}

/** One attempt of one batch. */
async function tryBatch(deps: Deps, frozen: FrozenMailing, batch: BatchRow): Promise<Step> {
  const { remembersKeys, limit } = deps.mailer;
  const doubtful = batch.state === "attempted";
  const members = batch.sealed ? (JSON.parse(deps.vault.open(batchPlace(batch.id), batch.sealed)) as Member[]) : [];
  const mails: OutgoingMail[] = members.map((m) => deps.render.reconsent(frozen, batch.mailingId, m));
  const bodySha256 = deps.mailer.fingerprint(mails);
  const known = { doubtful, remembersKeys, frozenAt: batch.createdAt };
  const instead = insteadOfHandover({
    ...known,
    now: deps.clock.now(),
    whole: batch.sealed !== null,
    sameBytes: (batch.bodySha256 ?? bodySha256) === bodySha256,
    fits: mails.length <= limit,
  });
  if (instead) {
    await recordOutcome(deps, batch, members, instead);
    return "next";
  }
  if ((await takeAttempt(deps, batch, bodySha256, LEASE_MS)) === "stale") return "next";
  const handover = await handOver(deps, mails, `batch/${batch.id}`);
  const attempt = batch.attempt + 1;
  const next = nextAfter(handover, { ...known, now: deps.clock.now(), size: members.length, attempt });
  const written = await recordOutcome(deps, { id: batch.id, attempt }, members, next);
  const { outcome } = handover;
  if (outcome !== "accepted")
    deps.log.warn("hand-over", { batch: batch.id, outcome, code: handover.code, next: next.do, written });
  if (outcome === "later") return { pauseUntil: deps.clock.now() + handover.retryAfterMs };
  return next.do === "sent" ? "sent" : next.do === "thaw" ? "halve" : "next";
}

/** What the mailer says; `unknown` where it says nothing in time, so that no hand-over outlives its lease. */
async function handOver(deps: Deps, mails: OutgoingMail[], key: string): Promise<Handover> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<Handover>((done) => {
    timer = setTimeout(() => done({ outcome: "unknown", code: "provider.no_answer" }), HANDOVER_MS);
  });
  try {
    return await Promise.race([deps.mailer.handOver(mails, key), silence]);
  } finally {
    clearTimeout(timer);
  }
}

async function wait(deps: Deps, mailingId: string, until: number): Promise<void> {
  const ms = until - deps.clock.now();
  if (ms > LONGEST_WAIT_MS) return;
  await deps.queue.enqueue({ kind: "deliver", mailingId }, { delaySeconds: Math.max(1, Math.ceil(ms / 1000)) });
}
