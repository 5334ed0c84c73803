/**
 * The queue between the processes. It loses jobs, brings them late, twice and out of order. As a service it brings a job
 * again whose process died; in the memory of a process it dies with it, as the queue on Node does (runtime/node/queue.ts).
 */
import type { Queue } from "../../../src/deps.ts";
import type { Job } from "../../../src/jobs.ts";
import { pauseSeconds, TRIES } from "../../../src/runtime/retry.ts";
import { type Life, type Machine, OUTSIDE, span } from "../machine/machine.ts";
import type { Random } from "../machine/random.ts";

export interface QueueFaults {
  lost: number;
  doubled: number;
  late: number;
  /** A job whose process died comes again. */
  again: number;
}

export const NO_QUEUE_FAULTS: QueueFaults = { lost: 0, doubled: 0, late: 0, again: 1 };

/** A process that is free: it does the job, or keeps it for a person when it has failed too often. */
interface Worker {
  life: Life;
  work: () => Promise<void>;
  dead: () => Promise<void>;
}

/** Who does a job; undefined if nobody is free. */
export type Hands = (job: Job, owner: Life | undefined) => Worker | undefined;

interface Item {
  job: Job;
  tries: number;
  owner: Life | undefined;
}

export class SimulatedQueue {
  faults: QueueFaults = NO_QUEUE_FAULTS;
  /** Jobs that wait or are at work. */
  open = 0;
  /** Seals cost time and change nothing that is watched here: most of them are lost. */
  sealsLost = 0.9;
  readonly #atWork = new Map<Life, Set<Item>>();
  readonly #inMemory: boolean;
  readonly #machine: Machine;
  readonly #random: Random;
  readonly #hands: Hands;

  constructor(machine: Machine, random: Random, hands: Hands, inMemory: boolean) {
    this.#machine = machine;
    this.#random = random;
    this.#hands = hands;
    this.#inMemory = inMemory;
  }

  /** The queue as a process sees it. */
  of(life: Life): Queue {
    return {
      enqueue: async (job, options) => {
        await this.#machine.point(
          life,
          `queue: ${nameOf(job)}${options?.delaySeconds ? ` in ${options.delaySeconds} s` : ""}`,
        );
        const owner = this.#inMemory ? life : undefined;
        this.put({ job, tries: 1, owner }, (options?.delaySeconds ?? 0) * 1000);
        await this.#machine.point(life, "queue: … taken");
      },
    };
  }

  put(item: Item, ms: number): void {
    const random = this.#random;
    const { lost, doubled, late } = this.faults;
    // A turn of the schedule is no message: it comes.
    const gone = { seal: Math.max(lost, this.sealsLost), recover: 0 }[item.job.kind as string] ?? lost;
    if (random.chance(gone)) {
      if (item.job.kind !== "seal") this.#machine.count("queue: lost");
      this.#machine.note(`  the queue loses ${nameOf(item.job)}`);
      return;
    }
    const twice = random.chance(doubled);
    if (twice) this.#machine.count("queue: doubled");
    for (let copies = twice ? 2 : 1; copies > 0; copies--)
      this.#deliver(item, ms + (random.chance(late) ? random.span(1_000, 300_000) : random.from(0, 50)));
  }

  /** A process died: what it held comes again, or was lost with it. */
  died(life: Life): void {
    const held = this.#atWork.get(life);
    this.#atWork.delete(life);
    for (const item of held ?? []) {
      this.open--;
      if (!this.#inMemory && this.#random.chance(this.faults.again))
        this.#deliver(item, this.#random.span(1_000, 300_000));
      else this.#machine.note(`  ${nameOf(item.job)} dies with ${life.name}`);
    }
  }

  #deliver(item: Item, ms: number): void {
    if (item.owner?.dead) return;
    this.open++;
    this.#machine.after(OUTSIDE, ms, `brings ${nameOf(item.job)}`, () => {
      this.open--;
      if (item.owner?.dead) return;
      const hands = this.#hands(item.job, item.owner);
      if (!hands) return this.#deliver(item, this.#random.span(2_000, 600_000));
      this.#work(item, hands);
    });
  }

  #work(item: Item, { life, work, dead }: Worker): void {
    const held = this.#atWork.get(life) ?? new Set();
    this.#atWork.set(life, held.add(item));
    this.open++;
    const end = () => {
      if (held.delete(item)) this.open--;
    };
    this.#machine.note(`  ${life.name} takes it`);
    work().then(
      () => {
        end();
        this.#machine.note(`${life.name} has done ${nameOf(item.job)}`);
      },
      (error: Error) => {
        end();
        const again = item.tries < TRIES ? pauseSeconds(item.tries) * 1000 : undefined;
        this.#machine.note(
          `${life.name} failed at ${nameOf(item.job)}: ${error.message.slice(0, 80)}; ${again ? `again in ${span(again)}` : "given up"}`,
        );
        if (again === undefined) {
          this.#machine.count("queue: given up");
          dead().catch((fault: Error) => this.#machine.note(`nobody is told of it: ${fault.message.slice(0, 80)}`));
        } else this.#deliver({ ...item, tries: item.tries + 1 }, again);
      },
    );
  }
}

export const nameOf = (job: Job) =>
  `${job.kind}${"mailingId" in job ? ` ${job.mailingId}` : "importId" in job ? ` ${job.importId}` : "intakeId" in job ? ` ${job.intakeId}` : ""}`;
