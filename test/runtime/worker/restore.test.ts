/**
 * A libSQL server's database, copied by its dump and put back on another server, under the Worker: the bucket remembers who left
 * meanwhile, and the Worker shows nobody anything before it is applied.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Client, createClient, type InValue } from "@libsql/client";
import { expect, it, onTestFinished, vi } from "vitest";
import { createCaptureMailer } from "../../../src/delivery/mailers/capture.ts";
import type { Deps } from "../../../src/deps.ts";
import { checkImport } from "../../../src/domain/imports/check.ts";
import { runImport } from "../../../src/domain/imports/run.ts";
import type { Job } from "../../../src/jobs.ts";
import { systemClock } from "../../../src/platform/clock.ts";
import { readConfig } from "../../../src/platform/config.ts";
import { isRefusal } from "../../../src/refusal.ts";
import { OPERATOR } from "../../../src/runtime/cli/command.ts";
import { handleJob } from "../../../src/runtime/consume.ts";
import { createHouse } from "../../../src/runtime/house.ts";
import { makeCopy } from "../../../src/runtime/node/backup/make.ts";
import { openClient } from "../../../src/runtime/node/database.ts";
import { seedDemo } from "../../../src/runtime/node/demo.ts";
import { migrateDatabase } from "../../../src/runtime/node/migrate.ts";
import { r2Journal, r2LogCopy } from "../../../src/runtime/r2-log-copy.ts";
import { fakeCopyBucket } from "../../fakes/copy-bucket.ts";
import { memoryMailbox } from "../../fakes/mailbox.ts";
import { KEY_SET } from "../../support/settings.ts";
import { startSqld } from "../../support/sqld.ts";
import { until } from "../../support/until.ts";

const settingsOf = (url: string) => ({
  NODE_ENV: "development",
  PUBLIC_URL: "http://localhost:4342",
  DATABASE_URL: url,
  DATABASE_AUTH_TOKEN: "none-on-loopback",
  MAILER: "resend",
  RESEND_API_KEY: "re_loopback_only",
  ...KEY_SET,
});

async function server(folder: string): Promise<{ url: string; client: Client }> {
  const sqld = await startSqld(folder);
  const client = await openClient(readConfig(settingsOf(sqld.url)));
  onTestFinished(async () => {
    client.close();
    await sqld.stop();
  });
  return { url: sqld.url, client };
}

/** What a server's own restore from a file does: the tables and rows first, then indexes and triggers. */
async function load(file: string, into: Client): Promise<void> {
  const from = createClient({ url: `file:${file}` });
  const made = await from.execute(
    "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type = 'table' DESC",
  );
  const rows: { sql: string; args: InValue[] }[] = [];
  for (const { type, name, sql } of made.rows) {
    if (type !== "table") continue;
    await into.execute(String(sql));
    const found = await from.execute(`SELECT * FROM "${name}"`);
    const insert = `INSERT INTO "${name}" VALUES (${found.columns.map(() => "?").join(",")})`;
    rows.push(...found.rows.map((row) => ({ sql: insert, args: found.columns.map((_, n) => row[n] as InValue) })));
  }
  await into.batch(["PRAGMA defer_foreign_keys = ON", ...rows], "write");
  for (const { type, sql } of made.rows) if (type !== "table") await into.execute(String(sql));
  from.close();
}

it("whoever left since is gone again before the Worker serves", { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "pieteka-worker-restore-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const bucket = fakeCopyBucket();
  const jobs: Job[] = [];
  const queue = { send: async (job: Job) => void jobs.push(job) };
  const life = { waitUntil: () => {} };
  const workerOver = async (url: string) => {
    vi.resetModules();
    const { default: worker } = await import("../../../src/runtime/worker.ts");
    const bindings = { ...settingsOf(url), PROMPT: queue, BULK: queue, LOG_COPY: bucket } as unknown as Parameters<
      typeof worker.fetch
    >[1];
    const get = (path: string, init?: RequestInit) =>
      worker.fetch(new Request(`http://localhost:4342${path}`, init), bindings, life);
    return {
      get,
      async work(job: Job) {
        jobs.push(job);
        for (let next = jobs.shift(); next; next = jobs.shift())
          await worker.queue(
            { queue: "pieteka-prompt", messages: [{ body: next, attempts: 1, ack() {}, retry() {} }] },
            bindings,
            life,
          );
      },
    };
  };

  const first = await server(join(folder, "first"));
  await migrateDatabase(first.client);
  const deps: Deps = createHouse(readConfig(settingsOf(first.url)), { line: () => {} }).depsOver({
    client: first.client,
    queue: { enqueue: async (job) => void jobs.push(job) },
    mailer: createCaptureMailer(memoryMailbox(), systemClock),
    defer: (work) => work(),
    afterErasure: () => {},
    logCopy: r2LogCopy(bucket),
    journal: r2Journal(bucket),
  });
  await seedDemo(deps);
  const listId = String((await first.client.execute("SELECT id FROM list WHERE kind = 'newsletter'")).rows[0]?.id);
  const claim = {
    source: "Senāks saraksts",
    since: "2019-03-01",
    basis: "consent",
    origin: "themselves",
    proof: "",
  } as const;
  const bytes = new TextEncoder().encode("E-pasts\nanna@pasts.example\nberta@pasts.example\n");
  const checked = await checkImport(deps, OPERATOR, { listId, fileName: "x.csv", bytes, claim });
  if (isRefusal(checked)) throw new Error(checked.code);
  const run = await runImport(deps, OPERATOR, { importId: checked.importId });
  if (isRefusal(run)) throw new Error(run.code);
  for (let job = jobs.shift(); job; job = jobs.shift()) await handleJob(deps, job);
  const [anna] = (await first.client.execute("SELECT id FROM subscription ORDER BY id")).rows;
  expect(anna).toBeDefined();

  const worker = await workerOver(first.url);
  await worker.work({ kind: "seal" });
  // What other readers of lines take for ends of them comes through the server's dump as it is.
  const odd = "viens;\u2028COMMIT;\u2028divi;\u2029trīs;\rčetri\r\npieci";
  await first.client.execute({ sql: "UPDATE import SET file_name = ?", args: [odd] });
  const copy = join(folder, "copy.db");
  const facts = await makeCopy(readConfig(settingsOf(first.url)), copy);
  expect(facts).toMatchObject({ people: 2, journal: expect.any(Number) });
  const token = deps.tokens.make("u", {
    subscriptionId: String(anna?.id),
    mailingId: "00000000-0000-0000-0000-000000000000",
  });
  const left = await worker.get(`/u/${token}`, { method: "POST", body: "List-Unsubscribe=One-Click" });
  expect(left.status).toBe(200);
  await until("it is journalled", async () => {
    await worker.work({ kind: "seal" });
    return (await first.client.execute("SELECT 1 FROM unjournalled")).rows.length === 0;
  });

  const second = await server(join(folder, "second"));
  await load(copy, second.client);
  expect((await second.client.execute("SELECT file_name FROM import")).rows[0]?.file_name).toBe(odd);
  const restored = await workerOver(second.url);
  const shut = await restored.get("/");
  expect([shut.status, shut.headers.get("Retry-After")]).toEqual([503, "60"]);
  await restored.work({ kind: "reapply" });
  await until("the doors are open", async () => (await restored.get("/")).status === 200);
  const rows = await second.client.execute("SELECT id, state FROM subscription WHERE state = 'ended'");
  expect(rows.rows.map(({ id }) => id)).toEqual([anna?.id]);
  expect((await second.client.execute("SELECT count(*) AS n FROM address")).rows[0]?.n).toBe(1);
});
