/**
 * The main job by hand, in a real browser, in both runtimes: import, send, open the mails, answer yes, no, change of
 * mind, one click. In Latvian and English, with and without JavaScript; every page seen by axe on the way.
 *
 * SCREENSHOTS=<folder> keeps a picture of every page, light and dark, at 320, 768 and 1280 pixels.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, it, onTestFinished } from "vitest";
import { signInForDemo } from "../../src/runtime/node/welcome.ts";
import { closeBrowser, type Visitor, visitor } from "../support/browser.ts";
import { startNodeHouse } from "../support/node-house.ts";
import { peopleList } from "../support/people-list.ts";
import { GROUND } from "../support/ready.ts";
import { see } from "../support/see.ts";
import { KEY_SET } from "../support/settings.ts";
import { until } from "../support/until.ts";
import { startWorkerHouse } from "../support/worker-house.ts";

interface House {
  url: string;
  signInUrl: string;
  mailUrl: string;
  stop(): Promise<void>;
}

const folder = mkdtempSync(join(tmpdir(), "pieteka-browser-"));
const PEOPLE = 12;
const csv = join(folder, "saraksts.csv");
writeFileSync(csv, peopleList({ rows: PEOPLE, duplicates: 0, faulty: 0 }));

const HOUSES: Record<string, () => Promise<House>> = {
  async Node() {
    const house = await startNodeHouse();
    return { ...house, mailUrl: `${house.url}/dev/mail` };
  },
  async workerd() {
    const house = await startWorkerHouse({ folder: join(folder, "sqld"), keys: KEY_SET });
    // On Cloudflare the clock turns every minute, and finds what a queue lost.
    const turns = setInterval(() => void house.tick().catch(() => {}), 5_000);
    const stop = async () => {
      clearInterval(turns);
      await house.stop();
    };
    return { ...house, stop, signInUrl: await signInForDemo(house.deps) };
  },
};

afterAll(async () => {
  await closeBrowser();
  rmSync(folder, { recursive: true, force: true });
});

/** Presses a button that leads to another page, and waits for it. */
async function press(page: Page, selector: string): Promise<void> {
  const there = page.waitForEvent("domcontentloaded");
  await page.locator(selector).first().click();
  await there;
}
/** The button of the page's own form, not of the frame around it. */
const OWN = 'main form[method="post"] button[type="submit"]';

async function signIn(house: House, { page }: Visitor): Promise<void> {
  await page.goto(house.signInUrl);
  await see(page, "desk-sign-in-link");
  await press(page, OWN);
  await page.waitForURL(/\/staff\/$/);
  await see(page, "desk-today");
}

async function importList(house: House, { page }: Visitor): Promise<void> {
  await page.goto(`${house.url}/staff/imports/new`);
  await see(page, "desk-import-new");
  await page.setInputFiles('input[name="file"]', csv);
  await page.selectOption('select[name="list"]', { index: 1 });
  await page.fill('input[name="source"]', "Iepriekšējās sistēmas eksports");
  await page.fill('input[name="since"]', "2021-03-01");
  await page.check('input[name="basis"][value="consent"]');
  await page.check('input[name="origin"][value="themselves"]');
  await press(page, OWN);
  await page.waitForURL(/\/staff\/imports\/[0-9a-f-]{36}/);
  await see(page, "desk-import-checked");
  await press(page, 'form[action$="/run"] button[type="submit"]');
  await until("the import", async () => {
    await page.goto(page.url());
    return (
      (await page.locator('form[action$="/run"]').count()) === 0 && (await page.getByText(String(PEOPLE)).count()) > 0
    );
  });
  await see(page, "desk-import-done");
}

async function send(house: House, { page }: Visitor): Promise<string> {
  await page.goto(`${house.url}/staff/mailings/new`);
  await see(page, "desk-mailing-new");
  await page.locator('input[name="listId"]').first().check();
  await page.fill('input[name="title"]', "Vai rakstīt arī turpmāk?");
  await press(page, OWN);
  await page.waitForURL(/\/edit/);
  await page.locator('[name="deadlineDay"]').fill(inDays(20));
  await page.locator('[name="askBasis"][value="e"]').check();
  await page.fill('[name="askNorm"]', GROUND.askNorm);
  await page.fill('[name="reasonToAsk"]', "Cilvēki paši pieteicās ministrijas vietnē 2021. gadā.");
  await see(page, "desk-mailing-edit");
  await press(page, 'button[name="next"][value="preview"]');
  await page.waitForURL(/\/preview/);
  await see(page, "desk-mailing-preview");
  const campaign = page.url().replace(/\/preview.*$/, "");
  await page.goto(`${campaign}/review`);
  await page.locator('[name="verdict"][value="agrees"]').check();
  await page.fill('[name="text"]', "Iebildumu nav.");
  await page.fill('[name="writtenDay"]', inDays(0));
  await see(page, "desk-mailing-review");
  await press(page, 'form[action$="/opinion"] button');
  await page.waitForURL(/done=opinion/);
  await page.goto(`${campaign}/send`);
  await see(page, "desk-mailing-send");
  await press(page, OWN);
  await page.waitForURL((url) => url.href.startsWith(campaign) && !url.pathname.endsWith("/send"));
  await until("the sending", async () => (await mails(house)).length === PEOPLE);
  // The page asks for itself while work goes on, and loads itself anew when it is done: a goto would cross its way.
  await page.locator("#numbers:not([hx-get])").waitFor();
  await page.waitForLoadState();
  await see(page, "desk-mailing-sent");
  return campaign;
}

