/** Reads of the heartbeat. */
import type { Deps } from "../../deps.ts";
import { pulse } from "../../platform/schema.ts";
import { ASLEEP_MS, type Beat } from "./rules.ts";

/** The last heartbeat. */
export async function readBeat(db: Deps["db"]): Promise<Beat | undefined> {
  return db.read.select({ n: pulse.n, at: pulse.at, origin: pulse.origin }).from(pulse).get();
}

/** The program has just woken from an outage, and nobody has looked yet what that means. */
export async function isAsleep(deps: Pick<Deps, "db" | "clock">): Promise<boolean> {
  const last = await readBeat(deps.db);
  return last !== undefined && deps.clock.now() - last.at >= ASLEEP_MS;
}
