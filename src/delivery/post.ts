/**
 * The prompt lane: one mail that somebody waits for, handed over in the pace of the provider. Mailings leave a fifth of
 * the rate free, and this lane may go a second ahead of it (domain/messages/rules/pace.ts).
 */
import type { Begin, Deps, Handover, OutgoingMail } from "../deps.ts";
import { noteProvider } from "../domain/messages/note-provider.ts";
import { blocks, holdsPrompt } from "../domain/messages/rules/pace.ts";
import { takeSlot } from "../domain/messages/take-slot.ts";
import { readPace } from "../domain/messages/views/pace.ts";

/** Longest wait for a slot: somebody sits before a page. */
const PATIENCE_MS = 5_000;
/**
 * What was decided so long ago is not handed over: the machine slept between the two. Others have mailed it meanwhile, or
 * the person has left.
 */
const OLD_MS = 60_000;

type Posted = Awaited<ReturnType<Deps["post"]>>;

/** It was not to begin any more, and did not. */
const UNTOUCHED: Posted = { outcome: "later", code: "mail.untouched", retryAfterMs: 1_000, alone: true };

/** Hands it over. Never `each`: with one mail its outcome is the whole outcome. `begin`: see `Deps.post`. */
export async function postMail(
  deps: Pick<Deps, "db" | "ids" | "clock" | "mailer" | "queue">,
  mail: OutgoingMail,
  key: string,
  begin?: Begin,
): Promise<Posted> {
  const block = (await readPace(deps.db, deps.mailer.name))?.block;
  const began = deps.clock.now();
  if (blocks(block, began) && holdsPrompt(block.code))
    return { outcome: "later", code: block.code, retryAfterMs: block.until - began };
  for (let waitMs = await takeSlot(deps, "prompt"); waitMs > 0; waitMs = await takeSlot(deps, "prompt")) {
    if (deps.clock.now() + waitMs - began > PATIENCE_MS)
      return { outcome: "later", code: "provider.rate_limit", retryAfterMs: waitMs };
    await deps.clock.pause(waitMs);
  }
  const prepared = await deps.mailer.prepare([mail]);
  const handed = deps.clock.now();
  if (handed - began > OLD_MS) return UNTOUCHED;
  const asks = begin && deps.mailer.oneByOne ? { begin, told: () => {} } : undefined;
  const handover = await prepared.handOver(key, asks);
  await noteProvider(deps, handover, handed);
  return alone(handover, asks !== undefined);
}

function alone(handover: Handover, asked: boolean): Posted {
  if (handover.outcome !== "each") return handover;
  const [only] = handover.mails;
  // It was told not to begin, or the time to begin was over.
  if (only?.outcome === "untouched" && asked) return UNTOUCHED;
  // Else nobody asked it to stop, so an `untouched` is an answer that makes no sense.
  if (!only || only.outcome === "untouched") return { outcome: "unknown", code: "provider.odd_answer" };
  return only.outcome === "accepted" ? { outcome: "accepted", ids: [only.id] } : only;
}
