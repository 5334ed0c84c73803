/**
 * A pause of one list: nothing of it before a day that the person names. It is no withdrawal (the consent stands, and so does its
 * proof) and no restriction; mail that comes up on earlier days is skipped, with a reason of its own.
 */
import type { Deps } from "../../../deps.ts";
import { isRefusal, type Refusal, refuse, refuseForm } from "../../../refusal.ts";
import { commit } from "../../commit.ts";
import { dayOf } from "../../consent/rules/days.ts";
import { loadStanding } from "../../consent/views/standing.ts";
import { visitFor } from "../acts/visit.ts";
import { pauseProblem } from "../rules.ts";
import { pauseListWrites } from "../store.ts";

/** Pauses it until `until`, the first day on which mail may go out again; `""` ends the pause. */
export async function pauseList(
  deps: Deps,
  input: { visit: string; listId: string; until: string },
): Promise<"done" | Refusal> {
  const visit = await visitFor(deps, input.visit);
  if (isRefusal(visit)) return visit;
  const standing = await loadStanding(deps, { normalised: visit.normalised });
  const subscription = standing?.subscriptions.find((s) => s.listId === input.listId);
  if (!standing || !subscription) return refuse("me.not_held");
  const today = dayOf(deps.clock.now(), standing.institution.timeZone);
  const problem = pauseProblem(input.until, today);
  if (problem) return refuseForm([problem]);
  const change = pauseListWrites(subscription.id, input.until === "" ? null : input.until);
  // When somebody wants his mail is no evidence of anything.
  const done = await commit(deps, { change, proof: [] });
  return done === "done" ? "done" : refuse("me.not_held");
}
