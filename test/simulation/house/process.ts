/** One process of the program: it starts, does jobs and serves requests over the shared database, and may die at any point. */
import type { Deps } from "../../../src/deps.ts";
import type { Config } from "../../../src/platform/config.ts";
import type { Ids } from "../../../src/platform/ids.ts";
import { createHouse } from "../../../src/runtime/house.ts";
import type { Life, Machine } from "../machine/machine.ts";
import type { Random } from "../machine/random.ts";
import { clientOf, type DatabaseWorld } from "../outside/client.ts";
import { type CopyWorld, copyOf } from "../outside/log-copy.ts";
import type { Provider } from "../outside/provider.ts";
import type { SimulatedQueue } from "../outside/queue.ts";

/** What all processes share. */
export interface Site {
  machine: Machine;
  random: Random;
  ids: Ids;
  config: Config;
  database: DatabaseWorld;
  queue: SimulatedQueue;
  provider: Provider;
  /** What outlives the database. */
  copy: CopyWorld;
  witness: { n: number | undefined };
  skewMs: number;
  /** Between two sweeps. */
  sweepMs: [number, number];
  restartMs: [number, number];
  /** While it holds, a dead process is not started again. */
  outage: boolean;
}

/** Problems of the mails of a list: all campaigns here say the same. */
const fit = new Map<string, ReturnType<Deps["render"]["problems"]>>();

/** Jobs at one time. */
const WIDTH = 3;

export class Process {
  life: Life;
  deps: Deps | undefined;
  jobs = 0;
  readonly #site: Site;
  readonly #name: string;
  #starts = 0;

  constructor(site: Site, name: string) {
    this.#site = site;
    this.#name = name;
    this.life = this.#born();
  }

  get free(): boolean {
    return !this.life.dead && this.deps !== undefined && this.jobs < WIDTH;
  }

  #born(): Life {
    const life: Life = { name: `${this.#name}${++this.#starts}`, dead: false, mortal: true };
    life.die = () => this.#died();
    return life;
  }

  start(): void {
    const { machine, random, ids, config, database, copy, queue, provider, witness } = this.#site;
    if (!this.life.dead && this.deps) return;
    if (this.life.dead) this.life = this.#born();
    const { life } = this;
    machine.note(`${life.name} starts`);
    const skew = this.#site.skewMs > 0 ? random.from(-this.#site.skewMs, this.#site.skewMs) : 0;
    const pause = (ms: number, signal?: AbortSignal) => machine.sleep(life, ms, `clock: paused ${ms} ms`, signal);
    const clock = { now: () => machine.now + skew, pause, elapse: pause };
    const house = createHouse(config, { clock, ids, line: (json) => this.#line(json) });
    this.jobs = 0;
    const made = house.depsOver({
      client: clientOf(database, life),
      queue: queue.of(life),
      mailer: provider.mailerOf(life),
      defer: async (work) => work(),
      afterErasure: () => {},
      call: async () => {
        await machine.point(life, "call: second channel");
        return random.chance(0.2) ? "webhook.no_answer" : undefined;
      },
      ...copyOf(copy, life),
      witness: {
        async read() {
          await machine.point(life, "witness: read");
          return witness.n;
        },
        async write(n) {
          await machine.point(life, `witness: ${n}`);
          witness.n = n;
        },
      },
    });
    // Whether a mail is fit to be sent depends on its texts alone, and takes long to find out.
    const { problems } = made.render;
    made.render.problems = (frozen) =>
      fit.get(frozen.list.id) ?? fit.set(frozen.list.id, problems(frozen)).get(frozen.list.id) ?? [];
    this.deps = made;
    this.#sweep(random.from(0, 500));
  }

  /** The schedule: the sweep of this process, and now and then what comes every hour. */
  #sweep(ms: number): void {
    const { machine, random, queue } = this.#site;
    const { life } = this;
    machine.after(life, ms, "schedule", () => {
      queue.put({ job: { kind: "recover" }, tries: 1, owner: life }, 0);
      if (random.chance(0.05)) queue.put({ job: { kind: "retain" }, tries: 1, owner: life }, 0);
      this.#sweep(random.span(...this.#site.sweepMs));
    });
  }

  /** Ends it at once, as SIGKILL does. */
  kill(): void {
    if (this.life.dead) return;
    this.#site.machine.note(`${this.life.name} KILLED`);
    this.#site.machine.kill(this.life);
    this.#died();
  }

  #died(): void {
    const { machine, random, queue } = this.#site;
    this.deps = undefined;
    queue.died(this.life);
    if (!this.#site.outage)
      machine.after(OUT, random.span(...this.#site.restartMs), `${this.#name} comes back`, () => this.start());
  }

  #line(json: string): void {
    const { machine } = this.#site;
    if (json.includes("@") || /[A-Za-z0-9_-]{60,}/.test(json))
      machine.fail(`a line of the log holds an address or a token: ${json}`);
    const { level, what, code, error, outcome, next } = JSON.parse(json);
    machine.note(`${this.life.name} log ${level} ${what} ${[outcome, next, code, error].filter(Boolean).join(" ")}`);
  }
}

const OUT: Life = { name: "host", dead: false, mortal: false };
