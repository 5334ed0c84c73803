/**
 * What leaves the house: who gets it and why, which columns of a list, and how long it can be fetched. Pure.
 *
 * What must stay true: no file is kept. A list is written from the live rows while it is fetched, so nobody who was erased
 * before is in it; what was fetched is a disclosure (GDPR Art. 19), and each row has a number by which its recipient can be
 * told to delete it.
 */

import type { FieldProblem } from "../../refusal.ts";
import { reasonProblems, tidyReason } from "../proofs/rules/opening.ts";

const HOUR_MS = 3_600_000;

/** How long an export can be fetched once it is ready. */
export const FETCH_MS = 24 * HOUR_MS;
/** A making that takes longer than this is given up: nobody waits for it any more. */
export const MAKING_MS = 24 * HOUR_MS;
/** What of a person a list may hold, beside the number of his row. */
export const COLUMNS = ["address", "name", "language", "kind", "state", "since", "consent"] as const;
export type Column = (typeof COLUMNS)[number];

/** Who gets it. inside: the same institution. processor: works for it (Art. 28). authority: asks by law. */
export const RECIPIENTS = ["inside", "processor", "authority", "other"] as const;
export type Recipient = (typeof RECIPIENTS)[number];

/** Whom of a list: those who may be mailed, or also those whose consent is not proven. */
export const WHOM = ["active", "all"] as const;
export type Whom = (typeof WHOM)[number];

/** What is kept of a list export beside its own columns. */
export interface ListForm {
  columns: Column[];
  whom: Whom;
  /** Language of the headings; Latvian spreadsheets part cells by semicolons, others by commas. */
  language: "lv" | "en";
}

export type ExportKind = "list" | "proofs" | "person";
export type ExportState = "making" | "ready" | "over";

export interface Export {
  id: string;
  kind: ExportKind;
  state: ExportState;
  /** List, mailing or purpose; null for the bundle of a person. */
  subject: string | null;
  form: ListForm;
  recipient: Recipient;
  recipientName: string;
  reason: string;
  cursor: string | null;
  people: number;
  askedBy: string;
  askedAt: number;
  until: number | null;
  fetches: number;
  handedOutAt: number | null;
}

/** Where the making has come to: the last subscription it has seen, in the order of the list. */
export interface Mark {
  state: "active" | "unproven";
  createdAt: number;
  id: string;
}

/** SQL of exports that nobody will fetch any more, or that were dropped, with its arguments; `e` is the export. */
export const unfetched = (now: number) => ({
  where: "e.fetches = 0 AND (e.state = 'over' OR e.until <= ? OR (e.state = 'making' AND e.asked_at <= ?))",
  args: [now, now - MAKING_MS],
});

/** How it stands at `now`: whatever nobody fetched in time is over, whether or not the sweep has come by. */
export type Stage = "making" | "ready" | "fetched" | "over";

export function stageOf(one: Pick<Export, "state" | "until" | "fetches">, now: number): Stage {
  if (one.state === "making") return "making";
  if (one.state === "over" || (one.until ?? 0) <= now) return "over";
  return one.fetches > 0 ? "fetched" : "ready";
}

export interface ListAsked {
  columns: readonly string[];
  whom: string;
  recipient: string;
  recipientName: string;
  reason: string;
}

/** What is wrong with it as typed. Reason and recipient name bodies and tasks, never an address. */
export function askProblems(asked: ListAsked): FieldProblem[] {
  const found: FieldProblem[] = [];
  const known = asked.columns.filter((one) => (COLUMNS as readonly string[]).includes(one));
  if (known.length === 0) found.push({ field: "column", code: "exports.no_columns" });
  if (!(WHOM as readonly string[]).includes(asked.whom)) found.push({ field: "whom", code: "form.choose" });
  if (!(RECIPIENTS as readonly string[]).includes(asked.recipient))
    found.push({ field: "recipient", code: "form.choose" });
  const name = asked.recipientName.trim();
  if (name === "") found.push({ field: "recipientName", code: "form.required" });
  else if (name.length > 200) found.push({ field: "recipientName", code: "form.too_long", values: { max: 200 } });
  else if (name.includes("@")) found.push({ field: "recipientName", code: "exports.recipient_address" });
  return [...found, ...reasonProblems("reason", asked.reason)];
}

/** As it is kept: columns in their own order, words trimmed and in NFC. */
export function tidyAsked(asked: ListAsked, language: "lv" | "en") {
  return {
    form: {
      columns: COLUMNS.filter((one) => asked.columns.includes(one)),
      whom: asked.whom as Whom,
      language,
    } satisfies ListForm,
    recipient: asked.recipient as Recipient,
    recipientName: tidyReason(asked.recipientName),
    reason: tidyReason(asked.reason),
  };
}

/** What became of telling the recipient of a handed-out export about people who have gone since. */
export const TOLD = ["done", "impossible"] as const;
export type Told = (typeof TOLD)[number];

/** The numbers of rows as they are told to a recipient: `3, 17–19, 204`. */
export function numbersText(numbers: readonly number[]): string {
  const runs: [from: number, to: number][] = [];
  for (const n of [...numbers].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && n === last[1] + 1) last[1] = n;
    else runs.push([n, n]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(", ");
}
