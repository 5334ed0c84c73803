/** A few rows of each kind, masked, so that a person sees what the numbers mean. Kept sealed, deleted with the file. */
import type { StopReason } from "./status.ts";

export const SAMPLE_KINDS = ["add", "already", "left", "stopped", "unconfirmed", "duplicate"] as const;
export type SampleKind = (typeof SAMPLE_KINDS)[number];

export interface SampleRow {
  row: number;
  /** As lists show it: `li••@pasts.example`. */
  address: string;
  /** Of `left`: the day. */
  day?: string;
  /** Of `stopped`: why. */
  reason?: StopReason;
}

export type Samples = Partial<Record<SampleKind, SampleRow[]>>;

const MOST = 3;

/** Whether one more is wanted of the kind. */
export const wants = (samples: Samples, kind: SampleKind): boolean => (samples[kind]?.length ?? 0) < MOST;

/** Adds one. */
export function addSample(samples: Samples, kind: SampleKind, row: SampleRow): void {
  samples[kind] = [...(samples[kind] ?? []), row];
}
