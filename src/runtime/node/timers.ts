/** Turns of the schedule on Node. A turn whose job still waits or runs adds nothing: the queue holds each job once. */
import type { Queue } from "../../deps.ts";
import { SCHEDULE } from "../schedule.ts";

/** Starts the timers, with one turn of everything at once; returns how to stop them. */
export function startTimers(queue: Queue): () => void {
  const timers = SCHEDULE.map((turn) => {
    void queue.enqueue(turn.job);
    return setInterval(() => void queue.enqueue(turn.job), turn.everyMs);
  });
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
}
