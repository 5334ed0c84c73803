/**
 * The pages that tell of a last mail in a real browser: before the press, the certificate, and the desk that switches it on,
 * records a "no", looks a person up and counts. In both languages; SCREENSHOTS keeps pictures.
 */
import { afterAll, expect, it } from "vitest";
import { switchOn } from "../domain/last-mails/scene.ts";
import { openDesk } from "../http/staff/campaigns/desk.ts";
import { closeBrowser } from "../support/browser.ts";
import { see } from "../support/see.ts";
import { windowOf } from "../support/window.ts";

afterAll(closeBrowser);

it("a last mail is announced, certified and counted where people look for it", async () => {
  const s = await openDesk();
  await s.people(4);
  await s.sent();
  await switchOn(s);
  const link = (n: number, kind: "r" | "u") => {
    const mail = s.mailbox.mails.find(({ mail: { to } }) => to === `cilveks${n}@pasts.example`)?.mail;
    return new RegExp(`/${kind}/[\\w-]{71}`).exec(mail?.text ?? "")?.[0] ?? "";
  };
  const hers = await windowOf(s.browser());
  for (const [n, lang] of [
    [1, "lv"],
    [2, "en"],
  ] as const) {
    await see(await hers.open(`${link(n, "r")}?lang=${lang}`), `last-mail-question-${lang}`);
    const page = await hers.open(`${link(n, "u")}?lang=${lang}`);
    await see(page, `last-mail-leave-${lang}`);
    const answered = page.waitForEvent("load");
    await page.locator('button[value="list"]').click();
    await answered;
    await see(page, `last-mail-certificate-${lang}`);
  }
  const theirs = await windowOf(await s.signIn("admin"));
  const desk = async (path: string, name: string) => {
    for (const lang of ["lv", "en"]) await see(await theirs.open(`${path}?lang=${lang}`), `last-mail-${name}-${lang}`);
  };
  await desk("/staff/settings", "settings");
  await desk("/staff/work", "counts");
  await desk("/staff/people/refusal", "refusal");
  await theirs.open("/staff/people?lang=lv");
  await theirs.page.locator('input[name="address"]').fill("cilveks1@pasts.example");
  await theirs.page.locator('select[name="why"]').selectOption("asked");
  const found = theirs.page.waitForEvent("load");
  await theirs.page.locator("main form button").first().click();
  await found;
  await see(theirs.page, "last-mail-look-up-lv");
  expect([...hers.complaints, ...theirs.complaints]).toEqual([]);
});
