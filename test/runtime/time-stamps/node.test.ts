/** The built server on Node gets its time stamp from an authority over HTTP and publishes it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { it, onTestFinished } from "vitest";
import { environmentOf, startFakeTsa } from "../../fakes/tsa.ts";
import { startNodeHouse } from "../../support/node-house.ts";
import { publishedStamp } from "../../support/published-stamp.ts";
import { until } from "../../support/until.ts";

it("the server stamps with its first turn after a head is signed, and a stranger believes the published files", async () => {
  const folder = mkdtempSync(join(tmpdir(), "pieteka-stamps-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const tsa = await startFakeTsa({ revocation: true });
  onTestFinished(() => tsa.stop());
  const settings = { DATABASE_URL: `file:${join(folder, "pieteka.db")}`, ...environmentOf(tsa.settings()) };
  const first = await startNodeHouse(settings);
  try {
    await until("the checkpoint", async () => (await fetch(`${first.url}/log/checkpoint`)).ok || undefined);
  } finally {
    await first.stop();
  }
  // Every turn of the clock is taken once at the start.
  const second = await startNodeHouse(settings);
  try {
    await publishedStamp(second.url, tsa);
  } finally {
    await second.stop();
  }
});
