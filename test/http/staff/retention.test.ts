/** The pages of retention: what each role sees and may do, and that a decision does what its page said. */
import { beforeEach, expect, it } from "vitest";
import { LOOKS_AN_HOUR } from "../../../src/domain/proofs/rules/opening.ts";
import { openScene, type Scene } from "../../domain/retention/scene.ts";
import type { Browser } from "../../support/people.ts";
import { inputsOf } from "./campaigns/desk.ts";

let s: Scene;
let officer: Browser;
beforeEach(async () => {
  s = await openScene();
  officer = await s.signIn("dpo");
});

const events = (n: number, at = 1) =>
  s.client.execute({
    sql: `INSERT INTO provider_event (id, type, known, at) WITH RECURSIVE n(i) AS
            (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) SELECT 'event-' || i, 'email.sent', 0, ? FROM n`,
    args: [n, at],
  });
const text = async (response: Response) => {
  const html = await response.text();
  return html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/&nbsp;|\u00a0/g, " ")
    .replace(/\s+/g, " ");
};
const page = async (path: string, who = officer) => text(await who.get(path));
const said = async (typ: string) => s.json(`SELECT body FROM event WHERE typ = '${typ}' ORDER BY at DESC LIMIT 1`);
const inDays = (n: number) => new Date(s.clock.now() + n * 86_400_000).toISOString().slice(0, 10);

it("shows every rule with its reason, what goes tonight, in a week and in a month, to those who may see it", async () => {
  const day = 86_400_000;
  await events(3, s.clock.now() - 91 * day);
  await s.client.execute({
    sql: "INSERT INTO provider_event (id, type, known, at) VALUES ('w', 'x', 0, ?), ('m', 'x', 0, ?)",
    args: [s.clock.now() - 86 * day, s.clock.now() - 70 * day],
  });
  await officer.post("/staff/retention/forecast", {});
  await s.work();
  const shown = await page("/staff/retention?lang=en");
  expect(shown).toContain("What the mail service reported of e-mails");
  expect(shown).toMatch(/90 days after it was written 3 4 5/);
  expect(await page("/staff/retention", await s.signIn("auditor"))).toContain("Noteikumi");
  expect((await s.editor.get("/staff/retention")).status).toBe(403);
  expect(
    (await s.editor.post("/staff/retention/limits", { ceiling: "1", answerDays: "30", version: "1" })).status,
  ).toBe(403);
});

it("a change of a period shows its effect first, asks for a reason, and holds from the next night on", async () => {
  await events(7, s.clock.now() - 60 * 86_400_000);
  const path = "/staff/retention/rules/provider-events";
  const shown = await (await officer.get(`${path}?n=45&unit=days&lang=en`)).text();
  expect(shown).toContain("Tonight we delete 7 rows more.");
  const form = inputsOf(shown.slice(shown.indexOf("desk-decide")));
  expect(await s.one("SELECT count(*) FROM retention_rule")).toBe(0);
  expect((await officer.post(path, { ...form, reason: "īss" })).status).toBe(422);
  const reason = "Pakalpojuma ziņojumi pēc mēneša vairs nav vajadzīgi.";
  expect((await officer.post(path, { ...form, reason })).status).toBe(303);
  expect(await said("retention.changed")).toMatchObject({ rule: "provider-events", from: "P90D", to: "P45D", due: 7 });
  expect((await officer.post(path, { ...form, reason })).status).toBe(422);
  expect(await page(path)).toContain(reason);
  s.clock.pass({ days: 1 });
  await s.night();
  expect(await s.one("SELECT count(*) FROM provider_event")).toBe(0);
  expect(await (await officer.get(`${path}?n=1&unit=days&lang=lv`)).text()).toContain("ārpus robežām");
  expect((await officer.post("/staff/retention/rules/proofs", { n: "1", unit: "months", reason })).status).toBe(422);
});

