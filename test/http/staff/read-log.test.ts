/** The access log over its pages: what the officer sees, what a colleague sees of himself, what the person is told. */
import { describe, expect, it } from "vitest";
import { digestReadings } from "../../../src/domain/read-log/write-digest.ts";
import { type Desk, openDesk } from "./campaigns/desk.ts";

const LIGA = "cilveks1@pasts.example";
const LEFT = "cilveks2@pasts.example";
const NOBODY = "nav@pasts.example";
const reason = "Strīds ar darbinieku, pieprasījums Nr. 4";

/** Three people are on a list; an editor found the first and the second, and somebody of the press tried. */
async function looked(): Promise<Desk> {
  const s = await openDesk();
  await s.people(3);
  await s.sent();
  await s.answer(1, "yes");
  await s.answer(2, "yes");
  const editor = await s.signIn("editor");
  for (const address of [LIGA, LEFT, NOBODY]) await editor.post("/staff/people", { address, why: "complaint" });
  expect((await (await s.signIn("press")).post("/staff/people", { address: LIGA, why: "asked" })).status).toBe(403);
  return s;
}

const words = (html: string) =>
  html
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&nbsp;", " ")
    .replace(/[\s\u00a0]+/g, " ");

/** His own page, by the link that he asks for. */
async function ownPage(s: Desk, address: string): Promise<string> {
  const browser = s.browser();
  await browser.post("/me", { email: address, lang: "lv" });
  await s.work();
  const mail = s.mailbox.mails.findLast(({ mail: { to, text } }) => to === address && /\/me\/[\w-]{43}/.test(text));
  const path = /\/me\/[\w-]{43}/.exec(mail?.mail.text ?? "")?.[0] ?? "";
  expect((await browser.post(path, {})).status).toBe(303);
  return words(await (await browser.get("/me")).text());
}

