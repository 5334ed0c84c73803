/**
 * The certificate of a "no": what ended, what was deleted, what is kept, why and until when, who else was told, and by which
 * day backups can no longer hold even the sealed form (GDPR Art. 12(3), 17, 19). One value, computed once with the act: the
 * page and the last mail render it, and its facts stand in the act's event, so that the receipt file and the proof log commit
 * to the very same. Pure.
 */
import type { Recipient } from "../../exports/rules.ts";
import { CHECK_LIFE_MS } from "../../imports/rules/findings.ts";
import type { Both, Institution } from "../../institution/rules.ts";
import type { Json } from "../../proof-log/rules/canonical.ts";
import { dayOf, later } from "./days.ts";

/** What is kept after a "no", and until when (days in the institution's zone). */
export interface Kept {
  proofUntilDay: string;
  suppressionReviewDay: string;
  /** Day on which the last backup that could hold the sealed address has expired. */
  backupsCleanDay: string;
}

/** What goes when the last reason to hold an address ends, in the order in which it is told. */
export const DELETED = [
  "address",
  "name",
  "look-up-tag",
  "links",
  "open-requests",
  "circumstances",
  "queued-mail",
  "provider-ids",
  "waiting-exports",
] as const;
export type Deleted = (typeof DELETED)[number];

/** Most exports that an event names: it may have 16 KiB. The newest; the page tells of all. */
const EXPORTS_IN_EVENT = 40;

/** A file that was checked is imported within a day, or dropped (imports/rules/findings.ts). */
const FILE_WAITS_MS = CHECK_LIFE_MS;

/** A body that delivers our mail, and the last day on which its own log can name the address. */
export interface Provider {
  name: string;
  until: string;
}

/** Something of him that was handed out, and is to be deleted there too. */
export interface ToldExport {
  id: string;
  kind: "list" | "proofs" | "person";
  /** Day on which it was handed out. */
  day: string;
  recipient: Recipient;
  recipientName: string;
}

export interface Certificate {
  at: number;
  /** The address is deleted: nothing else holds it. */
  erased: boolean;
  /** He asked for more than this purpose. */
  everything: boolean;
  ended: Both[];
  remaining: Both[];
  /** Empty while the address is held for what remains. */
  deleted: readonly Deleted[];
  kept: Kept;
  /** One sealed row holds the address until then, ms, for the last mail. */
  lastMailUntil?: number | undefined;
  providers: Provider[];
  exports: ToldExport[];
  /** Numbers of open requests: each holds the address, sealed, until it is answered. */
  requests: number[];
  /** Day by which files that wait to be imported are imported or gone; the mark leaves him out of them. */
  filesUntil?: string;
  /** Deleted places of the database are overwritten at once; a database server of others decides that itself. */
  overwritten: boolean;
}

export interface CertificateInput {
  institution: Pick<Institution, "processors" | "timeZone">;
  at: number;
  everything: boolean;
  ended: Both[];
  remaining: Both[];
  kept: Kept;
  lastMailUntil: number | undefined;
  /** What was handed out of him that this act ends. */
  handedOut: readonly (Omit<ToldExport, "day"> & { at: number })[];
  openRequests: readonly number[];
  filesWait: boolean;
  overwritten: boolean;
}

/** Computes it. */
export function certificateOf(input: CertificateInput): Certificate {
  const { institution, at, everything, ended, remaining, kept, lastMailUntil, overwritten } = input;
  const erased = remaining.length === 0;
  return {
    at,
    erased,
    everything,
    ended,
    remaining,
    deleted: erased ? DELETED : [],
    kept,
    ...(lastMailUntil === undefined ? {} : { lastMailUntil }),
    providers: erased ? providersOf(institution, lastMailUntil ?? at) : [],
    exports: input.handedOut.map(({ id, kind, at: given, recipient, recipientName }) => ({
      id,
      kind,
      day: dayOf(given, institution.timeZone),
      recipient,
      recipientName,
    })),
    requests: erased ? [...input.openRequests] : [],
    ...(erased && input.filesWait ? { filesUntil: dayOf(at + FILE_WAITS_MS, institution.timeZone) } : {}),
    overwritten,
  };
}

/** Who delivers mail, and until when its log can hold an address that mail went to on the day of `at` at the latest. */
export function providersOf({ processors, timeZone }: CertificateInput["institution"], at: number): Provider[] {
  return processors
    .filter(({ role }) => role === "mail")
    .map(({ name, logRetentionDays }) => ({
      name: name.normalize("NFC"),
      until: later(dayOf(at, timeZone), { days: logRetentionDays }),
    }));
}

/** What an event says of an erasure (member `erasure`): codes, days, ids and the providers' names; nothing of the person. */
export type ErasureFacts = { readonly [name: string]: Json | undefined };

/** The facts of one certificate; undefined where the address stays. */
export function erasureFacts(certificate: Certificate): ErasureFacts | undefined {
  if (!certificate.erased) return undefined;
  const { exports, deleted, kept, requests, filesUntil } = certificate;
  return {
    stage: 1,
    deleted: [...deleted],
    ...daysOf(kept, certificate),
    ...(requests.length > 0 ? { requests: requests.length } : {}),
    ...(filesUntil ? { files: filesUntil } : {}),
    ...(exports.length > 0
      ? { exports: exports.slice(-EXPORTS_IN_EVENT).map(({ id, day }) => ({ export: id, day })) }
      : {}),
  };
}

/** The same of an act of the institution about many: how many addresses went with it. Undefined where none did. */
export function erasuresFacts(
  of: Pick<CertificateInput, "institution" | "at" | "kept" | "overwritten">,
  addresses: number,
): ErasureFacts | undefined {
  if (addresses === 0) return undefined;
  const { institution, at, kept, overwritten } = of;
  return {
    stage: 1,
    addresses,
    deleted: [...DELETED],
    ...daysOf(kept, { providers: providersOf(institution, at), overwritten }),
  };
}

const daysOf = (kept: Kept, { providers, overwritten }: Pick<Certificate, "providers" | "overwritten">) => ({
  proof: kept.proofUntilDay,
  mark: kept.suppressionReviewDay,
  backups: kept.backupsCleanDay,
  overwritten,
  processors: providers.map(({ name, until }) => ({ name, until })),
});
