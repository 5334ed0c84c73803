/**
 * The pages around a receipt in a real browser: the certificate of a "no" with its file, the moment before it is ready, the
 * old link later, and the receipts that did not go out as staff see them. In both languages; SCREENSHOTS keeps pictures.
 */
import { afterAll, expect, it } from "vitest";
import { openDesk } from "../http/staff/campaigns/desk.ts";
import { closeBrowser } from "../support/browser.ts";
import { see } from "../support/see.ts";
import { windowOf } from "../support/window.ts";

afterAll(closeBrowser);

it("the file of a no is offered where the no is shown, and receipts that did not go out stand on the desk", async () => {
  const s = await openDesk();
  await s.people(3);
  await s.sent();
  const link = (n: number) => {
    const mail = s.mailbox.mails.find(({ mail: { to } }) => to === `cilveks${n}@pasts.example`)?.mail;
    return /\/r\/[\w-]{71}/.exec(mail?.text ?? "")?.[0] ?? "";
  };
  const hers = await windowOf(s.browser());
  const page = await hers.open(`${link(1)}?lang=lv`);
  const answered = page.waitForEvent("load");
  await page.locator('button[value="no"]').click();
  await answered;
  await see(page, "receipt-certificate-lv");
  const file = (await page.locator('a[href$="/receipt"]').getAttribute("href")) ?? "";
  for (const lang of ["lv", "en"]) await see(await hers.open(`${file}?lang=${lang}`), `receipt-soon-${lang}`);
  await s.work();
  for (const lang of ["lv", "en"]) {
    const later = await hers.open(`${link(1)}?lang=${lang}`);
    await see(later, `receipt-ended-${lang}`);
  }
  const saved = hers.page.waitForEvent("download");
  await hers.page.locator('a[href$="/receipt"]').click();
  expect((await saved).suggestedFilename()).toMatch(/^receipt-[0-9a-f]{8}\.json$/);

  await s.answer(2, "yes");
  await s.client.execute("UPDATE receipt SET state = 'given-up'");
  const theirs = await windowOf(await s.signIn("admin"));
  for (const lang of ["lv", "en"]) await see(await theirs.open(`/staff/work?lang=${lang}`), `receipt-unsent-${lang}`);
  // Where the file is not ready the answer is 202, which is no complaint.
  expect([...hers.complaints, ...theirs.complaints]).toEqual([]);
});
