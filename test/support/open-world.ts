/**
 * A whole house in this process: a database of its own with the real migrations, the real app and the real jobs. Only the
 * outside is made: the clock, the ids, the mailbox. For tests (world.ts) and for the rehearsal (test/rehearsal).
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Client } from "@libsql/client";
import { createApp } from "../../src/app.ts";
import { createCaptureMailer } from "../../src/delivery/mailers/capture.ts";
import type { Deps, JournalStore, LogCopy, Mailer } from "../../src/deps.ts";
import type { Job } from "../../src/jobs.ts";
import type { Config } from "../../src/platform/config.ts";
import { type Ids, randomIds } from "../../src/platform/ids.ts";
import type { CapturedMail, Mailbox } from "../../src/platform/mailbox.ts";
import { handleJob } from "../../src/runtime/consume.ts";
import { createHouse } from "../../src/runtime/house.ts";
import { openClient, walEmptier } from "../../src/runtime/node/database.ts";
import { seedDemo } from "../../src/runtime/node/demo.ts";
import { migrateDatabase } from "../../src/runtime/node/migrate.ts";
import { memoryJournal, memoryLogCopy } from "../fakes/log-copy.ts";
import { memoryMailbox } from "../fakes/mailbox.ts";
import { checkWorld } from "./check.ts";
import { noPowerFailure } from "./no-power-failure.ts";
import { type Browser, browserOf, type StaffRole, signedInAs } from "./people.ts";
import { testConfig } from "./settings.ts";
import { type TestClock, testClock } from "./time.ts";

export interface WorldOptions {
  /** The demo institution with purposes, lists and notices. True if not said. */
  demo?: boolean;
  /** 2026-11-22T08:00Z if not said. */
  startAt?: number;
  ids?: Ids;
  /** Another way out for mail, for example Resend against the fake. */
  mailer?: Mailer;
  config?: Partial<Config>;
  /** Who answers when the institution's web address is called; the real call if not said. */
  call?: Deps["call"];
  /** Who answers when bytes are asked for (time stamps); the real exchange if not said. */
  exchange?: Deps["exchange"];
  /** The copy of the proof log; one in memory if not said. */
  logCopy?: LogCopy;
  /** The erasure journal; one in memory if not said. */
  journal?: JournalStore;
  /** A database elsewhere, for example sqld. It must be empty. */
  databaseUrl?: string;
  /** Waits for the disk as a real house does. */
  durable?: boolean;
  /** Another mailbox than one that keeps every mail whole in memory. */
  mailbox?: WorldMailbox;
}

/** A mailbox whose mails a world can look through. */
export interface WorldMailbox extends Mailbox {
  readonly mails: readonly CapturedMail[];
}

export interface World {
  deps: Deps;
  clock: TestClock;
  mailbox: WorldMailbox;
  /** Lines of the log, as JSON. */
  lines: string[];
  /** Jobs that wait, in order. */
  jobs: Job[];
  client: Client;
  /** Path of the database file; its bytes are what a thief of the disk would see. */
  file: string;
  app: ReturnType<typeof createApp>;
  /** Asks the app as a stranger does: path or full address. */
  request(path: string, init?: RequestInit): Promise<Response>;
  /** A browser without a session: keeps cookies, sends forms with an Origin, follows nothing. */
  browser(): Browser;
  /** A browser in which a staff member with this role is signed in. */
  signIn(role: StaffRole): Promise<Browser>;
  /** Does all queued work to the end, in order, late jobs included (the clock moves to them). Returns how many jobs. */
  work(): Promise<number>;
  /** Rows of a query. */
  rows(sql: string, ...args: (string | number)[]): Promise<Record<string, unknown>[]>;
  /** Fails with every broken promise. */
  check(): Promise<void>;
}

/** A job that goes on enqueuing itself for ever is a fault; nothing in a test needs so many. */
const MOST_JOBS = 20_000;

/** Makes a world. `close` takes it down with everything it holds. */
export async function openWorld(options: WorldOptions = {}): Promise<{ world: World; close(): void }> {
  const folder = mkdtempSync(join(tmpdir(), "pieteka-world-"));
  const file = join(folder, "world.db");
  const config = { ...testConfig(options.databaseUrl ?? `file:${file}`), ...options.config };
  const client = await openClient(config);
  const close = () => {
    client.close();
    rmSync(folder, { recursive: true, force: true });
  };
  if (!options.durable) await noPowerFailure(client);
  await migrateDatabase(client);

  const clock = testClock(options.startAt);
  const mailbox = options.mailbox ?? memoryMailbox();
  const lines: string[] = [];
  // By the time each is due; those of one time in the order they came.
  const jobs: { job: Job; at: number }[] = [];
  const put = (one: (typeof jobs)[number]) => {
    let i = jobs.length;
    while (i > 0 && (jobs[i - 1] as typeof one).at > one.at) i--;
    jobs.splice(i, 0, one);
  };
  const deferred: Promise<void>[] = [];
  const wal = walEmptier(client, config, () => {});
  const house = createHouse(config, { clock, ids: options.ids ?? randomIds, line: (json) => void lines.push(json) });
  const deps = house.depsOver({
    client,
    queue: {
      async enqueue(job, late) {
        put({ job, at: clock.now() + (late?.delaySeconds ?? 0) * 1000 });
      },
    },
    mailer: options.mailer ?? createCaptureMailer(mailbox, clock),
    defer: (work) => void deferred.push(work()),
    afterErasure: () => {},
    logCopy: options.logCopy ?? memoryLogCopy(),
    journal: options.journal ?? memoryJournal(),
    ...(options.call && { call: options.call }),
    ...(options.exchange && { exchange: options.exchange }),
  });
  const app = createApp(() => deps);

  const world: World = {
    deps,
    clock,
    mailbox,
    lines,
    client,
    file,
    app,
    get jobs() {
      return jobs.map(({ job }) => job);
    },
    async request(path, init) {
      const response = await app.request(new URL(path, config.publicUrl), init);
      await Promise.all(deferred.splice(0));
      return response;
    },
    browser: () => browserOf(world),
    signIn: (role) => signedInAs(world, role),
    async work() {
      const most = MOST_JOBS + 2 * jobs.length;
      for (let done = 0; done < most; done++) {
        const next = jobs.shift();
        if (!next) {
          await wal.now();
          return done;
        }
        clock.reach(next.at);
        await handleJob(deps, next.job);
      }
      throw new Error(`more than ${most} jobs: ${jobs.slice(0, 5).map(({ job }) => job.kind)}`);
    },
    rows: async (sql, ...args) =>
      (await client.execute({ sql, args })).rows.map((row) => ({ ...row }) as Record<string, unknown>),
    check: () => checkWorld(world),
  };
  if (options.demo !== false) await seedDemo(deps);
  return { world, close };
}
