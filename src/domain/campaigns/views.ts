/** Reads of campaigns: one, all, the numbers of one, and what of them needs a person today. */
import { and, count, desc, eq, inArray, lt, ne, notInArray, or, sql } from "drizzle-orm";
import type { Database } from "../../platform/db.ts";
import { batch, list, mailing, message, subscription } from "../../platform/schema.ts";
import type { Both } from "../institution/rules.ts";
import { asCounted, readFolded } from "../messages/views/folded.ts";
import { type Ending, lastDay, namedDay } from "./rules/ending.ts";
import type { Review } from "./rules/review.ts";
import type { Wave } from "./rules/waves.ts";
import type { CampaignDraft, FrozenMailing, MailingKind, MailingState } from "./rules.ts";

export interface Mailing {
  id: string;
  kind: MailingKind;
  /** Of a reminder. */
  campaignId: string | null;
  listId: string;
  purposeId: string;
  title: string;
  state: MailingState;
  draft: CampaignDraft;
  frozen: FrozenMailing | null;
  cursor: string | null;
  deadlineDay: string | null;
  /** The day to which its end, or that of the campaign it reminds of, was put off. */
  movedTo: string | null;
  notBefore: number | null;
  /** Of a paused one. */
  heldFrom: "planning" | "sending" | null;
  heldAt: number | null;
  heldReason: string | null;
  wave: Wave;
  /** What others say of the draft; what was decided of the end. */
  review: Review | null;
  ending: Ending | null;
  createdBy: string;
  createdAt: number;
  sentAt: number | null;
  finishedAt: number | null;
  closedAt: number | null;
  version: number;
}

/** Of a reminder it stands with its campaign. The columns are named in full: drizzle would leave the table out. */
const MOVED_TO = sql<string | null>`coalesce(mailing.ending ->> '$.postponed.to',
  (select c.ending ->> '$.postponed.to' from mailing c where c.id = mailing.campaign_id))`;

/** The mailing with this id. */
export async function readMailing(db: Database, id: string): Promise<Mailing | undefined> {
  const found = await db.read.select({ row: mailing, movedTo: MOVED_TO }).from(mailing).where(eq(mailing.id, id)).get();
  return found && asMailing(found.row, found.movedTo);
}

/** Whether it is being sent, and to which day its end was put off: asked before every batch. */
export async function readTurn(db: Database, id: string): Promise<Pick<Mailing, "state" | "movedTo"> | undefined> {
  return db.read.select({ state: mailing.state, movedTo: MOVED_TO }).from(mailing).where(eq(mailing.id, id)).get();
}

/** A row as the domain reads it. A reminder's `movedTo` stands with its campaign. */
export function asMailing(row: typeof mailing.$inferSelect, movedTo?: string | null): Mailing {
  const ending = row.ending as Ending | null;
  return {
    ...row,
    movedTo: movedTo ?? ending?.postponed?.to ?? null,
    draft: row.draft as unknown as CampaignDraft,
    frozen: row.frozen as unknown as FrozenMailing | null,
    review: row.review as Review | null,
    ending,
  };
}

export interface MailingRow {
  id: string;
  kind: MailingKind;
  title: string;
  state: MailingState;
  heldFrom: "planning" | "sending" | null;
  heldReason: string | null;
  listId: string;
  listNames: Both;
  /** As it was frozen at "send"; and as mails name it that are made now. */
  deadlineDay: string | null;
  namedDay: string | null;
  /** The last day on which answers count; later than the one that the mails name where they went out late or it was postponed. */
  lastDay: string | null;
  createdAt: number;
  sentAt: number | null;
  /** The officer has stopped its deletion, or answers may be lost: it does not close by itself. */
  waitsForPerson: boolean;
}

const ROW = {
  id: mailing.id,
  kind: mailing.kind,
  title: mailing.title,
  state: mailing.state,
  heldFrom: mailing.heldFrom,
  heldReason: mailing.heldReason,
  listId: list.id,
  listNames: list.names,
  deadlineDay: mailing.deadlineDay,
  movedTo: MOVED_TO,
  createdAt: mailing.createdAt,
  sentAt: mailing.sentAt,
  finishedAt: mailing.finishedAt,
  ending: mailing.ending,
  zone: sql<string | null>`${mailing.frozen} ->> '$.institution.timeZone'`,
  waitsForPerson: sql<boolean>`(coalesce(${mailing.ending} ->> '$.opinion.verdict', '') = 'objects'
    or ${mailing.ending} ->> '$.restoredAt' is not null)`.mapWith(Boolean),
};

/** A row with its last day. */
function asRow({ finishedAt, ending, zone, movedTo, ...rest }: RowRead): MailingRow {
  const { deadlineDay } = rest;
  const row = { ...rest, namedDay: deadlineDay && namedDay({ deadlineDay, movedTo }) };
  const running = { ...row, finishedAt, ending: ending as Ending | null };
  return { ...row, lastDay: zone && deadlineDay ? lastDay({ ...running, deadlineDay }, zone).day : deadlineDay };
}
type RowRead = Omit<MailingRow, "lastDay" | "namedDay"> &
  Pick<typeof mailing.$inferSelect, "finishedAt" | "ending"> & { zone: string | null; movedTo: string | null };

