/**
 * Looks at a page as it stands: one heading, axe finds nothing, nothing is wider than a phone.
 *
 * SCREENSHOTS=<folder> keeps a picture of every page, light and dark, at 320, 768 and 1280 pixels.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { axeFindings } from "./axe.ts";

/** The names of what is wrong stand in the failure, with the page's. */
export async function see(page: Page, name: string): Promise<void> {
  expect([name, await page.locator("h1").count()]).toEqual([name, 1]);
  // What is just opening has its last link cut off for a moment: what is found must be found to stay.
  await expect.poll(async () => [name, await axeFindings(page)], { timeout: 10_000 }).toEqual([name, []]);
  await page.setViewportSize({ width: 320, height: 900 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect([name, wide]).toEqual([name, 0]);
  await page.setViewportSize({ width: 1280, height: 900 });
  const kept = process.env.SCREENSHOTS;
  if (!kept) return;
  mkdirSync(kept, { recursive: true });
  for (const colorScheme of ["light", "dark"] as const)
    for (const width of [320, 768, 1280]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: join(kept, `${name}-${width}-${colorScheme}.png`), fullPage: true });
    }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1280, height: 900 });
}
