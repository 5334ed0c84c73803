/**
 * An issue of a newsletter written in a real browser against the real server: by mouse, by keyboard alone, in two windows at
 * once, without a connection, without JavaScript. Every page seen by axe and at the width of a phone.
 */
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { WORD } from "../http/assets/desk/editor/clipboards.ts";
import { closeBrowser, visitor } from "../support/browser.ts";
import { type NodeHouse, startNodeHouse } from "../support/node-house.ts";
import { png } from "../support/pictures.ts";
import { see } from "../support/see.ts";

const PATIENT = { timeout: 20_000 };

let house: NodeHouse;
let session: Awaited<ReturnType<Awaited<ReturnType<typeof visitor>>["context"]["storageState"]>>;
const picture = join(tmpdir(), `pieteka-lasitava-${process.pid}.png`);

beforeAll(async () => {
  writeFileSync(picture, png(320, 200));
  house = await startNodeHouse();
  const { page, context } = await visitor();
  await page.goto(house.signInUrl);
  await page.locator("main form button").first().click();
  await page.waitForURL(/\/staff\/?$/);
  session = await context.storageState();
  await context.close();
}, 120_000);
afterAll(async () => {
  await closeBrowser();
  await house?.stop();
});

/** A window of the editor, signed in. What a test makes fail on purpose is no complaint. */
async function desk(options: { javaScriptEnabled?: boolean } = {}) {
  const made = await visitor({ storageState: session, ...options });
  const wanted = /409|ERR_INTERNET_DISCONNECTED/;
  return { ...made, complaints: () => made.complaints.filter((line) => !wanted.test(line)) };
}

async function begin(page: Page, title: string): Promise<string> {
  await page.goto(`${house.url}/staff/issues/new`);
  await page.locator('input[name="listId"]').first().check();
  await page.fill('input[name="title"]', title);
  await page.locator("main form button").first().click();
  await page.waitForURL(/done=created/);
  return page.url().replace(/\?.*/, "");
}

const kinds = (page: Page, lang = "lv") =>
  page.$$eval(`[data-blocks="${lang}"] > li`, (all) => all.map((block) => (block as HTMLElement).dataset.kind));
const saved = (page: Page) =>
  expect.poll(() => page.locator("[data-status]").innerText(), PATIENT).toMatch(/^Saglabāts plkst\./);
const said = (page: Page) => page.locator("[data-said]").innerText();

