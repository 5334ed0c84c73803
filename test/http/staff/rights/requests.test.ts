/** A request over the pages: noted in any form, mail paused until it is answered, erased or refused as the law has it. */
import { describe, expect, it } from "vitest";
import { readNumbers } from "../../../../src/domain/campaigns/views.ts";
import { type Desk, inputsOf, openDesk } from "../campaigns/desk.ts";

const NEW = "/staff/requests/new";
const person = (n: number) => `cilveks${n}@pasts.example`;
const words = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/[\s\u00a0]+/g, " ");
const text = async (response: Promise<Response>) => words(await (await response).text());
const TODAY = "2026-11-22";

async function noted(s: Desk, fields: Record<string, string> = {}, role: "press" | "dpo" | "editor" = "press") {
  const browser = await s.signIn(role);
  const fine = { address: person(1), right: "access", channel: "phone", day: TODAY, words: "Ko jūs par mani zināt?" };
  const done = await browser.post(NEW, { ...fine, ...fields });
  if (done.status !== 303) throw new Error(`not noted: ${done.status} ${words(await done.text())}`);
  await s.work();
  return (done.headers.get("location") ?? "").replace(/\?.*/, "");
}
const answer = async (s: Desk, path: string, fields: Record<string, string> = {}) => {
  const officer = await s.signIn("dpo");
  const done = await officer.post(`${path}/answer`, { outcome: "met", day: TODAY, reason: "", ...fields });
  await s.work();
  return done;
};
const restricted = async (s: Desk) =>
  (await s.rows("SELECT restricted_for AS why FROM person WHERE restricted_at IS NOT NULL")).map(({ why }) => why);
const acts = async (s: Desk) =>
  (await s.rows("SELECT act, outcome FROM read_log ORDER BY rowid")).map((r) => `${r.act} ${r.outcome}`);

it("the answer to a question about one's data names who got files with them", async () => {
  const s = await openDesk();
  await s.people(2);
  const officer = await s.signIn("dpo");
  const given = "Kas saņēmis datnes ar šo cilvēku";
  const asked = {
    column: ["address"],
    whom: "all",
    recipient: "processor",
    recipientName: "Paraugu druka",
    reason: "Ielūgumu druka, līgums Nr. 4",
  };
  const made = await officer.post(`/staff/lists/${s.listId}/export`, asked);
  await s.work();
  await officer.post(`${made.headers.get("Location")}/file`, {});
  const path = await noted(s);
  const none = await noted(s, { address: "nezinama@pasts.example" });
  expect(await text(officer.post(`${none}/read`, {}))).toContain(`${given} Neviens`);
  expect(await text(officer.post(`${path}/read`, {}))).toMatch(new RegExp(`${given} 22\\.11\\.2026\\.: Paraugu druka`));
  // Of whoever asks for something else it is not shown.
  const other = await noted(s, { right: "rectify" });
  expect(await text(officer.post(`${other}/read`, {}))).not.toContain(given);
});

