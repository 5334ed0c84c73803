/**
 * What a link in a mail shows: how the subscription stands, what a press would end and what would remain, the exact
 * question, and what is kept afterwards. A read: opening a link changes nothing (promise P1).
 */
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Deps } from "../../deps.ts";
import {
  consentRecord,
  institution,
  list,
  mailing,
  message,
  notice,
  purpose,
  subscription,
} from "../../platform/schema.ts";
import type { LinkTarget } from "../../platform/tokens.ts";
import { type Ending, lastDay, lastMoment } from "../campaigns/rules/ending.ts";
import type { CampaignText, FrozenMailing } from "../campaigns/rules.ts";
import type { Both, Institution, Lang } from "../institution/rules.ts";
import { backupsCleanFrom } from "../key-rotation/rules/fate.ts";
import { readKeysGoneDay } from "../key-rotation/views.ts";
import { asksMore } from "../me/rules/offer.ts";
import { maskAddress } from "../people/rules.ts";
import type { Purpose } from "../purposes/rules.ts";
import type { Basis, RecordState } from "./rules/answer.ts";
import { dayOf, later } from "./rules/days.ts";
import { type Standing, split } from "./rules/standing.ts";
import { loadStanding } from "./views/standing.ts";

type ViewDeps = Pick<Deps, "db" | "vault" | "tokens" | "clock">;

/** A text with the hash that names it. */
export interface ShownText {
  sha256: string;
  body: string;
}

export interface LinkView {
  status: "live" | "ended";
  token: string;
  subscriptionId: string;
  mailingId: string;
  list: { id: string; kind: string; names: Both; promise: Both };
  purpose: { id: string; slug: string; version: number; names: Both; basis: Basis; asksMore?: boolean };
  language: Lang;
  maskedAddress?: string;
  /** The subscription has ended, and this person is held for another reason: his answer can still be changed. */
  heldPerson?: string;
  since?: string;
  recordState?: RecordState;
  /** This subscription rests on a proven consent. */
  proven: boolean;
  /** Id of the record whose newest event is the "no" that ended it: of that there is a receipt file. */
  provenNo?: string;
  endedReason?: string;
  endedAt?: number;
  /** Lists that end with this purpose. */
  sameLists: { names: Both }[];
  /** Lists that stay when this purpose ends. */
  otherLists: { names: Both }[];
  /** Nothing else holds the address: it is deleted with this purpose. */
  isLastReason: boolean;
  campaign?: {
    /** The campaign itself, where the link stood in its reminder. */
    id: string;
    state: string;
    /** As the mail and the frozen text name it. */
    deadlineDay: string;
    /** Until when answers count: later, where the last mail went out late or the end was postponed. */
    lastDay: string;
    open: boolean;
    /** Version of the purpose that the question is about. */
    purposeVersion: number;
    texts: Partial<Record<Lang, CampaignText>>;
    question: Partial<Record<Lang, ShownText>>;
    /** It waits for this person's answer, whatever he said before. */
    unanswered: boolean;
    /** The provider's id of his mail. */
    messageId: string | null;
  };
  /** The purpose's consent statement of today, per language (for coming back). */
  statement: Partial<Record<Lang, ShownText>>;
  kept: { proofUntilDay: string; suppressionReviewDay: string; backupsCleanDay: string };
}

/** Reads what the link of this kind points at; undefined for anything that is not a link of ours. */
export async function readLink(deps: ViewDeps, kind: "r" | "u", token: string): Promise<LinkView | undefined> {
  const target = deps.tokens.read(kind, token);
  return target && (await readTarget(deps, token, target))?.view;
}