it("a run above the ceiling waits until somebody presses the number that it shows, and its report prints", async () => {
  const limits = inputsOf(await (await officer.get("/staff/retention")).text());
  expect((await officer.post("/staff/retention/limits", { ...limits, ceiling: "viens" })).status).toBe(422);
  expect((await officer.post("/staff/retention/limits", { ...limits, ceiling: "50" })).status).toBe(303);
  await events(60);
  await s.night();
  const home = await (await officer.get("/staff/retention?lang=en")).text();
  expect(home).toContain("Delete 60 rows");
  const path = /action="(\/staff\/retention\/runs\/night\/[\d-]+)"/.exec(home)?.[1] ?? "";
  expect((await (await s.signIn("auditor")).post(path, { planned: "60" })).status).toBe(403);
  expect((await officer.post(path, { planned: "59" })).status).toBe(409);
  expect(await s.one("SELECT count(*) FROM provider_event")).toBe(60);
  expect((await officer.post(path, { planned: "60" })).status).toBe(303);
  await s.work();
  expect(await s.one("SELECT count(*) FROM provider_event")).toBe(0);
  expect(await said("retention.confirmed")).toMatchObject({ planned: { "provider-events": 60 }, ceiling: 50 });
  const report = await page(`${path}?lang=en`);
  expect(report).toMatch(/Confirmed by .* What the mail service reported of e-mails 90 days 60 60 0/);
  expect(report).not.toContain("@");
});

it("a hold by the exact address keeps the sealed proof past its day, is on record, and never keeps him on a list", async () => {
  await s.people(2);
  await s.sent();
  await s.answer(1, "no");
  const path = "/staff/retention/holds";
  const reason = "Tiesvedība par 2026. gada sūtījumu";
  const input = { scope: "person", reason, until: inDays(1700) };
  expect((await officer.post(path, { ...input, whose: "cits@pasts.example" })).status).toBe(422);
  expect((await officer.post(path, { ...input, whose: "cilveks1@pasts.example", until: inDays(4000) })).status).toBe(
    422,
  );
  for (const n of [1, 2])
    expect((await officer.post(path, { ...input, whose: `cilveks${n}@pasts.example` })).status).toBe(303);
  expect(await s.one("SELECT count(*) FROM read_log WHERE act = 'hold.place' AND outcome = 'found'")).toBe(2);
  expect(JSON.stringify(await s.rows("SELECT * FROM legal_hold"))).not.toContain("pasts.example");
  expect(await said("hold.placed")).toMatchObject({ scope: "person", reason });

  await s.answer(2, "no");
  expect(await s.one("SELECT count(*) FROM person")).toBe(0);
  const proofs = async () => s.one("SELECT count(*) FROM consent_record");
  s.clock.pass({ days: 1200 });
  await s.night();
  expect(await proofs()).toBe(2);
  officer = await s.signIn("dpo");
  const [hold] = await s.rows("SELECT id FROM legal_hold ORDER BY placed_at, id LIMIT 1");
  const shown = await page(`${path}?lang=en`);
  expect(shown).toContain("Proofs of one person");
  expect((await officer.post(`${path}/${hold?.id}/end`, { reason: "Strīds ir izbeigts" })).status).toBe(303);
  expect(await said("hold.ended")).toMatchObject({ hold: hold?.id });
  s.clock.pass({ days: 1 });
  await s.night();
  expect(await proofs()).toBe(1);
  s.clock.pass({ days: 600 });
  await s.night();
  expect(await proofs()).toBe(0);
  expect(await s.one("SELECT count(*) FROM legal_hold WHERE tag IS NOT NULL OR records IS NOT NULL")).toBe(0);
  await s.check();
});

it("a hold tells of an address only on record, found or not, after the form is right, and no more often than proofs", async () => {
  await s.people(1);
  const place = async (whose: string, more: Record<string, string> = {}) => {
    const reason = "Tiesvedība par 2026. gada sūtījumu";
    const answer = await officer.post("/staff/retention/holds", {
      scope: "person",
      reason,
      until: inDays(100),
      whose,
      ...more,
    });
    return { status: answer.status, said: await text(answer) };
  };
  const looks = async () =>
    (await s.rows("SELECT outcome FROM read_log WHERE act = 'hold.place'")).map((r) => r.outcome);
  const [held, other] = ["cilveks1@pasts.example", "cits@pasts.example"];
  // A form that is wrong says the same of both.
  const wrong = await Promise.all([held, other].map((whose) => place(whose, { reason: "īss" })));
  expect(wrong.map(({ said }) => said.replaceAll(held, "").replaceAll(other, ""))[0]).toBe(
    wrong.map(({ said }) => said.replaceAll(held, "").replaceAll(other, ""))[1],
  );
  expect(await looks()).toEqual([]);
  expect((await place(other)).status).toBe(422);
  expect((await place(held)).status).toBe(303);
  expect(await looks()).toEqual(["none", "found"]);
  for (let i = 2; i < LOOKS_AN_HOUR; i++) await place(other);
  const holds = () => s.one("SELECT count(*) FROM legal_hold");
  expect((await place(held)).status).toBe(429);
  expect(await holds()).toBe(1);
  const late = [await place(held), await place(other)].map(({ said }) =>
    said.replaceAll(held, "").replaceAll(other, ""),
  );
  expect(late[0]).toBe(late[1]);
  expect((await looks()).slice(LOOKS_AN_HOUR)).toEqual(["refused", "refused", "refused"]);
  await s.check();
});