describe("the note", () => {
  it("takes an oral request of an unknown person too; address and words stand sealed, and in no list, log, URL or event", async () => {
    const s = await openDesk();
    const path = await noted(s, { address: "nezinama@pasts.example", day: "2026-10-18" });
    const [row] = await s.rows("SELECT received_day, due_day, n FROM rights_request");
    // 18 November is a holiday.
    expect(row).toEqual({ received_day: "2026-10-18", due_day: "2026-11-19", n: 1 });
    const press = await s.signIn("press");
    const page = await text(press.get(path));
    expect(page).toContain("19.11.2026.");
    expect(page).toContain("Termiņš nokavēts");
    for (const where of [
      page,
      await text(press.get("/staff/requests")),
      path,
      s.lines.join(),
      JSON.stringify(await s.rows("SELECT body FROM event")),
    ])
      expect(where).not.toMatch(/nezinama|zināt/);
    expect(await s.rows("SELECT count(*) AS n FROM rights_request WHERE instr(sealed, 'nezinama') > 0")).toEqual([
      { n: 0 },
    ]);
    expect(await s.rows("SELECT typ FROM event WHERE typ LIKE 'request.%'")).toEqual([{ typ: "request.noted" }]);
    await s.check();
  });

  it("refuses a day that has not come and a request that nobody could answer; what was typed stays", async () => {
    const s = await openDesk();
    const press = await s.signIn("press");
    const no = await press.post(NEW, {
      address: "",
      contact: "",
      right: "erase",
      channel: "letter",
      day: "2026-11-23",
    });
    expect(no.status).toBe(422);
    const page = await no.text();
    expect(words(page)).toContain("Šī diena vēl nav pienākusi");
    expect(words(page)).toContain("kā cilvēkam atbildēt");
    expect(page).toMatch(/<option value="erase" selected/);
    expect((await (await s.signIn("auditor")).get(NEW)).status).toBe(403);
  });

  it("is read by those who answer, by POST, and each look is on record", async () => {
    const s = await openDesk();
    await s.people(1);
    const path = await noted(s);
    expect(await acts(s)).toEqual([]);
    const press = await s.signIn("press");
    expect((await press.post(`${path}/read`, {})).status).toBe(403);
    const officer = await s.signIn("dpo");
    const page = await text(officer.post(`${path}/read`, {}));
    for (const said of [person(1), "Ko jūs par mani zināt?", "jā; sūtīšana ir apturēta"]) expect(page).toContain(said);
    expect(await acts(s)).toEqual(["requests.read refused", "requests.read found"]);
    await s.check();
  });
});

describe("the pause", () => {
  it("keeps a mailing's mail from him with a reason of its own; the totals balance, and the others get theirs", async () => {
    const s = await openDesk();
    await s.people(3);
    await noted(s);
    expect(await restricted(s)).toEqual(["request"]);
    const id = await s.sent();
    expect(
      s.mailbox.mails
        .map(({ mail }) => mail.to)
        .filter((to) => to.startsWith("cilveks"))
        .sort(),
    ).toEqual([person(2), person(3)]);
    expect(await s.rows("SELECT reason FROM message WHERE state='skipped'")).toEqual([{ reason: "request" }]);
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ audience: 3, sent: 2, skipped: 1, waiting: 0 });
    await s.check();
  });

  it("stops a mail that is planned and frozen already", async () => {
    const s = await openDesk();
    await s.people(3);
    const id = await s.complete();
    const asked = inputsOf(await (await s.editor.get(`/staff/mailings/${id}/send`)).text());
    expect((await s.editor.post(`/staff/mailings/${id}/send`, asked)).status).toBe(303);
    await noted(s);
    await s.work();
    expect(s.mailbox.mails.some(({ mail }) => mail.to === person(1))).toBe(false);
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ audience: 3, sent: 2, skipped: 1, waiting: 0 });
  });

  it("also meets an address that an import brings while the request is open, and ends with the answer", async () => {
    const s = await openDesk();
    const path = await noted(s, { address: person(2) });
    expect(await restricted(s)).toEqual([]);
    await s.people(3);
    expect(await restricted(s)).toEqual(["request"]);
    expect((await answer(s, path)).status).toBe(303);
    expect(await restricted(s)).toEqual([]);
    await s.sent();
    expect(s.mailbox.mails.some(({ mail }) => mail.to === person(2))).toBe(true);
    await s.check();
  });

  it("lasts until the last request of the address is answered", async () => {
    const s = await openDesk();
    await s.people(1);
    const first = await noted(s);
    const second = await noted(s, { right: "rectify", channel: "letter" });
    const officer = await s.signIn("dpo");
    expect(await text(officer.post(`${second}/read`, {}))).toContain("Pieprasījums Nr. 1");
    expect((await answer(s, first)).status).toBe(303);
    expect(await restricted(s)).toEqual(["request"]);
    expect((await answer(s, second)).status).toBe(303);
    expect(await restricted(s)).toEqual([]);
  });

  it("becomes a restriction where that was asked for and granted; a refusal of it resumes the mail", async () => {
    const s = await openDesk();
    await s.people(2);
    const granted = await noted(s, { right: "restrict" });
    const denied = await noted(s, { right: "restrict", address: person(2) });
    expect((await answer(s, granted)).status).toBe(303);
    const no = { outcome: "refused", reason: "Dati ir precīzi.", complaint: "yes" };
    expect((await answer(s, denied, no)).status).toBe(303);
    expect(await restricted(s)).toEqual(["decision"]);
    await s.sent();
    expect(await s.rows("SELECT reason FROM message WHERE state='skipped'")).toEqual([{ reason: "restricted" }]);
  });

  it("silence ends nobody whose request is open", async () => {
    const s = await openDesk();
    await s.people(3);
    const id = await s.sent();
    const path = await noted(s);
    for (let day = 0; day < 30; day++) {
      s.clock.pass({ days: 1 });
      // The program lived all the while.
      await s.client.execute({ sql: "UPDATE pulse SET at=?", args: [s.clock.now()] });
      await s.deps.queue.enqueue({ kind: "recover" });
      await s.work();
    }
    const [mailing] = await s.rows("SELECT state FROM mailing WHERE id=?", id);
    expect(mailing?.state).toBe("closed");
    expect(await s.rows("SELECT count(*) AS n FROM subscription WHERE state='unproven'")).toEqual([{ n: 1 }]);
    expect((await answer(s, path, { day: "2026-12-20" })).status).toBe(303);
    await s.check();
  });
});

