/** The sealer's lease in hand: whoever has it commits through it, and every commit moves its end. */
import type { Deps } from "../../../deps.ts";
import type { Write } from "../../../platform/db.ts";
import type { Evidence } from "../rules/event.ts";
import { LEASE_MS, moveLease } from "../store.ts";

interface Act {
  change: Write[];
  proof: Evidence[];
}

export interface Held {
  /** `stale`: the lease was lost, or a row was not as it had been read; nothing was written. */
  commit(act: Act): Promise<"done" | "stale">;
}

/** The lease of this holder; `commit` is the verb's own. */
export function heldBy(
  deps: Pick<Deps, "db" | "clock">,
  holder: string,
  commit: (act: Act) => Promise<"done" | "stale">,
): Held {
  const lease = () => moveLease(deps.db, { holder, until: deps.clock.now() + LEASE_MS });
  return { commit: ({ change, proof }) => commit({ change: [lease(), ...change], proof }) };
}
