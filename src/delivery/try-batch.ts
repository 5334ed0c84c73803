/**
 * One attempt of one batch: permission, hand-over, outcome.
 *
 * What must stay true: the attempt is in the database before a byte leaves; whatever is refused before that has sent
 * nothing; every end goes through `recordOutcome`, fenced by the number of the attempt.
 */
import type { Deps, Handover, OneByOne, OutgoingMail, Prepared } from "../deps.ts";
import type { Wave } from "../domain/campaigns/rules/waves.ts";
import type { FrozenMailing, Member } from "../domain/campaigns/rules.ts";
import { standStill } from "../domain/campaigns/stand-still.ts";
import type { FrozenIssue } from "../domain/issues/rules/issue.ts";
import { noteProvider } from "../domain/messages/note-provider.ts";
import { recordOutcome } from "../domain/messages/record-outcome.ts";
import { recordRefusals } from "../domain/messages/record-refusals.ts";
import type { Outcome } from "../domain/messages/rules/outcome.ts";
import { pausesMailing } from "../domain/messages/rules/pace.ts";
import type { Asking } from "../domain/messages/rules/permission.ts";
import { takeAttempt } from "../domain/messages/take-attempt.ts";
import { type BatchRow, batchPlace, readBatch } from "../domain/messages/views/batches.ts";
import { readPace } from "../domain/messages/views/pace.ts";
import { readState } from "../domain/messages/views/work.ts";
import { watchMailing } from "../domain/messages/watch.ts";
import { isAsleep } from "../domain/pulse/views.ts";
import { accountsOf } from "./mailers/one-by-one.ts";
import { HANDOVER_MS, insteadOfBeginning, insteadOfHandover, LEASE_MS, nextAfter } from "./outcome.ts";

/** A mailing that is being sent. */
export interface Sending extends Asking {
  id: string;
  frozen: FrozenMailing | FrozenIssue;
  notBefore: number | null;
  wave: Wave;
  /** The last day that mails name from now on, where it is another one than was frozen at "send". */
  day?: string;
}

/** How it went, for the size of the next batches. */
export type Step = "sent" | "halve" | "next";

/** The members of a batch; none if one of them has left: then the sealed row is gone. */
export function openMembers(deps: Pick<Deps, "vault">, batch: Pick<BatchRow, "id" | "sealed">): Member[] {
  return batch.sealed ? (JSON.parse(deps.vault.open(batchPlace(batch.id), batch.sealed)) as Member[]) : [];
}

/** Hands the batch over once, or does what must be done instead. */
export async function tryBatch(deps: Deps, mailing: Sending, batch: BatchRow, members: Member[]): Promise<Step> {
  const { remembersKeys, limit } = deps.mailer;
  const doubtful = batch.state === "attempted";
  const known = { doubtful, remembersKeys, frozenAt: batch.createdAt };
  const before = { ...known, whole: members.length > 0, fits: members.length <= limit };
  // The age is asked before anything is made of it: what cannot be rendered must not outlive its time.
  const instead = insteadOfHandover({ ...before, now: deps.clock.now(), sameBytes: true });
  if (instead) return settle(deps, batch, members, instead);
  const mails = renderAll(deps, mailing, members);
  if ("fault" in mails) {
    deps.log.fault("render", mails.fault, { batch: batch.id });
    const failed = { do: "fail-one" as const, index: mails.index, reason: "mail.render" };
    return settle(deps, batch, members, doubtful ? { do: "give-up", reason: "bytes-changed" } : failed);
  }
  const prepared = await deps.mailer.prepare(mails);
  const sameBytes = (batch.bodySha256 ?? prepared.sha256) === prepared.sha256;
  const changed = insteadOfHandover({ ...before, now: deps.clock.now(), sameBytes });
  if (changed) return settle(deps, batch, members, changed);
  const takenAt = deps.clock.now();
  if ((await takeAttempt(deps, mailing, batch, prepared.sha256, LEASE_MS)) === "stale") {
    await letGo(deps, mailing, batch, members);
    return "next";
  }
  const attempt = batch.attempt + 1;
  const began = deps.clock.now();
  const late = insteadOfBeginning({ takenAt, now: began, doubtful });
  if (late) return settle(deps, { ...batch, attempt }, members, late);
  const accounts = deps.mailer.oneByOne ? accountsOf(deps, { id: batch.id, attempt }, members) : undefined;
  const handover = await handOver(deps, prepared, `batch/${batch.id}`, accounts);
  accounts?.over();
  const next = nextAfter(handover, { ...known, now: deps.clock.now(), size: members.length, attempt });
  const written = await recordOutcome(deps, { id: batch.id, attempt }, members, next);
  await noteProvider(deps, handover, began);
  const { outcome } = handover;
  if (outcome !== "accepted" && outcome !== "each")
    deps.log.warn("hand-over", { batch: batch.id, outcome, code: handover.code, next: next.do, written });
  if (outcome === "later") await pauseIfLong(deps, mailing.id);
  if (outcome === "each" && handover.mails.some((m) => m.outcome === "refused")) await drawRefusals(deps, mailing.id);
  if (next.do === "fail-one") await watchMailing(deps, mailing.id);
  return next.do === "sent" || next.do === "each" ? "sent" : next.do === "thaw" ? "halve" : "next";
}

