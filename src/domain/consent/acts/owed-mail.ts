/**
 * Mail that is owed by a row: the receipt of a "yes", the last mail after a "no". One way for both from the row to the
 * provider. Killed at any instant, the row tells the next run what to do: with a provider that remembers keys a retry sends the
 * same bytes under the same key; where the mailer asks before it begins (SMTP), a crash before that leaves the mail owed; else
 * what nobody knows is never tried again. Assembled here; which SQL moves and ends a row is said by the verb.
 */
import type { Deps, OutgoingMail } from "../../../deps.ts";
import { type OwedFence, RECEIPT_ATTEMPT_MS } from "../rules/receipt.ts";

const PAGE = 50;
/** A job ends by itself before anybody asks where it is; the next one goes on. */
const TURN_MS = 45_000;

export interface Owed {
  /** In lines of the log, with the event's id. */
  what: string;
  eid: string;
  /** Idempotency key. */
  key: string;
  from: OwedFence;
  /** Nothing of it begins after this moment. */
  beginUntil: number;
  /** Moves the row on; false if somebody else did, or it is gone. */
  move(from: OwedFence, to: OwedFence): Promise<boolean>;
  /** It is over; false as above. given-up: it has not gone out and will not by itself. unknown: nobody can say. */
  end(from: OwedFence, how: "mailed" | "given-up" | "unknown", code: string): Promise<boolean>;
  /** The mail; `unsealedMs`: its proof is to be asked for again after so long; undefined: nobody is there any more. */
  compose(): Promise<OutgoingMail | { unsealedMs: number } | undefined>;
}

/** What one says about the others: the provider wants nothing for so long, or its entry is not sealed yet. */
export type Next = { pauseMs: number } | { unsealedMs: number } | undefined;

/** Mails all whose time has come, page by page. */
export async function mailAllOwed<T>(
  deps: Deps,
  read: (now: number, limit: number) => Promise<T[]>,
  mailOne: (one: T) => Promise<Next>,
): Promise<void> {
  const began = deps.clock.now();
  let unsealedMs: number | undefined;
  const again = (ms: number) =>
    deps.queue.enqueue({ kind: "receipts" }, { delaySeconds: Math.ceil(ms / 1000) + (ms > 0 ? 1 : 0) });
  for (;;) {
    const owed = await read(deps.clock.now(), PAGE);
    for (const one of owed) {
      if (deps.queue.closing?.()) return;
      const next = await mailOne(one);
      if (next && "pauseMs" in next) return again(next.pauseMs);
      if (next) unsealedMs = Math.min(unsealedMs ?? next.unsealedMs, next.unsealedMs);
      if (deps.clock.now() - began > TURN_MS) return again(0);
    }
    if (owed.length < PAGE) break;
  }
  if (unsealedMs === undefined) return;
  await deps.queue.enqueue({ kind: "seal" });
  // What waits long is found by the sweep.
  if (unsealedMs < 60_000) await again(unsealedMs);
}

/** One attempt of one mail. */
export async function handOnOwed(deps: Deps, owed: Owed): Promise<Next> {
  const { eid, what } = owed;
  const now = deps.clock.now();
  const { remembersKeys, oneByOne } = deps.mailer;
  let fence: OwedFence = { state: owed.from.state, tryAt: owed.from.tryAt };
  const move = async (state: OwedFence["state"], tryAt: number) => {
    const to = { state, tryAt };
    if (!(await owed.move(fence, to))) return false;
    fence = to;
    return true;
  };
  const end = async (how: "given-up" | "unknown", code: string) => {
    if (await owed.end(fence, how, code)) deps.log.warn(what, { eid, outcome: how, code });
    return undefined;
  };
  // `mailing`: an attempt before this one may have handed it over, and whatever comes short of a clear answer leaves that doubt.
  const waits = fence.state;
  if (waits === "mailing" && !remembersKeys) return end("unknown", "no-word");
  if (now > owed.beginUntil) return end(waits === "mailing" ? "unknown" : "given-up", "too-late");
  // Where each mail is asked for before it begins, nothing can have gone out until then.
  if (!(await move(oneByOne ? "due" : "mailing", now + RECEIPT_ATTEMPT_MS))) return undefined;
  const mail = await owed.compose();
  // He left in this very moment, or came back, and the row with him.
  if (!mail) return undefined;
  if ("unsealedMs" in mail) return (await move(waits, now + mail.unsealedMs)) ? mail : undefined;
  // The machine slept: by now another one has taken it up, or its time is over.
  const ready = deps.clock.now();
  if (ready >= fence.tryAt || ready > owed.beginUntil) return undefined;
  const handed = await deps.post(mail, owed.key, () => move("mailing", fence.tryAt));
  // The provider holds a mail under this key with other bytes: the one of before the settings changed.
  const drifted = handed.outcome === "unknown" && handed.code === "provider.payload_drift";
  if (handed.outcome === "accepted" || drifted) {
    await owed.end(fence, "mailed", "accepted");
    return undefined;
  }
  if (handed.outcome === "refused") return end("given-up", handed.code);
  // With a key it is tried again when the attempt is over.
  if (handed.outcome === "unknown" && !remembersKeys) return end("unknown", handed.code);
  deps.log.warn(what, { eid, outcome: handed.outcome, code: handed.code });
  if (handed.outcome !== "later") return undefined;
  await move(waits, now + handed.retryAfterMs);
  return { pauseMs: handed.retryAfterMs };
}
