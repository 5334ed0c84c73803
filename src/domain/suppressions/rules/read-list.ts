/**
 * Somebody else's list of addresses that must not be mailed, as text, to entries. Plain addresses, CSV of any office, and the
 * exports of mail services:
 *
 *     one a line       liga@pasts.example
 *     Resend           {"object":"list","data":[{"email":"…","reason":"bounced","created_at":"2026-…"}]}, or CSV of contacts with
 *                      `unsubscribed`
 *     Amazon SES       {"SuppressedDestinationSummaries":[{"EmailAddress":"…","Reason":"BOUNCE","LastUpdateTime":"…"}]}, or lines
 *                      `address,COMPLAINT` without titles, or one JSON object a line
 *     SendGrid         email,created · status,reason,email,created (status 5.1.1), or an array of such objects
 *     Mailchimp        the unsubscribed and the cleaned file · MailerLite: email, status, unsubscribed_at
 *
 * Every row is an entry, unless the file says that the person still gets mail. Nothing of a row is kept beside the address.
 */
import { isRefusal, type RefusalCode } from "../../../refusal.ts";
import { guessMapping, lastTitleRow, type Mapping } from "../../imports/rules/columns.ts";
import { readDay, readStatus, saysSpam, saysYes } from "../../imports/rules/status.ts";
import { plainTitle } from "../../imports/rules/titles.ts";
import { normaliseAddress } from "../../people/rules.ts";
import { type GivenReason, heavier } from "../rules.ts";

export interface Entry {
  normalised: string;
  reason: GivenReason;
  /** Day on which he left there, where the list says it. */
  day?: string;
}

export interface ReadList {
  /** Each address once. */
  entries: Entry[];
  rows: number;
  duplicates: number;
  /** Rows of people who still get that system's mail: no entries. */
  stillIn: number;
  /** Why rows were refused, with the numbers of the first. */
  refused: { code: RefusalCode; rows: number; first: number[] }[];
}

type Records = readonly (readonly string[])[];

/** Rows of which the columns are guessed. */
const GUESSED = 500;
const FIRST = 5;

/** Reads records; undefined if no column holds addresses. `fallback`: the reason of rows that name none. */
export function readList(records: Records, fallback: GivenReason, today: string): ReadList | undefined {
  const mapping = guessMapping(records.slice(0, GUESSED));
  if (!mapping) return undefined;
  const skip = lastTitleRow(mapping);
  const columns = columnsOf(records, mapping, skip);
  const found = new Map<string, Entry>();
  const read: ReadList = { entries: [], rows: 0, duplicates: 0, stillIn: 0, refused: [] };
  for (const [i, cells] of records.entries()) {
    if (i < skip || cells.every((cell) => cell.trim() === "")) continue;
    read.rows++;
    const address = normaliseAddress((cells[columns.address] ?? "").trim());
    if (isRefusal(address)) {
      count(read, address.code, i + 1);
      continue;
    }
    const said = verdictOf(cells, columns, fallback, today);
    if (!said) {
      read.stillIn++;
      continue;
    }
    const before = found.get(address.normalised);
    if (before) read.duplicates++;
    const day = later(before?.day, said.day);
    const reason = before ? heavier(before.reason, said.reason) : said.reason;
    found.set(address.normalised, { normalised: address.normalised, reason, ...(day !== undefined && { day }) });
  }
  return { ...read, entries: [...found.values()] };
}

const later = (a: string | undefined, b: string | undefined) => ((a ?? "") > (b ?? "") ? a : b);

function count(read: ReadList, code: RefusalCode, row: number): void {
  let reason = read.refused.find((r) => r.code === code);
  if (!reason) {
    reason = { code, rows: 0, first: [] };
    read.refused.push(reason);
  }
  reason.rows++;
  if (reason.first.length < FIRST) reason.first.push(row);
}

interface Columns {
  address: number;
  status: number[];
  left: number[];
  bounced: number[];
  spam: number[];
  day: number[];
}

/** Titles of the day on which a service put an address on its list. */
const DAY_TITLE = /^(created( at)?|last ?update(d)?( ?time| at)?|suppressed( at| on)?|added( at)?|date|time)$/;
const WHY_TITLE = /^(reason|type|status|origin|event|suppression( reason| type)?|iemesls)$/;

/** Which columns say something of the verdict, beside what the import of people reads there. */
function columnsOf(records: Records, { header, uses }: Mapping, skip: number): Columns {
  const titles = header
    ? (records[skip - 1] ?? []).map((t) => plainTitle(t.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")))
    : [];
  const all = (use: string) => uses.flatMap((u, i) => (u === use ? [i] : []));
  const columns: Columns = {
    address: uses.indexOf("email"),
    status: all("status"),
    left: all("left"),
    bounced: all("bounced"),
    spam: all("reason"),
    day: all("left"),
  };
  const body = records.slice(skip, skip + GUESSED);
  for (const [i, use] of uses.entries()) {
    if (use !== "skip" && use !== "name") continue;
    const cells = body.map((r) => (r[i] ?? "").trim()).filter(Boolean);
    const known = cells.length > 0 && cells.every((cell) => verdict(cell) !== undefined);
    if (known && (!header || WHY_TITLE.test(titles[i] ?? ""))) columns.status.push(i);
  }
  // Of a list of those who left, the day of its row; of a list of everybody it would be the day they came.
  if (columns.left.length === 0) columns.day = titles.flatMap((title, i) => (DAY_TITLE.test(title) ? [i] : []));
  return columns;
}

/** What a word of a service says; undefined for one we do not know, and for no word. */
function verdict(cell: string): ReturnType<typeof readStatus> {
  const word = cell.trim().toLowerCase();
  if (word === "") return undefined;
  const said = readStatus(word);
  if (said !== undefined) return said;
  if (/complain|spam|abuse|junk|sūdz/.test(word)) return "complained";
  if (/bounce|undeliver|invalid|cleaned|^5\.\d+\.\d+/.test(word)) return "bounced";
  return /unsub|opt-?out|suppress|manual/.test(word) ? "withdrawn" : undefined;
}

function verdictOf(
  cells: readonly string[],
  columns: Columns,
  fallback: GivenReason,
  today: string,
): { reason: GivenReason; day?: string } | undefined {
  const reasons: GivenReason[] = [];
  let saysIn = false;
  for (const i of columns.status) {
    const said = verdict(cells[i] ?? "");
    if (said === "in") saysIn = true;
    else if (said === "withdrawn" || said === "complained" || said === "bounced") reasons.push(said);
  }
  for (const i of columns.left) {
    if (saysYes(cells[i] ?? "")) reasons.push("withdrawn");
    else saysIn = true;
  }
  for (const i of columns.bounced) {
    if (saysYes(cells[i] ?? "")) reasons.push("bounced");
    else saysIn = true;
  }
  if (columns.spam.some((i) => saysSpam(cells[i] ?? ""))) reasons.push("complained");
  if (reasons.length === 0 && saysIn) return undefined;
  const day = columns.day.map((i) => dayOfCell(cells[i] ?? "", today)).find((d) => d !== undefined);
  const reason = reasons.reduce<GivenReason | undefined>((a, b) => (a ? heavier(a, b) : b), undefined) ?? fallback;
  return { reason, ...(day !== undefined && { day }) };
}

/** A day as lists write it, also as seconds since 1970. */
function dayOfCell(cell: string, today: string): string | undefined {
  const seconds = /^\d{10}$/.exec(cell.trim())?.[0];
  return readDay(seconds ? new Date(Number(seconds) * 1000).toISOString() : cell, today);
}
