/**
 * What somebody can do on his own page, by hand, in a real browser: another list on, a pause and its end, the language, the name, a
 * request, a shared address, and everything erased. With and without JavaScript; every page looked at, also what the desk sees of it.
 *
 * SCREENSHOTS=<folder> keeps a picture of every page, light and dark, at 320, 768 and 1280 pixels.
 */
import type { Page } from "playwright-core";
import { afterAll, expect, it, onTestFinished } from "vitest";
import { askedPeople } from "../http/public/asked.ts";
import { enter } from "../http/public/me/visitor.ts";
import { signUpWorld } from "../http/public/sign-up-desk.ts";
import { closeBrowser, visitor } from "../support/browser.ts";
import { type NodeHouse, startNodeHouse } from "../support/node-house.ts";
import { see } from "../support/see.ts";
import { until } from "../support/until.ts";
import { windowOf } from "../support/window.ts";

afterAll(closeBrowser);

const LIGA = "liga@pasts.example";
const OWN = 'main form[method="post"] button[type="submit"]';

async function press(page: Page, selector: string): Promise<void> {
  const there = page.waitForEvent("domcontentloaded");
  await page.locator(selector).first().click();
  await there;
}

function mailed({ url }: NodeHouse, kind: "c" | "me"): Promise<string> {
  return until(`the mail with the link /${kind}/`, async () => {
    const { mails } = (await (await fetch(`${url}/dev/mail.json`)).json()) as { mails: { id: string }[] };
    for (const { id } of mails) {
      const mail = (await (await fetch(`${url}/dev/mail/${id}.json`)).json()) as {
        to: string;
        links: { href: string }[];
      };
      const link = mail.links.find(({ href }) => new RegExp(`/${kind}/[\\w-]{43}$`).test(href))?.href;
      if (mail.to === LIGA && link) return link;
    }
    return undefined;
  });
}

it.each([
  ["with JavaScript", true],
  ["without JavaScript", false],
] as const)("somebody manages what is held about her, %s", async (_, js) => {
  const house = await startNodeHouse();
  onTestFinished(house.stop);
  const hers = await visitor({ javaScriptEnabled: js });
  const { page } = hers;
  const open = (path: string) => page.goto(new URL(path, house.url).href);
  const look = (name: string) => (js ? see(page, name) : Promise.resolve());
  const words = () => page.locator("main").innerText();
  const both = async (path: string, name: string) => {
    await open(`${path}?lang=en`);
    await look(`${name}-en`);
    await open(`${path}?lang=lv`);
    await look(`${name}-lv`);
  };

  await open("/subscribe?lang=lv");
  await page.locator('input[type="checkbox"]').first().check();
  await page.fill('input[name="email"]', LIGA);
  await press(page, OWN);
  await open(await mailed(house, "c"));
  await press(page, 'button[value="yes"]');
  await open("/me?lang=lv");
  await page.fill('input[name="email"]', LIGA);
  await press(page, OWN);
  await open(await mailed(house, "me"));
  await press(page, OWN);

  await page.locator("summary", { hasText: "Pauze" }).first().click();
  await look("me-pause-lv");
  await press(page, 'form[action="/me/pause"] button');
  expect(await words()).toContain("Pauze līdz");
  await look("me-paused-lv");
  await press(page, 'form[action="/me/pause"] button');
  expect(await words()).toContain("Pauze ir beigusies");

  await page.selectOption('select[name="language"]', "en");
  await press(page, 'form[action="/me/language"] button');
  expect(await words()).toContain("Valoda ir saglabāta");

  await both("/me/name", "me-name");
  await page.fill('input[name="name"]', "<b>");
  await press(page, OWN);
  await look("me-name-wrong-lv");
  await page.fill('input[name="name"]', "Līga Paraudziņa");
  await press(page, OWN);
  expect(await words()).toContain("Līga Paraudziņa");
  await look("me-named-lv");
  await open("/me?lang=en");
  await look("me-named-en");

  await both("/me/correct", "me-correct");
  await both("/me/restrict", "me-restrict");
  await press(page, OWN);
  expect(await words()).toContain("Apstrāde ir ierobežota");
  await look("me-restricted-lv");
  await both("/me/shared", "me-shared");
  await press(page, OWN);
  expect(await words()).not.toContain("Līga Paraudziņa");
  await look("me-shared-done-lv");

  await both("/me/erase", "me-erase");
  await press(page, OWN);
  expect(await words()).toContain("Dzēšanas apliecinājums");
  await look("me-erased-lv");
  await open("/me");
  expect(await page.locator('input[name="email"]').count()).toBe(1);
  expect(hers.complaints.filter((complaint) => !/status of 4(04|22)/.test(complaint))).toEqual([]);
});

