import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openClient } from "../../../src/runtime/node/database.ts";

it("a job that asks the embedded database again and again lets others in between two answers", async () => {
  const folder = mkdtempSync(join(tmpdir(), "pieteka-database-"));
  const client = await openClient({ databaseUrl: `file:${join(folder, "p.db")}`, databaseAuthToken: undefined });
  onTestFinished(() => {
    client.close();
    rmSync(folder, { recursive: true, force: true });
  });
  let turns = 0;
  const another = () => {
    turns++;
    timer = setImmediate(another);
  };
  let timer = setImmediate(another);
  for (let i = 0; i < 20; i++) {
    await client.execute("SELECT 1");
    await client.batch(["SELECT 1"], "write");
  }
  clearImmediate(timer);
  expect(turns).toBeGreaterThanOrEqual(39);
});
