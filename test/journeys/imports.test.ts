/**
 * A list as an office has it, by hand in a real browser: the opt-outs of the former system first, then its export, then a
 * file that is too large to be checked at once, with and without scripts. SCREENSHOTS=<folder> keeps the pictures.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, expect, it } from "vitest";
import { closeBrowser, visitor } from "../support/browser.ts";
import { startNodeHouse } from "../support/node-house.ts";
import { peopleList } from "../support/people-list.ts";
import { see } from "../support/see.ts";
import { until } from "../support/until.ts";

const folder = mkdtempSync(join(tmpdir(), "pieteka-imports-"));
const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

const OPT_OUTS = `"Email Address","First Name","Last Name",OPTIN_TIME,UNSUB_TIME,UNSUB_REASON
anna@skola.example,Anna,Ozola,"2019-03-04 09:12:31","2021-06-01 07:00:00",NORMAL
zane@novads.test,Zane,Eglīte,"2019-03-04 09:12:31","2022-01-01 07:00:00",ABUSE
`;
const EXPORT = `"Email Address","First Name","Last Name",OPTIN_TIME,OPTIN_IP,STATUS
liga@pasts.example,Līga,Bērziņa,"2019-03-04 09:12:31",192.0.2.7,subscribed
janis@epasts.test,Jānis,Kalniņš,,,subscribed
anna@skola.example,Anna,Ozola,"2019-03-04 09:12:31",192.0.2.7,subscribed
vecs@birojs.example,Uldis,Zariņš,,,cleaned
jauns@birojs.example,Ieva,Vītola,,,pending
kļūda,Ieva,Vītola,,,subscribed
`;

afterAll(async () => {
  await closeBrowser();
  rmSync(folder, { recursive: true, force: true });
});

const OWN = '.desk-main button[type="submit"]';
const press = (page: Page, what = OWN) => page.locator(what).first().click();

it("the opt-outs, the export and a large file come in, and each page says what happens", {
  timeout: 240_000,
}, async () => {
  const house = await startNodeHouse();
  const { page, complaints, context } = await visitor();
  try {
    await page.goto(house.signInUrl);
    await press(page);
    await page.waitForURL(/\/staff\/$/);

    await page.goto(`${house.url}/staff/imports/new`);
    await page.getByRole("link", { name: "Ienest atteikumus" }).click();
    await page.selectOption('select[name="list"]', { index: 1 });
    await page.fill('input[name="source"]', "Mailchimp atteikušies");
    await page.setInputFiles('input[name="file"]', file("unsubscribed.csv", OPT_OUTS));
    await see(page, "imports-opt-outs-form");
    await press(page);
    await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
    expect(await page.locator("main").innerText()).toContain("Jauni atteikumi: 2");
    await page.locator("details summary").first().click();
    await see(page, "imports-opt-outs-checked");
    await press(page, 'form[action$="/run"] button');
    await done(page);
    await see(page, "imports-opt-outs-done");

    await page.goto(`${house.url}/staff/imports/new`);
    await claim(page, file("export.csv", EXPORT));
    await see(page, "imports-export-form");
    await press(page);
    await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
    const dry = await page.locator("main").innerText();
    for (const said of ["Agrāk atteikušies", "Atteikušies iepriekšējā sistēmā", "Neapstiprināti"])
      expect(dry).toContain(said);
    await page.locator("details summary").first().click();
    expect(await page.locator("details").first().textContent()).toMatch(/an••@skola\.example/);
    await see(page, "imports-export-checked");
    await press(page, 'form[action$="/run"] button');
    await done(page);
    await see(page, "imports-export-done");

    await page.goto(`${house.url}/staff/imports/new`);
    await claim(page, file("large.csv", peopleList({ rows: 60_000 })));
    await page.fill('input[name="source"]', "");
    await press(page);
    // What is wrong is said with the focus on it, and the file need not be chosen again.
    await page.locator(".ds-error-summary").waitFor();
    expect(await page.title()).toMatch(/^Kļūda: /);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("ds-error-summary");
    expect(await page.locator('input[type="file"]').evaluate((input: HTMLInputElement) => input.files?.[0]?.name)).toBe(
      "large.csv",
    );
    await page.fill('input[name="source"]', "Mailchimp eksports, 2024. gads");
    await sentOnce(page);
    await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
    await until("the check of the large file", async () => (await page.locator('form[action$="/run"]').count()) > 0);
    expect(await page.locator("main").innerText()).toMatch(/60\s000 rindu/);
    await page.getByRole("link", { name: "English" }).click();
    await see(page, "imports-large-checked-en");
    // The browser tells of the one refusal above, and of nothing else.
    expect(complaints).toEqual([expect.stringContaining("422")]);
  } finally {
    await context.close();
    await house.stop();
  }
});

async function claim(page: Page, path: string): Promise<void> {
  await page.selectOption('select[name="list"]', { index: 1 });
  await page.fill('input[name="source"]', "Mailchimp eksports, 2024. gads");
  await page.fill('input[name="since"]', "2019-03-01");
  await page.check('input[name="basis"][value="consent"]');
  await page.check('input[name="origin"][value="themselves"]');
  await page.fill('input[name="proof"]', "Eksports ar piekrišanas laikiem, lieta 4-12");
  await page.setInputFiles('input[name="file"]', path);
}

/** Presses twice while the file is under way: it is said how far it is, and it goes once. */
async function sentOnce(page: Page): Promise<void> {
  const sent: string[] = [];
  let release = () => {};
  const held = new Promise<void>((go) => {
    release = go;
  });
  await page.route("**/staff/imports", async (route) => {
    if (route.request().method() === "POST") sent.push(route.request().url());
    await held;
    await route.continue();
  });
  expect(await page.locator("[data-sending]").isVisible()).toBe(false);
  await press(page);
  await page.locator("[data-sending]").waitFor();
  await see(page, "imports-sending");
  await press(page);
  release();
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
  expect(sent.length).toBe(1);
  await page.unroute("**/staff/imports");
}

async function done(page: Page): Promise<void> {
  await until("the import", async () => {
    await page.goto(page.url());
    return (await page.getByRole("heading", { level: 1 }).innerText()) === "Imports pabeigts";
  });
}
