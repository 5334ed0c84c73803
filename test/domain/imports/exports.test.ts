/**
 * The export files of other systems, each in its own layout. Where the layouts are from stands in
 * src/domain/imports/rules/titles.ts; the people are invented.
 */
import { describe, expect, it } from "vitest";
import { checkImport } from "../../../src/domain/imports/check.ts";
import { runImport } from "../../../src/domain/imports/run.ts";
import { readImport } from "../../../src/domain/imports/views.ts";
import { isRefusal } from "../../../src/refusal.ts";
import { bytes, claim, createOffice, editor, LISTS, NOW, type Office } from "./office.ts";

/** Mailchimp, the audience's three files. */
const MAILCHIMP = {
  subscribed: `"Email Address","First Name","Last Name",MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LATITUDE,LONGITUDE,GMTOFF,DSTOFF,TIMEZONE,CC,REGION,LAST_CHANGED,LEID,EUID,NOTES,TAGS
liga@pasts.example,Līga,Bērziņa,4,"2019-03-04 09:12:31",192.0.2.7,"2019-03-04 09:14:00",192.0.2.7,,,2,3,Europe/Riga,lv,,"2024-01-02 10:00:00",100001,aaaaaaaaa1,,"""prese"",""jaunumi"""
janis@epasts.test,Jānis,"Kalniņš, jun.",2,,,"2018-05-24 13:51:14",192.0.2.9,,,,,,,,"2018-05-24 14:00:32",100002,aaaaaaaaa2,"Teica: ""vēlāk""
zvanīt jūnijā",
`,
  unsubscribed: `"Email Address","First Name","Last Name",MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,GMTOFF,DSTOFF,TIMEZONE,CC,REGION,UNSUB_TIME,UNSUB_CAMPAIGN_TITLE,UNSUB_CAMPAIGN_ID,UNSUB_REASON,UNSUB_REASON_OTHER,LEID,EUID,NOTES,TAGS
anna@skola.example,Anna,Ozola,2,"2019-03-04 09:12:31",192.0.2.7,"2019-03-04 09:14:00",192.0.2.7,,,,,,"2021-06-01 07:00:00","Jūnija apskats",c1,"NORMAL","",100003,aaaaaaaaa3,,
zane@novads.test,Zane,Eglīte,2,,,"2019-03-04 09:14:00",192.0.2.8,,,,,,"2022-01-01 07:00:00","Janvāra apskats",c2,"ABUSE","",100004,aaaaaaaaa4,,
`,
  cleaned: `"Email Address","First Name","Last Name",MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,GMTOFF,DSTOFF,TIMEZONE,CC,REGION,CLEAN_TIME,CLEAN_CAMPAIGN_TITLE,CLEAN_CAMPAIGN_ID,LEID,EUID,NOTES,TAGS
vecs@birojs.example,Uldis,Zariņš,1,,,"2016-03-04 09:14:00",192.0.2.8,,,,,,"2020-02-02 02:02:02","Februāra apskats",c3,100005,aaaaaaaaa5,,
`,
};

/** Mailigen writes the same names of times and IPs. */
const MAILIGEN = `EMAIL;FNAME;LNAME;OPTIN_TIME;OPTIN_IP;CONFIRM_TIME;CONFIRM_IP;STATUS
liga@pasts.example;Līga;Bērziņa;2019-03-04 09:12:31;192.0.2.7;2019-03-04 09:14:00;192.0.2.7;Active
janis@epasts.test;Jānis;Kalniņš;;;;;Active
zane@novads.test;Zane;Eglīte;2019-03-04 09:12:31;192.0.2.8;;;Unconfirmed
anna@skola.example;Anna;Ozola;2019-03-04 09:12:31;192.0.2.7;2019-03-04 09:14:00;192.0.2.7;Unsubscribed
vecs@birojs.example;Uldis;Zariņš;;;;;Bounced
`;

/** MailerLite: the names and statuses of its API; its file uses them with spaces or underscores. */
const MAILERLITE = `Subscriber,Name,Last name,Status,Subscribed,Signup IP,Opted in,Unsubscribed
liga@pasts.example,Līga,Bērziņa,active,2021-08-31 14:22:08,192.0.2.1,2021-08-31 14:25:08,
janis@epasts.test,Jānis,Kalniņš,active,2021-08-31 14:22:08,,,
zane@novads.test,Zane,Eglīte,unconfirmed,2021-08-31 14:22:08,192.0.2.1,,
anna@skola.example,Anna,Ozola,unsubscribed,2021-08-31 14:22:08,192.0.2.1,2021-08-31 14:25:08,2022-09-30 10:00:00
vecs@birojs.example,Uldis,Zariņš,bounced,2021-08-31 14:22:08,,,
spams@birojs.example,Ieva,Vītola,junk,2021-08-31 14:22:08,,,
`;

