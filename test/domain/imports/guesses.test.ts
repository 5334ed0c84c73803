/** What the program guesses of a file must never mail somebody silently who said no, or make a consent of nothing. */
import { describe, expect, it } from "vitest";
import { recheckImport } from "../../../src/domain/imports/recheck.ts";
import { brought, checked, members, refusedFor } from "./bring.ts";
import { claim, createOffice, editor, LISTS } from "./office.ts";

const proven = { claim: { ...claim, proof: "Veidlapas, lieta 4-12" } };

describe("a column that speaks of leaving", () => {
  it.each([
    ["with an unknown title", "E-pasts;Vārds;Dalība\na@b.example;Anna;Subscribed\nc@d.example;Jānis;Unsubscribed\n"],
    ["without titles", "a@b.example;Anna;Subscribed\nc@d.example;Jānis;Unsubscribed\n"],
    ["in Latvian", "E-pasts;Vārds;Dalība\na@b.example;Anna;aktīvs\nc@d.example;Jānis;atteicies\n"],
    ["camel case", "emailAddress,memberStatus\na@b.example,subscribed\nc@d.example,unsubscribed\n"],
    ["of Salesforce", "Email,Email Opt Out\na@b.example,0\nc@d.example,1\n"],
    ["of a CRM", "Email,HasOptedOutOfEmail\na@b.example,false\nc@d.example,true\n"],
    ["as a wish", "E-pasts;Nesūtīt\na@b.example;nē\nc@d.example;jā\n"],
    ["a day", "E-pasts;Atteikuma datums\na@b.example;\nc@d.example;12.03.2021.\n"],
    ["not at all", "E-pasts;Unsubscribed\na@b.example;N/A\nc@d.example;2021-03-12\n"],
    ["phpList's account", "Email\tIs this account disabled?\na@b.example\t0\nc@d.example\t1\n"],
  ])("is understood: %s", async (_, file) => {
    const office = await createOffice();
    const { findings } = await checked(office, file);
    expect(findings).toMatchObject({ add: 1, stopped: 1 });
    await brought(office, file);
    expect((await members(office)).map(([address]) => address)).toEqual(["a@b.example"]);
  });

  it("and is not read is counted, for the columns that were looked at first tell nothing of the rest", async () => {
    const office = await createOffice();
    const rows = Array.from({ length: 80 }, (_, i) => `p${i}@b.example;${i === 70 ? "Unsubscribed" : "VIP"};1`);
    const found = await checked(office, `E-pasts;Piezīmes;Nr\n${rows.join("\n")}\n`);
    expect(found.findings).toMatchObject({ add: 80, unread: [{ column: 1, rows: 1 }] });
    const mapping = { header: true, uses: ["email" as const, "status" as const, "skip" as const] };
    await recheckImport(office.deps, editor, { importId: found.id, mapping });
    const again = await checked(office, "E-pasts;Unsubscribe link clicked\na@b.example;1\nc@d.example;0\n");
    expect(again.findings.unread).toEqual([{ column: 1, rows: 1 }]);
    const none = await checked(office, "E-pasts;Piezīmes\na@b.example;laba adrese\nc@d.example;\n");
    expect(none.findings.unread).toEqual([]);
  });

  it("beside another one counts as much: the worse of the two holds", async () => {
    const office = await createOffice();
    const file =
      "E-pasts;Statuss;Abonementa statuss\na@b.example;Active;Subscribed\nc@d.example;Active;Unsubscribed\ne@f.example;Bounced;Subscribed\ng@h.example;Active;Pending\n";
    const { findings } = await checked(office, file);
    expect(findings).toMatchObject({ add: 1, stopped: 2, unconfirmed: 1, refused: 0 });
  });
});

describe("titles", () => {
  it("below a heading are found, and what stands above them is no row", async () => {
    const office = await createOffice();
    const file =
      "Jaunumu saņēmēji 2019;;\n;;\nE-pasts;Vārds;Statuss\na@b.example;Anna;aktīvs\nc@d.example;Jānis;atteicies\n";
    const { findings } = await checked(office, file);
    expect(findings).toMatchObject({ rows: 2, add: 1, stopped: 1, refused: 0 });
    expect(findings.titles).toEqual(["E-pasts", "Vārds", "Statuss"]);
  });

  it("of a column without any address give way to the column that has them", async () => {
    const office = await createOffice();
    const file = "Adrese;Kontakti\nBrīvības iela 1;a@b.example\nSkolas iela 2;c@d.example\n";
    expect((await checked(office, file)).findings).toMatchObject({ add: 2, mapping: { uses: ["skip", "email"] } });
  });
});

