/** "Try again": a job that failed as often as it may is put into its queue anew. */
import type { Deps } from "../../deps.ts";
import type { Job } from "../../jobs.ts";
import { type Refusal, refuse } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { type Actor, may } from "../staff/rules.ts";
import { membersOf } from "./rules.ts";
import { dropWrite, quietWrite } from "./store.ts";
import { isDead } from "./views.ts";

/** Takes it off the list and enqueues it. Should the queue lose it, the sweep finds its rows. */
export async function retryDeadLetter(
  deps: Deps,
  actor: Actor,
  input: { job: string },
): Promise<{ kind: string } | Refusal> {
  const no = may(actor, "delivery.decide");
  if (no) return no;
  if (!(await isDead(deps.db, input.job))) return refuse("dead-letters.unknown");
  const job = membersOf(input.job) as Job;
  const change = [dropWrite(input.job), quietWrite(job.kind, deps.clock.now())];
  if ((await commit(deps, { change, proof: [] })) === "stale") return refuse("dead-letters.unknown");
  await deps.queue.enqueue(job);
  return { kind: job.kind };
}
