/** One attempt of one batch: permission, hand-over, outcome. */
import type { Deps, Handover, OutgoingMail, Prepared } from "../deps.ts";
import type { FrozenMailing, Member } from "../domain/campaigns/rules.ts";
import { standStill } from "../domain/campaigns/stand-still.ts";
import { noteProvider } from "../domain/messages/note-provider.ts";
import { recordOutcome } from "../domain/messages/record-outcome.ts";
import { recordRefusals } from "../domain/messages/record-refusals.ts";
import { pausesMailing } from "../domain/messages/rules/pace.ts";
import type { Asking } from "../domain/messages/rules/permission.ts";
import { takeAttempt } from "../domain/messages/take-attempt.ts";
import { readPace } from "../domain/messages/views/pace.ts";
import { type BatchRow, batchPlace, readBatch } from "../domain/messages/views.ts";
import { watchMailing } from "../domain/messages/watch.ts";
import { HANDOVER_MS, insteadOfHandover, LEASE_MS, nextAfter } from "./outcome.ts";

/** A mailing that is being sent. */
export interface Sending extends Asking {
  id: string;
  frozen: FrozenMailing;
  notBefore: number | null;
}

/** How it went, for the size of the next batches. */
export type Step = "sent" | "halve" | "next";

/** The members of a batch; none if one of them has left. */
export function openMembers(deps: Pick<Deps, "vault">, batch: Pick<BatchRow, "id" | "sealed">): Member[] {
  return batch.sealed ? (JSON.parse(deps.vault.open(batchPlace(batch.id), batch.sealed)) as Member[]) : [];
}

/** Hands the batch over once, or does what must be done instead. */
export async function tryBatch(deps: Deps, mailing: Sending, batch: BatchRow, members: Member[]): Promise<Step> {
  const { remembersKeys, limit } = deps.mailer;
  const doubtful = batch.state === "attempted";
  const mails: OutgoingMail[] = members.map((m) => deps.render.reconsent(mailing.frozen, mailing.id, m));
  const prepared = members.length > 0 ? await deps.mailer.prepare(mails) : undefined;
  const known = { doubtful, remembersKeys, frozenAt: batch.createdAt };
  const instead = insteadOfHandover({
    ...known,
    now: deps.clock.now(),
    whole: prepared !== undefined,
    sameBytes: (batch.bodySha256 ?? prepared?.sha256) === prepared?.sha256,
    fits: mails.length <= limit,
  });
  if (instead || !prepared) {
    await recordOutcome(deps, batch, members, instead ?? { do: "thaw" });
    return "next";
  }
  if ((await takeAttempt(deps, mailing.kind, batch, prepared.sha256, LEASE_MS)) === "stale") {
    await letGo(deps, batch, members);
    return "next";
  }
  const handover = await handOver(deps, prepared, `batch/${batch.id}`);
  const attempt = batch.attempt + 1;
  const next = nextAfter(handover, { ...known, now: deps.clock.now(), size: members.length, attempt });
  const written = await recordOutcome(deps, { id: batch.id, attempt }, members, next);
  await noteProvider(deps, handover);
  const { outcome } = handover;
  if (outcome !== "accepted" && outcome !== "each")
    deps.log.warn("hand-over", { batch: batch.id, outcome, code: handover.code, next: next.do, written });
  if (outcome === "later") await pauseIfLong(deps, mailing.id);
  if (handover.outcome === "each" && handover.mails.some((m) => m.outcome === "refused"))
    await drawRefusals(deps, mailing.id);
  return next.do === "sent" || next.do === "each" ? "sent" : next.do === "thaw" ? "halve" : "next";
}

/**
 * The last permission was refused. If nobody else has the batch, somebody in it may not be mailed any more: it is taken
 * apart, or, where an attempt is in doubt, nobody asks about it again.
 */
async function letGo(deps: Deps, batch: BatchRow, members: Member[]): Promise<void> {
  const now = await readBatch(deps.db, batch.id);
  if (now?.state !== batch.state || now.attempt !== batch.attempt || (now.leaseUntil ?? 0) > deps.clock.now()) return;
  const outcome =
    batch.state === "frozen" ? { do: "thaw" as const } : { do: "give-up" as const, reason: "not-allowed" };
  await recordOutcome(deps, batch, members, outcome);
}

/** What follows from refusals that were heard at once: dead addresses end, others are held, the stop rule counts. */
export async function drawRefusals(deps: Deps, mailingId: string): Promise<void> {
  if ((await recordRefusals(deps, mailingId)) > 0) await watchMailing(deps, mailingId);
}

/** A provider that refuses us for an hour needs a person. */
async function pauseIfLong(deps: Deps, mailingId: string): Promise<void> {
  const block = (await readPace(deps.db, deps.mailer.name))?.block;
  if (block && pausesMailing(block, deps.clock.now())) await standStill(deps, { id: mailingId, reason: "provider" });
}

/** What the mailer says; `unknown` where it says nothing in time, so that no hand-over outlives its lease. */
async function handOver(deps: Deps, prepared: Prepared, key: string): Promise<Handover> {
  const over = new AbortController();
  const silence = deps.clock
    .elapse(HANDOVER_MS, over.signal)
    .then((): Handover => ({ outcome: "unknown", code: "provider.no_answer" }));
  try {
    return await Promise.race([prepared.handOver(key), silence]);
  } finally {
    over.abort();
  }
}
