/**
 * The queue of a drill: the real one of Node, made as bad as a queue may be (PLATFORM 3.2, at least once, no order). Jobs
 * come twice, late, and now and then never; a job of a chain also comes once more without its turn, as from nowhere; and
 * the sweep comes by every second. Built into the drilled server in place of queue.ts; the program itself has no such door.
 */
import type { Job } from "../../../src/jobs.ts";
import { createLocalQueue as createReal, type LocalQueue } from "../../../src/runtime/node/queue.ts";
import { between, randomFor } from "../../support/random.ts";

export type { LocalQueue } from "../../../src/runtime/node/queue.ts";

const SWEEP_MS = 1_000;
const DOUBLED = 0.3;
const LOST = Number(process.env.DRILL_LOST ?? 0);

export function createLocalQueue(...parts: Parameters<typeof createReal>): LocalQueue {
  const queue = createReal(...parts);
  const chance = randomFor(Number(process.env.DRILL_SEED ?? 1), "queue");
  setInterval(() => void queue.enqueue({ kind: "recover" }), SWEEP_MS).unref();
  return {
    ...queue,
    async enqueue(job, options) {
      const dice = chance();
      if (dice < LOST) return;
      await queue.enqueue(job, options);
      if (dice < 1 - DOUBLED) return;
      const delaySeconds = (options?.delaySeconds ?? 0) + between(chance, 0, 3);
      await queue.enqueue(job, { delaySeconds });
      if ("turn" in job) await queue.enqueue(withoutTurn(job), { delaySeconds: between(chance, 0, 2) });
    },
  };
}

function withoutTurn<T extends Job & { turn?: string }>({ turn, ...job }: T): Job {
  return job as Job;
}
