/**
 * The pages of exports, and the certificate that names who was given a file, in a real browser: both languages, axe clean,
 * 320 px; SCREENSHOTS keeps pictures. Without scripts the same forms work (test/http/staff/exports.test.ts).
 */
import { afterAll, expect, it } from "vitest";
import { openDesk } from "../http/staff/campaigns/desk.ts";
import { closeBrowser } from "../support/browser.ts";
import { see } from "../support/see.ts";
import { windowOf } from "../support/window.ts";

afterAll(closeBrowser);

it("a list is asked for, fetched, told to whoever leaves, and its recipient is told", async () => {
  const s = await openDesk();
  await s.people(5);
  await s.sent();
  const officer = await s.signIn("dpo");
  const desk = await windowOf(officer);
  const both = async (path: string, name: string) => {
    for (const lang of ["en", "lv"])
      await see(await desk.open(`${path}${path.includes("?") ? "&" : "?"}lang=${lang}`), `exports-${name}-${lang}`);
  };
  await both("/staff/exports", "none");
  await both(`/staff/lists/${s.listId}/export`, "form");
  const empty = desk.page.waitForEvent("load");
  await desk.page.locator("main form button").click();
  await empty;
  await see(desk.page, "exports-form-problems-lv");
  const asked = await officer.post(`/staff/lists/${s.listId}/export`, {
    column: ["address", "name"],
    whom: "all",
    recipient: "authority",
    recipientName: "Paraugu inspekcija",
    reason: "Pārbaudes lieta Nr. 12, Paraugu likuma 5. pants",
  });
  const path = asked.headers.get("Location") ?? "";
  await both(path, "making");
  await s.work();
  await both(path, "ready");
  expect((await officer.post(`${path}/file`, {})).status).toBe(200);

  const mail = s.mailbox.mails.find(({ mail: { to } }) => to === "cilveks1@pasts.example")?.mail;
  const hers = await windowOf(s.browser());
  const page = await hers.open(`${/\/u\/[\w-]{71}/.exec(mail?.text ?? "")?.[0]}?lang=lv`);
  const answered = page.waitForEvent("load");
  await page.locator('button[value="list"]').click();
  await answered;
  expect(await page.locator("main").innerText()).toContain("Saņēmējs: Paraugu inspekcija");
  await see(page, "exports-certificate-lv");
  const other = s.mailbox.mails.find(({ mail: { to } }) => to === "cilveks2@pasts.example")?.mail;
  const english = await hers.open(`${/\/u\/[\w-]{71}/.exec(other?.text ?? "")?.[0]}?lang=en`);
  const pressed = english.waitForEvent("load");
  await english.locator('button[value="everything"], button[value="all"]').first().click();
  await pressed;
  await see(english, "exports-certificate-en");
  await s.work();
  await both(path, "tell");
  await both("/staff/exports", "list");
  await both("/staff/", "home");
  // The browser tells of the form that came back with what is missing.
  expect([...hers.complaints, ...desk.complaints].filter((one) => !one.includes("422"))).toEqual([]);
});
