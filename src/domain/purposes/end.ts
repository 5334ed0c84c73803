/** A purpose ends. Its lists must have ended first: data are not kept for a purpose that is over (GDPR Art. 5(1)(e)). */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { readLists } from "../lists/views.ts";
import { type Actor, may } from "../staff/rules.ts";
import { purposeEvidence } from "./acts/evidence.ts";
import { mayStep } from "./rules.ts";
import { hasNoActiveList, updatePurpose } from "./store.ts";
import { readPurpose } from "./views.ts";

/** Ends an active purpose for good. */
export async function endPurpose(
  deps: Deps,
  actor: Actor,
  input: { id: string; version: number },
): Promise<{ version: number } | Refusal> {
  const no = may(actor, "purpose.change");
  if (no) return no;
  const [purpose, lists] = await Promise.all([readPurpose(deps.db, input.id), readLists(deps.db)]);
  if (!purpose) return refuse("purposes.unknown");
  const misstep = mayStep(purpose.state, "ended");
  if (misstep) return misstep;
  const serving = lists.filter((l) => l.purposeId === purpose.id && l.state === "active").length;
  if (serving > 0) return refuse("purposes.lists_active", { values: { n: serving } });

  const done = await commit(deps, {
    change: [updatePurpose(deps.db, { ...input, state: "ended", at: deps.clock.now() }), hasNoActiveList(purpose.id)],
    proof: [await purposeEvidence(deps, actor, { ...purpose, typ: "purpose.ended", version: input.version + 1 })],
  });
  return done === "done" ? { version: input.version + 1 } : refuse("form.stale");
}
