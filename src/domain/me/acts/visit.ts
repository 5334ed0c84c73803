/** Who stands behind an act on one's own page: a visit that still lasts, fresh where the act cannot be undone. */
import type { Deps } from "../../../deps.ts";
import { type Refusal, refuse } from "../../../refusal.ts";
import { isFresh } from "../rules.ts";
import { readVisit, type Visit } from "../views.ts";

/** The visit, or why the act is refused. `fresh`: the act cannot be undone. */
export async function visitFor(
  deps: Pick<Deps, "db" | "vault" | "clock">,
  secret: string,
  { fresh = false } = {},
): Promise<Visit | Refusal> {
  const visit = await readVisit(deps, secret);
  if (!visit) return refuse("me.visit_over");
  return fresh && !isFresh(visit, deps.clock.now()) ? refuse("me.not_fresh") : visit;
}
