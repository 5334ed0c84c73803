/**
 * Machines that open every link of every mail, before any person has: with GET and HEAD, as a preview does, and in a real browser
 * that runs every script, looks at everything, touches every field and presses no button. Nothing changes: not a row of any
 * table, no job, no mail (promise P1).
 */
import { createHash } from "node:crypto";
import { afterAll, expect, it, onTestFinished } from "vitest";
import { closeBrowser, visitor } from "../../support/browser.ts";
import type { World } from "../../support/world.ts";
import { everyMail } from "./scene.ts";

afterAll(closeBrowser);

/** Kinds of mail whose links are opened here; the links of reminders and notices are those of the question. */
const KINDS = [
  "alert",
  "answer-link",
  "confirm",
  "issue",
  "last-mail",
  "own-page",
  "question",
  "receipt",
  "sign-in",
  "test",
];

/** As a person's mail program asks, a prefetch, and a machine that wants only the beginning. */
const HEADERS: Record<string, string>[] = [
  {},
  { "Sec-Purpose": "prefetch" },
  { "User-Agent": "SafeLinks/1.0", Range: "bytes=0-99" },
];

/** What stands in the house: every row of every table, what waits, what was mailed. */
async function state(world: World): Promise<Record<string, string>> {
  const tables = await world.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'");
  const digests: Record<string, string> = {
    jobs: JSON.stringify(world.jobs),
    mails: String(world.mailbox.mails.length),
  };
  for (const { name } of tables) {
    const rows = await world.rows(`SELECT * FROM "${name}"`);
    const text = JSON.stringify(rows, (_, value) =>
      value instanceof ArrayBuffer ? Buffer.from(value).toString("hex") : value,
    );
    digests[String(name)] = createHash("sha256").update(text).digest("hex");
  }
  return digests;
}

it("machines that open the links of mails change nothing, whatever they open them with", async () => {
  const { house, url, server, links } = await everyMail();
  onTestFinished(() => void server.close());
  const { world } = house;
  expect([...links.keys()].sort()).toEqual(KINDS);
  for (const [kind, found] of links) expect([kind, found.length > 0]).toEqual([kind, true]);
  const all = [...new Set([...links.values()].flat())];
  expect(all.filter((link) => /\/(r|u|c|n|me)\//.test(link)).length).toBeGreaterThan(8);
  const before = await state(world);

  const opened = new Set<string>();
  for (const link of all)
    for (const headers of HEADERS)
      for (const method of ["GET", "HEAD"]) {
        const answer = await fetch(link, { method, headers, redirect: "manual" });
        expect([link, method, answer.status < 400]).toEqual([link, method, true]);
        await answer.arrayBuffer();
      }
  expect(await state(world)).toEqual(before);

  const machine = await visitor({ userAgent: "Mozilla/5.0 (scanner)" });
  for (const link of all) {
    await machine.page.goto(link, { waitUntil: "load" });
    await machine.page.mouse.move(300, 300);
    await machine.page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    for (const thing of await machine.page.locator("button, a[href], summary").all())
      await thing.hover({ force: true, timeout: 2_000 }).catch(() => {});
    for (const field of await machine.page.locator("input:visible, select:visible, textarea:visible").all())
      await field.focus();
    for (const next of await machine.page
      .locator("a[href]")
      .evaluateAll((found) => found.map((a) => (a as HTMLAnchorElement).href)))
      if (next.startsWith(`${url}/`)) opened.add(next.replace(/#.*$/, ""));
  }
  // Whatever runs in the background is given the time to have an effect.
  await machine.page.waitForLoadState("networkidle");
  expect(await state(world)).toEqual(before);

  // And the links on those pages, one step further.
  for (const next of opened) {
    const answer = await fetch(next, { redirect: "manual" });
    expect([next, answer.status < 500]).toEqual([next, true]);
    await answer.arrayBuffer();
  }
  expect(await state(world)).toEqual(before);

  // The same eyes see one press of a button.
  const [confirm = ""] = links.get("confirm") ?? [];
  await world.browser().post(new URL(confirm).pathname, { answer: "yes", lang: "lv" });
  expect(await state(world)).not.toEqual(before);
});
