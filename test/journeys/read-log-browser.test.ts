/**
 * The access log in a real browser: searching with a reason, what every colleague sees of himself, the officer's pages, the
 * decision about names, and the person's own page. In both languages; SCREENSHOTS keeps pictures.
 */
import { afterAll, expect, it } from "vitest";
import { digestReadings } from "../../src/domain/read-log/write-digest.ts";
import { openDesk } from "../http/staff/campaigns/desk.ts";
import { closeBrowser } from "../support/browser.ts";
import { see } from "../support/see.ts";
import { windowOf } from "../support/window.ts";

afterAll(closeBrowser);

const LIGA = "cilveks1@pasts.example";
const LANGUAGES = ["lv", "en"] as const;

it("who looked is seen by the officer, by the colleague and by the person, each as far as it concerns him", async () => {
  const s = await openDesk();
  await s.people(3);
  await s.sent();
  await s.answer(1, "yes");
  const theirs = await windowOf(s.editor);
  const searching = async () => {
    await theirs.page.locator('input[name="address"]').fill(LIGA);
    const answered = theirs.page.waitForEvent("load");
    await theirs.page.locator("main form button").first().click();
    await answered;
  };
  for (const lang of LANGUAGES) {
    await theirs.open(`/staff/people?lang=${lang}`);
    await searching();
    await see(theirs.page, `read-log-why-missing-${lang}`);
    await theirs.page.locator('select[name="why"]').selectOption("complaint");
    await searching();
  }
  await see(await theirs.open(`/staff/lists/${s.listId}/people?lang=lv`), "read-log-members-lv");
  await (await s.signIn("press")).post("/staff/people", { address: LIGA, why: "asked" });
  for (let i = 0; i < 40; i++) await s.editor.post("/staff/people", { address: `p${i}@pasts.example`, why: "mail" });
  for (const lang of LANGUAGES) await see(await theirs.open(`/staff/recorded?lang=${lang}`), `read-log-own-${lang}`);

  s.clock.pass({ days: 2 });
  await digestReadings(s.deps);
  const officer = await windowOf(await s.signIn("dpo"));
  const { page } = officer;
  for (const lang of LANGUAGES) {
    await see(await officer.open(`/staff/read-log?lang=${lang}`), `read-log-home-${lang}`);
    await see(await officer.open(`/staff/read-log/check?lang=${lang}`), `read-log-check-${lang}`);
    await officer.open(`/staff/read-log?lang=${lang}`);
    await page.locator('input[name="address"]').fill(LIGA);
    await page.locator('select[name="why"]').selectOption("complaint");
    const found = page.waitForEvent("load");
    await page.locator('main form[action$="/person"] button').click();
    await found;
    await see(page, `read-log-found-${lang}`);
    const named = page.waitForEvent("load");
    await page.locator('input[value="told"]').check();
    await page.locator('textarea[name="reason"]').fill("Strīds ar darbinieku, pieprasījums Nr. 4");
    await page.locator('main form[action$="/names"] button').click();
    await named;
    await see(page, `read-log-named-${lang}`);
  }
  await s.client.execute("DELETE FROM read_log WHERE outcome = 'refused'");
  await see(await officer.open("/staff/read-log/check?lang=lv"), "read-log-check-wrong-lv");

  const hers = s.browser();
  await hers.post("/me", { email: LIGA, lang: "lv" });
  await s.work();
  const mail = s.mailbox.mails.findLast(({ mail: { to, text } }) => to === LIGA && /\/me\/[\w-]{43}/.test(text));
  await hers.post(/\/me\/[\w-]{43}/.exec(mail?.mail.text ?? "")?.[0] ?? "", {});
  const own = await windowOf(hers);
  for (const lang of LANGUAGES) await see(await own.open(`/me?lang=${lang}`), `read-log-me-${lang}`);
  expect([...theirs.complaints, ...officer.complaints, ...own.complaints].filter((one) => !/422/.test(one))).toEqual(
    [],
  );
});