describe("the answer", () => {
  it("a refusal has reasons and tells of complaint and court; an answered request is answered once", async () => {
    const s = await openDesk();
    await s.people(1);
    const path = await noted(s);
    const no = await answer(s, path, { outcome: "refused" });
    expect(no.status).toBe(422);
    expect(words(await no.text())).toContain("vērsties tiesā");
    const fine = { outcome: "refused", reason: "Acīmredzami pārmērīgs", complaint: "yes" };
    expect((await answer(s, path, fine)).status).toBe(303);
    expect((await answer(s, path, fine)).status).toBe(422);
    expect(await s.rows("SELECT typ FROM event WHERE typ LIKE 'request.%' ORDER BY at")).toEqual([
      { typ: "request.noted" },
      { typ: "request.answered" },
    ]);
    expect(JSON.stringify(await s.rows("SELECT body FROM event"))).not.toContain("pārmērīgs");
    await s.check();
  });

  it("is extended once, to three months from receipt, when the person has been told within the first", async () => {
    const s = await openDesk();
    const path = await noted(s, { address: "x@pasts.example", day: "2026-11-18" });
    const officer = await s.signIn("dpo");
    const extend = (more: Record<string, string> = {}) =>
      officer.post(`${path}/extend`, { ground: "complexity", reason: "Daudz arhīva datu", told: "yes", ...more });
    expect((await extend({ told: "" })).status).toBe(422);
    expect((await extend()).status).toBe(303);
    expect(await s.rows("SELECT due_day FROM rights_request")).toEqual([{ due_day: "2027-02-18" }]);
    expect((await extend()).status).toBe(422);
    const late = await noted(s, { address: "y@pasts.example", day: "2026-10-01" });
    expect((await officer.get(`${late}/extend`)).status).toBe(422);
    expect(await text(officer.get(late))).not.toContain("Pagarināt termiņu");
    await s.check();
  });

  it("erasure with one press: the address goes, also from the note, and the answer is written down with it", async () => {
    const s = await openDesk();
    await s.people(2);
    const path = await noted(s, { right: "erase", channel: "letter", words: "Dzēsiet mani" });
    expect((await answer(s, path)).status).toBe(422);
    const officer = await s.signIn("dpo");
    expect(await text(officer.post(`${path}/read`, {}))).toContain("Dzēst adresi un ierakstīt atbildi");
    const done = await officer.post(`${path}/end`, {});
    expect(done.status).toBe(200);
    expect(words(await done.text())).toContain("Adrese ir izdzēsta, un atbilde ir ierakstīta");
    await s.work();
    expect(await s.rows("SELECT outcome, answered_day, sealed, tag FROM rights_request")).toEqual([
      { outcome: "met", answered_day: TODAY, sealed: null, tag: null },
    ]);
    expect(await s.rows("SELECT count(*) AS n FROM address")).toEqual([{ n: 1 }]);
    expect(await s.rows("SELECT scope, reason FROM suppression")).toEqual([{ scope: "*", reason: "refused" }]);
    const events = await s.rows(
      "SELECT typ FROM event WHERE typ LIKE 'consent.refused' OR typ LIKE 'request.answered' ORDER BY typ",
    );
    expect(events.map(({ typ }) => typ)).toEqual(["consent.refused", "request.answered"]);
    // The certificate in the event of the erasure names no request that still holds the address.
    const [erased] = await s.rows("SELECT body FROM event WHERE typ='consent.refused'");
    const { erasure } = JSON.parse(String(erased?.body));
    expect([erasure.stage, erasure.requests]).toEqual([1, undefined]);
    expect((await officer.post(`${path}/end`, {})).status).toBe(422);
    expect((await officer.post(`${path}/read`, {})).status).toBe(422);
    await s.check();
  });

  it("an objection to marketing ends the mail for good, one purpose or all; where nobody is held it is answered alone", async () => {
    const s = await openDesk();
    await s.people(2);
    const [purpose] = await s.rows("SELECT purpose_id AS id FROM list WHERE id=?", s.listId);
    const path = await noted(s, { right: "object-marketing" });
    const officer = await s.signIn("dpo");
    const done = await officer.post(`${path}/end`, { purpose: String(purpose?.id) });
    expect(done.status).toBe(200);
    expect(await s.rows("SELECT scope FROM suppression")).toEqual([{ scope: purpose?.id }]);
    await s.work();
    const unknown = await noted(s, { right: "object-marketing", address: "z@pasts.example" });
    expect((await officer.post(`${unknown}/end`, {})).status).toBe(422);
    expect(await text(officer.post(`${unknown}/read`, {}))).toContain("sarakstos neviena nav");
    expect((await answer(s, unknown)).status).toBe(303);
    await s.check();
  });
});

