/** What became of an attempt, written where it can be counted. The only place that ends a batch. */
import type { Deps } from "../../deps.ts";
import type { Write } from "../../platform/db.ts";
import type { Member } from "../campaigns/rules.ts";
import { commit } from "../commit.ts";
import type { Outcome } from "./rules.ts";
import { type Attempt, refreezeWrite, sentWrites, thawWrites, unknownWrites, waitWrite } from "./store.ts";

/** Records it. `stale`: a later attempt holds the batch, or its outcome is written already; nothing was changed. */
export async function recordOutcome(
  deps: Deps,
  attempt: Attempt,
  members: readonly Pick<Member, "personId">[],
  outcome: Outcome,
): Promise<"done" | "stale"> {
  return commit(deps, { change: writesFor(attempt, members, outcome, deps.clock.now()), proof: [] });
}

function writesFor(of: Attempt, members: readonly Pick<Member, "personId">[], outcome: Outcome, now: number): Write[] {
  switch (outcome.do) {
    case "sent": {
      const sent = members.map((m, i) => ({ personId: m.personId, providerId: outcome.ids[i] as string }));
      return sentWrites(of, sent, now);
    }
    case "fail-one": {
      const member = members[outcome.index] as Pick<Member, "personId">;
      return thawWrites(of, { personId: member.personId, reason: outcome.reason });
    }
    case "thaw":
      return thawWrites(of);
    case "refreeze":
      return [refreezeWrite(of, outcome.until)];
    case "wait":
      return [waitWrite(of, outcome.until)];
    case "give-up":
      return unknownWrites(of, outcome.reason);
  }
}
