/** Says of one's own address that several people read it, or that it is one person's again. Asks for a fresh visit. */
import type { Deps } from "../../../deps.ts";
import { isRefusal, type Refusal, refuse } from "../../../refusal.ts";
import { commit } from "../../commit.ts";
import { loadStanding } from "../../consent/views/standing.ts";
import { shareWrite } from "../../people/acts/share.ts";
import { visitFor } from "../acts/visit.ts";

/** Marks it. */
export async function shareOwn(deps: Deps, input: { visit: string; shared: boolean }): Promise<"done" | Refusal> {
  const visit = await visitFor(deps, input.visit, { fresh: true });
  if (isRefusal(visit)) return visit;
  const standing = await loadStanding(deps, { normalised: visit.normalised });
  if (!standing) return refuse("me.not_held");
  // How an address is written to: the law asks no proof of it.
  const done = await commit(deps, { change: [shareWrite(deps, standing, input.shared)], proof: [] });
  return done === "done" ? "done" : refuse("me.not_held");
}
