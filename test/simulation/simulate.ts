/**
 * One simulation: the office, its processes and the world around them, from a seed. First people are imported and asked,
 * with troubles; then the troubles end, and everything must come to rest with every promise kept.
 */

import { ambushOf } from "./acts/ambush.ts";
import { backUpLater, scriptOfRestore } from "./acts/restore.ts";
import { script } from "./acts/script.ts";
import { askList, close, importPeople, resume } from "./acts/staff.ts";
import { type Bug, buildTown, type Town } from "./house/town.ts";
import { NO_DATABASE_FAULTS } from "./outside/client.ts";
import { NO_COPY_FAULTS } from "./outside/log-copy.ts";
import { NO_PROVIDER_FAULTS } from "./outside/provider.ts";
import { NO_QUEUE_FAULTS } from "./outside/queue.ts";
import { brokenAtRest } from "./promises/rest.ts";

export interface Result {
  seed: number;
  /** What broke a promise; undefined if none was. */
  broken: string | undefined;
  hash: string;
  steps: number;
  /** Mails that the provider took. */
  mails: number;
  /** How often what happened, and how many messages ended how. */
  tally: Map<string, number>;
  /** The last lines of what happened. */
  trace: string[];
}

const MOST_STEPS = 60_000;
const HOUR = 3_600_000;

const ENDS = `SELECT 'message: ' || state || coalesce(' ' || reason, '') AS name, count(*) AS n FROM message GROUP BY 1
  UNION ALL SELECT 'mailing: ' || state || coalesce(' ' || held_reason, ''), count(*) FROM mailing GROUP BY 1`;

/** A run in which nothing is sent would keep every promise. */
const NOT_ASKED = `SELECT count(*) AS n FROM subscription s WHERE s.list_id = ? AND s.state = 'unproven'
  AND NOT EXISTS (SELECT 1 FROM mailing m WHERE m.list_id = s.list_id AND m.state <> 'draft')`;

/** Runs a seed. */
export async function simulate(seed: number, bug: Bug = {}): Promise<Result> {
  const town = await buildTown(seed, bug);
  const { machine, ledger } = town;
  try {
    await prepare(town);
    if (!machine.broken) await trouble(town);
    if (!machine.broken) await rest(town);
    if (!machine.broken && town.climate.weeksLater) await weeksLater(town);
    if (!machine.broken) for (const broken of await brokenAtRest(town)) machine.fail(broken);
    if (!machine.broken && town.climate.restored) await restored(town);
    for (const { name, n } of ledger.rows<{ name: string; n: number }>(ENDS)) machine.count(name, n);
  } finally {
    town.close();
  }
  const { broken, steps, trace, tally } = machine;
  return { seed, broken, hash: trace.hash, steps, mails: ledger.taken, tally, trace: trace.tail };
}

/** People come onto the lists, and the first campaigns are sent: nothing is wrong yet. */
async function prepare(town: Town): Promise<void> {
  const { machine, processes, climate, lists, random } = town;
  for (const process of processes) process.start();
  for (const [i, list] of lists.entries()) {
    const part = i === 0 ? 0.9 : 0.4;
    await act(
      town,
      importPeople(
        town,
        list,
        town.addresses.filter(() => random.chance(part)),
      ),
    );
  }
  await until(
    town,
    () => ledgerCount(town, "SELECT count(*) AS n FROM import WHERE state IN ('checked', 'running')") === 0,
  );
  machine.note("the troubles begin");
  for (const list of random.some(lists, climate.campaigns)) {
    await act(town, askList(town, list));
    if (ledgerCount(town, NOT_ASKED, list.id) > 0)
      machine.fail("nothing is wrong, and a list that has people is not asked");
  }
  if (ledgerCount(town, "SELECT count(*) AS n FROM subscription") === 0) machine.fail("nobody came onto the lists");
  beginTroubles(town);
}

function beginTroubles(town: Town): void {
  const { machine, climate, database, providerWorld, site } = town;
  machine.mortality = climate.mortality;
  machine.stalls = climate.stalls;
  database.faults = climate.database;
  providerWorld.faults = climate.providerFaults;
  site.queue.faults = climate.queue;
  site.copy.faults = climate.copy;
}

/** The troubled part: people, staff, and everything that can go wrong. */
async function trouble(town: Town): Promise<void> {
  const { machine, climate } = town;
  script(town);
  if (climate.restored === "sending") backUpLater(town, climate.lastsMs);
  await runTo(town, machine.now + climate.lastsMs);
}

