/**
 * A person decides about the messages of a mailing whose outcome nobody knows: they count as sent, or they are sent again
 * to whoever may still be mailed, and some of these people may get the mail twice. Nothing else ever sends a message of
 * unknown outcome again (promise P7). Leaves `mailing.unknown-decided` in the proof log.
 */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse } from "../../refusal.ts";
import { isTooLate } from "../campaigns/rules/ending.ts";
import { readMailing } from "../campaigns/views.ts";
import { commit } from "../commit.ts";
import { readLogOrigin } from "../institution/views.ts";
import { actEvidence } from "../proof-log/acts/act-evidence.ts";
import { type Actor, actorLabel, may, viaOf } from "../staff/rules.ts";
import { askingOf, wantedStates } from "./rules/permission.ts";
import { mayDecideUnknown, type UnknownDecision } from "./rules/unknown.ts";
import { knownWrite, sendAgainWrites, treatAsSentWrite } from "./store/decide.ts";
import { readUnknown } from "./views/unknown.ts";

export interface DecideInput {
  mailingId: string;
  decision: UnknownDecision;
  /** How many messages the person saw that it is about. */
  n: number;
}

/** Decides. Refuses where the mailing is over for it, and where the number is another one by now. */
export async function decideUnknown(
  deps: Deps,
  actor: Actor,
  { mailingId, decision, n }: DecideInput,
): Promise<{ id: string; messages: number } | Refusal> {
  const no = may(actor, "delivery.decide");
  if (no) return no;
  const mailing = await readMailing(deps.db, mailingId);
  if (!mailing?.frozen) return refuse("campaigns.unknown");
  const at = deps.clock.now();
  const { timeZone } = mailing.frozen.institution;
  const refusal = mayDecideUnknown(decision, mailing.state, isTooLate(mailing, at, timeZone));
  if (refusal) return refusal;
  const wanted = wantedStates(askingOf(mailing));
  const unknown = await readUnknown(deps.db, mailingId, wanted);
  const messages = decision === "sent" ? unknown.n : unknown.allowed;
  if (messages === 0) return refuse("messages.nothing_left");
  if (messages !== n) return refuse("messages.number_stale", { values: { n: messages } });
  const facts = { mailing: mailingId, decision, messages, by: actorLabel(actor), ...viaOf(actor) };
  const done = await commit(deps, {
    change: [
      ...(decision === "sent" ? [treatAsSentWrite(mailingId, n, at)] : sendAgainWrites(mailingId, n, wanted, at)),
      knownWrite(mailingId, at),
    ],
    proof: [actEvidence(deps, { log: await readLogOrigin(deps.db), at, typ: "mailing.unknown-decided", facts })],
  });
  if (done === "stale") return refuse("form.stale");
  if (decision === "again" && mailing.state !== "paused") await deps.queue.enqueue({ kind: "deliver", mailingId });
  return { id: mailingId, messages };
}
