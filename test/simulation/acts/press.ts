/** A press on a button of the desk. Who is shown a fault does not know whether it was done, and may press again. */
import type { Deps } from "../../../src/deps.ts";
import { isRefusal, type Refusal } from "../../../src/refusal.ts";
import type { Town } from "../house/town.ts";

const DESK = { name: "desk", dead: false, mortal: false };

/** Presses of one thing by one person. */
const MOST = 3;

export const said = (town: Town, what: string, result: unknown) =>
  town.machine.note(`staff: ${what}${isRefusal(result as object) ? `: refused, ${(result as Refusal).code}` : ""}`);

/** Does it through a process that lives, with the same input each time. Undefined: nobody lives. Throws the last fault. */
export async function press<T>(
  town: Town,
  what: string,
  verb: (deps: Deps) => Promise<T | Refusal>,
): Promise<T | Refusal | undefined> {
  for (let times = 1; ; times++) {
    const by = town.someone();
    if (!by) return undefined;
    try {
      const result = await verb(by.deps);
      said(town, what, result);
      return result;
    } catch (error) {
      town.machine.count("staff: a fault");
      if (times === MOST || !town.random.chance(0.7)) throw error;
      town.machine.note(`staff: ${what}: a fault; presses again`);
      await town.machine.sleep(DESK, town.random.span(500, 60_000), "reads the page of the fault");
      town.machine.count("staff: presses again");
    }
  }
}
