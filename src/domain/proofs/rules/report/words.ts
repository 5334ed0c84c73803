/** The sentences of a report; texts/proof-report.ts holds them in both languages. */
import type { EvidenceClass } from "../evidence.ts";

/** What events of a record are called. */
export const ACTS = [
  "requested",
  "given",
  "renewed",
  "refused",
  "withdrawn",
  "revoked",
  "expired",
  "invalidated",
  "imported",
  "objected",
] as const;
/** By which door an act came; `other` for one that this version does not know. */
export const METHODS = [
  "reconsent-page.post",
  "double-opt-in.post",
  "return-page.post",
  "unsubscribe-page.post",
  "own-page.post",
  "one-click.post",
  "not-me-page.post",
  "provider.complaint",
  "staff.phone",
  "staff.letter",
  "staff.reply",
  "staff.in-person",
  "staff.former-system",
  "other",
] as const;
export const BASES = ["a", "b", "c", "e", "f"] as const;

export type ReportKey =
  | "age"
  | "age.value"
  | `vouched.${EvidenceClass | "mixed"}`
  | `vouched.${EvidenceClass}.short`
  | `act.${(typeof ACTS)[number] | "other"}`
  | `how.${(typeof METHODS)[number]}`
  | `basis.${(typeof BASES)[number]}`
  | `detail.${"ip" | "user_agent" | "message_id" | "email"}`
  | "title"
  | "title.many"
  | "about.campaign"
  | "about.purpose"
  | "part"
  | "count"
  | "none"
  | "issuer"
  | "issuer.value"
  | "officer"
  | "log"
  | "head"
  | "head.value"
  | "head.none"
  | "record"
  | "state"
  | "acts"
  | "question"
  | "what"
  | "what.value"
  | "what.purpose"
  | "answer"
  | "when"
  | "when.value"
  | "requested"
  | "how"
  | "stands"
  | "basis"
  | "until"
  | "until.withdrawal"
  | "everything"
  | "erasure"
  | "erasure.value"
  | "text"
  | "text.notice"
  | "text.form"
  | "text.gone"
  | "text.none"
  | "hash"
  | "entry"
  | "entry.value"
  | "entry.none"
  | "details"
  | "details.erased"
  | "import"
  | "import.source"
  | "import.basis"
  | "import.since"
  | "import.proof"
  | "import.proof.none"
  | "import.rows"
  | "shows"
  | "shows.bytes"
  | "shows.bytes.some"
  | "shows.time"
  | "shows.no-time"
  | "shows.text"
  | "shows.address"
  | "shows.no-address"
  | "shows.not"
  | "shows.not.who"
  | "shows.not.true"
  | "shows.not.later"
  | "check"
  | "check.open"
  | "check.command"
  | "check.keys"
  | "personal";

/** Sentences about mailings and acts (texts/proof-asked.ts). */
export type AskedKey =
  | "title"
  | "what"
  | "when"
  | "people"
  | "people.value"
  | "entry"
  | "acts.title"
  | "acts.lede"
  | "not.mail"
  | "not.asked"
  | "not.asked.many";

/** A finished sentence. */
export type ReportSay = (key: ReportKey, values?: Record<string, string | number>) => string;

/** How a report speaks. */
export interface Voice {
  lang: "lv" | "en";
  t: ReportSay;
  asked(key: AskedKey, values?: Record<string, string | number>): string;
  /** The name of an act of the institution, by its type. */
  act(typ: string): string;
  /** A moment in the institution's zone: 22 November 2026 at 11:00. */
  moment(ms: number): string;
  /** The same for a table. */
  moments(ms: number): string;
  /** A day of the calendar, `2026-11-22`, as it stands beside a name. */
  day(iso: string): string;
  number(n: number): string;
}