describe("a restriction that was granted", () => {
  it("ends when the person has been told, with a reason and on record; an open request keeps the mail paused", async () => {
    const s = await openDesk();
    await s.people(1);
    const granted = await noted(s, { right: "restrict" });
    const officer = await s.signIn("dpo");
    const why = { reason: "Dati ir pārbaudīti", told: "yes" };
    const lift = (fields: Record<string, string>, path = granted) => officer.post(`${path}/lift`, fields);
    expect((await lift(why)).status).toBe(422);
    expect((await answer(s, granted)).status).toBe(303);
    expect(await text(officer.post(`${granted}/read`, {}))).toContain("Izbeigt ierobežojumu");
    expect((await officer.get(`${granted}/lift`)).status).toBe(200);
    expect((await lift({ ...why, told: "" })).status).toBe(422);
    expect((await lift({ ...why, reason: " " })).status).toBe(422);
    expect((await (await s.signIn("press")).post(`${granted}/lift`, why)).status).toBe(403);
    expect(await restricted(s)).toEqual(["decision"]);

    const other = await noted(s);
    expect((await lift(why)).status).toBe(303);
    expect(await restricted(s)).toEqual(["request"]);
    expect((await lift(why)).status).toBe(422);
    expect((await answer(s, other)).status).toBe(303);
    expect(await restricted(s)).toEqual([]);

    // A later request of the same address serves as well; nothing else is open.
    const again = await noted(s, { right: "restrict" });
    expect((await answer(s, again)).status).toBe(303);
    expect(await restricted(s)).toEqual(["decision"]);
    expect((await lift(why, other)).status).toBe(303);
    expect(await restricted(s)).toEqual([]);
    await s.work();
    const bodies = await s.rows("SELECT body FROM event WHERE typ='request.answered' AND body LIKE '%lifted%'");
    expect(bodies.map(({ body }) => JSON.parse(String(body)).lifted)).toEqual([TODAY, TODAY]);
    expect(JSON.stringify(bodies)).not.toMatch(/pārbaudīti|pasts/);
    expect(await text(officer.post(`${granted}/read`, {}))).toContain("Dati ir pārbaudīti");
    await s.check();
  });

  it("of an address that nobody has restricts nobody, and the form says so before it is answered", async () => {
    const s = await openDesk();
    const path = await noted(s, { right: "restrict" });
    const officer = await s.signIn("dpo");
    expect(await text(officer.get(`${path}/answer`))).toContain("Ja adreses sarakstos nav, ierobežot nav ko");
    expect((await answer(s, path)).status).toBe(303);
    await s.people(1);
    expect(await restricted(s)).toEqual([]);
    expect((await officer.post(`${path}/lift`, { reason: "Pārbaudīts", told: "yes" })).status).toBe(422);
  });
});

