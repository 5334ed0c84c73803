/**
 * A person's own page in a real browser, by hand: the form, the link, the button, the page, a file, the way out of a list, "sign
 * out"; and the same for somebody who left. In both languages, with and without JavaScript; SCREENSHOTS keeps pictures.
 */
import type { Page } from "playwright-core";
import { afterAll, expect, it } from "vitest";
import { answeredBy } from "../domain/proofs/bundle/scene.ts";
import { linkOf } from "../http/public/me/visitor.ts";
import { closeBrowser } from "../support/browser.ts";
import { see } from "../support/see.ts";
import { windowOf } from "../support/window.ts";

afterAll(closeBrowser);

const [ANNA, JANIS] = ["anna@pasts.example", "janis@pasts.example"];

async function press(page: Page, selector: string): Promise<void> {
  const there = page.waitForEvent("load");
  await page.locator(selector).first().click();
  await there;
}
const OWN = 'main form[method="post"] button[type="submit"]';

it.each([
  ["with JavaScript", true],
  ["without JavaScript", false],
] as const)(
  "somebody sees his lists and proofs, takes a file along, leaves, and sees what is left, %s",
  async (_, js) => {
    const { world } = await answeredBy([ANNA, JANIS], "yes");
    const hers = await windowOf(world.browser(), { javaScriptEnabled: js });
    const look = async (name: string) => {
      // Axe is a script itself; without them the pages are the same bytes, so they are looked at once.
      if (js) await see(hers.page, name);
    };
    const page = await hers.open("/me?lang=lv");
    await look("me-ask-lv");
    await page.fill('input[name="email"]', "anna@");
    await press(page, OWN);
    await look("me-ask-wrong-lv");
    expect(await page.locator('input[name="email"]').inputValue()).toBe("anna@");
    await page.fill('input[name="email"]', ANNA);
    await press(page, OWN);
    await look("me-asked-lv");
    await world.work();

    for (const lang of ["en", "lv"]) {
      await hers.open(`${linkOf(world, ANNA)}?lang=${lang}`);
      await look(`me-link-${lang}`);
    }
    await press(page, OWN);
    expect(new URL(page.url()).pathname).toBe("/me");
    await look("me-held-lv");
    await hers.open("/me?lang=en");
    await look("me-held-en");
    const saved = page.waitForEvent("download");
    await page.locator('a[href^="/me/proofs/"]:not([href$="/receipt"])').click();
    expect((await saved).suggestedFilename()).toMatch(/^proof-[0-9a-f]{8}\.zip$/);
    await hers.open(linkOf(world, ANNA));
    await look("me-used-en");

    await hers.open("/me?lang=lv");
    await press(page, 'a[href^="/u/"]');
    await press(page, 'button[value="everything"]');
    await hers.open("/me?lang=lv");
    await look("me-over-lv");
    await page.fill('input[name="email"]', ANNA);
    await press(page, OWN);
    await world.work();
    await hers.open(linkOf(world, ANNA));
    await press(page, OWN);
    await look("me-left-lv");
    await hers.open("/me?lang=en");
    await look("me-left-en");
    await press(page, 'form[action="/me/sign-out"] button');
    await look("me-out-en");
    await hers.open("/me?lang=en");
    expect(await page.locator('input[name="email"]').count()).toBe(1);
    // A page that says no has a status of its own, which is no complaint.
    expect(hers.complaints.filter((complaint) => !/status of 4(04|22)/.test(complaint))).toEqual([]);
    await world.check();
  },
);
