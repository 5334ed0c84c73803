/** What became of a batch, written where it can be counted. The only place that ends a batch. */
import type { Deps } from "../../deps.ts";
import type { Write } from "../../platform/db.ts";
import type { Member } from "../campaigns/rules.ts";
import { commit } from "../commit.ts";
import { sentWrites, thawWrites, unknownWrites, waitWrite } from "./store.ts";

export type Outcome =
  | { do: "sent"; ids: string[] }
  | { do: "fail-one"; index: number; reason: string }
  | { do: "split" }
  | { do: "wait"; until: number }
  | { do: "give-up"; reason: string };

/** Records it. `stale` means that somebody else already did. */
export async function recordOutcome(
  deps: Deps,
  batchId: string,
  members: readonly Pick<Member, "personId">[],
  outcome: Outcome,
): Promise<"done" | "stale"> {
  return commit(deps, { change: writesFor(batchId, members, outcome, deps.clock.now()), proof: [] });
}

function writesFor(
  batchId: string,
  members: readonly Pick<Member, "personId">[],
  outcome: Outcome,
  now: number,
): Write[] {
  switch (outcome.do) {
    case "sent":
      return sentWrites(
        batchId,
        members.map((m, i) => ({ personId: m.personId, providerId: outcome.ids[i] as string })),
        now,
      );
    case "fail-one": {
      const member = members[outcome.index] as Pick<Member, "personId">;
      return thawWrites(batchId, { personId: member.personId, reason: outcome.reason });
    }
    case "split":
      return thawWrites(batchId);
    case "wait":
      return [waitWrite(batchId, outcome.until)];
    case "give-up":
      return unknownWrites(batchId, outcome.reason);
  }
}
