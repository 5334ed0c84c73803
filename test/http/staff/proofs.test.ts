/** The proof desk over its pages: somebody who is held, somebody who left, the second person, and who may not. */
import { describe, expect, it } from "vitest";
import { isProblem } from "../../../src/domain/proofs/rules/bundle/problem.ts";
import { verifyBundle } from "../../../src/domain/proofs/rules/verify/verify.ts";
import { formsOf } from "../../support/forms.ts";
import type { StaffRole } from "../../support/people.ts";
import { type Desk, openDesk } from "./campaigns/desk.ts";

const HELD = "cilveks1@pasts.example";
const LEFT = "cilveks2@pasts.example";
const NOBODY = "nav@pasts.example";
const why = { ground: "complaint", reason: "Sūdzība Nr. 7: nekad neesot piekritusi" };

/** Two people said yes; the second withdrew by one click, and nothing holds the address. */
async function withProofs(): Promise<Desk> {
  const s = await openDesk();
  await s.people(3);
  await s.sent();
  await s.answer(1, "yes");
  await s.answer(2, "yes");
  const mail = s.mailbox.mails.find(({ mail: { to } }) => to === LEFT)?.mail;
  const path = /\/u\/[\w-]{71}/.exec(mail?.headers["List-Unsubscribe"] ?? "")?.[0] ?? "";
  const pressed = await s.request(path, {
    method: "POST",
    body: "List-Unsubscribe=One-Click",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
  });
  expect(pressed.status).toBe(200);
  await s.work();
  return s;
}

async function withSecondPerson(): Promise<Desk> {
  const s = await withProofs();
  await s.client.execute("UPDATE institution SET profile = json_set(profile, '$.secondPersonOpens', json('true'))");
  return s;
}

const acts = async (s: Desk) => (await s.rows("SELECT act FROM read_log ORDER BY rowid")).map(({ act }) => act);
/** The page without what differs by itself: the address in its field. */
const without = (html: string, address: string) => html.replaceAll(address, "");

describe("somebody who is held", () => {
  it("is found by POST; the page has the time line, the text as it was shown, the checks, and who has read it", async () => {
    const s = await withProofs();
    const auditor = await s.signIn("auditor");
    expect((await auditor.get("/staff/proofs")).status).toBe(200);
    expect(await acts(s)).toEqual([]);
    const found = await auditor.post("/staff/proofs", { address: HELD });
    expect(found.status).toBe(200);
    const page = await found.text();
    for (const words of ["Importēts sarakstā", "Piekrišana dota", "Apgalvo iestāde", "Tas, kam bija saite"])
      expect(page).toContain(words);
    const [question] = await s.rows("SELECT body, sha256 FROM notice WHERE kind='question' AND language='lv'");
    const statement = /<div class="statement">\n([\s\S]*?)\n<\/div>/.exec(String(question?.body))?.[1];
    expect(page).toContain(statement);
    expect(page.replaceAll(" ", "")).toContain(String(question?.sha256));
    expect(page).toContain("Ieraksti žurnālā: 2 no 2");
    expect(page).toContain("Adrese atbilst: 2 no 2");
    expect(page).toContain("Paraugs auditor");
    expect(page).not.toContain("@pasts.example");
    expect(page).not.toContain('data-state="open"');
    expect(await acts(s)).toEqual(["proofs.look-up", "proofs.read"]);
    await s.check();
  });

  it("the address stands in no URL of any page", async () => {
    const s = await withProofs();
    const officer = await s.signIn("dpo");
    for (const address of [HELD, LEFT, "not an address @"]) {
      const page = await (await officer.post("/staff/proofs", { address })).text();
      expect(page).not.toMatch(/(href|action|src)="[^"]*(@|%40)/);
    }
    expect(s.lines.filter((line) => line.includes("@"))).toEqual([]);
  });
});

