/** What became of an attempt, written where it can be counted. The only place that ends a batch. */
import type { Deps } from "../../deps.ts";
import type { Write } from "../../platform/db.ts";
import { commit } from "../commit.ts";
import { type Addressed, type MailOutcome, type Outcome, sortOut } from "./rules/outcome.ts";
import { type Attempt, refreezeWrites, waitWrite } from "./store/batch.ts";
import { knownOfWrite } from "./store/decide.ts";
import { eachWrites, sentWrites, thawWrites, unknownAlertWrite, unknownWrites } from "./store/outcome.ts";

/** Records it. `stale`: a later attempt holds the batch, or its outcome is written already; nothing was changed. */
export async function recordOutcome(
  deps: Deps,
  attempt: Attempt,
  members: readonly Addressed[],
  outcome: Outcome,
): Promise<"done" | "stale"> {
  const now = deps.clock.now();
  const change = writesFor(attempt, members, outcome, now);
  // An answer that comes after all may be of messages that were given up.
  if (outcome.do === "sent" || outcome.do === "each") change.push(knownOfWrite(attempt.id, now));
  const unknown = outcome.do === "give-up" || (outcome.do === "each" && outcome.mails.some(isUnknown));
  if (unknown) change.push(unknownAlertWrite(attempt, { id: deps.ids.uuid(), at: now }));
  const done = await commit(deps, { change, proof: [] });
  if (unknown && done === "done") await deps.queue.enqueue({ kind: "tell" });
  return done;
}

const isUnknown = (mail: MailOutcome) => mail.outcome === "unknown";

function writesFor(of: Attempt, members: readonly Addressed[], outcome: Outcome, now: number): Write[] {
  switch (outcome.do) {
    case "sent": {
      const sent = members.map((m, i) => ({ personId: m.personId, providerId: outcome.ids[i] as string }));
      return sentWrites(of, sent, now);
    }
    case "fail-one": {
      const member = members[outcome.index] as Addressed;
      return thawWrites(of, { personId: member.personId, reason: outcome.reason });
    }
    case "thaw":
      return thawWrites(of);
    case "refreeze":
      return refreezeWrites(of, outcome.until);
    case "wait":
      return [waitWrite(of, outcome.until)];
    case "each":
      return eachWrites(of, sortOut(members, outcome.mails, now), now);
    case "give-up":
      return unknownWrites(of, outcome.reason);
  }
}