const LANGUAGES = ["lv", "en"] as const;

it("another newsletter is switched on by its text, and what cannot be undone asks for a new link after a while", async () => {
  const house = await signUpWorld();
  const { world, lists } = house;
  await house.press(await house.asked(LIGA, [lists[0]]), "yes");
  await world.work();
  const hers = await windowOf(await enter(world, LIGA));
  for (const lang of LANGUAGES) {
    await see(await hers.open(`/me?lang=${lang}`), `me-two-${lang}`);
    await see(await hers.open(`/me/lists/${lists[1]}?lang=${lang}`), `me-on-${lang}`);
  }
  const pressed = hers.page.waitForURL(/done=on/);
  await hers.page.locator(OWN).click();
  await pressed;
  await see(hers.page, "me-done-on-en");
  expect(await hers.page.locator('form[action="/me/off"]').count()).toBe(2);
  world.clock.pass({ minutes: 11 });
  for (const lang of LANGUAGES) await see(await hers.open(`/me/erase?lang=${lang}`), `me-fresh-${lang}`);
  expect(hers.complaints.filter((one) => !/status of 403/.test(one))).toEqual([]);
});

it("a list that rests on a task has its objection beside it; the desk sees it answered, and marks a shared address", async () => {
  const { world, path } = await askedPeople([LIGA], [LIGA]);
  const hers = await windowOf(await enter(world, LIGA));
  for (const lang of LANGUAGES) await see(await hers.open(`/me?lang=${lang}`), `me-object-${lang}`);
  const link = path("u", LIGA);
  for (const lang of LANGUAGES) await see(await hers.open(`${link}?lang=${lang}`), `u-choice-${lang}`);

  const officer = await windowOf(await world.signIn("dpo"));
  for (const lang of LANGUAGES) {
    await officer.open(`/staff/people?lang=${lang}`);
    await officer.page.locator('input[name="address"]').fill(LIGA);
    await officer.page.locator('select[name="why"]').selectOption("complaint");
    const found = officer.page.waitForEvent("load");
    await officer.page.locator("main form button").first().click();
    await found;
    await see(officer.page, `desk-shared-${lang}`);
  }
  const marked = officer.page.waitForURL(/done=shared/);
  await officer.page.locator('form[action="/staff/people/shared"] button').click();
  await marked;
  await see(officer.page, "desk-shared-done-en");
  await see(await hers.open("/me?lang=lv"), "me-shared-by-desk-lv");

  await hers.page.locator('form[action="/me/off"] button', { hasText: "Iebilst" }).click();
  await hers.page.locator("article.sheet").waitFor();
  await see(hers.page, "me-objected-lv");
  await hers.open(`${link}?lang=lv`);
  await hers.page.locator('button[value="everything"]').click();
  await hers.page.locator("article.sheet").waitFor();
  await see(hers.page, "u-done-lv");
  await see(await hers.open(`${link}?lang=lv`), "u-ended-lv");
  for (const lang of LANGUAGES) await see(await officer.open(`/staff/requests?lang=${lang}`), `desk-requests-${lang}`);
  await officer.open("/staff/requests?lang=lv");
  const opened = officer.page.waitForEvent("load");
  await officer.page.locator('main a[href^="/staff/requests/"]', { hasText: "Nr. 1" }).click();
  await opened;
  await see(officer.page, "desk-request-own-lv");
  expect([...hers.complaints, ...officer.complaints]).toEqual([]);
});