describe("somebody who left", () => {
  it("and somebody who was never there look the same until a proof is opened", async () => {
    const s = await withProofs();
    const officer = await s.signIn("dpo");
    const left = await (await officer.post("/staff/proofs", { address: LEFT })).text();
    const nobody = await (await officer.post("/staff/proofs", { address: NOBODY })).text();
    expect(without(left, LEFT)).toBe(without(nobody, NOBODY));
    expect(left).toContain("Atvērt aizsargātu pierādījumu");
    expect(await acts(s)).toEqual(["proofs.look-up", "proofs.look-up"]);
  });

  it("is opened with the address and a reason; the entry is in the log, and the day after it is closed again", async () => {
    const s = await withProofs();
    const officer = await s.signIn("dpo");
    const without = await officer.post("/staff/proofs/open", { address: LEFT, ground: "", reason: "x" });
    expect(without.status).toBe(422);
    for (const field of ["ground", "reason"]) expect(await without.clone().text()).toContain(`href="#f-${field}"`);
    const opened = await officer.post("/staff/proofs/open", { address: LEFT, ...why });
    const page = await opened.text();
    expect(page).toContain("Piekrišana atsaukta");
    expect(page).toContain("Nospiesta atteikšanās poga e-pasta programmā (RFC 8058)");
    expect(page).toContain("Nē; izdzēsti, kad adrese vairs nebija vajadzīga");
    expect(page).toContain("Adrese atbilst: 2 no 3");
    expect(page).not.toContain("@pasts.example");
    await s.work();
    expect(await s.rows("SELECT count(*) AS n FROM event WHERE typ='vault.opened'")).toEqual([{ n: 1 }]);
    const [opening] = await s.rows("SELECT id FROM proof_opening");
    const path = `/staff/proofs/openings/${opening?.id}`;
    const again = await officer.post(path, { act: "again" });
    expect(await again.text()).toContain("Adresi pārbaudījām, kad pierādījumu atvēra");
    const auditor = await s.signIn("auditor");
    expect((await auditor.post(path, { act: "again" })).status).toBe(404);
    s.clock.pass({ days: 1 });
    const over = await officer.post(path, { act: "again" });
    expect(over.status).toBe(422);
    expect(await over.text()).not.toContain("Piekrišana atsaukta");
    await s.check();
  });

  it("an address without a proof says so, with a line in the read log and no entry in the proof log", async () => {
    const s = await withProofs();
    const officer = await s.signIn("dpo");
    const page = await (await officer.post("/staff/proofs/open", { address: NOBODY, ...why })).text();
    expect(page).toContain("Ar šo adresi pierādījuma nav");
    expect(await acts(s)).toEqual(["proofs.open"]);
    expect(await s.rows("SELECT 1 FROM event WHERE typ LIKE 'vault.%'")).toEqual([]);
  });
});

describe("where a second person must agree", () => {
  it("asks, agrees, types the address again, opens; nothing of it holds the address", async () => {
    const s = await withSecondPerson();
    const auditor = await s.signIn("auditor");
    const head = await s.signIn("head");
    const asked = await auditor.post("/staff/proofs/open", { address: LEFT, ...why });
    const path = asked.headers.get("location")?.split("?")[0] ?? "";
    expect(path).toMatch(/^\/staff\/proofs\/openings\/[0-9a-f-]{36}$/);
    expect((await auditor.post(path, { act: "open", address: LEFT })).status).toBe(422);
    expect((await auditor.post(path, { act: "grant" })).status).toBe(403);
    const task = await (await head.get("/staff/")).text();
    expect(task).toContain("Lūgums atvērt aizsargātu pierādījumu");
    const decide = await (await head.get(path)).text();
    expect(decide).toContain(why.reason);
    expect(decide).toContain("Apstiprināt atvēršanu");
    expect((await head.post(path, { act: "refuse", note: "" })).status).toBe(422);
    const granted = await head.post(path, { act: "grant" });
    expect(granted.headers.get("location")).toBe(`${path}?done=grant`);
    expect(await (await head.get("/staff/")).text()).not.toContain("Lūgums atvērt aizsargātu pierādījumu");
    expect(await (await auditor.get(path)).text()).toContain("Ierakstiet adresi vēlreiz");
    const wrong = await auditor.post(path, { act: "open", address: NOBODY });
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining("Tā nav adrese")]);
    const opened = await (await auditor.post(path, { act: "open", address: LEFT })).text();
    expect(opened).toContain("Piekrišana atsaukta");
    await s.work();
    expect(await s.rows("SELECT typ FROM event WHERE typ LIKE 'vault.%' ORDER BY rowid")).toEqual([
      { typ: "vault.opening-granted" },
      { typ: "vault.opened" },
    ]);
    const held = JSON.stringify([await s.rows("SELECT * FROM proof_opening"), await s.rows("SELECT * FROM read_log")]);
    expect(held).not.toContain("@");
    await s.check();
  });

  it("asking answers the same for an address that was never there", async () => {
    const s = await withSecondPerson();
    const officer = await s.signIn("dpo");
    const page = async (address: string) => {
      const asked = await officer.post("/staff/proofs/open", { address, ...why });
      const to = asked.headers.get("location") ?? "";
      return (await (await officer.get(to)).text()).replaceAll(to.slice(0, -"?done=asked".length), "");
    };
    expect(await page(LEFT)).toBe(await page(NOBODY));
  });
});