/** listmonk: times as Go prints them, attributes as JSON. */
const LISTMONK = `uuid,email,name,attributes,status,created_at,updated_at
5c5b7f0e-0000-4000-8000-000000000001,liga@pasts.example,Līga Bērziņa,"{""city"": ""Rīga""}",enabled,2022-05-01 10:11:12.131415 +0000 UTC,2022-05-01 10:11:12.131415 +0000 UTC
5c5b7f0e-0000-4000-8000-000000000002,janis@epasts.test,Jānis Kalniņš,{},enabled,2022-05-02 10:11:12.131415 +0000 UTC,2022-05-01 10:11:12.131415 +0000 UTC
5c5b7f0e-0000-4000-8000-000000000003,anna@skola.example,Anna Ozola,{},blocklisted,2022-05-02 10:11:12.131415 +0000 UTC,2022-05-01 10:11:12.131415 +0000 UTC
5c5b7f0e-0000-4000-8000-000000000004,zane@novads.test,Zane Eglīte,{},disabled,2022-05-02 10:11:12.131415 +0000 UTC,2022-05-01 10:11:12.131415 +0000 UTC
`;

/** phpList: tabs, one more at the end of the titles than a spreadsheet would write, yes and no as 1 and 0. */
const PHPLIST = [
  "id\tEmail\tIs this subscriber confirmed\tIs this subscriber blacklisted\tDid this subscriber manually confirm\tNumber of bounces\tEntered\tLast Modified\tSend this subscriber HTML emails\tName\tList Membership",
  "1\tliga@pasts.example\t1\t0\t1\t0\t2017-02-03 04:05:06\t2020-01-01 00:00:00\t1\tLīga Bērziņa\tJaunumi ",
  "2\tjanis@epasts.test\t1\t0\t0\t0\t2017-02-04 04:05:06\t2020-01-01 00:00:00\t1\tJānis Kalniņš\tJaunumi ",
  "3\tzane@novads.test\t0\t0\t0\t0\t2017-02-05 04:05:06\t2020-01-01 00:00:00\t1\tZane Eglīte\tJaunumi ",
  "4\tanna@skola.example\t1\t1\t1\t0\t2017-02-06 04:05:06\t2020-01-01 00:00:00\t1\tAnna Ozola\tNo Lists",
  "",
].join("\n");

const proven = { ...claim, proof: "Eksports ar piekrišanas laikiem, lieta 4-12" };

async function check(office: Office, file: string, more: object = {}) {
  const input = { listId: LISTS.newsletter, fileName: "export.csv", bytes: bytes(file), claim: proven, ...more };
  const done = await checkImport(office.deps, editor, input);
  if (isRefusal(done)) throw new Error(JSON.stringify(done));
  const found = await readImport(office.deps.db, done.importId);
  if (!found) throw new Error("no import");
  return found;
}

async function bring(office: Office, file: string, more: object = {}) {
  const { id } = await check(office, file, more);
  const run = await runImport(office.deps, editor, { importId: id });
  if (isRefusal(run)) throw new Error(run.code);
  await office.work();
  return (await readImport(office.deps.db, id))?.findings.written;
}

/** state, since and tag-free facts of who is on the list, by the name that was imported. */
async function onList(office: Office) {
  const rows = await office.client.execute(
    "SELECT s.state, s.since, a.id, a.sealed FROM subscription s JOIN address a ON a.id = s.address_id",
  );
  return Object.fromEntries(
    rows.rows.map((row) => {
      const place = { table: "address", column: "sealed", row: String(row.id) };
      const { address, name } = JSON.parse(office.deps.vault.open(place, new Uint8Array(row.sealed as ArrayBuffer)));
      return [address, [name, row.state, row.since]];
    }),
  );
}

const reasons = async (office: Office) =>
  (await office.client.execute("SELECT reason, scope FROM suppression ORDER BY reason")).rows.map((r) => r.reason);

