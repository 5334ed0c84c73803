/** Sign-up, receipt and one's own page as they run in workerd, over a libSQL server and a provider: only doors and mails. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { isProblem } from "../../../src/domain/proofs/rules/bundle/problem.ts";
import { verifyBundle } from "../../../src/domain/proofs/rules/verify/verify.ts";
import { formsOf, submit } from "../../support/forms.ts";
import { browserAt } from "../../support/people.ts";
import { KEY_SET } from "../../support/settings.ts";
import { until } from "../../support/until.ts";
import { startWorkerHouse } from "../../support/worker-house.ts";

const ANNA = "anna@pasts.example";

it("a person signs up, confirms, opens the own page by a mailed link and takes a proof that verifies", async () => {
  const folder = mkdtempSync(join(tmpdir(), "pieteka-own-page-"));
  const house = await startWorkerHouse({ folder, keys: KEY_SET });
  try {
    const browser = browserAt(house.url, (path, init) => fetch(house.url + path, { ...init, redirect: "manual" }));
    /** Path of the newest link of this kind that was mailed to her. */
    const mailed = (kind: "c" | "me") =>
      until(`a mail with /${kind}/`, async () => {
        await house.tick();
        const texts = house.resend.mails.filter(({ to }) => [to].flat()[0] === ANNA).map(({ text = "" }) => text);
        return texts.flatMap((text) => new RegExp(`/${kind}/[A-Za-z0-9_-]{43}`).exec(text) ?? []).at(-1);
      });

    const form = await (await browser.get("/subscribe?lang=lv")).text();
    const list = /name="list" value="([^"]+)"/.exec(form)?.[1] ?? "";
    expect((await submit(browser, "/subscribe?lang=lv", { email: ANNA, list }, /subscribe$/)).status).toBe(200);
    const confirm = await mailed("c");
    const [yes] = formsOf(await (await browser.get(confirm)).text(), confirm);
    expect((await browser.post(confirm, { ...yes?.values, answer: "yes" })).status).toBe(200);

    expect((await submit(browser, "/me?lang=lv", { email: ANNA }, /me$/)).status).toBe(200);
    const link = await mailed("me");
    const entered = await browser.post(link, { lang: "lv" });
    expect([entered.status, entered.headers.get("location")]).toEqual([303, "/me"]);
    const page = await (await browser.get("/me?lang=lv")).text();
    expect(page).toContain(ANNA);

    const path = /href="(\/me\/proofs\/[0-9a-f-]{36})"/.exec(page)?.[1] ?? "";
    const report = await until("the bundle of a sealed proof", async () => {
      await house.tick();
      const answer = await browser.get(path);
      if (answer.headers.get("content-type") !== "application/zip") return undefined;
      const read = await verifyBundle(new Uint8Array(await answer.arrayBuffer()));
      return isProblem(read) ? undefined : read;
    });
    expect(report.verdicts.bytes.status).toBe("valid");
    expect(report.records[0]?.events.map(({ typ }) => typ)).toContain("consent.given");
    // What he takes along, a pause, a request and the end of everything run here as they do on Node.
    const taken = (await (await browser.get("/me/data.json")).json()) as { address: string; answers: unknown[] };
    expect([taken.address, taken.answers.length]).toEqual([ANNA, 1]);
    const day = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
    for (const [act, fields] of [
      ["pause", { list, until: day }],
      ["name", { name: "Anna Kļavkalne" }],
      ["restrict", { words: "" }],
    ] as const)
      expect([act, (await browser.post(`/me/${act}`, fields)).headers.get("location")]).toEqual([
        act,
        `/me?done=${act}`,
      ]);
    const erased = await browser.post("/me/erase", { lang: "lv" });
    expect([erased.status, await erased.text()]).toEqual([200, expect.stringContaining("Dzēšanas apliecinājums")]);
    // Nobody else gets it, and the link has been used.
    const other = browserAt(house.url, (to, init) => fetch(house.url + to, { ...init, redirect: "manual" }));
    expect((await other.get(path)).status).toBe(303);
    expect((await other.post(link, { lang: "lv" })).status).not.toBe(303);
  } finally {
    await house.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
