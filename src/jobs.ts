/**
 * Queued work. A job holds ids only, never content or an address: rows are the truth, the queue is a hint, and the
 * `recover` sweep finds what a queue lost.
 */
export type Job =
  | { kind: "intake"; intakeId: string }
  | { kind: "plan"; mailingId: string }
  | { kind: "deliver"; mailingId: string }
  | { kind: "recover" }
  | { kind: "seal" }
  | { kind: "erase-page"; mailingId: string }
  | { kind: "import-page"; importId: string }
  | { kind: "retain" };

export type JobKind = Job["kind"];

/** Which queue carries the job: `prompt` for what a person waits for, `bulk` for the rest. */
export const LANE: Record<JobKind, "prompt" | "bulk"> = {
  intake: "prompt",
  seal: "prompt",
  plan: "bulk",
  deliver: "bulk",
  recover: "bulk",
  "erase-page": "bulk",
  "import-page": "bulk",
  retain: "bulk",
};
