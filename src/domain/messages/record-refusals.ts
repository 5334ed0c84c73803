/**
 * What follows from refusals that a mailer heard at once (SMTP 5xx): the same rule as for events of a provider. Found by
 * the messages themselves, so nothing is lost if the program ends between the outcome and this.
 */
import type { Deps } from "../../deps.ts";
import { commit } from "../commit.ts";
import { refusedAct } from "./acts/refused.ts";
import { classIn } from "./rules/bounce.ts";
import { eventWrite } from "./store/event.ts";
import { readMessage, readRefused } from "./views/event.ts";

const PAGE = 100;

/** Draws the consequences of every refusal of the mailing that has none yet; returns how many. Safe to run twice. */
export async function recordRefusals(deps: Deps, mailingId: string): Promise<number> {
  let drawn = 0;
  for (;;) {
    const before = drawn;
    for (const { personId, reason } of await readRefused(deps.db, mailingId, PAGE))
      drawn += await drawOne(deps, { mailingId, personId }, reason);
    // Races that were lost are drawn by the next call.
    if (drawn === before) return drawn;
  }
}

async function drawOne(deps: Deps, of: { mailingId: string; personId: string }, reason: string): Promise<number> {
  const message = await readMessage(deps.db, of.mailingId, of.personId);
  const found = classIn(reason) ?? "other";
  const at = deps.clock.now();
  const act = message ? await refusedAct(deps, message, { found, at, there: true }) : undefined;
  const heard = eventWrite({
    id: `smtp/${of.mailingId}/${of.personId}`,
    type: "smtp.refused",
    message: of,
    bounceClass: found,
    at,
  });
  const done = await commit(deps, { change: [heard, ...(act?.change ?? [])], proof: act?.proof ?? [] });
  if (done === "stale") return 0;
  if (act?.erased) deps.afterErasure();
  if (act?.held) await deps.queue.enqueue({ kind: "tell" });
  if (act?.proof.length) await deps.queue.enqueue({ kind: "seal" });
  return 1;
}
