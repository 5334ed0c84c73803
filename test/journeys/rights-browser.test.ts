/**
 * Requests and breaches in a real browser: each page seen by axe and at the width of a phone, a breach reported by the keyboard
 * alone, the clock that moves by itself, and everything once more without JavaScript.
 */
import { afterAll, expect, it } from "vitest";
import { openDesk } from "../http/staff/campaigns/desk.ts";
import { closeBrowser } from "../support/browser.ts";
import { see } from "../support/see.ts";
import { windowOf } from "../support/window.ts";

afterAll(closeBrowser);

it("every page of requests and breaches can be read and pressed", async () => {
  const s = await openDesk();
  await s.people(2);
  const officer = await s.signIn("dpo");
  const window = await windowOf(officer);
  const look = async (path: string, name: string, ...langs: ("lv" | "en")[]) => {
    for (const lang of langs.length > 0 ? langs : (["lv"] as const)) {
      const page = await window.open(`${path}${path.includes("?") ? "&" : "?"}lang=${lang}`);
      await see(page, `${name}-${lang}`);
    }
  };
  const pathOf = (done: Response) => (done.headers.get("location") ?? "").replace(/\?.*/, "");

  await look("/staff/breaches", "breaches-none", "lv", "en");
  await look("/staff/breaches/report", "breach-report", "lv", "en");
  const report = {
    day: "2026-11-21",
    time: "21:30",
    kind: "breach",
    what: "Vēstule aizgāja ar visām adresēm redzamām.",
  };
  const done = await officer.post("/staff/breaches/report", {
    ...report,
    data: "E-pasta adreses, 40 cilvēku",
    ongoing: "no",
  });
  const breach = pathOf(done);
  await officer.post("/staff/breaches/report", { kind: "exercise", what: "Pazudis dators" });
  await s.work();
  await look(`${breach}?done=reported&assumed=1&masked=1`, "breach-reported", "lv", "en");
  for (const section of ["report", "facts", "authority", "persons", "closing"])
    await look(`${breach}/${section}`, `breach-${section}`, "lv", "en");
  const facts = {
    people: "40",
    records: "40",
    categories: "Adreses",
    consequences: "Pikšķerēšana",
    measures: "Nomainīts",
  };
  await officer.post(`${breach}/facts`, { version: "1", ...facts });
  await officer.post(`${breach}/facts`, { version: "2", ...facts, people: "42" });
  const authority = { risk: "high", decision: "notified", day: "2026-11-22", time: "09:30", reference: "P-1" };
  await officer.post(`${breach}/authority`, { version: "3", ...authority });
  await look(`${breach}/persons`, "breach-persons-high");
  await look(breach, "breach-decided", "lv", "en");
  await look("/staff/breaches", "breaches", "lv", "en");

  await look("/staff/requests", "requests-none", "lv", "en");
  await look("/staff/requests/new", "request-new", "lv", "en");
  const note = {
    address: "cilveks1@pasts.example",
    channel: "phone",
    day: "2026-10-18",
    words: "Dzēsiet mani, lūdzu.",
  };
  const request = pathOf(
    await officer.post("/staff/requests/new", { ...note, right: "erase", contact: "Anna, tālr." }),
  );
  await officer.post("/staff/requests/new", {
    ...note,
    right: "access",
    day: "2026-11-22",
    address: "cits@pasts.example",
  });
  await look("/staff/requests", "requests", "lv", "en");
  await look(`${request}?done=note`, "request-one", "lv", "en");
  await look(`${request}/answer`, "request-answer", "lv", "en");
  const other = pathOf(
    await officer.post("/staff/requests/new", { ...note, right: "object-marketing", day: "2026-11-20" }),
  );
  await look(`${other}/extend`, "request-extend", "lv", "en");
  await look("/staff/", "today-rights", "lv", "en");

  // What is behind a POST: who asks, and the one press.
  let page = await window.open(`${request}?lang=lv`);
  await page.getByRole("button", { name: "Rādīt, kas prasa" }).click();
  await see(page, "request-read");
  await page.getByRole("button", { name: "Dzēst adresi un ierakstīt atbildi" }).click();
  await see(page, "request-erased");
  page = await window.open(`${other}?lang=lv`);
  await page.getByRole("button", { name: "Rādīt, kas prasa" }).click();
  await see(page, "request-object");
  expect(window.complaints).toEqual([]);
  await s.work();
  await s.check();
});

it("a breach is reported by the keyboard alone, and its clock moves by itself", async () => {
  const s = await openDesk();
  const window = await windowOf(await s.signIn("press"));
  await window.page.clock.install();
  const page = await window.open("/staff/");
  await page.getByRole("link", { name: "Ziņot par personas datu aizsardzības pārkāpumu" }).focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("Kas notika").focus();
  await page.keyboard.type("Nepareizs saņēmējs");
  await page.getByRole("button", { name: "Ziņot tagad" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("Ziņojums ir saglabāts").waitFor();
  const strip = page.locator("#breach-clocks");
  expect(await strip.innerText()).toContain("71 h 59 min");
  s.clock.pass({ hours: 2 });
  await page.clock.fastForward(31_000);
  await strip.getByText("69 h 59 min").waitFor();
  expect(window.complaints).toEqual([]);
});

it("reports and notes work without JavaScript", async () => {
  const s = await openDesk();
  const window = await windowOf(await s.signIn("press"), { javaScriptEnabled: false });
  let page = await window.open("/staff/lists");
  await page.getByRole("link", { name: "Ziņot par personas datu aizsardzības pārkāpumu" }).click();
  await page.getByRole("button", { name: "Ziņot tagad" }).click();
  await page.getByText("Ziņojums ir saglabāts").waitFor();
  page = await window.open("/staff/requests/new");
  await page.getByLabel("E-pasta adrese, uz ko tas attiecas").fill("x@pasts.example");
  await page.getByLabel("Ko cilvēks prasa").selectOption("access");
  await page.getByLabel("Kā saņemts").selectOption("phone");
  await page.getByRole("button", { name: "Ierakstīt un apturēt sūtīšanu" }).click();
  await page.getByText("Pieprasījums ir ierakstīts").waitFor();
});
