/**
 * The queue on Node: two lanes in memory. Rows are the truth and this array only a hint, so nothing is lost when the
 * process ends: the `recover` turn finds what was left. A job waits once and runs once at a time; one that looks for whatever
 * is owed comes once for a burst.
 */
import { setTimeout as pause, setImmediate } from "node:timers/promises";
import type { Queue } from "../../deps.ts";
import { type Job, type JobKind, LANE } from "../../jobs.ts";
import type { Log } from "../../platform/log.ts";
import { pauseSeconds, TRIES } from "../retry.ts";

type Lane = (typeof LANE)[Job["kind"]];
interface Waiting {
  job: Job;
  attempt: number;
}

/** Jobs at one time. The embedded database has one writer; what a person waits for must not stand behind bulk work. */
const WIDTH: Record<Lane, number> = { prompt: 2, bulk: 2 };

/**
 * Jobs that do all that is owed, so that one is enough for everybody of a burst: they begin only on the beats of a clock, so
 * many ms apart, and once on each. A receipt waits for its seal in any case.
 */
const BEAT_MS: Partial<Record<JobKind, number>> = { receipts: 250 };

export interface LocalQueue extends Queue {
  /** Waits until nothing waits or runs, retries included. */
  idle(): Promise<void>;
  /** Takes no more jobs and waits for those that run, `ms` at most. */
  stop(ms: number): Promise<void>;
}

/**
 * A queue that gives each job to `work`, and one that failed as often as it may to `dead`. `pauseAfter`: in seconds. Bulk
 * work begins only when it is `calm`.
 */
export function createLocalQueue(
  work: (job: Job) => Promise<void>,
  log: Log,
  {
    dead = async () => {},
    pauseAfter = pauseSeconds,
    calm = async () => {},
  }: {
    dead?: (job: Job) => Promise<void>;
    pauseAfter?: (attempt: number) => number;
    calm?: () => Promise<void>;
  } = {},
): LocalQueue {
  const lanes: Record<Lane, Waiting[]> = { prompt: [], bulk: [] };
  const running = new Map<Promise<void>, Lane>();
  /** Names of jobs that run: the same job waits until its other run is over. */
  const busy = new Set<string>();
  const timers = new Set<NodeJS.Timeout>();
  /** Beats on which a job comes already: its name and when. */
  const beats = new Set<string>();
  let open = true;

  const put = (waiting: Waiting) => {
    const lane = LANE[waiting.job.kind];
    if (!lanes[lane].some((other) => nameOf(other) === nameOf(waiting))) lanes[lane].push(waiting);
    turn(lane);
  };
  const later = (waiting: Waiting, ms: number, first = () => {}) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      first();
      put(waiting);
    }, ms);
    timers.add(timer);
  };
  /** On the first beat that is not earlier than wanted: whoever asks before it fires is served by it. */
  const onBeat = (waiting: Waiting, ms: number, beat: number) => {
    const now = performance.now();
    const due = Math.ceil((now + ms) / beat) * beat;
    const key = `${due} ${nameOf(waiting)}`;
    if (beats.has(key)) return;
    beats.add(key);
    later(waiting, due - now, () => beats.delete(key));
  };
  const turn = (lane: Lane) => {
    const free = WIDTH[lane] - [...running.values()].filter((other) => other === lane).length;
    if (!open || free <= 0 || !lanes[lane].some((waiting) => !busy.has(nameOf(waiting)))) return;
    const run: Promise<void> = next(lane).finally(() => {
      running.delete(run);
      turn(lane);
    });
    running.set(run, lane);
  };
  const next = async (lane: Lane) => {
    // The embedded database answers without waiting, so a chain of jobs would never let a request in.
    await setImmediate();
    if (lane === "bulk") await calm();
    const at = lanes[lane].findIndex((waiting) => !busy.has(nameOf(waiting)));
    const [waiting] = at < 0 ? [] : lanes[lane].splice(at, 1);
    if (!waiting || !open) return;
    const name = nameOf(waiting);
    busy.add(name);
    turn(lane);
    try {
      await work(waiting.job);
    } catch (error) {
      log.fault("job", error, { kind: waiting.job.kind, attempt: waiting.attempt });
      if (waiting.attempt >= TRIES)
        await dead(waiting.job).catch((fault) => log.fault("dead letter", fault, { kind: waiting.job.kind }));
      else if (open) later({ job: waiting.job, attempt: waiting.attempt + 1 }, pauseAfter(waiting.attempt) * 1000);
    } finally {
      busy.delete(name);
    }
  };

  return {
    async enqueue(job, options) {
      if (!open) return;
      const waiting = { job, attempt: 1 };
      const ms = (options?.delaySeconds ?? 0) * 1000;
      const beat = BEAT_MS[job.kind];
      if (beat) onBeat(waiting, ms, beat);
      else if (ms > 0) later(waiting, ms);
      else put(waiting);
    },
    closing: () => !open,
    calm,
    async idle() {
      while (open && (running.size > 0 || timers.size > 0 || lanes.prompt.length + lanes.bulk.length > 0))
        await (running.size > 0 ? Promise.race(running.keys()) : pause(50));
    },
    async stop(ms) {
      open = false;
      for (const timer of timers) clearTimeout(timer);
      let late: NodeJS.Timeout | undefined;
      const limit = new Promise<void>((done) => {
        late = setTimeout(done, ms);
      });
      await Promise.race([Promise.all(running.keys()), limit]);
      clearTimeout(late);
    },
  };
}

const nameOf = ({ job }: Waiting) => JSON.stringify(job);
