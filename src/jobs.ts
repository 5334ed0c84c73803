/**
 * Queued work. A job holds ids only, never content or an address: rows are the truth, the queue is a hint, and the
 * `recover` sweep finds what a queue lost.
 */
export type Job =
  | { kind: "intake"; intakeId: string }
  /** `turn` names the chain that the job belongs to (delivery/turn.ts); absent where a chain begins. */
  | { kind: "plan"; mailingId: string; turn?: string }
  | { kind: "deliver"; mailingId: string; turn?: string }
  /** What is left of a mailing that was paused or cancelled: takes planned mail back, ends doubts nobody may ask about. */
  | { kind: "settle"; mailingId: string; turn?: string }
  /** Keeps how the campaigns under way stand, for their charts; and looks at the terms of requests and breaches. */
  | { kind: "readings" }
  /** Mails what is owed for answers: the receipt of a "yes", the last mail after a "no". */
  | { kind: "receipts" }
  /** Tells alerts on the second channel. */
  | { kind: "tell" }
  | { kind: "recover" }
  | { kind: "seal" }
  /** Brings an older copy of the database to the erasure journal, page by page; until then every door is shut. */
  | { kind: "reapply" }
  /** Gets the day's time stamp over the signed head of the log. */
  | { kind: "time-stamp" }
  | { kind: "erase-page"; mailingId: string; turn?: string }
  | { kind: "import-page"; importId: string }
  | { kind: "export-page"; exportId: string }
  /** Brings rows under the newest keys (domain/key-rotation). */
  | { kind: "rotate"; turn?: string }
  /** The next pages of somebody else's list of suppressed addresses; of a decision on tags; of the nightly look for faults. */
  | { kind: "suppress-page"; listId: string }
  | { kind: "suppression-review"; reviewId: string }
  | { kind: "suppression-sweep" }
  | { kind: "retain" }
  | { kind: "retain-page" }
  /** Counts what each rule of retention will delete. */
  | { kind: "forecast"; turn?: string }
  /** Puts the days of the read log that are over into the proof log. */
  | { kind: "read-digest" };

export type JobKind = Job["kind"];

/** Which queue carries the job: `prompt` for what a person waits for, `bulk` for the rest. */
export const LANE: Record<JobKind, "prompt" | "bulk"> = {
  intake: "prompt",
  readings: "bulk",
  receipts: "prompt",
  seal: "prompt",
  reapply: "prompt",
  "time-stamp": "bulk",
  plan: "bulk",
  deliver: "bulk",
  settle: "bulk",
  tell: "prompt",
  recover: "bulk",
  "erase-page": "bulk",
  "import-page": "bulk",
  "export-page": "bulk",
  rotate: "bulk",
  "suppress-page": "bulk",
  "suppression-review": "bulk",
  "suppression-sweep": "bulk",
  retain: "bulk",
  "retain-page": "bulk",
  forecast: "bulk",
  "read-digest": "bulk",
};