/** Puts the clipboard of another program into an editor, as Ctrl+V does. */
const paste = (page: Page, html: string) =>
  page.evaluate((markup) => {
    const data = new DataTransfer();
    data.setData("text/html", markup);
    const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, html);

it("by mouse: paste from Word, a picture, drag, undo, saved by itself, looked at", async () => {
  const { page, complaints } = await desk();
  const issue = await begin(page, "Nedēļas apskats, 48. nedēļa");
  await page.fill('[name="lv.subject"]', "Lasītavas jaunumi");
  await page.click('button[value="add:lv:text"]');
  await paste(page, WORD);
  const text = page.locator('[data-text="lv"] .ProseMirror');
  expect(await text.locator("h2").innerText()).toBe("Lasītavas jaunumi");
  expect(await text.locator("th").allInnerTexts()).toEqual(["Gads", "Lasītāji"]);
  expect(await text.innerHTML()).not.toMatch(/Mso|style=|<span/);
  await page.setInputFiles('[name="new.lv.file"]', picture);
  await expect.poll(() => kinds(page), PATIENT).toEqual(["text", "image"]);
  await page.keyboard.type("Lasītava vakarā, visi galdi aizņemti");
  await saved(page);
  // A picture that is pasted into a text becomes a part behind it.
  await page.evaluate(
    async (address) => {
      const bytes = await (await fetch(address)).blob();
      const data = new DataTransfer();
      data.items.add(new File([bytes], "ekrans.png", { type: "image/png" }));
      const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
      document.querySelector(".ProseMirror")?.dispatchEvent(event);
    },
    (await page.locator("img[data-picture]").getAttribute("src")) ?? "",
  );
  await expect.poll(() => kinds(page), PATIENT).toEqual(["text", "image", "image"]);
  await page.click("[data-undo]");
  await saved(page);

  const handle = page.locator('[data-act="drag"]').nth(1);
  await handle.evaluate((element) => element.scrollIntoView({ block: "center" }));
  const box = await handle.boundingBox();
  await page.mouse.move((box?.x ?? 0) + 8, (box?.y ?? 0) + 8);
  await page.mouse.down();
  await expect
    .poll(async () => {
      await page.mouse.move((box?.x ?? 0) + 8, 20);
      await page.mouse.move((box?.x ?? 0) + 9, 20);
      return kinds(page);
    }, PATIENT)
    .toEqual(["image", "text"]);
  await page.mouse.up();
  expect(await said(page)).toBe("Daļa ir pārvietota: 1. vieta no 2.");
  await page.click("[data-undo]");
  expect(await kinds(page)).toEqual(["text", "image"]);
  await page.locator('[data-act="remove"]').first().click();
  expect(await kinds(page)).toEqual(["image"]);
  await page.click("[data-undo]");
  expect(await text.locator("table").count()).toBe(1);
  await saved(page);

  await page.click('[data-show="preview"]');
  const frame = page.frameLocator("[data-preview] iframe");
  await frame.getByText("Kā pieteikties").waitFor();
  await page.click('[data-view="text"]');
  await frame.getByText("Izvēlieties laiku.").waitFor();
  await page.click('[data-show="lv"]');
  await see(page, "composer");
  await page.reload();
  expect(await page.locator('[data-text="lv"] .ProseMirror td').first().innerText()).toBe("2025");
  for (const path of ["/versions", "/versions/1", "/preview?mail=lv&view=narrow"]) {
    await page.goto(`${issue}${path}`);
    await see(page, `composer${path.replaceAll(/\W/g, "-")}`);
  }
  for (const path of ["/staff/issues", "/staff/issues/new"]) {
    await page.goto(`${house.url}${path}`);
    await see(page, path.slice(7).replaceAll("/", "-"));
  }
  expect(complaints()).toEqual([]);
});

it("by keyboard alone: blocks, headings, a list, a quote, a link, a table, moving, undo", async () => {
  const { page, complaints } = await desk();
  await begin(page, "Ar tastatūru");
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await page.locator('button[value="add:lv:text"]').focus();
  await press("Enter");
  await page.keyboard.type("## Izstāde\nNāciet ");
  await press("Control+b");
  await page.keyboard.type("visi");
  await press("Control+b", "Enter");
  await page.keyboard.type("- pirmais\notrais\n\n> Gaidām.");
  await press("ArrowDown");
  await page.keyboard.type("Anna Paraudziņa");
  await press("Enter");
  await page.keyboard.type("Programma");
  await press("Control+Shift+ArrowLeft");
  // The editor hears of the selection a moment after it is made.
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe("Programma");
  await press("Control+k");
  await page.keyboard.type("javascript:alert(1)");
  await press("Enter");
  expect(await page.locator("[data-problem]:visible").count()).toBe(1);
  await press("Control+a");
  await page.keyboard.type("www.ministrija.example/programma");
  await press("Enter");
  // To the bar and along it to the table; Escape and Tab leave, so nobody is caught.
  await press("Alt+F10", "End", "ArrowLeft", "ArrowLeft", "Enter");
  await page.keyboard.type("Diena");
  await press("Tab");
  await page.keyboard.type("Laiks");
  expect(await page.locator(".ProseMirror").innerHTML()).toContain(
    "<h2>Izstāde</h2><p>Nāciet <strong>visi</strong></p><ul><li><p>pirmais</p></li><li><p>otrais</p></li></ul>" +
      '<blockquote data-quote=""><p data-words="">Gaidām.</p><p data-by="">Anna Paraudziņa</p></blockquote>' +
      '<p><a href="https://www.ministrija.example/programma" rel="noreferrer">Programma</a></p>',
  );
  expect((await page.locator(".ProseMirror th").allInnerTexts()).slice(0, 2)).toEqual(["Diena", "Laiks"]);
  await press("Control+End");
  await page.locator('button[value="add:lv:button"]').focus();
  await press("Enter");
  await page.keyboard.type("Pieteikties");
  await page.locator('[data-act="drag"]').nth(1).focus();
  await press("ArrowUp");
  expect([await kinds(page), await said(page)]).toEqual([["button", "text"], "Daļa ir pārvietota: 1. vieta no 2."]);
  await page.locator('[data-kind="button"] [data-act="down"]').focus();
  await press("Space");
  expect(await kinds(page)).toEqual(["text", "button"]);
  expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.act)).toBe("down");
  await page.locator("[data-undo]").focus();
  await press("Enter", "Enter");
  expect(await kinds(page)).toEqual(["text", "button"]);
  await saved(page);
  await page.locator('[data-show="en"]').focus();
  await press("Enter");
  await page.locator('button[value="copy:en"]').focus();
  await press("Enter");
  expect(await kinds(page, "en")).toEqual(["text", "button"]);
  await saved(page);
  expect(complaints()).toEqual([]);
});

