/** Who is told of trouble: chosen by an admin, tried with a button, shown on the home page. */
import { describe, expect, it } from "vitest";
import { raiseWrite } from "../../../../src/domain/alerts/store.ts";
import { commit } from "../../../../src/domain/commit.ts";
import { readInstitution } from "../../../../src/domain/institution/views.ts";
import { ROLES } from "../../../../src/domain/staff/rules.ts";
import { mailerOf } from "../../../support/mailer.ts";
import { createWorld, type WorldOptions } from "../../../support/world.ts";
import { inputsOf } from "../campaigns/desk.ts";
import { wordsOf } from "../campaigns/stage.ts";

const PAGE = "/staff/settings/alerts";
const FORM = {
  version: "1",
  "people.0.name": "Ilze Paraudziņa",
  "people.0.address": "ilze@ministrija.example",
  webhook: "https://zinas.ministrija.example/pieteka",
};

async function office(options: WorldOptions = {}) {
  const calls: string[] = [];
  const world = await createWorld({
    async call(_, json) {
      calls.push(json);
      return undefined;
    },
    ...options,
  });
  return { ...world, calls, admin: await world.signIn("admin") };
}

describe("who is told", () => {
  it("is seen and chosen by an admin only; reading changes nothing", async () => {
    const { signIn, deps } = await office();
    for (const role of ROLES) {
      const who = await signIn(role);
      const may = role === "admin";
      expect([role, (await who.get(PAGE)).status]).toEqual([role, may ? 200 : 403]);
      if (may) continue;
      expect([role, (await who.post(PAGE, FORM)).status]).toEqual([role, 403]);
      expect([role, (await who.post(`${PAGE}/test`, {})).status]).toEqual([role, 403]);
    }
    expect((await readInstitution(deps.db))?.telling).toBeUndefined();
  });

  it("has a row for each of five people, none of whose fields is called optional once it is needed", async () => {
    const { admin } = await office();
    const page = await (await admin.get(PAGE)).text();
    for (let i = 0; i < 5; i++) expect(page).toContain(`name="people.${i}.address"`);
    expect(wordsOf(page)).toContain("1. cilvēks (neobligāti)");
    const wrong = { version: "1", "people.0.name": "Ilze Paraudziņa", "people.0.address": "", webhook: "" };
    const refused = wordsOf(await (await admin.post(PAGE, wrong)).text());
    expect(refused).toContain("1. cilvēks, E-pasta adrese: Aizpildiet šo lauku.");
    expect(refused).toContain("1. cilvēks Vārds, uzvārds E-pasta adrese Kļūda:");
    expect(refused).toContain("2. cilvēks (neobligāti)");
  });

  it("says of the web address what this mode takes", async () => {
    const { admin, deps } = await office();
    expect(wordsOf(await (await admin.get(PAGE)).text())).toContain("Izstrādes režīmā der gan http://, gan https://");
    Object.assign(deps.config, { mode: "production" });
    expect(wordsOf(await (await admin.get(PAGE)).text())).toContain("Sākas ar https://.");
  });

  it("is kept when the profile is saved, and leaves with an emptied row", async () => {
    const { admin, deps } = await office();
    expect((await admin.post(PAGE, FORM)).headers.get("location")).toBe(`${PAGE}?saved`);
    const telling = {
      people: [{ name: "Ilze Paraudziņa", address: "ilze@ministrija.example" }],
      webhook: "https://zinas.ministrija.example/pieteka",
    };
    expect((await readInstitution(deps.db))?.telling).toEqual(telling);
    const settings = await (await admin.get("/staff/settings")).text();
    expect(wordsOf(settings)).toContain("Ziņas saņem 1 cilvēks.");
    const fields = { ...inputsOf(settings), publicAuthority: "yes", languages: "lv,en", phone: "+371 6000 0009" };
    expect((await admin.post("/staff/settings", fields)).status).toBe(303);
    expect((await readInstitution(deps.db))?.telling).toEqual(telling);
    expect((await readInstitution(deps.db))?.phone).toBe("+371 6000 0009");
    const cleared = { version: "3", "people.0.name": "", "people.0.address": "", webhook: "" };
    expect((await admin.post(PAGE, cleared)).status).toBe(303);
    expect((await readInstitution(deps.db))?.telling).toEqual({ people: [], webhook: "" });
  });

  it("is refused field by field, with what was typed kept, and over another's change", async () => {
    const { admin, deps } = await office();
    const wrong = await admin.post(PAGE, { ...FORM, "people.0.address": "ilze", webhook: "zinas" });
    const html = await wrong.text();
    expect(wrong.status).toBe(422);
    expect(html).toContain("<title>Kļūda:");
    expect(wordsOf(html)).toContain("1. cilvēks, E-pasta adrese:");
    expect(html).toContain('value="ilze"');
    expect(html).toContain('value="zinas"');
    expect((await admin.post(PAGE, { ...FORM, version: "7" })).status).toBe(409);
    expect((await readInstitution(deps.db))?.telling).toBeUndefined();
  });

  it("in production is never inside the institution's own network", async () => {
    const { admin, deps } = await office();
    Object.assign(deps.config, { mode: "production" });
    for (const webhook of ["https://localhost/x", "https://10.0.0.1/x", "http://zinas.ministrija.example/x"])
      expect([webhook, (await admin.post(PAGE, { ...FORM, webhook })).status]).toEqual([webhook, 422]);
  });

  it("the test goes the way of an alert and says of each channel how it went", async () => {
    const { admin, calls, mailbox } = await office();
    expect((await admin.post(`${PAGE}/test`, {})).status).toBe(422);
    await admin.post(PAGE, FORM);
    const done = wordsOf(await (await admin.post(`${PAGE}/test`, {})).text());
    expect(done).toContain("Ilze Paraudziņa Pieņemta");
    expect(done).toContain("Tīmekļa adrese Pieņemta");
    expect(JSON.parse(calls[0] ?? "")).toMatchObject({ code: "test" });
    expect(mailbox.mails.map(({ mail }) => mail.subject)).toEqual(["Izmēģinājuma ziņa no sistēmas „Pieteka”"]);
  });

  it("the test says why a channel did not take it", async () => {
    const later = async () => ({ outcome: "later", code: "provider.setup", retryAfterMs: 1000 }) as const;
    const { admin } = await office({ mailer: mailerOf(later), call: async () => "webhook.redirected" });
    await admin.post(PAGE, FORM);
    const done = wordsOf(await (await admin.post(`${PAGE}/test`, {})).text());
    expect(done).toContain("e-pasta pakalpojums vēstuli nepieņēma vai neatbildēja (kods: provider.setup)");
    expect(done).toContain("adrese novirza citur");
  });
});

describe("an alert about the mail service", () => {
  it("stands on the home page until somebody who may closes it", async () => {
    const { signIn, deps, clock, rows } = await office();
    const alert = raiseWrite({ id: "a1", code: "provider.setup", subject: "resend", at: clock.now() });
    await commit(deps, { change: [alert], proof: [] });
    for (const role of ["press", "auditor"] as const) {
      const who = await signIn(role);
      const page = await (await who.get("/staff/")).text();
      expect(page).toContain("E-pasta pakalpojums neļauj mums sūtīt");
      expect(page).not.toContain("/staff/alerts/a1/close");
      expect((await who.post("/staff/alerts/a1/close", {})).status).toBe(403);
    }
    const editor = await signIn("editor");
    expect(await (await editor.get("/staff/")).text()).toContain("/staff/alerts/a1/close");
    for (let n = 0; n < 2; n++)
      expect((await editor.post("/staff/alerts/a1/close", {})).headers.get("location")).toBe("/staff/");
    expect(await rows("SELECT closed_at IS NOT NULL AS closed, try_at FROM alert")).toEqual([
      { closed: 1, try_at: null },
    ]);
    expect(await (await editor.get("/staff/")).text()).not.toContain("neļauj mums sūtīt");
  });
});
