/** The pages of institution, purposes, notices and lists, through the whole app: what they keep, refuse and show. */
import { expect, test } from "vitest";
import { firstValues, valuesOf } from "../../../src/http/staff/institution/profile-values.ts";
import { valuesOfSheet } from "../../../src/http/staff/purposes/sheet-values.ts";
import { type DemoPurpose, demoInstitution, demoPurposes } from "../../../src/runtime/node/demo/content.ts";
import { createWorld } from "../../support/world.ts";

const [news] = demoPurposes as [DemoPurpose];
const profile = valuesOf(demoInstitution);
const sheet = valuesOfSheet(news.basis, news.sheet);
const at = (response: Response) => new URL(response.headers.get("Location") ?? "", "https://x.example").pathname;

test("first start: staff are led to set-up, what was typed stays, and after it the desk and the public pages open", async () => {
  const world = await createWorld({ demo: false });
  const desk = await world.signIn("admin");
  const away = await desk.get("/staff/lists");
  expect([away.status, at(away)]).toEqual([303, "/staff/setup"]);
  expect((await world.request("/privacy")).status).toBe(503);

  const form = await (await desk.get("/staff/setup")).text();
  expect(form).toContain("Datu valsts inspekcija");
  const refused = await desk.post("/staff/setup", { ...firstValues, "names.lv.nom": "Paraugu <b>ministrija" });
  expect(refused.status).toBe(422);
  const again = await refused.text();
  expect(again).toContain('value="Paraugu &lt;b&gt;ministrija"');
  expect(again).toMatch(/<title>Kļūda: /);
  expect(again).toContain("Juridiskā adrese: Aizpildiet šo lauku.");
  expect(again).toContain("Vēstuļu nosūtītājs: Nosaukums: Aizpildiet šo lauku.");

  const saved = await desk.post("/staff/setup", profile);
  expect(saved.status).toBe(303);
  expect((await desk.get("/staff/lists")).status).toBe(200);
  expect(at(await desk.get("/staff/setup"))).toBe("/staff/");
  expect(await (await world.request("/privacy")).text()).toContain("Privātuma paziņojums vēl nav publicēts");
});

test("set-up is for admins", async () => {
  const world = await createWorld({ demo: false });
  const desk = await world.signIn("editor");
  expect((await desk.get("/staff/setup")).status).toBe(403);
  expect((await desk.post("/staff/setup", profile)).status).toBe(403);
});

test("settings: the form shows what is saved, saves it, and refuses a stale one with what was typed", async () => {
  const world = await createWorld();
  const desk = await world.signIn("admin");
  const form = await (await desk.get("/staff/settings")).text();
  for (const value of [profile["names.lv.gen"], profile["processors.2.name"], "ministrija.example"])
    expect(form).toContain(value);
  const done = await desk.post("/staff/settings", { ...profile, version: "1", phone: "+371 6000 0009" });
  expect([done.status, at(done)]).toEqual([303, "/staff/settings"]);
  const stale = await desk.post("/staff/settings", { ...profile, version: "1", phone: "+371 6000 0010" });
  expect(stale.status).toBe(422);
  const page = await stale.text();
  expect(page).toContain("Ieraksts tikmēr ir mainīts");
  expect(page).toContain("+371 6000 0010");
});

test("settings: the notice under every mail is offered, changed here, and stands under the next mail", async () => {
  const world = await createWorld();
  const desk = await world.signIn("admin");
  const form = await (await desk.get("/staff/settings")).text();
  expect(form).toContain("Personas datus apstrādājam likumīgi");
  const signature = { "signature.lv": "Pirmā <b>rindkopa</b>.\r\n\r\nOtrā.", "signature.en": "First.\r\n\r\nSecond." };
  const refused = await desk.post("/staff/settings", { ...profile, ...signature, "signature.en": "", version: "1" });
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining("Pirmā &lt;b&gt;rindkopa")]);
  expect((await desk.post("/staff/settings", { ...profile, ...signature, version: "1" })).status).toBe(303);
  await desk.post("/staff/settings/test-mail", {});
  const mail = world.mailbox.mails.at(-1)?.mail;
  expect(mail?.text.endsWith("\n\nPirmā <b>rindkopa</b>.\n")).toBe(true);
  expect(mail?.html).toContain("Pirmā &lt;b&gt;rindkopa&lt;/b&gt;.");
});

test("settings: the test letter goes to whoever asked for it", async () => {
  const world = await createWorld();
  const desk = await world.signIn("admin");
  const before = world.mailbox.mails.length;
  const done = await desk.post("/staff/settings/test-mail", {});
  expect(done.headers.get("Location")).toContain("mailed=capture");
  expect(world.mailbox.mails.slice(before).map((m) => m.mail.to)).toEqual([
    expect.stringMatching(/^admin-\d+@ministrija\.example$/),
  ]);
});