/** The same for a target whose token was checked, with how the person stands if he is there. */
export async function readTarget(
  deps: ViewDeps,
  token: string,
  target: LinkTarget,
): Promise<{ view: LinkView; standing: Standing | undefined } | undefined> {
  const { read } = deps.db;
  // A reminder asks for its campaign: the link of either answers the one.
  const asking = sql`(select ${target.mailingId} union select ${mailing.campaignId} from ${mailing} where ${mailing.id} = ${target.mailingId})`;
  const asked = read.batch([
    read
      .select({
        subscription,
        list,
        purpose,
        record: {
          id: consentRecord.id,
          state: consentRecord.state,
          shredDay: consentRecord.shredDay,
          personId: consentRecord.personId,
        },
      })
      .from(subscription)
      .innerJoin(list, eq(list.id, subscription.listId))
      .innerJoin(purpose, eq(purpose.id, list.purposeId))
      .leftJoin(consentRecord, eq(consentRecord.id, subscription.recordId))
      .where(eq(subscription.id, target.subscriptionId)),
    read.select().from(mailing).where(inArray(mailing.id, asking)),
    read.select().from(notice).where(inArray(notice.mailingId, asking)).orderBy(desc(notice.version)),
    read
      .select({ language: notice.language, sha256: notice.sha256, body: notice.body })
      .from(notice)
      .innerJoin(purpose, eq(purpose.id, notice.purposeId))
      .innerJoin(list, eq(list.purposeId, purpose.id))
      .innerJoin(subscription, eq(subscription.listId, list.id))
      .where(and(eq(subscription.id, target.subscriptionId), eq(notice.kind, "consent")))
      .orderBy(desc(notice.version)),
    read.select().from(institution),
    read
      .select({ mailingId: message.mailingId, answer: message.answer, providerId: message.providerId })
      .from(message)
      .where(and(eq(message.subscriptionId, target.subscriptionId), inArray(message.mailingId, asking))),
  ]);
  const [[rows, mailings, questions, statements, institutions, messages], standing] = await Promise.all([
    asked,
    loadStanding(deps, { subscriptionId: target.subscriptionId }),
  ]);
  const row = rows[0];
  const office = institutions[0]?.profile as unknown as Institution | undefined;
  if (!row || !office) return undefined;
  const now = deps.clock.now();
  const at = row.subscription.endedAt ?? now;
  const { endedAt } = row.subscription;
  const keysGone = endedAt === null ? undefined : await readKeysGoneDay(deps.db, endedAt, office.timeZone);
  const day = dayOf(at, office.timeZone);
  const view: LinkView = {
    status: row.subscription.state === "ended" ? "ended" : "live",
    token,
    subscriptionId: target.subscriptionId,
    mailingId: target.mailingId,
    list: { id: row.list.id, kind: row.list.kind, names: row.list.names, promise: row.list.promise },
    purpose: {
      id: row.purpose.id,
      slug: row.purpose.slug,
      version: row.purpose.version,
      names: (row.purpose.sheet as { names: Both }).names,
      basis: row.purpose.basis as Basis,
      asksMore: asksMore({ sheet: row.purpose.sheet as unknown as Purpose["sheet"] }),
    },
    language: standing?.person.language ?? office.languages[0] ?? "lv",
    since: row.subscription.since ?? undefined,
    recordState: row.record?.state as RecordState | undefined,
    endedReason: row.subscription.endedReason ?? undefined,
    endedAt: row.subscription.endedAt ?? undefined,
    sameLists: [],
    otherLists: [],
    isLastReason: false,
    proven: row.subscription.state === "active",
    statement: newestPerLanguage(statements),
    kept: {
      proofUntilDay: row.record?.shredDay ?? later(day, { months: office.proofMonths }),
      suppressionReviewDay: later(day, { months: office.suppressionReviewMonths }),
      backupsCleanDay: backupsCleanFrom(day, office.restoreWindowDays, keysGone),
    },
  };
  if (view.status === "ended" && row.record?.personId) view.heldPerson = row.record.personId;
  if (view.status === "ended" && row.record && A_NO.has(row.record.state)) view.provenNo = row.record.id;
  const sent = mailings.find((m) => m.kind === "reconsent");
  if (sent?.frozen && sent.kind === "reconsent") {
    const frozen = sent.frozen as unknown as FrozenMailing;
    const running = { ...sent, ending: sent.ending as Ending | null, deadlineDay: frozen.deadlineDay };
    const { timeZone } = frozen.institution;
    const of = (mailingId: string) => messages.find((m) => m.mailingId === mailingId);
    view.campaign = {
      id: sent.id,
      state: sent.state,
      deadlineDay: frozen.deadlineDay,
      lastDay: lastDay(running, timeZone).day,
      open: now <= lastMoment(running, timeZone),
      purposeVersion: frozen.purpose.version,
      texts: frozen.texts,
      question: newestPerLanguage(questions),
      unanswered: of(sent.id)?.answer === null && sent.state !== "closed",
      messageId: of(target.mailingId)?.providerId ?? null,
    };
  }
  return { view: standing ? withStanding(view, standing) : view, standing };
}

/** What only a live person has: the masked address, his other lists. */
export function withStanding(view: LinkView, standing: Standing): LinkView {
  const { ending, remaining } = split(standing, view.purpose.id, "list");
  return {
    ...view,
    maskedAddress: standing.address.lost ? "••@••" : maskAddress(standing.address.address),
    recordState: standing.records.find((r) => r.purposeId === view.purpose.id)?.state ?? view.recordState,
    sameLists: ending.map((s) => ({ names: s.listNames })),
    otherLists: remaining.map((s) => ({ names: s.listNames })),
    isLastReason: remaining.length === 0,
  };
}

const A_NO = new Set<string>(["refused", "withdrawn", "invalidated"] satisfies RecordState[]);
const OWN_NO = new Set(["refused", "withdrawn"]);

/** Whether a "no" by this link can still be changed by it: the address is held, and the campaign is not closed. */
export const mayTakeBack = (view: LinkView): boolean =>
  view.status === "ended" &&
  !view.purpose.asksMore &&
  view.heldPerson !== undefined &&
  OWN_NO.has(view.endedReason ?? "") &&
  view.campaign !== undefined &&
  view.campaign.state !== "closed";

function newestPerLanguage(
  rows: { language: string; sha256: string; body: string }[],
): Partial<Record<Lang, ShownText>> {
  const found: Partial<Record<Lang, ShownText>> = {};
  for (const { language, sha256, body } of rows) found[language as Lang] ??= { sha256, body };
  return found;
}
