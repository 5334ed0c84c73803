/**
 * How rough a run is: each seed switches some kinds of trouble on, and says how often they come. So some runs are all
 * about a queue that loses jobs, others about a provider that answers nobody, and many about everything at once.
 */
import type { Random } from "../machine/random.ts";
import type { DatabaseFaults } from "../outside/client.ts";
import type { CopyFaults } from "../outside/log-copy.ts";
import type { ProviderFaults, Shape } from "../outside/provider.ts";
import type { QueueFaults } from "../outside/queue.ts";

export interface Climate {
  people: number;
  processes: number;
  provider: Shape;
  /** The provider tells what became of mails. */
  events: boolean;
  /** Part of the mails that come back, and part that is called spam. */
  bounces: number;
  complaints: number;
  /** An event comes more than once. */
  repeats: number;
  /** Part of the addresses that the provider refuses for ever. */
  bad: number;
  mortality: number;
  stalls: number;
  /** How often somebody acts at the worst moment. */
  ambush: number;
  /** Part of the people who do something as soon as they have their mail. */
  eager: number;
  database: DatabaseFaults;
  providerFaults: ProviderFaults;
  queue: QueueFaults;
  copy: CopyFaults;
  queueInMemory: boolean;
  /** Between two sweeps of a process. */
  sweepMs: [number, number];
  /** How long the troubled part lasts, and how many things people and staff do in it. */
  lastsMs: number;
  acts: number;
  campaigns: number;
  /** The institution mails once more whoever said no. */
  lastMail: boolean;
  /** Afterwards the campaigns are closed, and everybody is asked again. */
  weeksLater: boolean;
  /** At the end an older copy of the database is put in its place: one of the sending, or one that is minutes old. */
  restored: "sending" | "minutes" | undefined;
  /** How long a process stays dead. */
  restartMs: [number, number];
  /** How wrong the clocks of processes go. */
  skewMs: number;
}

/** Shorter than the hour without a heartbeat that counts as an outage. */
const LONGEST_SWEEP_MS = 45 * 60_000;

export function climateOf(random: Random): Climate {
  const worst = random.one([0.02, 0.06, 0.15]);
  const some = (most = worst, often = 0.45) => (random.chance(often) ? random.part() * most : 0);
  const remembersKeys = random.chance(0.65);
  const limit = random.from(1, 10);
  const lastsMs = random.span(4 * 60_000, 26 * 3_600_000);
  const sweep = Math.min(Math.max(30_000, lastsMs / random.from(6, 24)), LONGEST_SWEEP_MS);
  const climate = {
    people: random.chance(0.2) ? random.from(16, 40) : random.from(3, 15),
    processes: random.weighted([
      [1, 1],
      [2, 5],
      [3, 1],
    ]),
    provider: {
      name: remembersKeys ? "resend" : "smtp",
      limit,
      width: random.from(1, 3),
      perSecond: random.chance(0.7) ? random.one([1, 2, 5, 100]) : undefined,
      remembersKeys,
      lines: random.from(1, 3),
    },
    events: remembersKeys && random.chance(0.6),
    bounces: random.chance(0.5) ? random.part() * 0.3 : 0,
    complaints: random.chance(0.4) ? random.part() * 0.15 : 0,
    repeats: some(0.4),
    bad: random.chance(0.4) ? random.part() * 0.3 : 0,
    mortality: random.chance(0.75) ? random.one([0.002, 0.006, 0.02]) : 0,
    stalls: random.chance(0.6) ? random.one([0.003, 0.01, 0.03]) : 0,
    ambush: random.one([0, 0.03, 0.1, 0.25]),
    eager: random.one([0.05, 0.2, 0.5]),
    database: { busy: some(), lost: some(), answerLost: some(), late: some(worst / 2), cut: 0 },
    providerFaults: {
      lost: some(0.4),
      answerLost: some(0.6, 0.6),
      faultBefore: some(0.3),
      faultAfter: some(0.6, 0.6),
      slow: some(0.3),
      rate: some(0.3),
      quota: some(0.05),
      setup: some(0.05),
      putOff: some(0.3),
    },
    queue: { lost: some(0.4), doubled: some(0.5), late: some(0.5), again: random.chance(0.7) ? 1 : random.part() },
    queueInMemory: random.chance(0.4),
    // A process that sweeps more than some dozens of times only costs time.
    sweepMs: [sweep, Math.min(sweep * random.one([1, 4, 20]), LONGEST_SWEEP_MS)],
    lastsMs,
    acts: random.from(4, 25),
    weeksLater: random.chance(0.3),
    campaigns: random.weighted([
      [1, 6],
      [2, 3],
      [3, 1],
    ]),
    restartMs: random.chance(0.15) ? [60_000, 5 * 3_600_000] : [500, 120_000],
    skewMs: random.one([0, 0, 300, 3_000]),
  } satisfies Partial<Climate>;
  // Drawn last: what was added leaves the rest of a seed as it was.
  const cut = some(worst / 3, 0.6);
  // A database that does everything else well is cut off seldom: some promises are asked only where nothing is late.
  if (Object.values(climate.database).some((share) => share > 0)) climate.database.cut = cut;
  return {
    ...climate,
    lastMail: random.chance(0.5),
    copy: { lost: some(), answerLost: some(), late: some(worst / 2) },
    restored: random.weighted([
      [undefined, 7],
      ["sending", 1.5],
      ["minutes", 1.5],
    ]),
  };
}
