/**
 * The `deliver` job: freeze batches, ask permission in the line before the send, hand over in the provider's pace, record
 * the outcome. While some hand-overs wait for their answers, the next batch is made ready.
 *
 * What must stay true: a batch is handed over only after its attempt is in the database; a retry sends the same bytes
 * under the same key to a provider that remembers it, or does not happen; a member who left has taken the batch apart.
 * Killed at any instant, the rows tell the next run what to do (promise P7).
 */
import type { Deps } from "../deps.ts";
import { isTooLate, namedDay } from "../domain/campaigns/rules/ending.ts";
import { standStill } from "../domain/campaigns/stand-still.ts";
import { readTurn } from "../domain/campaigns/views.ts";
import { beginRest } from "../domain/campaigns/waves/begin-rest.ts";
import { endPilot } from "../domain/campaigns/waves/end-pilot.ts";
import { finishMailing } from "../domain/messages/finish.ts";
import { freezeBatch } from "../domain/messages/freeze-batch.ts";
import { blocks, LONG_BLOCK_MS } from "../domain/messages/rules/pace.ts";
import { askingOf } from "../domain/messages/rules/permission.ts";
import { takeSlot } from "../domain/messages/take-slot.ts";
import { readOpenBatches } from "../domain/messages/views/batches.ts";
import { readOutgoing } from "../domain/messages/views/outgoing.ts";
import { readPace } from "../domain/messages/views/pace.ts";
import { readNextTry } from "../domain/messages/views/planned.ts";
import { isAsleep } from "../domain/pulse/views.ts";
import { drawRefusals, openMembers, type Sending, type Step, tryBatch } from "./try-batch.ts";

/** Hand-overs one job makes before it makes room for others, and when it begins the last of them. */
const HANDOVERS_PER_JOB = 20;
const JOB_MS = 20_000;
/** Batches whose outcome may be unknown at one time: a provider that answers nobody must not swallow the whole mailing. */
const MOST_DOUBTFUL = 10;
/** A longer wait is left to the sweep: a job that sleeps for hours is easily lost. */
const LONGEST_WAIT_MS = 60_000;
/** A shorter wait is not worth another job. */
const SHORT_WAIT_MS = 2_000;

/** What the job does next. */
type Turn =
  | { do: "hand-over"; id: string; start: () => Promise<Step> }
  | { do: "look-again" }
  | { do: "wait"; until: number }
  /** Nothing is left, or the mailing stands still. */
  | { do: "end" };

/** Sends as much as one job may; enqueues itself while work is left. Safe to run twice or at the same time. */
export async function deliverMailing(deps: Deps, mailingId: string): Promise<void> {
  const mailing = await readOutgoing(deps.db, mailingId);
  if (mailing?.state !== "sending" || !mailing.frozen) return;
  // Nothing goes out by itself after an outage: the sweep pauses what is overdue, and a person decides.
  if (await isAsleep(deps)) return deps.queue.enqueue({ kind: "recover" });
  const { clock, mailer } = deps;
  const { id, notBefore, wave, frozen } = mailing;
  const sending: Sending = { ...askingOf(mailing), id, notBefore, wave, frozen };
  const began = clock.now();
  const under = new Map<string, Promise<void>>();
  let limit = mailer.limit;
  const faults: unknown[] = [];

  const begin = (id: string, start: () => Promise<Step>) => {
    const run = start()
      .then((step) => {
        // A refused batch is sent in halves until the faulty mail stands alone, then in full again.
        if (step === "halve") limit = Math.max(1, Math.floor(limit / 2));
        else if (step === "sent") limit = Math.min(mailer.limit, limit * 2);
      })
      .catch((fault) => void faults.push(fault))
      .finally(() => under.delete(id));
    under.set(id, run);
  };
  const ends = () => faults.length > 0 || deps.queue.closing?.() === true;
  const oneAnswer = () => Promise.race(under.values());

  try {
    for (let n = 0; n < HANDOVERS_PER_JOB && clock.now() - began < JOB_MS && !ends(); ) {
      if (under.size >= mailer.width) {
        await oneAnswer();
        continue;
      }
      const turn = await nextTurn(deps, sending, [...under.keys()], limit);
      if (turn.do === "hand-over") {
        n++;
        begin(turn.id, turn.start);
      } else if (turn.do === "look-again") continue;
      else if (under.size > 0)
        await (turn.do === "wait" ? Promise.race([oneAnswer(), shortly(deps, turn.until)]) : oneAnswer());
      else if (turn.do === "end") return await finish(deps, sending);
      else if (turn.until - clock.now() <= SHORT_WAIT_MS) await shortly(deps, turn.until);
      else return await wait(deps, mailingId, turn.until);
    }
  } finally {
    // A hand-over that has begun is always heard to its end.
    while (under.size > 0) await oneAnswer();
  }
  if (faults.length > 0) throw faults[0];
  // The lease ends with this job, so that the next process's first sweep goes on at once.
  if (deps.queue.closing?.()) return;
  await deps.queue.enqueue({ kind: "deliver", mailingId });
}

