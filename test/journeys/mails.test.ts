/**
 * Every mail in a real browser, as a narrow telephone and a wide reading pane show it, in light and in dark: axe finds
 * nothing, nothing is cut off, the buttons are big enough. `SCREENSHOTS=folder` keeps the pictures.
 */
import { mkdirSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { axeFindings } from "../support/axe.ts";
import { browser, closeBrowser } from "../support/browser.ts";
import { goldenMails } from "../support/mails.ts";

afterAll(closeBrowser);

/** A mail is an article in the page of a mail program, which has the landmarks. */
const OF_WHOLE_PAGES = /^(region|landmark-one-main):/;

async function buttonHeights(page: Page): Promise<number[]> {
  return page.locator(".btn a").evaluateAll((all) => all.map((a) => a.getBoundingClientRect().height));
}

describe.each(goldenMails)("the mail %s", (name, { html }) => {
  it.each([
    [320, "light"],
    [320, "dark"],
    [640, "light"],
    [640, "dark"],
  ] as const)("can be read at %i pixels in %s", async (width, colorScheme) => {
    const context = await (await browser()).newContext({ viewport: { width, height: 700 }, colorScheme });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.setContent(html);
    expect((await axeFindings(page)).filter((finding) => !OF_WHOLE_PAGES.test(finding))).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    for (const height of await buttonHeights(page)) expect(height).toBeGreaterThanOrEqual(46);
    expect(asked).toEqual([]);
    const kept = process.env.SCREENSHOTS;
    if (kept) {
      mkdirSync(kept, { recursive: true });
      await page.screenshot({ path: `${kept}/mail-${name}-${width}-${colorScheme}.png`, fullPage: true });
    }
    await context.close();
  });
});
