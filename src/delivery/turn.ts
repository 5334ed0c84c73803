/**
 * One live chain of jobs for each mailing and kind of work, and one for the rotation of keys and for the forecast of retention each. A job that goes on enqueues itself; a copy of it (from the
 * sweep, or from a queue that delivers twice) would go on beside it for ever. So each job of a chain takes a lease and
 * names it in the next job; a job without that name works only if nobody holds the lease.
 *
 * A chain that was killed is missed after TURN_MS at most, and the sweep begins another one.
 */
import type { Deps, Queue } from "../deps.ts";
import { endTurn, passTurn, takeTurn } from "../domain/messages/turn.ts";
import type { Job } from "../jobs.ts";

/** Work in steps: of one mailing, or of the whole house. */
export type ChainJob = Extract<Job, { mailingId: string } | { kind: "rotate" | "forecast" }>;

/** Longest life of a lease without a sign: more than one job works. */
export const TURN_MS = 2 * 60_000;
/** How late a queue may bring the next job before the sweep may begin another chain. */
const GRACE_MS = 30_000;
/** A lease further ahead was written by a clock that was wrong, and counts as free. */
export const LONGEST_LEASE_MS = TURN_MS + GRACE_MS;

/** Name of the chain's lease. */
export const turnName = (job: ChainJob) => ("mailingId" in job ? `${job.kind}/${job.mailingId}` : job.kind);

const isChain = (job: Job): job is ChainJob => "mailingId" in job || job.kind === "rotate" || job.kind === "forecast";

/** Does the work if it is this job's turn. What the work enqueues of its own kind becomes the next job of the chain. */
export async function inTurn(deps: Deps, job: ChainJob, work: (deps: Deps) => Promise<void>): Promise<void> {
  const name = turnName(job);
  const turn = deps.ids.uuid();
  if ((await takeTurn(deps, { name, from: job.turn, turn, ms: TURN_MS, longestMs: LONGEST_LEASE_MS })) === "stale")
    return;
  let next: { delaySeconds: number } | undefined;
  const queue: Queue = {
    ...deps.queue,
    async enqueue(other, options) {
      if (isChain(other) && turnName(other) === name) next = { delaySeconds: options?.delaySeconds ?? 0 };
      else await deps.queue.enqueue(other, options);
    },
  };
  try {
    await work({ ...deps, queue });
  } catch (fault) {
    // The queue brings the same job again; where this fails too, the lease ends by itself.
    await passTurn(deps, { name, turn, to: job.turn ?? turn, ms: 0 }).catch(() => {});
    throw fault;
  }
  if (!next) return endTurn(deps, { name, turn });
  const ms = Math.min(next.delaySeconds * 1000 + GRACE_MS, TURN_MS);
  if ((await passTurn(deps, { name, turn, to: turn, ms })) === "done") await deps.queue.enqueue({ ...job, turn }, next);
}
