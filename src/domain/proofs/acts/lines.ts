/**
 * Lines of the read log: of a look at proofs, one for the look itself, which the bound counts, and one for each record; of an
 * export, the same. An export of many people names what it is of, and how many.
 */
import type { Reading } from "../../read-log/acts/record.ts";

/** What is counted as a look (store/opening.ts), and what is read after it. */
export type LookAct = "proofs.look-up" | "proofs.open" | "proofs.ask";

/** `subject` is a person or an opening; the lines of records carry `proofs.read`. */
export function lookLines(look: {
  act: LookAct | "proofs.look-again";
  subject?: string | undefined;
  records: readonly string[];
  reason?: string;
  /** Nothing is looked for yet: `proofs.ask`. */
  found?: boolean;
}): Reading[] {
  const { act, subject, records, reason, found = records.length > 0 } = look;
  return [
    { act, subject, reason, outcome: found ? "found" : "none" },
    ...records.map((record): Reading => ({ act: "proofs.read", subject: record, reason })),
  ];
}

/** A bundle leaves the house. `subject`: a person, an opening, a mailing or a purpose; `records` of one person. */
export function exportLines(out: {
  subject: string;
  records: readonly string[];
  reason: string;
  count?: number;
}): Reading[] {
  const { subject, records, reason, count } = out;
  return [
    { act: "proofs.export", subject, reason, ...(count !== undefined && { count }) },
    ...records.map((record): Reading => ({ act: "proofs.exported", subject: record, reason })),
  ];
}