/** Campaigns newest first, without reminders, which belong to them; issues have a list of their own (domain/issues). A page by key: `before` is `createdAt/id` of the last one seen. */
export async function readMailings(
  db: Database,
  page: { before?: string; limit: number; listId?: string },
): Promise<{ rows: MailingRow[]; next?: string }> {
  const [at, id] = page.before?.split("/") ?? [];
  const rows = await db.read
    .select(ROW)
    .from(mailing)
    .innerJoin(list, eq(list.id, mailing.listId))
    .where(
      and(
        notInArray(mailing.kind, ["reminder", "newsletter"]),
        page.listId ? eq(mailing.listId, page.listId) : undefined,
        at && id
          ? or(lt(mailing.createdAt, Number(at)), and(eq(mailing.createdAt, Number(at)), lt(mailing.id, id)))
          : undefined,
      ),
    )
    .orderBy(desc(mailing.createdAt), desc(mailing.id))
    .limit(page.limit + 1);
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    rows: shown.map(asRow),
    next: rows.length > page.limit && last ? `${last.createdAt}/${last.id}` : undefined,
  };
}

/**
 * The numbers of a campaign. `audience = sent + skipped + failed + unknown + waiting`;
 * `sent = yes + no + expired + elsewhere + kept + left + bounced + silent`; of a closed campaign nobody is silent.
 */
export interface CampaignNumbers {
  /** Counted when they were planned; the parts are counted now. */
  audience: number;
  /** Planned or claimed: nothing is written yet of what became of them. */
  waiting: number;
  /** Of the waiting, those that are with the provider, who has not answered yet: nobody can stop them any more. */
  handed: number;
  sent: number;
  skipped: number;
  failed: number;
  unknown: number;
  /** Of the sent, what they answered until the campaign was closed. */
  yes: number;
  no: number;
  /** Closed without an answer to it: ended by it, signed up on another list of the purpose, on the list as before, or gone already. */
  expired: number;
  elsewhere: number;
  kept: number;
  left: number;
  bounced: number;
  silent: number;
  /** What is known of the sent since, whatever was answered. What nobody told of is in neither. */
  told: { delivered: number; bounced: number; complained: number };
}

/** What everybody calls "still to send": waiting, and not with the provider. A pause or a cancellation keeps these back. */
export const stillToSend = (n: Pick<CampaignNumbers, "waiting" | "handed">) => n.waiting - n.handed;

/** Counts a campaign from its messages at one moment, by an index that holds all that is asked; never from a counter that could drift. */
export async function readNumbers(db: Database, mailingId: string): Promise<CampaignNumbers> {
  const [planned, rows, folded, handed] = await db.read.batch([
    db.read.select({ n: mailing.audience }).from(mailing).where(eq(mailing.id, mailingId)),
    db.read
      .select({ state: message.state, answer: message.answer, n: count() })
      .from(message)
      .where(eq(message.mailingId, mailingId))
      .groupBy(message.state, message.answer),
    readFolded(db, mailingId),
    db.read
      .select({ n: count() })
      .from(batch)
      // A cross join begins with the few batches that are under way, not with all the messages of the mailing.
      .crossJoin(message)
      .where(
        and(
          eq(batch.state, "attempted"),
          eq(batch.mailingId, mailingId),
          eq(message.batchId, batch.id),
          eq(message.state, "claimed"),
        ),
      ),
  ]);
  const numbers: CampaignNumbers = {
    audience: planned[0]?.n ?? 0,
    waiting: 0,
    handed: handed[0]?.n ?? 0,
    sent: 0,
    skipped: 0,
    failed: 0,
    unknown: 0,
    yes: 0,
    no: 0,
    expired: 0,
    elsewhere: 0,
    kept: 0,
    left: 0,
    bounced: 0,
    silent: 0,
    told: { delivered: 0, bounced: 0, complained: 0 },
  };
  for (const { state, answer, n } of [...rows, ...folded.map(asCounted)]) {
    if (state === "planned" || state === "claimed") numbers.waiting += n;
    else if (state === "skipped" || state === "failed" || state === "unknown") numbers[state] += n;
    else {
      numbers.sent += n;
      if (state !== "sent") numbers.told[state] += n;
      numbers[answer ?? (state === "bounced" || state === "complained" ? "bounced" : "silent")] += n;
    }
  }
  return numbers;
}

/** Which of these people are on another live list of the same purpose. */
export async function readSharing(
  db: Database,
  purposeId: string,
  exceptListId: string,
  personIds: string[],
): Promise<Set<string>> {
  const rows = await db.read
    .select({ personId: subscription.personId })
    .from(subscription)
    .innerJoin(list, eq(list.id, subscription.listId))
    .where(
      and(
        inArray(subscription.personId, personIds),
        eq(list.purposeId, purposeId),
        ne(subscription.listId, exceptListId),
      ),
    );
  return new Set(rows.flatMap((r) => r.personId ?? []));
}

/** What of the campaigns the home page tells. */
export interface Today {
  drafts: MailingRow[];
  running: MailingRow[];
  /** They stand still until a person decides. */
  paused: MailingRow[];
  awaiting: MailingRow[];
}

/** Mailings that are not over: drafts, being planned, sent or closed right now, standing still, and waiting for answers, which issues are not. */
export async function readToday(db: Database): Promise<Today> {
  const rows = await db.read
    .select(ROW)
    .from(mailing)
    .innerJoin(list, eq(list.id, mailing.listId))
    .where(
      or(
        inArray(mailing.state, ["draft", "planning", "sending", "paused", "closing"]),
        and(eq(mailing.state, "sent"), ne(mailing.kind, "newsletter")),
      ),
    )
    .orderBy(mailing.deadlineDay, desc(mailing.createdAt))
    .limit(100);
  const of = (...states: MailingState[]) => rows.filter((r) => states.includes(r.state)).map(asRow);
  return {
    drafts: of("draft"),
    running: of("planning", "sending", "closing"),
    paused: of("paused"),
    awaiting: of("sent").filter((r) => r.kind !== "reminder"),
  };
}
