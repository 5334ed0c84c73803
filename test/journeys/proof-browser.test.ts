/**
 * The proof desk in a real browser, from the search to an opened seal, with a second person. Every page seen by axe and at the
 * width of a phone, in both languages; SCREENSHOTS keeps pictures.
 */
import type { Page } from "playwright-core";
import { afterAll, expect, it } from "vitest";
import { type Desk, openDesk } from "../http/staff/campaigns/desk.ts";
import { closeBrowser } from "../support/browser.ts";
import { submit } from "../support/forms.ts";
import { see } from "../support/see.ts";
import { windowOf } from "../support/window.ts";

afterAll(closeBrowser);

const why = { ground: "complaint", reason: "Sūdzība Nr. 7: nekad neesot piekritusi" };

const LANGS = ["lv", "en"] as const;
const LEFT = "cilveks2@pasts.example";

/** Two people said yes; nine days later the second left by one click, and two days have passed since. */
async function afterLeaving(): Promise<Desk> {
  const s = await openDesk();
  await s.people(3);
  await s.sent();
  await s.answer(1, "yes");
  await s.answer(2, "yes");
  s.clock.pass({ days: 9 });
  const mail = s.mailbox.mails.find(({ mail: { to } }) => to === LEFT)?.mail;
  const path = /\/u\/[\w-]{71}/.exec(mail?.headers["List-Unsubscribe"] ?? "")?.[0] ?? "";
  await s.request(path, {
    method: "POST",
    body: "List-Unsubscribe=One-Click",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
  });
  await s.work();
  s.clock.pass({ days: 2 });
  return s;
}

/** Presses a button, and waits for the page that answers: the one it stands on is loaded already. */
async function press(page: Page, name: string): Promise<void> {
  const answered = page.waitForEvent("load");
  await page.getByRole("button", { name }).click();
  await answered;
}

it("proofs can be looked up, read and opened, and what is printed is whole", async () => {
  const s = await afterLeaving();
  const his = await windowOf(await s.signIn("dpo"));
  /** Searches in the window, as a person does, so that the answer to a POST is looked at too. */
  const find = async (address: string, lang: "lv" | "en") => {
    const page = await his.open(`/staff/proofs?lang=${lang}`);
    await page.getByRole("textbox").fill(address);
    await press(page, lang === "lv" ? "Meklēt pierādījumus" : "Find proofs");
    return page;
  };
  for (const lang of LANGS) {
    await see(await his.open(`/staff/proofs?lang=${lang}`), `proofs-${lang}`);
    await see(await find("cilveks1@pasts.example", lang), `proofs-held-${lang}`);
    await see(await find("cilveks3@pasts.example", lang), `proofs-imported-${lang}`);
    await see(await find(LEFT, lang), `proofs-gone-${lang}`);
    await see(await find("nav adrese", lang), `proofs-wrong-${lang}`);
    const page = await find(LEFT, lang);
    await page.getByRole("radio").nth(1).check();
    await page.locator("textarea").fill(why.reason);
    await press(page, lang === "lv" ? "Atvērt pierādījumu" : "Open the proof");
    for (const details of await page.locator("details").all())
      await details.evaluate((d) => d.setAttribute("open", ""));
    await see(page, `proofs-opened-${lang}`);
    await page.emulateMedia({ media: "print" });
    if (process.env.SCREENSHOTS)
      await page.screenshot({ path: `${process.env.SCREENSHOTS}/proofs-print-${lang}.png`, fullPage: true });
    await page.emulateMedia({ media: "screen" });
  }
  await s.check();
  // The two searches for what is no address are answered with 422.
  expect(his.complaints.filter((one) => !/status of 422/.test(one))).toEqual([]);
});

it("bundles of many are chosen, and a second person agrees to an opening", async () => {
  const s = await afterLeaving();
  const officer = await s.signIn("dpo");
  const head = await s.signIn("head");
  const admin = await s.signIn("admin");
  const his = await windowOf(officer);
  const theirs = await windowOf(head);
  const [mailing] = await s.rows("SELECT id FROM mailing WHERE kind='reconsent'");
  for (const lang of LANGS) {
    await see(await his.open(`/staff/proofs/export?lang=${lang}`), `proofs-export-${lang}`);
    await see(
      await his.open(`/staff/proofs/export?mailing=${mailing?.id}&lang=${lang}`),
      `proofs-export-campaign-${lang}`,
    );
  }

  await submit(admin, "/staff/settings", { secondPersonOpens: "yes" }, /settings$/);
  for (const lang of LANGS) await see(await his.open(`/staff/proofs/open?lang=${lang}`), `proofs-ask-${lang}`);
  const asked = await submit(officer, "/staff/proofs/open", { address: LEFT, ...why }, /open$/);
  const opening = asked.headers.get("Location")?.split("?")[0] ?? "";
  for (const lang of LANGS) {
    await see(await theirs.open(`/staff/?lang=${lang}`), `proofs-today-${lang}`);
    await see(await theirs.open(`${opening}?lang=${lang}`), `proofs-decide-${lang}`);
    await see(await his.open(`${opening}?lang=${lang}&done=asked`), `proofs-asked-${lang}`);
  }
  await head.post(opening, { act: "grant" });
  for (const lang of LANGS) await see(await his.open(`${opening}?lang=${lang}`), `proofs-granted-${lang}`);
  await officer.post(opening, { act: "open", address: LEFT });
  for (const lang of LANGS) await see(await his.open(`${opening}?lang=${lang}`), `proofs-open-${lang}`);
  await s.check();
  expect([...his.complaints, ...theirs.complaints]).toEqual([]);
});