it("whether an address is on a list is told to whoever answers only on record, found or not", async () => {
  const s = await openDesk();
  await s.people(1);
  const held = await noted(s, { right: "erase" });
  const other = await noted(s, { right: "erase", address: "cits@pasts.example" });
  expect((await answer(s, held)).status).toBe(422);
  expect((await (await s.signIn("dpo")).post(`${other}/end`, {})).status).toBe(422);
  expect((await answer(s, other)).status).toBe(303);
  expect(await acts(s)).toEqual(["requests.read found", "people.refusal none", "requests.read none"]);
});

describe("an objection", () => {
  it("that the person has honoured himself by the link is answered as met, though another purpose holds the address", async () => {
    const s = await openDesk();
    await s.people(1);
    const path = await noted(s, { right: "object-marketing" });
    const officer = await s.signIn("dpo");
    // The purpose that he objects to no longer has him; the newsletter does.
    const [other] = await s.rows(
      "SELECT id FROM purpose WHERE id <> (SELECT purpose_id FROM list WHERE id=?)",
      s.listId,
    );
    expect((await officer.post(`${path}/end`, { purpose: String(other?.id) })).status).toBe(422);
    expect((await answer(s, path)).status).toBe(303);
    expect(await s.rows("SELECT outcome FROM rights_request")).toEqual([{ outcome: "met" }]);
    expect(await s.rows("SELECT count(*) AS n FROM subscription WHERE ended_at IS NULL")).toEqual([{ n: 1 }]);
    expect(await restricted(s)).toEqual([]);
    await s.check();
  });
});

describe("due requests", () => {
  it("stand on the first page of those who answer, and the officer is told before and after, each once", async () => {
    const s = await openDesk();
    await noted(s);
    const officer = await s.signIn("dpo");
    const told = () =>
      s.mailbox.mails.filter(({ mail }) => mail.tags?.kind === "alert").map(({ mail }) => mail.subject);
    const look = async () => {
      await s.deps.queue.enqueue({ kind: "readings" });
      await s.work();
      return text(officer.get("/staff/"));
    };
    expect(await look()).not.toContain("Pieprasījums Nr. 1");
    expect(told()).toEqual([]);
    // Due on 22 December; 17 December is three working days before.
    s.clock.reach(Date.parse("2026-12-17T08:00:00Z"));
    const again = await s.signIn("dpo");
    await look();
    expect(await text(again.get("/staff/"))).toContain("Pieprasījums Nr. 1: jāatbild līdz 2026. gada 22. decembrim");
    await look();
    expect(new Set(told())).toEqual(new Set(["Uz pieprasījumu jāatbild trīs darbdienu laikā"]));
    const first = told().length;
    s.clock.reach(Date.parse("2026-12-22T22:30:00Z"));
    await look();
    await look();
    expect(told().length).toBe(2 * first);
    expect(told().at(-1)).toBe("Pieprasījuma atbildes termiņš ir beidzies");
    await s.check();
  });
});
