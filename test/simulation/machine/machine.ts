/**
 * The machine everything runs on: virtual time, and one thing at a time. Whatever touches the outside waits at a point;
 * at each step chance decides which point goes on, how much time passes, and whether the process that waits there dies
 * instead. A dead process is never heard again: what it awaits does not come, as after SIGKILL.
 */
import type { Random } from "./random.ts";
import { Trace } from "./trace.ts";

/** One process, from its start to its death. The outside world is one that never dies. */
export interface Life {
  readonly name: string;
  dead: boolean;
  /** May be killed at a point. */
  readonly mortal: boolean;
  /** Called when chance kills it. */
  die?: () => void;
}

export const OUTSIDE: Life = { name: "world", dead: false, mortal: false };

interface Waiting {
  life: Life;
  what: string;
  go: () => void;
}

interface Timer extends Waiting {
  at: number;
  n: number;
}

export class Machine {
  now: number;
  steps = 0;
  readonly trace = new Trace();
  /** Probability that the process dies at a point. */
  mortality = 0;
  /** Probability that a process stalls at a point: nothing of this one thing goes on for a while. */
  stalls = 0;
  /** What happens at the worst moment: the point waits while somebody acts, or for so many ms. */
  ambush: ((life: Life, what: string) => Promise<void> | number | undefined) | undefined;
  /** Requests that are being served, by process: they wait for more than our points. */
  readonly serving = new Map<Life, number>();
  /** How often what happened. */
  readonly tally = new Map<string, number>();
  /** What broke a promise; the run ends there. */
  broken: string | undefined;
  readonly #random: Random;
  readonly #ready: Waiting[] = [];
  readonly #timers: Timer[] = [];
  #count = 0;

  constructor(random: Random, startAt: number) {
    this.#random = random;
    this.now = startAt;
  }

  /** Waits for its turn. Never comes back in a process that is dead. */
  point(life: Life, what: string): Promise<void> {
    if (life.dead) return new Promise(() => {});
    return new Promise((go) => this.#ready.push({ life, what, go }));
  }

  /** Waits for so long at least, or until `signal`. */
  sleep(life: Life, ms: number, what: string, signal?: AbortSignal): Promise<void> {
    if (life.dead) return new Promise(() => {});
    return new Promise((done) => {
      const timer = this.after(life, ms, what, done);
      const stop = () => {
        const at = this.#timers.indexOf(timer);
        if (at >= 0) this.#timers.splice(at, 1);
        if (!life.dead) done();
      };
      if (signal?.aborted) stop();
      else signal?.addEventListener("abort", stop, { once: true });
    });
  }

  /** Does something later. */
  after(life: Life, ms: number, what: string, go: () => void): Timer {
    const timer = { life, what, go, at: this.now + Math.max(0, ms), n: this.#count++ };
    let i = this.#timers.length;
    while (i > 0 && (this.#timers[i - 1] as Timer).at > timer.at) i--;
    this.#timers.splice(i, 0, timer);
    return timer;
  }

  /** Kills a process: nothing of it goes on. */
  kill(life: Life): void {
    life.dead = true;
    this.serving.delete(life);
    const others = this.#ready.filter((w) => w.life !== life);
    this.#ready.splice(0, this.#ready.length, ...others);
    const later = this.#timers.filter((t) => t.life !== life);
    this.#timers.splice(0, this.#timers.length, ...later);
  }

  /** Time passes; what was due meanwhile comes late. */
  jump(ms: number): void {
    this.now += ms;
    this.note(`time jumps ${span(ms)}`);
  }

  note(what: string): void {
    this.trace.add(`${clock(this.now)} ${what}`);
  }

  count(what: string, n = 1): void {
    this.tally.set(what, (this.tally.get(what) ?? 0) + n);
  }

  fail(why: string): void {
    this.broken ??= why;
    this.note(`BROKEN ${why}`);
  }

  /** One step; false if nothing is left to happen before `until`. */
  async step(until = Number.POSITIVE_INFINITY): Promise<boolean> {
    await this.#settle();
    if (this.broken) return false;
    const random = this.#random;
    this.now += random.from(0, 12);
    this.#due();
    if (this.#ready.length === 0) {
      const next = this.#timers[0];
      if (!next || next.at > until) return false;
      this.now = Math.max(this.now, next.at);
      this.#due();
    }
    this.steps++;
    const [waiting] = this.#ready.splice(random.from(0, this.#ready.length - 1), 1) as [Waiting];
    const { life, what, go } = waiting;
    if (life.mortal && random.chance(this.mortality)) {
      this.note(`${life.name} KILLED at: ${what}`);
      this.count(`killed at ${what.split(":")[0]}`);
      this.kill(life);
      life.die?.();
      return true;
    }
    const meanwhile = life.mortal ? (this.#stall() ?? this.ambush?.(life, what)) : undefined;
    if (typeof meanwhile === "number") {
      this.note(`${life.name} STALLS ${span(meanwhile)} at: ${what}`);
      this.count(`stalled at ${what.split(":")[0]}`);
      this.after(life, meanwhile, what, go);
      return true;
    }
    if (meanwhile !== undefined) {
      this.note(`${life.name} IS OVERTAKEN at: ${what}`);
      this.#hold(waiting, meanwhile);
      return true;
    }
    this.note(`${life.name} ${what}`);
    go();
    return true;
  }

  /** Now and then it is as long as a computer sleeps. */
  #stall(): number | undefined {
    const random = this.#random;
    if (!random.chance(this.stalls)) return undefined;
    return random.chance(0.02) ? random.span(3_600_000, 30 * 3_600_000) : random.span(20, 400_000);
  }

  /** The point waits until the other thing is done, for some seconds at most. */
  #hold(waiting: Waiting, meanwhile: Promise<void>): void {
    let over = false;
    const release = () => {
      if (over || waiting.life.dead) return;
      over = true;
      this.#ready.push(waiting);
    };
    meanwhile.then(release, release);
    this.after(waiting.life, 10_000, "goes on", release);
  }

  #due(): void {
    while (this.#timers[0] && this.#timers[0].at <= this.now) this.#ready.push(this.#timers.shift() as Timer);
  }

  /** Lets everything run on to its next point. Served requests read their bodies in turns of the event loop. */
  async #settle(): Promise<void> {
    for (let turns = this.serving.size > 0 ? 5 : 1; turns > 0; turns--) await new Promise((done) => setImmediate(done));
  }
}

/** Time since the epoch as day and time of day. */
const clock = (ms: number) => new Date(ms).toISOString().slice(8, 23).replace("T", " ");

export function span(ms: number): string {
  return ms < 1_000 ? `${ms} ms` : ms < 120_000 ? `${Math.round(ms / 1000)} s` : `${Math.round(ms / 60_000)} min`;
}