test("a purpose from draft to active, a statement before it, a list after it, a new privacy notice in the end", async () => {
  const world = await createWorld();
  const desk = await world.signIn("admin");
  const made = await desk.post("/staff/purposes", {
    ...sheet,
    "names.lv": "Mēneša apskats",
    "names.en": "Monthly overview",
  });
  const purpose = at(made);
  const id = purpose.split("/").at(-1) as string;
  expect(made.status).toBe(303);
  let page = await (await desk.get(purpose)).text();
  expect(page).toContain("Nav publicēts paziņojums latviešu valodā");
  expect((await desk.post(`${purpose}/activate`, { version: "1" })).status).toBe(422);

  const statement = `/staff/notices/purpose/${id}`;
  const texts = { "text.lv": news.statement.lv, "text.en": news.statement.en };
  const preview = await (await desk.post(statement, { ...texts, act: "preview" })).text();
  expect(preview).toContain("Publicēt 1. versiju");
  expect(await world.rows("SELECT count(*) AS n FROM notice WHERE purpose_id = ?", id)).toEqual([{ n: 0 }]);
  const poor = await desk.post(statement, { ...texts, "text.en": "Short", act: "preview" });
  expect(poor.status).toBe(422);
  expect((await desk.post(statement, { ...texts, act: "publish" })).status).toBe(303);

  page = await (await desk.get(purpose)).text();
  expect(page).toContain("Apstiprināt nolūku");
  expect((await desk.post(`${purpose}/activate`, { version: "1" })).status).toBe(303);
  const words = {
    "names.lv": "Apskats",
    "names.en": "Overview",
    "promise.lv": "Reizi mēnesī.",
    "promise.en": "Once a month.",
  };
  const refused = await desk.post("/staff/lists", { ...words, kind: "service", purposeId: id });
  expect(await refused.text()).toContain("Piekrišanai izvēlieties jaunumu sarakstu");
  const list = at(await desk.post("/staff/lists", { ...words, kind: "newsletter", purposeId: id }));
  expect(await (await desk.get(list)).text()).toContain(`/staff/imports/new?list=${list.split("/").at(-1)}`);

  expect(await (await desk.get("/staff/notices/privacy")).text()).toContain("Publicēt 2. versiju");
  expect((await desk.post("/staff/notices/privacy", {})).status).toBe(303);
  const notice = await (await world.request("/privacy")).text();
  expect(notice).toContain("Mēneša apskats");
  expect(await (await desk.get("/staff/purposes/register")).text()).toContain("Mēneša apskats");
  await world.check();
});

test("a draft that is refused keeps what was typed; a public authority is shown the way to the public task (D4)", async () => {
  const world = await createWorld();
  const desk = await world.signIn("dpo");
  const refused = await desk.post("/staff/purposes", {
    ...sheet,
    "names.lv": "",
    owner: "Preses nodaļa",
    outsideTasks: "Kāpēc",
  });
  const page = await refused.text();
  expect(refused.status).toBe(422);
  for (const typed of ["Preses nodaļa", "Kāpēc"]) expect(page).toContain(typed);
  const made = await desk.post("/staff/purposes", { ...sheet, basis: "f", "interests.lv": "x", "interests.en": "x" });
  expect(await (await desk.get(at(made))).text()).toContain("Izvēlieties uzdevumu sabiedrības interesēs");
});

test("whoever may not change them sees purposes, notices and lists, and no form", async () => {
  const world = await createWorld();
  const desk = await world.signIn("auditor");
  for (const path of [
    "/staff/purposes",
    "/staff/notices",
    "/staff/notices/privacy",
    "/staff/lists",
    "/staff/purposes/register",
  ]) {
    const page = await desk.get(path);
    expect([path, page.status]).toEqual([path, 200]);
    expect(await page.text()).not.toMatch(/<form[^>]*action="\/staff\/(purposes|notices|lists)/);
  }
  for (const path of ["/staff/purposes/new", "/staff/lists/new", "/staff/settings"])
    expect([path, (await desk.get(path)).status]).toEqual([path, 403]);
  for (const path of ["/staff/purposes", "/staff/lists", "/staff/notices/privacy", "/staff/settings"])
    expect([path, (await desk.post(path, { ...sheet, ...profile })).status]).toEqual([path, 403]);
});

test("every published text stands at its address for ever, byte for byte, and nothing else does", async () => {
  const world = await createWorld();
  const notices = await world.rows("SELECT sha256, body, language FROM notice");
  expect(notices.length).toBeGreaterThan(0);
  for (const { sha256, body } of notices) {
    const page = await world.request(`/privacy/${sha256}`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(String(body));
  }
  for (const wrong of ["0".repeat(64), "nope", String(notices[0]?.sha256).toUpperCase()])
    expect((await world.request(`/privacy/${wrong}`)).status).toBe(404);
  expect(await (await world.request("/privacy?lang=en")).text()).toContain('<article class="flow" lang="en"');
});

test("things that do not exist are told so", async () => {
  const world = await createWorld();
  const desk = await world.signIn("admin");
  for (const path of [
    "/staff/purposes/x",
    "/staff/purposes/x/edit",
    "/staff/purposes/x/end",
    "/staff/lists/x",
    "/staff/lists/x/edit",
    "/staff/lists/x/end",
    "/staff/notices/purpose/x",
  ])
    expect([path, (await desk.get(path)).status]).toEqual([path, 404]);
});
