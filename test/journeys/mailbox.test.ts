/**
 * The captured mailbox in a real browser: list, search, one mail in its views, in Latvian and English, on a telephone and a
 * wide screen, in light and dark. axe finds nothing, nothing is wider than the screen, the mail in its frame runs and loads
 * nothing. `SCREENSHOTS=folder` keeps the pictures.
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCaptureMailer } from "../../src/delivery/mailers/capture.ts";
import { devMailDoor } from "../../src/http/dev-mail/routes.tsx";
import { openMailboxFolder } from "../../src/runtime/node/mailbox/folder.ts";
import { axeFindings } from "../support/axe.ts";
import { closeBrowser, type Visitor, visitor } from "../support/browser.ts";
import { handOver } from "../support/mailer.ts";
import * as mails from "../support/mails.ts";
import { freePort } from "../support/port.ts";
import { testClock } from "../support/time.ts";

let url: string;
let stop: () => void;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "pieteka-mailbox-"));
  const mailbox = openMailboxFolder(folder);
  const clock = testClock(Date.UTC(2026, 10, 22, 9, 20));
  const mailer = createCaptureMailer(mailbox, clock);
  const evil = mails.reconsent("lv", 900);
  evil.html = `<title>x</title><img src="/dev/mail.json" onerror="top.document.title='evil'"><script>top.document.title='evil'</script>`;
  for (const [i, set] of [
    [evil],
    Array.from({ length: 100 }, (_, n) => mails.reconsent("lv", n + 101)),
    Array.from({ length: 100 }, (_, n) => mails.reconsent("lv", n + 1)),
    [mails.signIn("en"), mails.confirm("lv"), mails.reconsent("en", 201)],
  ].entries())
    await handOver(mailer, set, `send/${i}`);
  const port = await freePort();
  const server = serve({ fetch: devMailDoor(mailbox).fetch, port, hostname: "127.0.0.1" });
  url = `http://127.0.0.1:${port}/dev/mail`;
  stop = () => {
    server.close();
    rmSync(folder, { recursive: true });
  };
});
afterAll(async () => {
  await closeBrowser();
  stop();
});

const kept = process.env.SCREENSHOTS;
async function seen({ page }: Visitor, name: string): Promise<void> {
  expect(await axeFindings(page)).toEqual([]);
  const width = page.viewportSize()?.width ?? 0;
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  if (!kept) return;
  mkdirSync(kept, { recursive: true });
  const height = Math.min(2000, await page.evaluate(() => document.documentElement.scrollHeight));
  await page.screenshot({ path: `${kept}/mailbox-${name}.png`, fullPage: true, clip: { x: 0, y: 0, width, height } });
}

/** Each width, colour and language; for pictures each with each. */
const looks = [
  ["lv-LV", 320, "light"],
  ["en-GB", 1280, "dark"],
  ["lv-LV", 1280, "light"],
  ["lv-LV", 320, "dark"],
  ["en-GB", 320, "light"],
  ["en-GB", 1280, "light"],
  ["lv-LV", 1280, "dark"],
  ["en-GB", 320, "dark"],
] as const;

describe.each(kept ? looks : looks.slice(0, 2))(
  "the captured mailbox, %s at %i pixels in %s",
  (locale, width, colorScheme) => {
    it("lists, turns pages, finds and shows a mail in every view", async () => {
      const name = `${locale.slice(0, 2)}-${width}-${colorScheme}`;
      const person = await visitor({ locale, colorScheme, viewport: { width, height: 800 } });
      const { page } = person;
      await page.goto(url);
      expect(await page.locator("html").getAttribute("lang")).toBe(locale.slice(0, 2));
      expect(await page.locator("tbody tr").count()).toBe(100);
      await seen(person, `${name}-list`);

      await page.locator(".pages a").last().click();
      expect(await page.locator("tbody tr").count()).toBe(100);

      // The word is in the text part of the mails that ask, and in no subject.
      await page.getByRole("textbox").fill("RAKSTĀM, JO JŪSU");
      await page.keyboard.press("Enter");
      await page.locator("tbody tr").first().waitFor();
      expect(page.url()).toBe(url);
      await page.locator(".pages button").click();
      await page.locator(".pages button").first().waitFor();
      expect(page.url()).toBe(url);
      await seen(person, `${name}-found`);

      await page.getByRole("textbox").fill("liga201@");
      await page.keyboard.press("Enter");
      await page.getByRole("row").filter({ hasText: "liga201@" }).getByRole("link").click();
      await page.frameLocator("iframe").locator("h1").waitFor();
      // Nothing of the mail is cut: what stands in the frame is not higher than the frame.
      const frame = page.frames().find((one) => one.url().endsWith("/content"));
      const inside = await frame?.evaluate(() => document.documentElement.scrollHeight);
      expect(inside).toBeLessThanOrEqual((await page.locator("iframe").boundingBox())?.height ?? 0);
      await seen(person, `${name}-mail`);
      for (const view of ["text", "headers", "source"]) {
        await page.locator(`nav a[href$="/${view}"]`).click();
        await page.locator("pre").waitFor();
        if (width === 320) expect(await page.locator("pre").evaluate((e) => e.scrollWidth <= e.clientWidth)).toBe(true);
        await seen(person, `${name}-${view}`);
      }
      expect(person.complaints).toEqual([]);
      await person.context.close();
    });
  },
);

it("a mail with a script in it runs nothing and loads nothing", async () => {
  const person = await visitor();
  const answered: string[] = [];
  person.page.on("response", (response) => answered.push(new URL(response.url()).pathname));
  await person.page.goto(url);
  await person.page.getByRole("textbox").fill("liga900@");
  await person.page.keyboard.press("Enter");
  await person.page.getByRole("row").getByRole("link").click();
  await person.page.frameLocator("iframe").locator("img").waitFor({ state: "attached" });
  expect(await person.page.title()).not.toBe("evil");
  expect(answered).not.toContain("/dev/mail.json");
  await person.context.close();
});
