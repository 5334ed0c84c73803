/** The Worker's dead-letter queues, against a real libSQL server: a letter is kept and told; one that cannot be kept comes again. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import type { Job } from "../../../src/jobs.ts";
import { readConfig } from "../../../src/platform/config.ts";
import { openClient } from "../../../src/runtime/node/database.ts";
import { migrateDatabase } from "../../../src/runtime/node/migrate.ts";
import worker from "../../../src/runtime/worker.ts";
import { KEY_SET } from "../../support/settings.ts";
import { startSqld } from "../../support/sqld.ts";

it("keeps a job of the dead-letter queue without its turn, and asks for it again while the database is away", async () => {
  const folder = mkdtempSync(join(tmpdir(), "pieteka-dead-"));
  const sqld = await startSqld(folder);
  onTestFinished(async () => {
    await sqld.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const sent: Job[] = [];
  const queue = { send: async (job: Job) => void sent.push(job) };
  const settings = {
    NODE_ENV: "development",
    PUBLIC_URL: "http://localhost:4341",
    DATABASE_URL: sqld.url,
    DATABASE_AUTH_TOKEN: "none-on-loopback",
    MAILER: "resend",
    RESEND_API_KEY: "re_loopback_only",
    ...KEY_SET,
  };
  const client = await openClient(readConfig(settings));
  onTestFinished(() => client.close());
  await migrateDatabase(client);

  const done: string[] = [];
  const letter = (body: Job) => ({
    body,
    attempts: 1,
    ack: () => void done.push(`ack ${body.kind}`),
    retry: () => void done.push(`retry ${body.kind}`),
  });
  const bindings = { ...settings, PROMPT: queue, BULK: queue } as unknown as Parameters<typeof worker.queue>[1];
  const life = { waitUntil: () => {} };
  const deliver: Job = { kind: "deliver", mailingId: "m1", turn: "t1" };
  await worker.queue({ queue: "pieteka-bulk-dead", messages: [letter(deliver), letter(deliver)] }, bindings, life);
  expect(done).toEqual(["ack deliver", "ack deliver"]);
  const kept = await client.execute("SELECT job, times FROM dead_letter");
  expect(kept.rows.map((row) => ({ ...row }))).toEqual([{ job: '{"kind":"deliver","mailingId":"m1"}', times: 2 }]);
  expect(sent).toEqual([{ kind: "tell" }, { kind: "tell" }]);

  await sqld.stop();
  await worker.queue({ queue: "pieteka-prompt-dead", messages: [letter({ kind: "seal" })] }, bindings, life);
  expect(done.at(-1)).toBe("retry seal");
});