interface Mail {
  to: string;
  links: string[];
}

/** Captured mails that ask, with their re-consent and unsubscribe links; not the newsletter that the demo has sent. */
async function mails(house: House): Promise<Mail[]> {
  const { mails: lines } = (await (await fetch(`${house.mailUrl}.json`)).json()) as { mails: { id: string }[] };
  const all = await Promise.all(
    lines.map(async ({ id }) => {
      const mail = (await (await fetch(`${house.mailUrl}/${id}.json`)).json()) as {
        to: string;
        links: { href: string }[];
      };
      return { to: mail.to, links: mail.links.map((l) => l.href).filter((href) => /\/[ru]\/[\w-]{71}/.test(href)) };
    }),
  );
  return all.filter((mail) => mail.links.some((href) => href.includes("/r/")));
}

const link = (mail: Mail | undefined, kind: "r" | "u"): string => {
  const found = mail?.links.find((href) => href.includes(`/${kind}/`));
  if (!found) throw new Error(`no link ${kind} among ${mail?.links.length}`);
  return found;
};

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

describe.each(Object.keys(HOUSES))("on %s", (runtime) => {
  it("the main job is done by hand, from the file to the answers", async () => {
    const house = await (HOUSES[runtime] as () => Promise<House>)();
    onTestFinished(house.stop);
    const desk = await visitor();
    await signIn(house, desk);
    await importList(house, desk);
    const campaign = await send(house, desk);
    const all = await mails(house);

    // Yes, in Latvian, with JavaScript.
    const anna = await visitor();
    await anna.page.goto(`${link(all[0], "r")}?lang=lv`);
    expect(await anna.page.getAttribute("html", "lang")).toBe("lv");
    await see(anna.page, "public-question-lv");
    const [yes, no] = await Promise.all(
      ["yes", "no"].map((value) => anna.page.locator(`button[name="answer"][value="${value}"]`).boundingBox()),
    );
    expect([yes?.width, yes?.height]).toEqual([no?.width, no?.height]);
    await press(anna.page, 'button[name="answer"][value="yes"]');
    await see(anna.page, "public-yes-lv");

    // No, in English, without JavaScript; then "by mistake".
    const john = await visitor({ javaScriptEnabled: true, locale: "en-GB" });
    await john.page.goto(`${link(all[1], "r")}?lang=en`);
    expect(await john.page.getAttribute("html", "lang")).toBe("en");
    await see(john.page, "public-question-en");
    const plain = await visitor({ javaScriptEnabled: false, locale: "en-GB" });
    await plain.page.goto(`${link(all[1], "r")}?lang=en`);
    await press(plain.page, 'button[name="answer"][value="no"]');
    expect(await plain.page.locator("h1").count()).toBe(1);
    expect(await plain.page.locator('input[name="seal"]').count()).toBeGreaterThan(0);
    await press(plain.page, 'form:has(input[name="seal"]) button');
    expect(await plain.page.locator("h1").count()).toBe(1);

    // No, for good.
    const peteris = await visitor();
    await peteris.page.goto(link(all[2], "r"));
    await press(peteris.page, 'button[name="answer"][value="no"]');
    await see(peteris.page, "public-no");
    await peteris.page.goto(link(all[2], "r"));
    await see(peteris.page, "public-ended");

    // The unsubscribe page, and one click.
    const zane = await visitor();
    await zane.page.goto(link(all[3], "u"));
    await see(zane.page, "public-unsubscribe");
    await press(zane.page, 'button[name="scope"][value="everything"]');
    await see(zane.page, "public-unsubscribed");
    const oneClick = await fetch(link(all[4], "u"), {
      method: "POST",
      body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }),
      redirect: "manual",
    });
    expect([oneClick.status, await oneClick.text()]).toEqual([200, ""]);

    await desk.page.goto(campaign);
    await see(desk.page, "desk-mailing-answers");
    for (const path of ["", "privacy", "nope"]) {
      await anna.page.goto(`${house.url}/${path}`);
      await see(anna.page, `public-${path || "home"}`);
    }
    for (const path of ["lists", "people", "imports", "mailings", "purposes", "notices", "settings", "staff"]) {
      await desk.page.goto(`${house.url}/staff/${path}`);
      await see(desk.page, `desk-${path}`);
    }
    const told = [desk, anna, john, peteris, zane].flatMap((one) => one.complaints);
    expect(told.filter((line) => !/404/.test(line))).toEqual([]);
  });
});
