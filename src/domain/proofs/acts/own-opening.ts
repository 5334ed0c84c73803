/** An opening as whoever asked for it may use it: of the openings of others nothing is said, and what is over opens nothing. */
import type { Deps } from "../../../deps.ts";
import { type Refusal, refuse } from "../../../refusal.ts";
import { type Actor, actorLabel } from "../../staff/rules.ts";
import { type Opening, stageOf } from "../rules/opening.ts";
import { readOpening } from "../views/openings.ts";

/** The opening, which has not ended, with the tag that the typed address must give again. */
export async function ownOpening(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<(Opening & { tag: Uint8Array | null }) | Refusal> {
  const opening = await readOpening(deps.db, id);
  if (!opening || opening.askedBy !== actorLabel(actor)) return refuse("proofs.opening_unknown");
  return stageOf(opening, deps.clock.now()) === "ended" ? refuse("proofs.opening_ended") : opening;
}
