/** A house in this process for measuring: the real app and jobs over a database file, mail kept in memory. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCaptureMailer } from "../../src/delivery/mailers/capture.ts";
import type { Deps, Mailer } from "../../src/deps.ts";
import { checkImport } from "../../src/domain/imports/check.ts";
import { runImport } from "../../src/domain/imports/run.ts";
import { readLists } from "../../src/domain/lists/views.ts";
import { systemClock } from "../../src/platform/clock.ts";
import { isRefusal, type Refusal } from "../../src/refusal.ts";
import { OPERATOR } from "../../src/runtime/cli/command.ts";
import { handleJob } from "../../src/runtime/consume.ts";
import { createHouse } from "../../src/runtime/house.ts";
import { nodeAead } from "../../src/runtime/node/aead.ts";
import { openClient, walEmptier } from "../../src/runtime/node/database.ts";
import { seedDemo } from "../../src/runtime/node/demo.ts";
import { migrateDatabase } from "../../src/runtime/node/migrate.ts";
import { createLocalQueue, type LocalQueue } from "../../src/runtime/node/queue.ts";
import { createTraffic, type Traffic } from "../../src/runtime/node/traffic.ts";
import { type MemoryMailbox, memoryMailbox } from "../fakes/mailbox.ts";
import { peopleList } from "../support/people-list.ts";
import { testConfig } from "../support/settings.ts";

export interface BenchHouse {
  deps: Deps;
  queue: LocalQueue;
  mailbox: MemoryMailbox;
  listId: string;
  traffic: Traffic;
  stop(): Promise<void>;
}

/** `mailer`: another way out than memory. */
export async function benchHouse(mailer?: Mailer): Promise<BenchHouse> {
  const folder = mkdtempSync(join(tmpdir(), "pieteka-bench-"));
  const config = { ...testConfig(`file:${join(folder, "bench.db")}`), publicUrl: "http://localhost" };
  const client = await openClient(config);
  await migrateDatabase(client);
  const house = createHouse(config, { line: (json) => console.error(json), aead: nodeAead });
  const wal = walEmptier(client, config, () => {});
  const traffic = createTraffic();
  const queue = createLocalQueue((job) => handleJob(deps, job), house.log, { calm: traffic.calm });
  const mailbox = memoryMailbox();
  const deps = house.depsOver({
    client,
    queue,
    mailer: mailer ?? createCaptureMailer(mailbox, systemClock),
    defer: (work) => void work(),
    afterErasure: wal.soon,
  });
  await seedDemo(deps);
  const listId = (await readLists(deps.db)).find((list) => list.kind === "newsletter")?.id ?? "";
  const stop = async () => {
    await queue.stop(10_000);
    await wal.now();
    client.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { deps, queue, mailbox, listId, traffic, stop };
}

/** Throws where a verb refuses. */
export function done<T>(result: T | Refusal): T {
  if (isRefusal(result)) throw new Error(`refused: ${result.code} ${JSON.stringify(result.fields ?? [])}`);
  return result;
}

/** Rows of one file. */
const FILE = 50_000;

/** Imports so many people, in files of 50,000 at most; gives the milliseconds of check and of run. */
export async function importPeople(
  house: BenchHouse,
  people: number,
  { listId = house.listId, seed = 1 } = {},
): Promise<{ checkMs: number; runMs: number }> {
  let checkMs = 0;
  let runMs = 0;
  for (let n = 0; n * FILE < people; n++) {
    const rows = Math.min(FILE, people - n * FILE);
    const bytes = peopleList({ rows, seed: seed + n * 1000, duplicates: 0, faulty: 0 });
    const began = performance.now();
    const claim = {
      source: "Bench",
      since: "2021-03-01",
      basis: "consent" as const,
      origin: "themselves" as const,
      proof: "",
    };
    const job = done(await checkImport(house.deps, OPERATOR, { listId, fileName: "bench.csv", bytes, claim }));
    const checked = performance.now();
    done(await runImport(house.deps, OPERATOR, job));
    await written(house, job.importId);
    checkMs += checked - began;
    runMs += performance.now() - checked;
  }
  return { checkMs, runMs };
}

/** Waits for the rows and for their proof. */
async function written(house: BenchHouse, importId: string): Promise<void> {
  await house.queue.idle();
  const found = await house.deps.db.client.execute({ sql: "SELECT state FROM import WHERE id=?", args: [importId] });
  if (found.rows[0]?.[0] !== "done") throw new Error("the import was not finished");
}
