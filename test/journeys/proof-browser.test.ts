/**
 * The proof desk in a real browser, from the search to an opened seal, with a second person. Every page seen by axe and at the
 * width of a phone, in both languages; SCREENSHOTS keeps pictures.
 */
import { afterAll, expect, it } from "vitest";
import { openDesk } from "../http/staff/campaigns/desk.ts";
import { closeBrowser } from "../support/browser.ts";
import { submit } from "../support/forms.ts";
import { see } from "../support/see.ts";
import { windowOf } from "../support/window.ts";

afterAll(closeBrowser);

const why = { ground: "complaint", reason: "Sūdzība Nr. 7: nekad neesot piekritusi" };

it("the proof desk can be read and pressed, from the search to an opened seal", async () => {
  const s = await openDesk();
  await s.people(3);
  await s.sent();
  await s.answer(1, "yes");
  await s.answer(2, "yes");
  s.clock.pass({ days: 9 });
  const mail = s.mailbox.mails.find(({ mail: { to } }) => to === "cilveks2@pasts.example")?.mail;
  const path = /\/u\/[\w-]{71}/.exec(mail?.headers["List-Unsubscribe"] ?? "")?.[0] ?? "";
  await s.request(path, {
    method: "POST",
    body: "List-Unsubscribe=One-Click",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
  });
  await s.work();
  s.clock.pass({ days: 2 });

  const officer = await s.signIn("dpo");
  const head = await s.signIn("head");
  const admin = await s.signIn("admin");
  const his = await windowOf(officer);
  const theirs = await windowOf(head);
  /** Searches in the window, as a person does, so that the answer to a POST is looked at too. */
  const find = async (address: string, lang: "lv" | "en") => {
    const page = await his.open(`/staff/proofs?lang=${lang}`);
    await page.getByRole("textbox").fill(address);
    await page.getByRole("button", { name: lang === "lv" ? "Meklēt pierādījumus" : "Find proofs" }).click();
    await page.waitForLoadState();
    return page;
  };
  for (const lang of ["lv", "en"] as const) {
    await see(await his.open(`/staff/proofs?lang=${lang}`), `proofs-${lang}`);
    await see(await find("cilveks1@pasts.example", lang), `proofs-held-${lang}`);
    await see(await find("cilveks3@pasts.example", lang), `proofs-imported-${lang}`);
    await see(await find("cilveks2@pasts.example", lang), `proofs-gone-${lang}`);
    await see(await find("nav adrese", lang), `proofs-wrong-${lang}`);
    const page = await find("cilveks2@pasts.example", lang);
    await page.getByRole("radio").nth(1).check();
    await page.locator("textarea").fill(why.reason);
    await page.getByRole("button", { name: lang === "lv" ? "Atvērt pierādījumu" : "Open the proof" }).click();
    await page.waitForLoadState();
    for (const details of await page.locator("details").all())
      await details.evaluate((d) => d.setAttribute("open", ""));
    await see(page, `proofs-opened-${lang}`);
    await page.emulateMedia({ media: "print" });
    if (process.env.SCREENSHOTS)
      await page.screenshot({ path: `${process.env.SCREENSHOTS}/proofs-print-${lang}.png`, fullPage: true });
    await page.emulateMedia({ media: "screen" });
  }

  await submit(admin, "/staff/settings", { secondPersonOpens: "yes" }, /settings$/);
  for (const lang of ["lv", "en"] as const)
    await see(await his.open(`/staff/proofs/open?lang=${lang}`), `proofs-ask-${lang}`);
  const asked = await submit(officer, "/staff/proofs/open", { address: "cilveks2@pasts.example", ...why }, /open$/);
  const opening = asked.headers.get("Location")?.split("?")[0] ?? "";
  for (const lang of ["lv", "en"] as const) {
    await see(await theirs.open(`/staff/?lang=${lang}`), `proofs-today-${lang}`);
    await see(await theirs.open(`${opening}?lang=${lang}`), `proofs-decide-${lang}`);
    await see(await his.open(`${opening}?lang=${lang}&done=asked`), `proofs-asked-${lang}`);
  }
  await head.post(opening, { act: "grant" });
  for (const lang of ["lv", "en"] as const)
    await see(await his.open(`${opening}?lang=${lang}`), `proofs-granted-${lang}`);
  await officer.post(opening, { act: "open", address: "cilveks2@pasts.example" });
  for (const lang of ["lv", "en"] as const) await see(await his.open(`${opening}?lang=${lang}`), `proofs-open-${lang}`);
  await s.check();
  // The two searches for what is no address are answered with 422.
  const complaints = [...his.complaints, ...theirs.complaints].filter((one) => !/status of 422/.test(one));
  expect(complaints).toEqual([]);
});
