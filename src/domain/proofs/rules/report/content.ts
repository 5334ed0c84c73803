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

/** An import that brought the person to a list: what the institution stated about it. */
export interface ReportImport {
  eid: string;
  /** ms. */
  at: number;
  index?: number;
  list: Both;
  source: string;
  /** On what the list rests, in the institution's words: a letter of GDPR Art. 6(1); absent where it said nothing. */
  basis?: "a" | "e" | "f";
  /** Since when the people are on the list, in the institution's words. */
  since: string;
  /** Where it says that proof of consent is kept; empty: it named none. */
  proof: string;
  rows: number;
}

/** A mailing that was to reach the person: one of these people, which the bundle proves. */
export interface ReportAsked extends ReportAct {
  eid: string;
  mailing: string;
  title: string;
  people: number;
}

/** An act of the institution. */
export interface ReportAct {
  typ: string;
  /** ms. */
  at: number;
  index?: number;
}

/** A record among many: its last event, and who stands behind that. */
export interface ReportRow {
  rec: string;
  typ: string;
  at: number;
  evidence: EvidenceClass;
  /** Who stands behind all of its events. */
  all: readonly EvidenceClass[];
  events: number;
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
  /** Told one by one. */
  records: ReportRecord[];
  imports?: ReportImport[];
  asked?: ReportAsked[];
  /** Of a campaign: what the institution did. */
  acts?: ReportAct[];
  /** Where there are many: a row each, instead of `records`. */
  rows?: ReportRow[];
  /** The newest head against which something here is proved. */
  head?: { size: number; root: string };
  /** Time of the latest time stamp that covers everything here, ms, and who made it. */
  stamped?: { at: number; authority: string };
}

/** Who stands behind the events of a report, each once. */
export const vouchersOf = ({ records, imports = [], rows = [] }: ReportInput): ReadonlySet<EvidenceClass> =>
  new Set([
    ...records.flatMap(({ events }) => events.map(({ said }) => evidenceClass(said))),
    ...imports.map(() => "institution" as const),
    ...rows.flatMap(({ all }) => all),
  ]);

/** What happened, without the noun before it: `given`, `objected`. */
export const actOf = (typ: string): string => typ.slice(typ.indexOf(".") + 1);

/** Personal details that an event hides and the bundle no longer holds; the address is not counted. */
export const erasedOf = ({ said, details }: ReportEvent): number =>
  Math.max(0, (said._sd?.length ?? 0) - 1 - details.filter(({ name }) => name !== "email").length);
