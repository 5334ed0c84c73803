/** The guard of sign-ups as it runs in workerd, over a libSQL server: the proof of work is checked, spent once, and counted. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Challenge } from "altcha-lib";
import { expect, it } from "vitest";
import { submit } from "../../support/forms.ts";
import { browserAt } from "../../support/people.ts";
import { KEY_SET } from "../../support/settings.ts";
import { until } from "../../support/until.ts";
import { solved } from "../../support/work.ts";
import { startWorkerHouse } from "../../support/worker-house.ts";

it("a proof of work is worth one mail; the second request that brings it counts as plain", async () => {
  const folder = mkdtempSync(join(tmpdir(), "pieteka-guard-"));
  const house = await startWorkerHouse({ folder, keys: KEY_SET });
  try {
    const browser = browserAt(house.url, (path, init) => fetch(house.url + path, { ...init, redirect: "manual" }));
    const page = await (await browser.get("/subscribe?lang=lv")).text();
    const list = /name="list" value="([^"]+)"/.exec(page)?.[1] ?? "";
    const altcha = await solved((await (await browser.get("/subscribe/challenge")).json()) as Challenge);
    for (const email of ["anna@pasts.example", "janis@pasts.example"]) {
      expect((await submit(browser, "/subscribe?lang=lv", { email, list, altcha }, /subscribe$/)).status).toBe(200);
      await until(`the mail to ${email}`, async () => {
        await house.tick();
        return house.resend.mails.some(({ to }) => [to].flat()[0] === email) || undefined;
      });
    }
    const { rows } = await house.deps.db.client.execute(
      "SELECT what, sum(n) AS n FROM sign_up_hour GROUP BY what ORDER BY what",
    );
    expect(rows.map((row) => `${row.what} ${row.n}`)).toEqual(["asked 2", "mailed 2", "plain 1"]);
  } finally {
    await house.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