it("two windows at once lose nothing, and neither does a lost connection", async () => {
  const { page, context, complaints } = await desk();
  const issue = await begin(page, "Divos logos");
  const other = await context.newPage();
  await other.goto(issue);
  await other.fill('[name="lv.subject"]', "Otra loga temats");
  await saved(other);
  await page.fill('[name="lv.subject"]', "Mans temats");
  await page.locator("[data-conflict]").waitFor();
  await see(page, "composer-conflict");
  expect(await page.locator("[data-conflict]").innerText()).toContain("Otra loga temats");
  // What is typed before the choice is kept in the browser, until it is saved.
  await page.fill('[name="lv.preheader"]', "Pirms izvēles");
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage)), PATIENT).toContain("Pirms izvēles");
  await page.locator("[data-conflict] button").click();
  await page.waitForURL(/done=saved/);
  expect(await page.inputValue('[name="lv.subject"]')).toBe("Mans temats");
  await page.goto(`${issue}/versions`);
  expect(await page.locator("tbody tr").count()).toBeGreaterThanOrEqual(2);
  await other.close({ runBeforeUnload: false });

  await page.goto(issue);
  await context.setOffline(true);
  await page.fill('[name="lv.preheader"]', "Rakstīts bez savienojuma");
  await expect.poll(() => page.locator("[data-status]").innerText(), PATIENT).toContain("Savienojuma nav");
  const kept = () => page.evaluate(() => JSON.stringify(localStorage));
  await expect.poll(kept, PATIENT).toContain("Rakstīts bez savienojuma");
  await page.close({ runBeforeUnload: false });
  await context.setOffline(false);
  // A page that was opened without a connection may still lack its script.
  const fresh = await context.newPage();
  await fresh.goto(issue);
  await fresh.click('[data-kept="use"]');
  expect(await fresh.inputValue('[name="lv.preheader"]')).toBe("Rakstīts bez savienojuma");
  await saved(fresh);
  expect(await fresh.evaluate(() => localStorage.length)).toBe(0);
  expect(complaints()).toEqual([]);
});

it("without JavaScript: the same issue, as a form", async () => {
  const { page, complaints } = await desk({ javaScriptEnabled: false });
  await begin(page, "Bez skriptiem");
  await page.click('button[value="add:lv:text"]');
  await page.fill('[name="lv.subject"]', "Bez skriptiem");
  await page.fill("textarea", "## Virsraksts\n\nTeksts ar **treknrakstu**.");
  await page.setInputFiles('[name="new.lv.file"]', picture);
  await page.click('button[value="add:lv:image"]');
  await page.locator('input[name$=".alt"]').fill("Lasītava");
  await page.locator('[data-act="up"]').nth(1).click();
  expect(await kinds(page)).toEqual(["image", "text"]);
  expect(await page.inputValue("textarea")).toBe("## Virsraksts\n\nTeksts ar **treknrakstu**.");
  await page.click('button[value="preview"]');
  await page.waitForURL(/\/preview/);
  expect(complaints()).toEqual([]);
});