const verdictsOf = async (answer: Response) => {
  const report = await verifyBundle(new Uint8Array(await answer.arrayBuffer()));
  if (isProblem(report)) throw new Error(report.problem);
  return report;
};
const zipped = (answer: Response) => [
  answer.status,
  answer.headers.get("content-type"),
  answer.headers.get("content-disposition"),
];
const ZIP = [200, "application/zip", 'attachment; filename="pieradijumi-2026-11-22.consent-proof.zip"'];

describe("the bundle of one person", () => {
  it("of somebody who is held is downloaded with a reason, on record, and verifies", async () => {
    const s = await withProofs();
    const auditor = await s.signIn("auditor");
    const page = await (await auditor.post("/staff/proofs", { address: HELD })).text();
    const [form] = formsOf(page, "/staff/proofs").filter(({ action }) => action.endsWith("/export/person"));
    const person = form?.values.person ?? "";
    const without = await auditor.post("/staff/proofs/export/person", { person });
    expect(without.status).toBe(422);
    expect(await without.text()).toContain('href="#f-reason"');
    const answer = await auditor.post("/staff/proofs/export/person", { person, ...why });
    expect(zipped(answer)).toEqual(ZIP);
    const { verdicts, findings } = await verdictsOf(answer);
    expect(findings.filter(({ status }) => status === "invalid")).toEqual([]);
    expect(verdicts.bytes).toEqual({ status: "valid", evidence: "holder" });
    const lines = await s.rows("SELECT act, reason FROM read_log WHERE act LIKE 'proofs.export%' ORDER BY rowid");
    expect(lines.map(({ act }) => act)).toEqual(["proofs.export", "proofs.exported"]);
    expect(lines[0]?.reason).toBe(`complaint: ${why.reason}`);
    const again = await (await auditor.post("/staff/proofs", { address: HELD })).text();
    expect(again).toContain("Lejupielādēja komplektu");
  });

  it("of an opened seal names the address only where it is typed again, and ends with the opening", async () => {
    const s = await withProofs();
    const officer = await s.signIn("dpo");
    await officer.post("/staff/proofs/open", { address: LEFT, ...why });
    await s.work();
    const opening = String((await s.rows("SELECT id FROM proof_opening"))[0]?.id);
    const nameless = await officer.post("/staff/proofs/export/person", { opening, address: "", ...why });
    expect(zipped(nameless)).toEqual(ZIP);
    const bare = await verdictsOf(nameless);
    expect(bare.records[0]?.events.map(({ typ }) => typ)).toEqual(["consent.given", "consent.withdrawn"]);
    expect(JSON.stringify(bare)).not.toContain(LEFT);
    const named = await verdictsOf(
      await officer.post("/staff/proofs/export/person", { opening, address: LEFT, ...why }),
    );
    expect(JSON.stringify(named)).toContain(LEFT);
    const wrong = await officer.post("/staff/proofs/export/person", { opening, address: NOBODY, ...why });
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining("Tā nav adrese")]);
    const auditor = await s.signIn("auditor");
    expect((await auditor.post("/staff/proofs/export/person", { opening, address: "", ...why })).status).toBe(404);
    s.clock.pass({ days: 1 });
    expect((await officer.post("/staff/proofs/export/person", { opening, address: "", ...why })).status).toBe(422);
    await s.check();
  });
});