it("what has lost its purpose is asked about; justified it stays until the day, unanswered it is deleted", async () => {
  await s.people(2);
  await s.client.execute({
    sql: "UPDATE purpose SET state = 'ended' WHERE id = (SELECT purpose_id FROM list WHERE id = ?)",
    args: [s.listId],
  });
  await s.night();
  const [one] = await s.rows("SELECT id, kind, answer_day AS day FROM review_case");
  expect(one).toMatchObject({ kind: "no-purpose", day: inDays(30) });
  expect(await s.one("SELECT code FROM alert WHERE closed_at IS NULL")).toBe("retention.unjustified");
  const path = `/staff/retention/review/${one?.id}`;
  expect(await page("/staff/retention/review?lang=en")).toContain("has no purpose in force any more");
  expect((await officer.post(path, { decision: "justified", reason: "Gaidām jaunu nolūku", until: "" })).status).toBe(
    422,
  );
  const until = inDays(60);
  expect((await officer.post(path, { decision: "justified", reason: "Gaidām jaunu nolūku", until })).status).toBe(303);
  expect(await said("review.decided")).toMatchObject({ decision: "justified", until });
  s.clock.pass({ days: 59 });
  await s.night();
  expect(await s.one("SELECT count(*) FROM person")).toBe(2);
  s.clock.pass({ days: 2 });
  await s.night();
  expect(await s.rows("SELECT decision, answer_day AS day FROM review_case")).toEqual([
    { decision: null, day: inDays(30) },
  ]);
  s.clock.pass({ days: 31 });
  await s.night();
  expect(await s.one("SELECT count(*) FROM person")).toBe(0);
  expect(await said("retention.ended")).toMatchObject({ rule: "unjustified", reason: "no-purpose" });
  s.clock.pass({ days: 1 });
  await s.night();
  expect(await s.rows("SELECT decision FROM review_case WHERE closed_at IS NOT NULL")).toEqual([
    { decision: "unanswered" },
  ]);
  await s.check();
});

it("a campaign is destroyed only when it is over and a disposal act names it", async () => {
  await s.people(2);
  const id = await s.sent();
  const path = `/staff/retention/records/${id}`;
  const act = { code: "1-12", disposal: "Nr. 3-2/14", disposalDay: inDays(10) };
  expect((await officer.post(path, act)).status).toBe(422);
  expect((await officer.post(path, { code: "1-12" })).status).toBe(303);
  await s.client.execute("UPDATE mailing SET state = 'closed', closed_at = 1");
  s.clock.pass({ days: 1 });
  await s.night();
  expect(await s.rows("SELECT (SELECT count(*) FROM message) AS m, (SELECT count(*) FROM mailing) AS c")).toEqual([
    { m: 0, c: 1 },
  ]);
  expect((await officer.post(path, act)).status).toBe(303);
  expect(await said("record.filed")).toMatchObject({ mailing: id, code: "1-12", disposal: "Nr. 3-2/14" });
  s.clock.pass({ days: 8 });
  await s.night();
  expect(await s.one("SELECT count(*) FROM mailing")).toBe(1);
  s.clock.pass({ days: 1 });
  await s.night();
  expect(await s.one("SELECT count(*) FROM mailing")).toBe(0);
  expect(await s.one("SELECT disposal FROM record_file")).toBe("Nr. 3-2/14");
});

it("samples hold no address, and looking at them is on record", async () => {
  await s.people(2);
  await s.sent();
  await s.answer(1, "no");
  s.clock.pass({ days: 1090 });
  officer = await s.signIn("dpo");
  const shown = await text(await officer.post("/staff/retention/rules/proofs/samples", {}));
  expect(shown).toMatch(/Ieraksts Kopš [0-9a-f]{8} \d\d\.\d\d\.20\d\d\./);
  expect(shown).not.toContain("@");
  expect(await s.one("SELECT count(*) FROM read_log WHERE act = 'retention.samples' AND count = 1")).toBe(1);
});
