/**
 * What is recorded when somebody of the institution looks at people: a closed list. An act without a word in both languages
 * (texts/read-log.ts) does not compile. Names are final: lines are kept for two years and their digests for ever.
 */

/** A search by what was typed; a person shown; many shown at once, mostly masked; data that leave; a sealed proof. */
export type ReadKind = "search" | "read" | "many" | "export" | "sealed";

/** What `subject` is the id of. */
export type ReadSubject =
  | "person"
  | "record"
  | "opening"
  | "list"
  | "import"
  | "mailing"
  | "purpose"
  | "request"
  | "colleague";

interface ReadActRule {
  kind: ReadKind;
  /** What its lines may be about; none where only an address was typed and nobody was found. */
  subject: readonly ReadSubject[];
}

export const READ_ACTS = {
  /** A person by the exact address, or from a row of a list. */
  "people.look-up": { kind: "search", subject: ["person"] },
  "people.open": { kind: "read", subject: ["person"] },
  /** A "no" that the office writes down: the answer says which lists the address was on. */
  "people.refusal": { kind: "search", subject: ["person"] },
  /** A page of a list: addresses partly hidden. */
  "list.members": { kind: "many", subject: ["list"] },
  /** People of a list or a purpose as a file: asked for, and fetched. */
  "list.export": { kind: "export", subject: ["list"] },
  "export.fetch": { kind: "export", subject: ["list", "person", "purpose"] },
  /** Rows of a file that was brought in: partly hidden on the page, whole in the file of refused rows. */
  "imports.samples": { kind: "many", subject: ["import"] },
  "imports.refused-rows": { kind: "export", subject: ["import"] },
  /** Whether an address may not be mailed. */
  "suppression.look-up": { kind: "search", subject: ["person"] },
  /** Notes of what people asked for. */
  "requests.look-up": { kind: "search", subject: ["person", "request"] },
  "requests.read": { kind: "read", subject: ["request", "person"] },
  "proofs.look-up": { kind: "search", subject: ["person"] },
  "proofs.ask": { kind: "sealed", subject: ["opening"] },
  "proofs.open": { kind: "sealed", subject: ["opening"] },
  "proofs.look-again": { kind: "sealed", subject: ["opening"] },
  /** One record read within one of the four above. */
  "proofs.read": { kind: "read", subject: ["record"] },
  "proofs.export": { kind: "export", subject: ["person", "opening", "mailing", "purpose"] },
  "proofs.exported": { kind: "export", subject: ["record"] },
  /** A legal hold by the exact address; samples of what a rule will delete, by the beginning of an id. */
  "hold.place": { kind: "search", subject: ["person"] },
  "retention.samples": { kind: "many", subject: [] },
  /** Looking at this log: who looked at a person, and what a colleague looked at. */
  "reading.person": { kind: "search", subject: ["person"] },
  "reading.colleague": { kind: "many", subject: ["colleague"] },
} as const satisfies Readonly<Record<string, ReadActRule>>;

export type ReadAct = keyof typeof READ_ACTS;

/** An act that this version knows; rows of another version may hold others. */
export const isReadAct = (act: string): act is ReadAct => Object.hasOwn(READ_ACTS, act);

/** Whether a reason belongs to it: of a page of a list, or of a file that one has brought oneself, none is asked. */
export const isAsked = (act: string): boolean => isReadAct(act) && READ_ACTS[act].kind !== "many";

/** found: something of a person was shown. none: there was nothing. refused: somebody tried who may not, or not so. */
export const OUTCOMES = ["found", "none", "refused"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Acts that single out one person: so many of them in an hour are worth a look by the officer. */
export const SINGLING: readonly ReadAct[] = [
  "people.look-up",
  "people.open",
  "people.refusal",
  "suppression.look-up",
  "requests.look-up",
  "proofs.look-up",
  "proofs.open",
  "hold.place",
  "reading.person",
];

/** Lines about a person that are shown of each kind; older ones are in the log by colleague and by day. */
export const MOST_LINES = 200;

/** So many within an hour tell the officer, once; nothing is stopped. Well above a day of letters and calls. */
export const MANY_AN_HOUR = 40;
export const HOUR_MS = 3_600_000;