describe("the export of", () => {
  it("Mailchimp: the time of an own opt-in is proof, the time of an upload is not", async () => {
    const office = await createOffice();
    const found = await check(office, MAILCHIMP.subscribed);
    expect(found.findings).toMatchObject({ rows: 2, add: 2, unproven: 1, stopped: 0, refused: 0 });
    await bring(office, MAILCHIMP.subscribed);
    expect(await onList(office)).toEqual({
      "liga@pasts.example": ["Līga Bērziņa", "active", "2019-03-04"],
      "janis@epasts.test": ["Jānis Kalniņš, jun.", "unproven", "2018-05-24"],
    });
  });

  it("Mailchimp: the unsubscribed and the cleaned become tags with their reason, nobody a recipient", async () => {
    const office = await createOffice();
    expect((await check(office, MAILCHIMP.unsubscribed)).findings).toMatchObject({ rows: 2, add: 0, stopped: 2 });
    expect(await bring(office, MAILCHIMP.unsubscribed, { kind: "opt-outs" })).toMatchObject({ added: 0, stopped: 2 });
    expect(await bring(office, MAILCHIMP.cleaned, { kind: "opt-outs" })).toMatchObject({ stopped: 1 });
    expect(await reasons(office)).toEqual(["bounced", "complained", "withdrawn"]);
    expect(await office.count("SELECT count(*) FROM person")).toBe(0);
    expect(await office.count("SELECT count(*) FROM address")).toBe(0);
  });

  it("Mailigen: unconfirmed rows are dropped, unsubscribed and bounced ones become tags", async () => {
    const office = await createOffice();
    const { findings } = await check(office, MAILIGEN);
    expect(findings).toMatchObject({ rows: 5, add: 2, unproven: 1, stopped: 2, unconfirmed: 1, refused: 0 });
    expect(await bring(office, MAILIGEN)).toMatchObject({ added: 2, stopped: 2 });
    expect((await onList(office))["liga@pasts.example"]).toEqual(["Līga Bērziņa", "active", "2019-03-04"]);
    expect(await reasons(office)).toEqual(["bounced", "withdrawn"]);
  });

  it("MailerLite: junk is a complaint", async () => {
    const office = await createOffice();
    const { findings } = await check(office, MAILERLITE);
    expect(findings).toMatchObject({ rows: 6, add: 2, unproven: 1, stopped: 3, unconfirmed: 1, refused: 0 });
    await bring(office, MAILERLITE);
    expect(await reasons(office)).toEqual(["bounced", "complained", "withdrawn"]);
    expect((await onList(office))["janis@epasts.test"]).toEqual(["Jānis Kalniņš", "unproven", "2021-08-31"]);
  });

  it("listmonk: disabled and blocklisted people are never recipients; the file proves nobody's consent", async () => {
    const office = await createOffice();
    const { findings } = await check(office, LISTMONK, { claim: { ...claim, proof: "" } });
    expect(findings).toMatchObject({ rows: 4, add: 2, unproven: 2, stopped: 2, refused: 0 });
    await bring(office, LISTMONK, { claim: { ...claim, proof: "" } });
    expect((await onList(office))["liga@pasts.example"]).toEqual(["Līga Bērziņa", "unproven", "2022-05-01"]);
    expect(await reasons(office)).toEqual(["withdrawn", "withdrawn"]);
  });

  it("phpList: its yes and no are understood", async () => {
    const office = await createOffice();
    const { findings } = await check(office, PHPLIST);
    expect(findings).toMatchObject({ rows: 4, add: 2, unproven: 1, stopped: 1, unconfirmed: 1, refused: 0 });
    await bring(office, PHPLIST);
    expect((await onList(office))["janis@epasts.test"]).toEqual(["Jānis Kalniņš", "unproven", "2017-02-04"]);
  });

  it("an unknown system: a status that nobody knows is refused, and is never taken for a yes", async () => {
    const office = await createOffice();
    const { findings } = await check(office, "email,status\na@b.example,frobnicated\nc@d.example,\n");
    expect(findings).toMatchObject({ add: 1, reasons: [{ code: "row.status_unknown", first: [2] }] });
  });
});