/** The database is lost, and what is put back is older; the troubles go on around it. */
async function restored(town: Town): Promise<void> {
  const { machine, site, log } = town;
  const lastsMs = HOUR / 2;
  beginTroubles(town);
  town.calmSince = undefined;
  machine.ambush = ambushOf(town);
  // What was signed is what matters here.
  site.queue.sealsLost = 0.4;
  site.sweepMs = [60_000, 5 * 60_000];
  scriptOfRestore(town, lastsMs);
  await runTo(town, machine.now + lastsMs);
  if (!machine.broken) await rest(town);
  if (machine.broken) return;
  const broken = [...(await log.brokenAtRest(town)), ...log.brokenCount(), ...town.journal.brokenAtRest()];
  for (const one of broken) machine.fail(one);
}

/** The last day to answer is over: campaigns are closed in trouble, then everybody is imported and asked again. */
async function weeksLater(town: Town): Promise<void> {
  const { machine, lists } = town;
  machine.jump(22 * 24 * HOUR);
  await runTo(town, machine.now + HOUR / 2);
  beginTroubles(town);
  for (const _ of lists) close(town).catch(() => {});
  await runTo(town, machine.now + HOUR / 4);
  for (const _ of lists) close(town).catch(() => {});
  await runTo(town, machine.now + HOUR / 4);
  await rest(town);
  if (machine.broken) return;
  for (const list of lists) await act(town, importPeople(town, list, town.addresses));
  await runTo(town, machine.now + HOUR / 4);
  for (const list of lists) await act(town, askList(town, list));
  await rest(town);
}

/** The troubles are over: sweeps come by until nothing changes, and a person lets most of what stands still go on. */
async function rest(town: Town): Promise<void> {
  const { machine, database, providerWorld, site, random } = town;
  machine.note("the troubles are over");
  town.calmSince = machine.now;
  machine.mortality = 0;
  machine.ambush = undefined;
  machine.stalls = 0;
  database.faults = NO_DATABASE_FAULTS;
  providerWorld.faults = NO_PROVIDER_FAULTS;
  site.queue.faults = NO_QUEUE_FAULTS;
  site.copy.faults = NO_COPY_FAULTS;
  site.outage = false;
  site.sweepMs = [10 * 60_000, 45 * 60_000];
  for (const process of town.processes) process.start();
  const stays = random.chance(0.2);
  for (let round = 0; round < 80 && !machine.broken; round++) {
    await runTo(town, machine.now + HOUR / 2);
    if (!stays) await act(town, resume(town));
    if (round > 2 && atRest(town, stays)) break;
  }
  site.queue.sealsLost = 0;
  site.queue.put({ job: { kind: "seal" }, tries: 1, owner: undefined }, 0);
  await runTo(town, machine.now + 60_000);
}

function atRest(town: Town, stays: boolean): boolean {
  const open = stays ? "'planning','sending','closing'" : "'planning','sending','closing','paused'";
  return (
    ledgerCount(
      town,
      `SELECT (SELECT count(*) FROM mailing WHERE state IN (${open}))
         + (SELECT count(*) FROM batch WHERE state IN ('frozen','attempted'))
         + (SELECT count(*) FROM import WHERE state = 'running')
         + (SELECT count(*) FROM message g JOIN mailing m ON m.id = g.mailing_id WHERE g.state = 'planned' AND m.state <> 'paused') AS n`,
    ) === 0
  );
}

const ledgerCount = (town: Town, sql: string, ...args: string[]) =>
  Number(town.ledger.rows<{ n: number }>(sql, ...args)[0]?.n);

async function runTo(town: Town, end: number): Promise<void> {
  const { machine } = town;
  while (machine.now < end && (await step(town, end)));
  machine.now = Math.max(machine.now, end);
}

async function step(town: Town, until?: number): Promise<boolean> {
  const { machine } = town;
  if (machine.steps > MOST_STEPS) machine.fail(`no rest after ${MOST_STEPS} steps`);
  return machine.step(until);
}

/** Steps until an act is over. */
async function act(town: Town, doing: Promise<void>): Promise<void> {
  let over = false;
  const end = () => {
    over = true;
  };
  doing.then(end, (error: Error) => {
    town.machine.note(`act failed: ${error.message}`);
    end();
  });
  await until(town, () => over);
}

async function until(town: Town, done: () => boolean): Promise<void> {
  for (let n = 0; n < 5_000 && !town.machine.broken; n++) {
    if (done()) return;
    if (!(await step(town))) break;
  }
  if (!done() && !town.machine.broken) town.machine.fail("something that nothing disturbs does not come to its end");
}