describe("the access log at the desk", () => {
  it("is for the officer and the auditor; others are refused, and their try is on record", async () => {
    const s = await looked();
    for (const role of ["admin", "head", "editor", "press"] as const) {
      const desk = await s.signIn(role);
      expect((await desk.get("/staff/read-log")).status).toBe(403);
      expect((await desk.post("/staff/read-log/person", { address: LIGA, why: "audit" })).status).toBe(403);
      expect((await desk.post("/staff/read-log/names", { person: "x", decision: "told", reason })).status).toBe(403);
      expect((await desk.get("/staff/read-log/check")).status).toBe(403);
    }
    for (const role of ["dpo", "auditor"] as const)
      expect((await (await s.signIn(role)).get("/staff/read-log")).status).toBe(200);
    const [tries] = await s.rows(
      "SELECT count(*) AS n FROM read_log WHERE act LIKE 'reading.%' AND outcome = 'refused'",
    );
    expect(tries).toEqual({ n: 8 });
    await s.check();
  });

  it("says who looked at a person, when, in which role and why; also of somebody who left, by his sealed proof", async () => {
    const s = await looked();
    await s.answer(2, "no");
    await s.work();
    const officer = await s.signIn("dpo");
    const unsaid = await officer.post("/staff/read-log/person", { address: "liga" });
    expect(unsaid.status).toBe(422);
    for (const field of ["address", "why"]) expect(await unsaid.clone().text()).toContain(`href="#f-${field}"`);
    const held = await (await officer.post("/staff/read-log/person", { address: LIGA, why: "complaint" })).text();
    expect(held).not.toMatch(/(href|action)="[^"]*(@|%40)/);
    expect(held).not.toContain("@pasts.example");
    for (const part of ["Meklēts pēc e-pasta adreses", "Paraugs editor", "Sūdzība", "Vai cilvēkam nosaukt darbiniekus"])
      expect(words(held)).toContain(part);
    const left = words(
      await (await officer.post("/staff/read-log/person", { address: LEFT, why: "complaint" })).text(),
    );
    expect(left).toContain("Cilvēks ir aizgājis");
    expect(left).toContain("Paraugs editor");
    expect(left).not.toContain("Vai cilvēkam nosaukt darbiniekus");
    const nobody = words(
      await (await officer.post("/staff/read-log/person", { address: NOBODY, why: "audit" })).text(),
    );
    expect(nobody).toContain("Par šo adresi neko neglabājam");
    // Nothing of the addresses is in the log, and of the one who left not even his id.
    const log = JSON.stringify(await s.rows("SELECT id, actor, act, subject, reason, role, outcome FROM read_log"));
    expect(log).not.toContain("@");
    await s.check();
  });

  it("is read by colleague, act, outcome and day, without totals by colleague, and the reading is on record", async () => {
    const s = await looked();
    const officer = await s.signIn("dpo");
    const all = words(await (await officer.get("/staff/read-log")).text());
    expect(all).toContain("Darbinieku ražīguma vai darba laika vērtēšanai to neizmanto");
    expect(all).toContain("nekas nav atrasts");
    expect(all).toContain("nav atļauts");
    const [{ id }] = (await s.rows("SELECT id FROM user WHERE role = 'press'")) as [{ id: string }];
    const tables = (html: string) => /<tbody[\s\S]*<\/tbody>/.exec(html)?.[0] ?? "";
    const press = tables(await (await officer.get(`/staff/read-log?colleague=${id}`)).text());
    expect(words(press)).toContain("Paraugs press");
    expect(press).not.toContain("Paraugs editor");
    const refused = tables(await (await officer.get("/staff/read-log?outcome=refused")).text());
    expect(refused.match(/<tr/g)).toHaveLength(1);
    expect(tables(await (await officer.get("/staff/read-log?from=2031-01-01")).text())).toBe("");
    expect((await officer.get("/staff/read-log?colleague=%00&act=x&from=y&before=z&outcome=?")).status).toBe(200);
    expect(
      await s.rows(
        "SELECT subject, count(*) AS n FROM read_log WHERE act = 'reading.colleague' GROUP BY subject ORDER BY 1",
      ),
    ).toEqual([
      { subject: null, n: 4 },
      { subject: id, n: 1 },
    ]);
  });

  it("goes back page by page", async () => {
    const s = await openDesk();
    await s.people(1);
    const editor = await s.signIn("editor");
    for (let i = 0; i < 12; i++) await editor.post("/staff/people", { address: NOBODY, why: "asked" });
    const at = s.clock.now();
    for (let i = 0; i < 110; i++)
      await s.client.execute({
        sql: "INSERT INTO read_log (id, actor, act, at, outcome) VALUES (?, 'staff:x', 'people.look-up', ?, 'none')",
        args: [crypto.randomUUID(), at - 1_000 - (i % 5)],
      });
    const officer = await s.signIn("dpo");
    let page = await (await officer.get("/staff/read-log")).text();
    let rows = 0;
    for (let pages = 1; ; pages++) {
      rows += (/<tbody[\s\S]*<\/tbody>/.exec(page)?.[0].match(/<tr/g) ?? []).length;
      const next = /href="([^"#]*before=[^"#]*)#lines"[^>]*rel="next"/.exec(page)?.[1]?.replaceAll("&amp;", "&");
      if (!next) {
        expect(pages).toBe(5);
        break;
      }
      page = await (await officer.get(next)).text();
    }
    expect(rows).toBe(122);
  });

  it("tells the officer once of many looks within an hour, without stopping anything and without a name", async () => {
    const s = await openDesk();
    await s.people(1);
    const editor = await s.signIn("editor");
    for (let i = 0; i < 45; i++)
      expect((await editor.post("/staff/people", { address: NOBODY, why: "mail" })).status).toBe(200);
    const alerts = await s.rows("SELECT subject, detail FROM alert WHERE code = 'reading.unusual'");
    expect(alerts).toEqual([{ subject: "reading", detail: null }]);
    const officer = await s.signIn("dpo");
    const page = await (await officer.get("/staff/read-log")).text();
    expect(words(page)).toContain("Neparasti daudz meklējumu");
    const hour = /href="(\/staff\/read-log\?since=[^"#]*)/.exec(page)?.[1]?.replaceAll("&amp;", "&") ?? "";
    expect(words(await (await officer.get(hour)).text())).toContain("Paraugs editor");
  });

  it("is checked against the proof log, and says which day does not agree", async () => {
    const s = await looked();
    const officer = await s.signIn("dpo");
    expect(words(await (await officer.get("/staff/read-log/check")).text())).toContain("vēl nav nevienas dienas");
    s.clock.pass({ days: 2 });
    await digestReadings(s.deps);
    const again = await s.signIn("dpo");
    expect(words(await (await again.get("/staff/read-log/check")).text())).toContain("Viss saskan");
    await s.client.execute("DELETE FROM read_log WHERE outcome = 'refused'");
    const bad = words(await (await again.get("/staff/read-log/check")).text());
    expect(bad).toContain("ieraksti izņemti");
    expect(bad).toContain("drošības incidents");
  });
});

