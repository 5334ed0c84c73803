/**
 * Opening the sealed proof of somebody who left (PROOF 6.5): why it may be opened, how long a request and an opening last,
 * and who may decide about a request. Pure.
 *
 * What must stay true: only the address opens a seal. A request keeps no address, not even sealed, because its owner may
 * have left, and an address that is gone must not come back into the house for days (promise P4). It keeps a keyed tag, and
 * whoever asked types the address again when the second person has agreed: so neither the database with its keys nor a
 * forgotten session opens anything.
 */
import { type FieldProblem, isRefusal, type Refusal, refuse, refuseForm } from "../../../refusal.ts";
import { type NormalisedAddress, normaliseAddress } from "../../people/rules.ts";

const HOUR_MS = 3_600_000;

/** For whom or what it is opened: the person's own request, a complaint, an authority, a legal claim, an audit. */
export const GROUNDS = ["request", "complaint", "authority", "claim", "audit"] as const;
export type Ground = (typeof GROUNDS)[number];

/** A request that nobody decides about, or that is granted and not used, ends by itself. */
export const ASKED_MS = 7 * 24 * HOUR_MS;
/** How long what was opened can be read again by whoever opened it, without the address. */
export const OPENED_MS = 24 * HOUR_MS;
/** Look-ups and openings by one member of staff within an hour: a person's case needs a few, guessing needs thousands. */
export const LOOKS_AN_HOUR = 30;
export const LOOKS_WINDOW_MS = HOUR_MS;

/** The refusal of one look too many. */
export const tooMany = (): Refusal => refuse("proofs.too_many", { values: { most: LOOKS_AN_HOUR } });

const REASON_MIN = 10;
const REASON_MAX = 1_000;

export interface Opening {
  id: string;
  state: "asked" | "granted" | "refused" | "opened";
  ground: Ground;
  reason: string;
  /** `staff:<id>`. */
  askedBy: string;
  askedAt: number;
  decidedBy: string | null;
  decidedAt: number | null;
  /** Why it was refused. */
  note: string | null;
  openedAt: number | null;
  /** The end of the state it is in, ms. */
  until: number;
  /** The records that the address opened; gone at the end. */
  records: string[] | null;
}

/** The state with its end counted in: `ended` for what was never decided, never used, or is over. */
export type Stage = Opening["state"] | "ended";

/** How an opening stands at `now`. */
export const stageOf = (opening: Pick<Opening, "state" | "until">, now: number): Stage =>
  opening.state !== "refused" && opening.until <= now ? "ended" : opening.state;

/** What is wrong with the reasons as typed. They go into the proof log, so they name nobody's address. */
export function groundProblems(input: { ground: string; reason: string }): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (!(GROUNDS as readonly string[]).includes(input.ground)) problems.push({ field: "ground", code: "form.choose" });
  return [...problems, ...reasonProblems("reason", input.reason)];
}

/** The same of the words alone, in this field. */
export function reasonProblems(field: string, reason: string): FieldProblem[] {
  const { length } = reason.trim();
  if (length < REASON_MIN) return [{ field, code: "proofs.reason_short", values: { min: REASON_MIN } }];
  if (length > REASON_MAX) return [{ field, code: "form.too_long", values: { max: REASON_MAX } }];
  return reason.includes("@") ? [{ field, code: "proofs.reason_address" }] : [];
}

/** Whose proof is to be opened, for what and why: as typed in, as it is used out; every problem of the form at once. */
export function readAsking(input: {
  address: string;
  ground: string;
  reason: string;
}): (Pick<NormalisedAddress, "normalised"> & { ground: Ground; reason: string }) | Refusal {
  const address = normaliseAddress(input.address);
  const problems = groundProblems(input);
  if (isRefusal(address)) return refuseForm([{ field: "address", code: address.code }, ...problems]);
  if (problems.length > 0) return refuseForm(problems);
  return { normalised: address.normalised, ground: input.ground as Ground, reason: tidyReason(input.reason) };
}

/** As it is kept: trimmed, in NFC (PROOF 6.2). */
export const tidyReason = (reason: string): string => reason.trim().normalize("NFC");
