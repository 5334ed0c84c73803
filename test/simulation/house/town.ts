/** Everything of one run, put together: the machine, the database, the provider, the queue, the processes, the ledger. */
import type { Hono } from "hono";
import { createApp } from "../../../src/app.ts";
import type { Deps } from "../../../src/deps.ts";
import { recordDeadLetter } from "../../../src/domain/dead-letters/record.ts";
import { normaliseAddress } from "../../../src/domain/people/rules.ts";
import { openDatabase } from "../../../src/platform/db.ts";
import { createVault } from "../../../src/platform/vault.ts";
import { handleJob } from "../../../src/runtime/consume.ts";
import { SECRET } from "../../fakes/resend-webhooks.ts";
import { testConfig } from "../../support/settings.ts";
import { START } from "../../support/time.ts";
import { Machine } from "../machine/machine.ts";
import { Random, seededIds } from "../machine/random.ts";
import type { Backup } from "../outside/backup.ts";
import { type DatabaseWorld, NO_DATABASE_FAULTS } from "../outside/client.ts";
import { DATABASE_URL, openCopy, type Raw } from "../outside/database.ts";
import { type BadCopy, emptyCopy, NO_COPY_FAULTS } from "../outside/log-copy.ts";
import { NO_PROVIDER_FAULTS, Provider, type ProviderWorld, type Taken } from "../outside/provider.ts";
import { NO_QUEUE_FAULTS, SimulatedQueue } from "../outside/queue.ts";
import { JournalLedger } from "../promises/journal.ts";
import { Ledger } from "../promises/ledger.ts";
import { LogLedger } from "../promises/log.ts";
import { type Climate, climateOf } from "./climate.ts";
import { must } from "./office.ts";
import { Process, type Site } from "./process.ts";

/** A bug to be planted, to see that it is found. */
export interface Bug {
  /** Changes the program's SQL. */
  sql?: (sql: string) => string;
  /** Changes the idempotency key on its way. */
  key?: (key: string) => string;
  /** The copy of the log breaks its word. */
  copy?: BadCopy;
}

export interface Town {
  seed: number;
  machine: Machine;
  climate: Climate;
  site: Site;
  processes: Process[];
  ledger: Ledger;
  log: LogLedger;
  journal: JournalLedger;
  raw: Raw;
  /** What can be put back. */
  backup?: Backup;
  database: DatabaseWorld;
  providerWorld: ProviderWorld;
  /** Everybody there is, as typed. */
  addresses: string[];
  random: Random;
  lists: { id: string; slug: string; purposeId: string }[];
  /** Told of every mail that somebody has now. */
  onMail: ((taken: Taken) => void)[];
  /** When the troubles ended. */
  calmSince?: number;
  /** Looks at the database without being part of the run. */
  looking: Pick<Deps, "db" | "vault" | "config">;
  /** A living process to act through; undefined if none lives. */
  someone(): (Process & { deps: Deps }) | undefined;
  /** A request to the app of a process. */
  request(by: Process & { deps: Deps }, path: string, init?: RequestInit): Promise<Response>;
  close(): void;
}

/** Requests name the process that serves them. */
const SERVED_BY = "x-served-by";
const serving = new Map<string, Deps>();
let app: Hono | undefined;