describe("what is recorded", () => {
  it("every colleague reads: what, why, how long, what it is not used for, and his own lines alone", async () => {
    const s = await looked();
    for (const role of ["admin", "head", "editor", "press", "dpo", "auditor"] as const) {
      const desk = await s.signIn(role);
      const page = words(await (await desk.get("/staff/recorded")).text());
      expect(page).toContain("Ne ražīguma, ne darba laika vērtēšanai");
      expect(page).toContain("24 mēnešus");
      // What others did is not shown.
      expect(page).toContain("Par jums vēl nav neviena ieraksta");
      await desk.post("/staff/people", { address: NOBODY, why: "audit" });
      const own = words(await (await desk.get("/staff/recorded")).text());
      expect(own).toContain("Meklēts pēc e-pasta adreses");
      expect(own).toContain(["admin", "editor", "dpo"].includes(role) ? "nekas nav atrasts" : "nav atļauts");
    }
    const home = await (await s.signIn("press")).get("/staff/");
    expect(await home.text()).toContain('href="/staff/recorded"');
  });
});

describe("the person himself", () => {
  it("is told when, why and which role, and names only after the officer has decided so, with a reason", async () => {
    const s = await looked();
    const before = await ownPage(s, LIGA);
    expect(before).toContain("Kas skatījis manus datus");
    for (const part of ["Meklēts pēc e-pasta adreses", "sarakstu un sūtījumu sagatavošana", "Kāpēc: Sūdzība"])
      expect(before).toContain(part);
    expect(before).not.toContain("Paraugs editor");
    expect(before).toContain("Darbinieku vārdus nerādām");

    const officer = await s.signIn("dpo");
    const found = await (await officer.post("/staff/read-log/person", { address: LIGA, why: "complaint" })).text();
    const person = /name="person" value="([^"]+)"/.exec(found)?.[1] ?? "";
    const unsaid = await officer.post("/staff/read-log/names", { person, decision: "", reason: "x" });
    expect(unsaid.status).toBe(422);
    for (const field of ["decision", "reason"]) expect(await unsaid.clone().text()).toContain(`href="#f-${field}"`);
    expect((await officer.post("/staff/read-log/names", { person: "x", decision: "told", reason })).status).toBe(404);
    expect((await officer.post("/staff/read-log/names", { person, decision: "told", reason })).status).toBe(200);

    const after = await ownPage(s, LIGA);
    expect(after).toContain("Paraugs editor");
    expect(after).toContain("izlēma Jums nosaukt darbiniekus");
    expect(after).not.toContain(reason);
    const [event] = await s.rows("SELECT body FROM event WHERE typ = 'reading.names-decided'");
    expect(JSON.parse(String(event?.body))).toMatchObject({ verdict: "told", reason, lines: 2 });
    expect(String(event?.body)).not.toContain(person);

    // Looks after the decision are told without a name again.
    s.clock.pass({ minutes: 5 });
    await (await s.signIn("editor")).post("/staff/people", { address: LIGA, why: "data" });
    const later = await ownPage(s, LIGA);
    expect(later).toContain("Jāpārbauda vai jālabo dati");
    expect(later.split("Paraugs editor").length).toBe(after.split("Paraugs editor").length);
    await s.check();
  });

  it("is told as well that it was decided not to name anybody, and that he can complain", async () => {
    const s = await looked();
    const officer = await s.signIn("dpo");
    const found = await (await officer.post("/staff/read-log/person", { address: LIGA, why: "complaint" })).text();
    const person = /name="person" value="([^"]+)"/.exec(found)?.[1] ?? "";
    await officer.post("/staff/read-log/names", { person, decision: "withheld", reason });
    const page = await ownPage(s, LIGA);
    expect(page).toContain("izlēma darbinieku vārdus Jums nenosaukt");
    expect(page).not.toContain("Paraugs editor");
    // With his data the decision goes.
    await s.answer(1, "no");
    expect(await s.rows("SELECT 1 FROM read_naming")).toEqual([]);
  });
});