describe("the bundle of many", () => {
  const EXPORT = "/staff/proofs/export";

  it("of a campaign is counted first, then downloaded with a reason, without addresses, on record; it verifies", async () => {
    const s = await withProofs();
    const auditor = await s.signIn("auditor");
    const mailing = String((await s.rows("SELECT id FROM mailing WHERE kind='reconsent'"))[0]?.id);
    expect(await (await auditor.get(EXPORT)).text()).toContain("Nedēļas apskats: rudens");
    const counted = await (await auditor.get(`${EXPORT}?mailing=${mailing}`)).text();
    expect(counted).toContain("Komplektā būs 2 cilvēku ieraksti.");
    expect(await acts(s)).toEqual([]);
    const [form] = formsOf(counted, EXPORT).filter(({ action }) => action === EXPORT);
    expect((await auditor.post(EXPORT, { ...form?.values, part: "1" })).status).toBe(422);
    expect(await acts(s)).toEqual([]);
    const answer = await auditor.post(EXPORT, { ...form?.values, ...why, part: "1" });
    expect(zipped(answer)).toEqual(ZIP);
    const { records, findings, verdicts } = await verdictsOf(answer);
    expect(findings.filter(({ status }) => status === "invalid")).toEqual([]);
    expect(verdicts.bytes.status).toBe("valid");
    expect(records.map(({ events }) => events.length).sort()).toEqual([1, 2]);
    expect(JSON.stringify(records)).not.toContain("@");
    expect(await s.rows("SELECT act, subject, reason FROM read_log")).toEqual([
      { act: "proofs.export", subject: mailing, reason: `complaint: ${why.reason}` },
    ]);
    expect((await auditor.post(EXPORT, { ...form?.values, ...why, part: "2" })).status).toBe(422);
    const held = await (await auditor.post("/staff/proofs", { address: HELD })).text();
    expect(held).toContain("Lejupielādēja komplektu");
    await s.check();
  });

  it("of a purpose holds the records with something in the days asked for, and none outside of them", async () => {
    const s = await withProofs();
    const officer = await s.signIn("dpo");
    const purpose = String((await s.rows("SELECT purpose_id AS id FROM consent_record"))[0]?.id);
    const asked = (firstDay: string, lastDay: string) => ({ purpose, firstDay, lastDay });
    const page = async (of: Record<string, string>) => await officer.get(`${EXPORT}?${new URLSearchParams(of)}`);
    expect(await (await page(asked("2026-11-22", "2026-11-22"))).text()).toContain("Komplektā būs 2 cilvēku ieraksti.");
    const empty = await (await page(asked("2026-11-23", "2026-12-31"))).text();
    expect(empty).toContain("Neviena ieraksta nav");
    expect(formsOf(empty, EXPORT).filter(({ action }) => action === EXPORT)).toEqual([]);
    for (const wrong of [asked("2026-11-23", "2026-11-22"), asked("", "2026-11-22"), asked("2026-11-22", "x")]) {
      const refused = await page(wrong);
      expect(refused.status).toBe(422);
      expect(await refused.text()).toContain("Ierakstiet pirmo un pēdējo dienu.");
    }
    const answer = await officer.post(EXPORT, { ...asked("2026-11-22", "2026-11-22"), ...why, part: "1" });
    expect((await verdictsOf(answer)).records).toHaveLength(2);
    expect((await page({ mailing: "none" })).status).toBe(404);
    expect((await page({ purpose: "none", firstDay: "2026-11-22", lastDay: "2026-11-22" })).status).toBe(404);
  });
});

describe("who may", () => {
  const MAY: Record<StaffRole, { see: boolean; look: boolean }> = {
    admin: { see: true, look: false },
    head: { see: true, look: false },
    editor: { see: false, look: false },
    press: { see: false, look: false },
    dpo: { see: true, look: true },
    auditor: { see: true, look: true },
  };
  it.each(Object.entries(MAY))("%s", async (role, { see, look }) => {
    const s = await openDesk();
    const who = await s.signIn(role as StaffRole);
    const home = await who.get("/staff/proofs");
    expect(home.status).toBe(see ? 200 : 403);
    if (see) expect((await home.text()).includes('name="address"')).toBe(look);
    expect((await (await who.get("/staff/")).text()).includes('href="/staff/proofs"')).toBe(see);
    expect((await who.post("/staff/proofs", { address: NOBODY })).status).toBe(look ? 200 : 403);
    expect((await who.get("/staff/proofs/open")).status).toBe(look ? 200 : 403);
    expect((await who.post("/staff/proofs/open", { address: NOBODY, ...why })).status).toBe(look ? 200 : 403);
    const export_ = await who.post("/staff/proofs/export/person", { person: "x", ...why });
    expect(export_.status).toBe(look ? 404 : 403);
    expect((await who.get("/staff/proofs/export")).status).toBe(look ? 200 : 403);
    expect((await who.post("/staff/proofs/export", { mailing: "x", ...why })).status).toBe(look ? 404 : 403);
    // Every try of those who may not is on record.
    const tries = ["proofs.look-up", "proofs.open", "proofs.export", "proofs.export"];
    expect(await acts(s)).toEqual(look ? ["proofs.look-up", "proofs.open"] : tries);
    const [refused] = await s.rows("SELECT count(*) AS n FROM read_log WHERE outcome = 'refused'");
    expect(refused).toEqual({ n: look ? 0 : 4 });
  });
});
