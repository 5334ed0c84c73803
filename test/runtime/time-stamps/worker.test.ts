/** The Worker in workerd gets its time stamp from an authority over HTTP, by its own clock, and publishes it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { environmentOf, startFakeTsa } from "../../fakes/tsa.ts";
import { publishedStamp } from "../../support/published-stamp.ts";
import { KEY_SET } from "../../support/settings.ts";
import { until } from "../../support/until.ts";
import { startWorkerHouse } from "../../support/worker-house.ts";

it("the Worker stamps once, and a stranger believes the published files", async () => {
  const folder = mkdtempSync(join(tmpdir(), "pieteka-worker-"));
  const tsa = await startFakeTsa({ revocation: true, auth: "office:password" });
  onTestFinished(() => tsa.stop());
  const house = await startWorkerHouse({ folder, keys: { ...KEY_SET, ...environmentOf(tsa.settings()) } });
  try {
    tsa.misbehave({ is: "page" });
    const failed = await until("a failed try", async () => {
      await house.tick();
      const tries = await house.deps.db.client.execute("SELECT code FROM time_stamp_try");
      return tries.rows[0]?.code;
    });
    expect(failed).toBe("media_type");
    tsa.misbehave();
    await house.deps.db.client.execute("UPDATE time_stamp_try SET next_at = 0");
    await house.tick();
    await publishedStamp(house.url, tsa);
    expect(tsa.questions).toHaveLength(1);
  } finally {
    await house.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
