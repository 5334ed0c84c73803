/**
 * What a verifier says. Three verdicts that are never melted into one green tick (PROOF 6.7): are these the bytes that the
 * log committed to, by when did they exist, and what do they say. Every step has its own result, every fault its own code;
 * the sentences are in texts/verifier.
 */
import type { EvidenceClass } from "../evidence.ts";

/**
 * valid: checked and right. invalid: checked and wrong. erased: what would be needed was destroyed on purpose, as the law
 * asks. not-checkable: it is not in the bundle, or cannot be known without a network.
 */
export type Status = "valid" | "invalid" | "erased" | "not-checkable";

/** The steps in the order in which they are taken. */
export const STEPS = [
  "manifest",
  "event",
  "origin",
  "disclosures",
  "inclusion",
  "signature",
  "key",
  "consistency",
  "time",
  "texts",
  "chain",
  "record",
  "people",
] as const;
export type StepName = (typeof STEPS)[number];

export type VerdictName = "bytes" | "time" | "content";

/** What one step found at one place. `code` has a sentence; `at` is a path in the bundle. */
export interface Finding {
  step: StepName;
  status: Exclude<Status, "valid">;
  code: FindingCode;
  at?: string;
  /** For the sentence: numbers, ids, times; never an address. */
  values?: Record<string, string | number>;
}

export interface Step {
  step: StepName;
  status: Status;
  /** How many things were looked at. None: the bundle has nothing of the kind. */
  looked: number;
}

export interface Verdict {
  status: Status;
  /** Who vouches for what is said: the first line of every verdict. */
  evidence: EvidenceClass | "mixed";
}

/** Code of every finding; each has a sentence in both languages. */
export const FINDING_CODES = [
  "manifest.hash",
  "manifest.missing_file",
  "manifest.unlisted_file",
  "event.too_long",
  "event.not_json",
  "event.name_twice",
  "event.other_form",
  "event.members",
  "origin.not_the_bundles",
  "origin.other_log",
  "origin.earlier_log",
  "origin.other_controller",
  "disclosures.malformed",
  "disclosures.erased",
  "disclosures.foreign",
  "disclosures.twice",
  "disclosures.name_taken",
  "disclosures.algorithm",
  "inclusion.no_proof",
  "inclusion.carriage_return",
  "inclusion.control_character",
  "inclusion.base64",
  "inclusion.malformed",
  "inclusion.no_salt",
  "inclusion.salt_length",
  "inclusion.index",
  "inclusion.not_in_log",
  "signature.policy",
  "signature.checkpoint",
  "signature.carriage_return",
  "signature.control_character",
  "signature.base64",
  "signature.same_key_twice",
  "signature.no_known_key",
  "signature.wrong",
  "signature.quorum",
  "key.from_bundle",
  "key.other",
  "consistency.malformed",
  "consistency.alone",
  "consistency.broken",
  "consistency.forked",
  "consistency.apart",
  "time.none",
  "time.not_covered",
  "time.checkpoint",
  "time.stamp",
  "time.imprint",
  "time.usage",
  "time.untrusted",
  "time.authority_from_bundle",
  "time.event_later",
  "texts.hash",
  "texts.absent",
  "chain.record",
  "chain.gap",
  "chain.prev",
  "chain.order",
  "chain.state",
  "chain.decision",
  "chain.end_unknown",
  "record.malformed",
  "record.contradicts",
  "people.malformed",
  "people.none",
  "people.not_in_act",
  "people.other_act",
  "people.no_record",
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** An event as it was found to be; what is missing was not there or not right. */
export interface SeenEvent {
  path: string;
  n: number;
  eid: string;
  typ: string;
  /** What the institution's clock said, ISO 8601. */
  at: string;
  evidence: EvidenceClass;
  /** Place in the log, from 0. */
  index?: number;
  /** By when it existed, shown by a time stamp, ms. */
  existedBy?: number;
  status: Status;
  /** The event itself. */
  said: Readonly<Record<string, unknown>>;
  /** Personal details that are still kept. */
  details: { name: string; value: string }[];
  /** How many were erased. */
  erased: number;
  /** Of an act on people: how many there were, and of how many of them the bundle proves it. */
  people?: { all: number; proved: number };
  /** Hex hashes of what was shown. */
  texts: string[];
}

export interface SeenRecord {
  rec: string;
  folder: string;
  events: SeenEvent[];
}

export interface Report {
  /** SHA-256 of the file. */
  sha256: string;
  origin: string;
  controller?: string;
  tool: string;
  verdicts: Record<VerdictName, Verdict>;
  steps: Step[];
  findings: Finding[];
  records: SeenRecord[];
  acts: SeenEvent[];
  /** vkeys that signed. */
  keys: string[];
  /** By when everything in it existed, ms, if the issuers of the stamps can be trusted; absent unless stamps cover all of it. */
  existedBy?: number;
  /** Who stamped, as the authority's certificate names it, and whether it calls its stamps qualified. */
  stamps: SeenStamp[];
  /** Bytes of the texts, by hex hash. */
  texts: ReadonlyMap<string, Uint8Array>;
}

export interface SeenStamp {
  at: number;
  authority: string;
  claimsQualified: boolean;
  /** SHA-256, hex, of the certificate at the end of its chain: what a reader compares with a trusted list. */
  root: string;
}

/** The step that each verdict rests on. `key` and `record` views are told beside it. */
export const RESTS_ON: Record<VerdictName, readonly StepName[]> = {
  bytes: ["manifest", "event", "origin", "inclusion", "signature", "key", "consistency"],
  time: ["time"],
  content: ["disclosures", "texts", "chain", "record", "people"],
};

/** Told beside a verdict without changing it: nothing that a file could say of itself would settle it. */
export const CAVEATS: ReadonlySet<FindingCode> = new Set(["key.from_bundle", "consistency.apart", "chain.end_unknown"]);

/** The weakest of several: wrong before unknown before erased before right. */
export function worst(all: Iterable<Status>): Status {
  const seen = new Set(all);
  const order: Status[] = ["invalid", "not-checkable", "erased"];
  return order.find((status) => seen.has(status)) ?? "valid";
}
