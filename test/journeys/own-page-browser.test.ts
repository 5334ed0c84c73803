/**
 * A person's own page by hand, in a real browser with real cookies: sign up, the form, the link, the button, the page, a file,
 * the way out of a list, the page of somebody who left, "sign out". In both languages, with and without JavaScript.
 *
 * SCREENSHOTS=<folder> keeps a picture of every page, light and dark, at 320, 768 and 1280 pixels.
 */
import type { Page } from "playwright-core";
import { afterAll, expect, it, onTestFinished } from "vitest";
import { closeBrowser, visitor } from "../support/browser.ts";
import { type NodeHouse, startNodeHouse } from "../support/node-house.ts";
import { see } from "../support/see.ts";
import { until } from "../support/until.ts";

afterAll(closeBrowser);

const ANNA = "anna@pasts.example";
const OWN = 'main form[method="post"] button[type="submit"]';

async function press(page: Page, selector: string): Promise<void> {
  const there = page.waitForEvent("domcontentloaded");
  await page.locator(selector).first().click();
  await there;
}

/** The newest link of this kind that was mailed to her and is none of these. */
function mailed({ url }: NodeHouse, kind: "c" | "me", known: readonly string[] = []): Promise<string> {
  return until(`the mail with the link /${kind}/`, async () => {
    const { mails } = (await (await fetch(`${url}/dev/mail.json`)).json()) as { mails: { id: string }[] };
    for (const { id } of mails) {
      const mail = (await (await fetch(`${url}/dev/mail/${id}.json`)).json()) as {
        to: string;
        links: { href: string }[];
      };
      const link = mail.links.find(({ href }) => new RegExp(`/${kind}/[\\w-]{43}$`).test(href))?.href;
      if (mail.to === ANNA && link && !known.includes(link)) return link;
    }
    return undefined;
  });
}

it.each([
  ["with JavaScript", true],
  ["without JavaScript", false],
] as const)(
  "somebody sees his lists and proofs, takes a file along, leaves, and sees what is left, %s",
  async (_, js) => {
    const house = await startNodeHouse();
    onTestFinished(house.stop);
    const hers = await visitor({ javaScriptEnabled: js });
    const { page } = hers;
    const open = (path: string) => page.goto(new URL(path, house.url).href);
    // Axe is a script itself; without scripts the pages are the same bytes, so they are looked at once.
    const look = (name: string) => (js ? see(page, name) : Promise.resolve());
    const words = () => page.locator("main").innerText();
    const ask = async () => {
      await page.fill('input[name="email"]', ANNA);
      await press(page, OWN);
    };

    await open("/subscribe?lang=lv");
    await page.check('input[type="checkbox"]');
    await ask();
    await open(await mailed(house, "c"));
    await press(page, 'button[value="yes"]');

    await open("/me?lang=lv");
    await look("me-ask-lv");
    await page.fill('input[name="email"]', "anna@");
    await press(page, OWN);
    await look("me-ask-wrong-lv");
    expect(await page.locator('input[name="email"]').inputValue()).toBe("anna@");
    await ask();
    await look("me-asked-lv");
    const link = await mailed(house, "me");
    for (const lang of ["en", "lv"]) {
      await open(`${link}?lang=${lang}`);
      await look(`me-link-${lang}`);
    }
    await press(page, OWN);
    expect(new URL(page.url()).pathname).toBe("/me");
    expect(await words()).toContain(ANNA);
    await until("the sealing of the log", async () => {
      await open("/me");
      return (await page.locator('a[href^="/me/proofs/"]').count()) > 0;
    });
    await look("me-held-lv");
    await open("/me?lang=en");
    await look("me-held-en");
    const saved = page.waitForEvent("download");
    await page.locator('a[href^="/me/proofs/"]:not([href$="/receipt"])').click();
    expect((await saved).suggestedFilename()).toMatch(/^proof-[0-9a-f]{8}\.zip$/);
    await open(link);
    await look("me-gone-en");
    // A link on another site opens the form, not her page.
    await page.goto(`data:text/html,<a href="${house.url}/me">Skatīt</a>`);
    await press(page, "a");
    expect(await page.locator('input[name="email"]').count()).toBe(1);
    await open("/me?lang=lv");
    expect(await words()).toContain(ANNA);

    await press(page, 'form[action="/me/off"] button');
    await look("me-certificate-lv");
    await open("/me?lang=lv");
    await look("me-over-lv");
    await ask();
    await open(await mailed(house, "me", [link]));
    await press(page, OWN);
    expect(await words()).toContain(`Adreses ${ANNA} nav nevienā mūsu sarakstā`);
    await look("me-left-lv");
    await open("/me?lang=en");
    await look("me-left-en");
    await press(page, 'form[action="/me/sign-out"] button');
    await look("me-out-en");
    await open("/me");
    expect(await page.locator('input[name="email"]').count()).toBe(1);
    expect(await hers.context.cookies(house.url)).not.toContainEqual(expect.objectContaining({ name: "me" }));
    // A page that says no has a status of its own, which is no complaint.
    expect(hers.complaints.filter((complaint) => !/status of 4(04|22)/.test(complaint))).toEqual([]);
  },
);
