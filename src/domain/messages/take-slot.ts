/** Takes the next slot in the provider's pace, in one of the lanes. Called before every hand-over. */
import type { Deps } from "../../deps.ts";
import { commit } from "../commit.ts";
import { intervalOf, type Lane, nextSlot, type Pace } from "./rules/pace.ts";
import { slotWrite } from "./store/pace.ts";
import { readPace } from "./views/pace.ts";

/** Lost races for one slot before it is better to wait. */
const TRIES = 5;
const BREATH_MS = 50;

/** 0: the hand-over may begin now. Otherwise how long to wait before asking again, ms. */
export async function takeSlot(deps: Pick<Deps, "db" | "ids" | "clock" | "mailer">, lane: Lane): Promise<number> {
  const { name, perSecond, tellsPace } = deps.mailer;
  for (let n = 0; n < TRIES; n++) {
    const known = await readPace(deps.db, name);
    // A row without a rate is one of a block alone.
    const told = tellsPace && known?.intervalUs ? known.intervalUs : undefined;
    const intervalUs = told ?? (perSecond === undefined ? undefined : intervalOf(perSecond));
    if (intervalUs === undefined) return 0;
    const pace: Pace = { tatUs: known?.tatUs ?? 0, intervalUs };
    const next = nextSlot(pace, deps.clock.now(), lane);
    if ("waitMs" in next) return next.waitMs;
    const change = [slotWrite(name, known, { intervalUs, tatUs: next.tatUs })];
    if ((await commit(deps, { change, proof: [] })) === "done") return 0;
  }
  return BREATH_MS;
}
