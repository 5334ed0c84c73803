/** The lease of a mailing's chain of jobs: taken by a job, passed to the next one, ended with the work. */
import type { Deps } from "../../deps.ts";
import { commit } from "../commit.ts";
import { endTurnWrite, passTurnWrite, takeTurnWrite } from "./store/turn.ts";

type TurnDeps = Pick<Deps, "db" | "ids" | "clock">;

/**
 * Takes it for `ms`: from the turn the job names, or, without one, if nobody holds it. A lease that ends later than
 * `longestMs` from now was written by a clock that was wrong, and holds nobody back. `stale`: not this job's turn.
 */
export async function takeTurn(
  deps: TurnDeps,
  lease: { name: string; from: string | undefined; turn: string; ms: number; longestMs: number },
): Promise<"done" | "stale"> {
  const now = deps.clock.now();
  return commit(deps, {
    change: [takeTurnWrite({ ...lease, now, until: now + lease.ms, latest: now + lease.longestMs })],
    proof: [],
  });
}

/** Keeps it for a job that names the turn `to`, `ms` from now. `stale`: another chain has taken over. */
export async function passTurn(
  deps: TurnDeps,
  lease: { name: string; turn: string; to: string; ms: number },
): Promise<"done" | "stale"> {
  const until = deps.clock.now() + lease.ms;
  return commit(deps, { change: [passTurnWrite({ ...lease, until })], proof: [] });
}

/** Gives it back: nothing of the chain follows. */
export async function endTurn(deps: TurnDeps, lease: { name: string; turn: string }): Promise<void> {
  await commit(deps, { change: [endTurnWrite(lease)], proof: [] });
}