export async function buildTown(seed: number, bug: Bug = {}): Promise<Town> {
  const climate = climateOf(new Random(seed, "climate"));
  const machine = new Machine(new Random(seed, "order"), START);
  const random = new Random(seed, "town");
  const ids = seededIds(new Random(seed, "ids"));
  const open = await openCopy();
  if (climate.lastMail) open.raw.exec("UPDATE institution SET profile = json_set(profile, '$.lastMail', json('true'))");
  const config = { ...testConfig(DATABASE_URL), resendWebhookSecret: SECRET };
  const addresses = Array.from(
    { length: climate.people + 4 },
    (_, i) => `c${i}@${i % 3 === 0 ? "pasts" : "birojs"}.example`,
  );

  const vault = createVault(config.rings, ids);
  const tags = addresses.map((address) => {
    const { normalised } = must(normaliseAddress(address));
    const [suppressed] = vault.suppressionTags(normalised);
    return { tag: vault.tag(normalised).tag, suppressed: (suppressed as { tag: Uint8Array }).tag, address };
  });
  const ledger = new Ledger(machine, open.raw, climate, tags);
  const log = new LogLedger(machine, open.raw);
  const journal = new JournalLedger(machine, open.raw);
  const database: DatabaseWorld = {
    machine,
    client: open.client,
    random: new Random(seed, "database"),
    faults: NO_DATABASE_FAULTS,
    written: (what) => {
      ledger.look(what);
      log.look(what);
    },
    acts: new Set(),
    epoch: 0,
    rewrite: bug.sql,
  };
  const onMail: Town["onMail"] = [];
  const providerWorld: ProviderWorld = {
    machine,
    random: new Random(seed, "provider"),
    shape: climate.provider,
    faults: NO_PROVIDER_FAULTS,
    bad: new Set(random.some(addresses, Math.round(addresses.length * climate.bad))),
    took: (taken) => {
      ledger.took(taken);
      for (const hear of onMail) hear(taken);
    },
    refused: (mail) => ledger.refusedMail(mail),
    heard: (key) => ledger.accepted.set(key, machine.now),
    asked: (key, mails) => ledger.asked(key, mails),
    newId: seededIds(new Random(seed, "provider ids")).uuid,
    rekey: bug.key,
  };
  const processes: Process[] = [];
  const free = new Random(seed, "hands");
  const queue = new SimulatedQueue(
    machine,
    new Random(seed, "queue"),
    (job, owner) => {
      const able = processes.filter((p) => p.free && (!owner || p.life === owner));
      if (able.length === 0) return undefined;
      const process = free.one(able) as Process & { deps: Deps };
      process.jobs++;
      const done = () => void process.jobs--;
      const { life, deps } = process;
      return { life, work: () => handleJob(deps, job).finally(done), dead: () => recordDeadLetter(deps, job) };
    },
    climate.queueInMemory,
  );
  queue.faults = NO_QUEUE_FAULTS;
  const site: Site = {
    machine,
    random: new Random(seed, "site"),
    ids,
    config,
    database,
    queue,
    provider: new Provider(providerWorld),
    copy: {
      machine,
      random: new Random(seed, "copy"),
      faults: NO_COPY_FAULTS,
      ...emptyCopy(),
      claimed: (head) => log.claimed(head),
      signed: (note) => log.signed(note),
      journalled: (head) => journal.written(head),
      bad: bug.copy,
    },
    witness: { n: undefined },
    skewMs: climate.skewMs,
    sweepMs: climate.sweepMs,
    restartMs: climate.restartMs,
    outage: false,
  };
  for (let i = 0; i < climate.processes; i++) processes.push(new Process(site, String.fromCharCode(65 + i)));
  app ??= createApp((c) => serving.get(c.req.header(SERVED_BY) ?? "") as Deps) as unknown as Hono;
  const served = app;

  return {
    seed,
    machine,
    climate,
    site,
    processes,
    ledger,
    log,
    journal,
    raw: open.raw,
    database,
    providerWorld,
    addresses,
    onMail,
    random,
    lists: ledger.rows("SELECT id, slug, purpose_id AS purposeId FROM list WHERE kind = 'newsletter' ORDER BY slug"),
    looking: { db: openDatabase(open.client), vault, config },
    someone() {
      const alive = processes.filter((p) => p.deps && !p.life.dead);
      return alive.length > 0 ? (random.one(alive) as Process & { deps: Deps }) : undefined;
    },
    async request(by, path, init = {}) {
      const name = `${seed}/${by.life.name}`;
      serving.set(name, by.deps);
      const headers = { ...(init.headers as Record<string, string>), [SERVED_BY]: name, Origin: config.publicUrl };
      const { life } = by;
      machine.serving.set(life, (machine.serving.get(life) ?? 0) + 1);
      try {
        return await served.request(new URL(path, config.publicUrl), { ...init, headers });
      } finally {
        const left = (machine.serving.get(life) ?? 1) - 1;
        if (left > 0) machine.serving.set(life, left);
        else machine.serving.delete(life);
      }
    },
    close: () => {
      for (const name of [...serving.keys()]) if (name.startsWith(`${seed}/`)) serving.delete(name);
      open.close();
    },
  };
}