async function nextTurn(deps: Deps, mailing: Sending, busy: string[], limit: number): Promise<Turn> {
  const { db, clock, mailer } = deps;
  const standing = await readTurn(db, mailing.id);
  if (standing?.state !== "sending") return { do: "end" };
  const now = clock.now();
  // Nobody is asked a question that he cannot answer any more. An issue asks nothing.
  const { frozen } = mailing;
  const named = { deadlineDay: frozen.kind === "newsletter" ? null : frozen.deadlineDay, movedTo: standing.movedTo };
  const day = namedDay(named);
  if (named.deadlineDay !== null && day !== named.deadlineDay) mailing.day = day;
  if (isTooLate(named, now, frozen.institution.timeZone)) {
    await standStill(deps, { id: mailing.id, reason: "deadline" });
    return { do: "end" };
  }
  if (mailing.notBefore !== null && now < mailing.notBefore) return { do: "wait", until: mailing.notBefore };
  if (mailing.wave === "waiting") {
    if ((await beginRest(deps, mailing.id)) === "stale") return { do: "end" };
    mailing.wave = null;
  }
  const block = (await readPace(db, mailer.name))?.block;
  if (blocks(block, now)) return { do: "wait", until: block.until };
  const open = await readOpenBatches(db, mailing.id, now, busy);
  if (open.pausedUntil !== undefined) return { do: "wait", until: open.pausedUntil };

  if (open.doubtful >= MOST_DOUBTFUL && now - (open.doubtSince ?? now) >= LONG_BLOCK_MS) {
    await standStill(deps, { id: mailing.id, reason: "provider" });
    return { do: "end" };
  }

  let next = open.due && { batch: open.due, members: openMembers(deps, open.due) };
  if (!next && open.doubtful < MOST_DOUBTFUL) {
    const made = await freezeBatch(deps, mailing, limit);
    if (made === "again") return { do: "look-again" };
    if (made !== "empty") next = made;
  }
  if (!next) {
    const putOff = await readNextTry(db, mailing.id, mailing.wave);
    const until = Math.min(open.nextTry ?? Number.POSITIVE_INFINITY, putOff ?? Number.POSITIVE_INFINITY);
    return until === Number.POSITIVE_INFINITY ? { do: "end" } : { do: "wait", until: Math.max(until, now + 1) };
  }
  const waitMs = await takeSlot(deps, "bulk");
  if (waitMs > 0) return { do: "wait", until: now + waitMs };
  const { batch, members } = next;
  return { do: "hand-over", id: batch.id, start: () => tryBatch(deps, mailing, batch, members) };
}

/** A mailing is finished when also what followed from its refusals is written: a crash before leaves it to the sweep. */
async function finish(deps: Deps, { id, wave }: Pick<Sending, "id" | "wave">): Promise<void> {
  if (!deps.mailer.remembersKeys) await drawRefusals(deps, id);
  if (wave === "pilot") await endPilot(deps, id);
  else await finishMailing(deps, id);
}

const shortly = (deps: Deps, until: number) =>
  deps.clock.pause(Math.min(Math.max(until - deps.clock.now(), 1), SHORT_WAIT_MS));

async function wait(deps: Deps, mailingId: string, until: number): Promise<void> {
  const ms = until - deps.clock.now();
  if (ms > LONGEST_WAIT_MS) return;
  await deps.queue.enqueue({ kind: "deliver", mailingId }, { delaySeconds: Math.max(1, Math.ceil(ms / 1000)) });
}