describe("a proof of consent in the file", () => {
  it.each([
    ["Piekrišana", "jā", "nē"],
    ["Piekrišanas datums", "12.03.2021.", "nav zināms"],
    ["Piekrišanas datums", "2021-03-12", "1970-01-01 00:00:00"],
    ["GDPR consent", "granted", "withheld"],
    ["OPTIN_TIME", "2019-03-04 09:12:31", "unknown"],
    ["Opt-in", "TRUE", "?"],
  ])("is what says yes or when: %s, %s, not %s", async (title, yes, no) => {
    const office = await createOffice();
    await brought(office, `E-pasts;${title}\na@b.example;${yes}\nc@d.example;${no}\n`, proven);
    expect(await members(office)).toEqual([
      ["a@b.example", "active"],
      ["c@d.example", "unproven"],
    ]);
  });

  it("that was withdrawn is a withdrawal", async () => {
    const office = await createOffice();
    const file = "Email;Consent\na@b.example;given\nc@d.example;withdrawn\n";
    expect((await checked(office, file, proven)).findings).toMatchObject({ add: 1, stopped: 1 });
  });
});

describe("a confirmation in the file", () => {
  it.each(["pending", "gaida", "nav", "0000-00-00 00:00:00", "not yet", "N/A"])("is none: %s", async (word) => {
    const office = await createOffice();
    const { findings } = await checked(office, `E-pasts;Apstiprināts\na@b.example;jā\nc@d.example;${word}\n`);
    expect(findings).toMatchObject({ add: 1, unconfirmed: 1 });
  });
});

describe("an export that tells less than it seems to", () => {
  it("of listmonk: it does not say who left a list, and the page says that it does not", async () => {
    const office = await createOffice();
    const file = "uuid,email,name,attributes,status,created_at,updated_at\nx,a@b.example,Anna,{},enabled,,\n";
    expect((await checked(office, file)).findings.notes).toEqual(["listmonk"]);
    expect((await checked(office, file, { kind: "opt-outs" })).findings.notes).toEqual([]);
    expect((await checked(office, "email,status\na@b.example,enabled\n")).findings.notes).toEqual([]);
  });

  it("of Mailchimp: the file of those who never subscribed looks like that of the subscribed", async () => {
    const office = await createOffice();
    const file = "Email Address,OPTIN_TIME,CONFIRM_TIME\na@b.example,,2020-01-01 10:00:00\n";
    const named = (fileName: string) => checked(office, file, { fileName });
    expect((await named("nonsubscribed_email_audience_export_1a2b.csv")).findings.notes).toEqual(["never-subscribed"]);
    expect((await named("subscribed_email_audience_export_1a2b.csv")).findings.notes).toEqual([]);
  });

  it("whose status says so drops those who never subscribed", async () => {
    const office = await createOffice();
    const file = "email,status\na@b.example,subscribed\nc@d.example,non-subscribed\ne@f.example,transactional\n";
    expect((await checked(office, file)).findings).toMatchObject({ add: 1, unconfirmed: 2, refused: 0 });
  });
});

describe("rows that swallow others", () => {
  it("by a quotation mark that nobody closed are found before anybody is lost", async () => {
    const office = await createOffice();
    const file =
      'E-pasts,Vārds,Statuss\na@b.example,"Anna,aktīvs\nc@d.example,Jānis,atteicies\ne@f.example,Zane",aktīvs\ng@h.example,Ilze,aktīvs\n';
    expect(await refusedFor(office, file)).toBe("imports.quotes 2");
    const note = 'E-pasts,Vārds,Piezīme\na@b.example,Anna,"zvanīt jūnijā,\nnevis jūlijā; sk. c@d.example"\n';
    expect(await refusedFor(office, note)).toBe("accepted");
  });

  it("by standing in one line with them are refused, and told what to do", async () => {
    const office = await createOffice();
    expect(await refusedFor(office, "a@b.example; c@d.example; e@f.example; g@h.example; i@j.example\n")).toBe(
      "imports.one_line",
    );
    expect(await refusedFor(office, "E-pasts;E-pasts 2;E-pasts 3\na@b.example;c@d.example;e@f.example\n")).toBe(
      "accepted",
    );
  });
});

describe("a list that is not of newsletters", () => {
  it("takes nobody whose row says no", async () => {
    const office = await createOffice();
    const file = "E-pasts;Dalība\na@b.example;Active\nc@d.example;Unsubscribed\n";
    await brought(office, file, { listId: LISTS.service, claim: { ...claim, basis: "task" } });
    expect(await members(office, LISTS.service)).toEqual([["a@b.example", "active"]]);
  });
});