async function settle(deps: Deps, batch: BatchRow, members: Member[], outcome: Outcome): Promise<Step> {
  await recordOutcome(deps, batch, members, outcome);
  if (outcome.do === "fail-one") await watchMailing(deps, batch.mailingId);
  return "next";
}

/** Every mail of the batch, or whose could not be made. */
function renderAll(
  deps: Deps,
  mailing: Sending,
  members: Member[],
): OutgoingMail[] | { index: number; fault: unknown } {
  const mails: OutgoingMail[] = [];
  for (const [index, member] of members.entries())
    try {
      mails.push(mailOf(deps, mailing, member));
    } catch (fault) {
      return { index, fault };
    }
  return mails;
}

function mailOf({ render }: Deps, { id, frozen }: Sending, member: Member): OutgoingMail {
  return frozen.kind === "newsletter" ? render.issue(frozen, id, member) : render.reconsent(frozen, id, member);
}

/**
 * The last permission was refused. Where the whole mailing stands still, a doubt stays one that may be asked about later.
 * Otherwise, if nobody else has the batch, somebody in it may not be mailed any more: it is taken apart, or, where an
 * attempt is in doubt, nobody asks about it again.
 */
async function letGo(deps: Deps, mailing: Sending, batch: BatchRow, members: Member[]): Promise<void> {
  const stands = (await readState(deps.db, mailing.id)) !== "sending" || (await isAsleep(deps));
  if (stands && batch.state === "attempted") return;
  const now = await readBatch(deps.db, batch.id);
  if (now?.state !== batch.state || now.attempt !== batch.attempt || (now.leaseUntil ?? 0) > deps.clock.now()) return;
  const outcome =
    batch.state === "frozen" ? { do: "thaw" as const } : { do: "give-up" as const, reason: "not-allowed" };
  await recordOutcome(deps, batch, members, outcome);
}

/** What follows from refusals that were heard at once: dead addresses end, others are held, the stop rule counts. */
export async function drawRefusals(deps: Deps, mailingId: string): Promise<void> {
  await recordRefusals(deps, mailingId);
  await watchMailing(deps, mailingId);
}

/** A provider that refuses us for an hour needs a person. */
async function pauseIfLong(deps: Deps, mailingId: string): Promise<void> {
  const block = (await readPace(deps.db, deps.mailer.name))?.block;
  if (block && pausesMailing(block, deps.clock.now())) await standStill(deps, { id: mailingId, reason: "provider" });
}

/** What the mailer says; `unknown` where it says nothing in time, so that no hand-over outlives its lease. */
async function handOver(deps: Deps, prepared: Prepared, key: string, mails?: OneByOne): Promise<Handover> {
  const over = new AbortController();
  const silence = deps.clock
    .elapse(HANDOVER_MS, over.signal)
    .then((): Handover => ({ outcome: "unknown", code: "provider.no_answer" }));
  try {
    return await Promise.race([prepared.handOver(key, mails), silence]);
  } finally {
    over.abort();
  }
}
