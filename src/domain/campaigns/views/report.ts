/**
 * Everything that the final report of a campaign states, read at one moment: its frozen texts, its acts with their places in
 * the proof log, its numbers wave by wave, and the head of the log. Holds nothing about any recipient.
 */
import { and, asc, count, eq, gte, inArray, isNotNull, lt, or, sql } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { base64, hex, unbase64url } from "../../../platform/encoding.ts";
import { event, logEntry, mailing, message, notice } from "../../../platform/schema.ts";
import { asCounted, readFolded } from "../../messages/views/folded.ts";
import type { Json } from "../../proof-log/rules/canonical.ts";
import { readCheckpoint } from "../../proof-log/views.ts";
import { type CampaignNumbers, readNumbers } from "../views.ts";

/** One act of the campaign, as the log holds it. */
export interface ReportAct {
  typ: string;
  at: number;
  eid: string;
  /** `staff:<id>` or `system:<job>`; empty where the event does not say. */
  by: string;
  /** What else the event says, without the members that every event has. */
  facts: Record<string, Json | undefined>;
  /** Index of the entry in the log, from 0, and its leaf hash. */
  index: number | undefined;
  leaf: string;
}

/** Acts on pages of people (closing, returned mail): so many events about so many people. */
export interface ReportPages {
  typ: string;
  events: number;
  people: number;
}

export interface ReportText {
  language: string;
  sha256: string;
  body: string;
}

/** A part of the mailing that went out by itself. */
export interface ReportWave {
  kind: "pilot" | "rest" | "reminder";
  at: number | null;
  people: number;
  sent: number;
  yes: number;
  no: number;
  bounced: number;
}

export interface ReportRead {
  acts: ReportAct[];
  pages: ReportPages[];
  texts: ReportText[];
  waves: ReportWave[];
  head: { size: number; root: string } | undefined;
}

const COMMON = new Set(["v", "log", "ctl", "eid", "typ", "at", "by", "mailing", "people", "_sd", "_sd_alg"]);
const PAGED = ["consent.expired", "address.removed", "address.unreachable"];

/** Reads it. */
export async function readReport(db: Database, id: string, numbers: CampaignNumbers): Promise<ReportRead> {
  const [acts, pages, texts, waves, head] = await Promise.all([
    readActs(db, id),
    readPages(db, id),
    db.read
      .select({ language: notice.language, sha256: notice.sha256, body: notice.body })
      .from(notice)
      .where(eq(notice.mailingId, id))
      .orderBy(asc(notice.language)),
    readWaves(db, id, numbers),
    readCheckpoint(db),
  ]);
  // The rest begins by an act of its own.
  const begun = acts.find(({ typ }) => typ === "mailing.rest-begun")?.at;
  for (const wave of waves) if (wave.kind === "rest") wave.at ??= begun ?? null;
  return { acts, pages, texts, waves, head: head && { size: head.size, root: base64(head.root) } };
}

async function readActs(db: Database, id: string): Promise<ReportAct[]> {
  const rows = await db.read
    .select({ eid: event.eid, typ: event.typ, at: event.at, body: event.body, leaf: event.leaf })
    .from(event)
    // "mailing." and everything that begins so: `/` follows `.` in ASCII.
    .where(and(gte(event.typ, "mailing."), lt(event.typ, "mailing/"), sql`${event.body} ->> 'mailing' = ${id}`))
    .orderBy(asc(event.at), asc(event.eid));
  const leaves = rows.flatMap(({ leaf }) => unbase64url(leaf) ?? []);
  const entries = leaves.length
    ? await db.read
        .select({ seq: logEntry.seq, leaf: logEntry.leaf })
        .from(logEntry)
        .where(inArray(logEntry.leaf, leaves))
    : [];
  const places = new Map(entries.map((e) => [hex(e.leaf), e.seq - 1]));
  return rows.map(({ body, leaf, ...row }) => {
    const said = JSON.parse(body) as Record<string, Json>;
    const facts = Object.fromEntries(Object.entries(said).filter(([name]) => !COMMON.has(name)));
    const index = places.get(hex(unbase64url(leaf) ?? new Uint8Array()));
    return { ...row, leaf, by: typeof said.by === "string" ? said.by : "", facts, index };
  });
}

async function readPages(db: Database, id: string): Promise<ReportPages[]> {
  const people = sql<number>`coalesce(sum(${event.body} ->> '$.people.count'), 0)`;
  return db.read
    .select({ typ: event.typ, events: count(), people })
    .from(event)
    .where(and(inArray(event.typ, PAGED), sql`${event.body} ->> 'mailing' = ${id}`))
    .groupBy(event.typ);
}

/** The pilot is counted by its own index; the rest is what it leaves of the whole. */
async function readWaves(db: Database, id: string, all: CampaignNumbers): Promise<ReportWave[]> {
  const [own, there, folded, reminders] = await Promise.all([
    db.read.select({ sentAt: mailing.sentAt }).from(mailing).where(eq(mailing.id, id)).get(),
    db.read
      .select({ state: message.state, answer: message.answer, n: count() })
      .from(message)
      .where(and(eq(message.mailingId, id), sql`${message.pilot} = 1`))
      .groupBy(message.state, message.answer),
    readFolded(db, id),
    db.read
      .select({ id: mailing.id, at: mailing.sentAt })
      .from(mailing)
      .where(and(or(eq(mailing.campaignId, id)), isNotNull(mailing.sentAt)))
      .orderBy(asc(mailing.sentAt)),
  ]);
  const drawn = [...there, ...folded.map(asCounted).filter(({ pilot }) => pilot)];
  const sum = (those: (row: (typeof there)[number]) => boolean) =>
    drawn.filter(those).reduce((total, row) => total + row.n, 0);
  const out = new Set(["sent", "delivered", "bounced", "complained"]);
  const returned = new Set(["bounced", "complained"]);
  const pilot = {
    people: sum(() => true),
    sent: sum((r) => out.has(r.state)),
    yes: sum((r) => out.has(r.state) && r.answer === "yes"),
    no: sum((r) => out.has(r.state) && r.answer === "no"),
    bounced: sum((r) => r.answer === null && returned.has(r.state)),
  };
  const rest = {
    people: all.audience - pilot.people,
    sent: all.sent - pilot.sent,
    yes: all.yes - pilot.yes,
    no: all.no - pilot.no,
    bounced: all.bounced - pilot.bounced,
  };
  const at = own?.sentAt ?? null;
  const waves: ReportWave[] = pilot.people > 0 ? [{ kind: "pilot", at, ...pilot }] : [];
  waves.push({ kind: "rest", at: pilot.people > 0 ? null : at, ...rest });
  for (const reminder of reminders) {
    const { audience: people, sent, yes, no, bounced } = await readNumbers(db, reminder.id);
    waves.push({ kind: "reminder", at: reminder.at, people, sent, yes, no, bounced });
  }
  return waves;
}