describe("opt-outs of the former system", () => {
  it("hold against every later import, and the second time they change nothing", async () => {
    const office = await createOffice();
    expect(await bring(office, "anna@skola.example\nzane@novads.test\n", { kind: "opt-outs" })).toMatchObject({
      stopped: 2,
    });
    const { findings } = await check(office, "ANNA@skola.example\nliga@pasts.example\n");
    expect(findings).toMatchObject({ add: 1, left: 1 });
    const again = await check(office, "anna@skola.example\nzane@novads.test\n", { kind: "opt-outs" });
    expect(again.findings).toMatchObject({ stopped: 0, left: 2 });
    expect(await runImport(office.deps, editor, { importId: again.id })).toMatchObject({
      code: "imports.nobody_to_add",
    });
    expect(await office.count("SELECT count(*) FROM suppression")).toBe(2);
  });

  it("take whoever was imported off the list and delete him; on another list he stays", async () => {
    const office = await createOffice();
    await bring(office, "anna@skola.example\nzane@novads.test\n");
    await bring(office, "zane@novads.test\n", { listId: LISTS.other });
    const written = await bring(office, "anna@skola.example\nzane@novads.test\n", { kind: "opt-outs" });
    expect(written).toMatchObject({ stopped: 2, removed: 2 });
    expect(await office.count("SELECT count(*) FROM person")).toBe(1);
    expect(await office.count("SELECT count(*) FROM subscription WHERE state <> 'ended'")).toBe(1);
    const event = await office.client.execute("SELECT body FROM event WHERE typ = 'import.opted-out'");
    expect(JSON.parse(String(event.rows[0]?.body))).toMatchObject({ rows: 2, people: { count: 2 } });
  });

  it("do not end what a person has given here himself", async () => {
    const office = await createOffice();
    await bring(office, "anna@skola.example\n");
    await office.client.execute("UPDATE subscription SET state = 'active', record_id = 'a-record'");
    await bring(office, "anna@skola.example\n", { kind: "opt-outs" });
    expect(await office.count("SELECT count(*) FROM subscription WHERE state = 'active'")).toBe(1);
    expect(await office.count("SELECT count(*) FROM suppression")).toBe(0);
  });

  it("win over the same address in the same file, wherever it stands", async () => {
    const office = await createOffice();
    const file =
      "email,status\na@b.example,subscribed\na@b.example,unsubscribed\nc@d.example,unsubscribed\nc@d.example,subscribed\n";
    const { findings } = await check(office, file);
    expect(findings).toMatchObject({ rows: 4, add: 0, stopped: 2, refused: 2 });
    await bring(office, file);
    expect(await office.count("SELECT count(*) FROM subscription")).toBe(0);
  });

  it("need no claim but their source", async () => {
    const office = await createOffice();
    const none = { source: "Mailchimp", since: "", basis: "" as "consent", origin: "" as "unknown", proof: "" };
    expect(await bring(office, "a@b.example\n", { kind: "opt-outs", claim: none })).toMatchObject({ stopped: 1 });
  });
});

describe("a sync of a staff list", () => {
  const staff = { listId: LISTS.staff, kind: "sync" as const };
  const file = (...names: string[]) => `E-pasts\n${names.map((name) => `${name}@ministry.example`).join("\n")}\n`;

  it("adds the new, takes off the missing, and says both before", async () => {
    const office = await createOffice();
    await bring(office, file("a", "b", "c"), staff);
    office.clock.set(NOW + 60_000);
    const found = await check(office, file("b", "c", "d"), staff);
    expect(found.findings).toMatchObject({ add: 1, already: 2, missing: { people: 1, of: 3 } });
    await runImport(office.deps, editor, { importId: found.id });
    await office.work();
    expect(Object.keys(await onList(office)).sort()).toEqual(["b", "c", "d"].map((n) => `${n}@ministry.example`));
    expect(await office.count("SELECT count(*) FROM suppression")).toBe(0);
    expect(await office.count("SELECT count(*) FROM import_tag")).toBe(0);
    await bring(office, file("a", "b", "c", "d"), staff);
    expect(await office.count("SELECT count(*) FROM subscription WHERE state <> 'ended'")).toBe(4);
  });

  it("that would take away many wants their number, and never somebody whose row is only faulty", async () => {
    const office = await createOffice();
    await bring(office, file("a", "b", "c", "d", "e"), staff);
    office.clock.set(NOW + 60_000);
    const cut = await check(office, "E-pasts,Vārds\na@ministry.example,\nb@ministry.example,=x()\n", staff);
    expect(cut.findings).toMatchObject({ missing: { people: 3, of: 5 }, refused: 1 });
    const run = (missing?: number) => runImport(office.deps, editor, { importId: cut.id, missing });
    expect(await run()).toMatchObject({ code: "imports.confirm_missing" });
    expect(await run(2)).toMatchObject({ code: "imports.confirm_missing" });
    expect(await run(3)).toMatchObject({ importId: cut.id });
    await office.work();
    expect(await office.count("SELECT count(*) FROM subscription WHERE state <> 'ended'")).toBe(2);
    expect(await office.count("SELECT count(*) FROM person")).toBe(2);
  });

  it("is for staff lists only", async () => {
    const office = await createOffice();
    const input = { listId: LISTS.newsletter, fileName: "x.csv", bytes: bytes("a@b.example"), claim };
    expect(await checkImport(office.deps, editor, { ...input, kind: "sync" })).toMatchObject({
      fields: [{ field: "kind", code: "imports.sync_of_staff" }],
    });
  });
});
