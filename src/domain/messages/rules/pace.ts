/**
 * The pace of a provider: the generic cell rate algorithm (GCRA, ITU-T I.371) over one row for each provider. Pure.
 *
 * Both lanes move one theoretical arrival time. Bulk mail waits for it and moves it by a quarter more than the provider asks
 * for, so that it uses 80 % of the rate alone; prompt mail may go up to a second's worth ahead of it.
 */
import { isAhead } from "./outcome.ts";

/** `prompt`: a person waits for it. `bulk`: mailings. */
export type Lane = "prompt" | "bulk";

export interface Pace {
  /** Theoretical arrival time of the next hand-over, microseconds since 1970. */
  tatUs: number;
  /** Microseconds between two hand-overs. */
  intervalUs: number;
}

const BULK_SHARE = 0.8;
/** How far a lane may go ahead of the rate. A millisecond is what the clock cannot tell. */
const AHEAD_US: Record<Lane, number> = { prompt: 1_000_000, bulk: 1_000 };

/** The next arrival time if a hand-over may begin now, or how long it has to wait, ms. */
export function nextSlot(
  { tatUs, intervalUs }: Pace,
  nowMs: number,
  lane: Lane,
): { tatUs: number } | { waitMs: number } {
  const nowUs = nowMs * 1000;
  const step = Math.ceil(lane === "prompt" ? intervalUs : intervalUs / BULK_SHARE);
  // Further ahead than any lane goes: the clock was wrong when it was written.
  const furthest = AHEAD_US.prompt + 2 * Math.ceil(intervalUs / BULK_SHARE);
  const ahead = tatUs - nowUs > furthest ? 0 : tatUs - nowUs;
  if (ahead > AHEAD_US[lane]) return { waitMs: Math.ceil((ahead - AHEAD_US[lane]) / 1000) };
  return { tatUs: nowUs + Math.max(ahead, 0) + step };
}

/** Microseconds between two hand-overs of a rate. */
export const intervalOf = (perSecond: number) => Math.ceil(1_000_000 / perSecond);

/** What the provider wants for a while: nothing. */
export interface Block {
  until: number;
  code: string;
  since: number;
}

/** Whether the provider still wants nothing. A wish from the future is one of a clock that was wrong. */
export const blocks = (block: Block | undefined, now: number): block is Block =>
  block !== undefined && block.until > now && !isAhead(block.since, now);

/** A provider that has refused for longer than this pauses the mailing: a person should look. */
export const LONG_BLOCK_MS = 3_600_000;

/** Blocks that a person must hear of at once, as the code of the alert. */
export function alertOf(code: string): "provider.setup" | "provider.quota" | undefined {
  if (code === "provider.setup") return code;
  return code.startsWith("provider.quota_") ? "provider.quota" : undefined;
}

/** Whether prompt mail is not even tried: the provider counts, and has said so. */
export const holdsPrompt = (code: string) => code === "provider.rate_limit" || code.startsWith("provider.quota_");

/** A quota ends by itself when its day or month does; everything else that lasts is for a person. */
export function pausesMailing({ code, since }: Block, now: number): boolean {
  return now - since >= LONG_BLOCK_MS && !code.startsWith("provider.quota_") && code !== "provider.rate_limit";
}
