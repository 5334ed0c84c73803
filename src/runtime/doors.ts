/**
 * Whether this process or isolate may serve and work: not while the database is an older copy that the erasure journal has not
 * been applied to. What was found is believed for half a minute; only a moment is kept, never a promise, because Workers
 * may not share one between requests. Whoever finds the doors shut asks for the job that opens them.
 */
import type { Deps } from "../deps.ts";
import { mayBeServed } from "../domain/erasure-journal/acts/standing.ts";

const OPEN_MS = 30_000;
const SHUT_MS = 1_000;

/** One for each process or isolate. */
export function createDoors(): (deps: Deps) => Promise<boolean> {
  let last: { open: boolean; at: number } | undefined;
  return async (deps) => {
    if (!deps.journal) return true;
    const now = deps.clock.now();
    if (last && now >= last.at && now - last.at < (last.open ? OPEN_MS : SHUT_MS)) return last.open;
    let open: boolean;
    try {
      open = await mayBeServed(deps);
    } catch (error) {
      // Out of reach: a house that has met its journal goes on, one that has not stays shut.
      deps.log.fault("journal", error);
      open = last?.open ?? false;
    }
    last = { open, at: now };
    if (!open) await deps.queue.enqueue({ kind: "reapply" });
    return open;
  };
}
