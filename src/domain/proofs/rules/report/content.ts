/** What a report is made of: the events of the bundle that it lies in, and the texts that were shown. */
import type { Both, Institution } from "../../../institution/rules.ts";
import type { Statement } from "../dpv/statement.ts";
import { type EvidenceClass, evidenceClass } from "../evidence.ts";

export interface ReportText {
  kind: "notice" | "form";
  sha256: string;
  /** HTML fragment as it was shown; absent where it is not kept any more. */
  body?: string;
  language?: string;
  version: string;
}

export interface ReportEvent {
  said: Statement;
  /** From 0; absent while the entry is under no signed head. */
  index?: number;
  texts: ReportText[];
  lists: Both[];
  /** Title of the mailing whose link was pressed. */
  mailing?: string;
  /** Disclosed personal details: name of RFC 9901 and value. */
  details: { name: string; value: string }[];
}

export interface ReportRecord {
  rec: string;
  purpose: Both;
  events: ReportEvent[];
}

/** Of whom a report is. */
export type ReportScope =
  | { kind: "person" }
  | { kind: "campaign"; title: string }
  | { kind: "purpose"; names: Both; from: number; to: number };

export interface ReportInput {
  institution: Pick<Institution, "names" | "registrationNumber" | "legalAddress" | "dataProtectionOfficer" | "email">;
  /** Origin of the log. */
  origin: string;
  publicUrl: string;
  scope: ReportScope;
  /** Where there are more records than one bundle holds: which part this is. */
  part?: { n: number; of: number };
  records: ReportRecord[];
  /** The newest head against which something here is proved. */
  head?: { size: number; root: string };
  /** Time of the latest time stamp that covers everything here, ms, and who made it. */
  stamped?: { at: number; authority: string };
}

/** Who stands behind a whole report: the same for all its events, or mixed. */
export function voucherOf(records: readonly ReportRecord[]): EvidenceClass | "mixed" | undefined {
  const all = new Set(records.flatMap(({ events }) => events.map(({ said }) => evidenceClass(said))));
  return all.size > 1 ? "mixed" : [...all][0];
}

/** What happened, without the noun before it: `given`, `objected`. */
export const actOf = (typ: string): string => typ.slice(typ.indexOf(".") + 1);

/** Personal details that an event hides and the bundle no longer holds; the address is not counted. */
export const erasedOf = ({ said, details }: ReportEvent): number =>
  Math.max(0, (said._sd?.length ?? 0) - 1 - details.filter(({ name }) => name !== "email").length);
