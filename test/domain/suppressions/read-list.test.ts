/** Other systems' lists of suppressed addresses, read as their services write them. */
import { expect, it } from "vitest";
import { guessDelimiter, readRecords } from "../../../src/domain/imports/file/records.ts";
import { jsonRecords, looksLikeJson } from "../../../src/domain/suppressions/rules/json-list.ts";
import { readList } from "../../../src/domain/suppressions/rules/read-list.ts";

const TODAY = "2026-11-22";

function read(text: string, fallback: "withdrawn" | "never" = "withdrawn") {
  const records: string[][] = looksLikeJson(text) ? (jsonRecords(text) ?? []) : [];
  if (records.length === 0)
    readRecords(text, { delimiter: guessDelimiter(text), last: true }, (cells) => void records.push(cells));
  const list = readList(records, fallback, TODAY);
  return (
    list && { ...list, entries: list.entries.map((e) => [e.normalised, e.reason, ...(e.day ? [e.day] : [])].join(" ")) }
  );
}

const A = "anna@pasts.example";
const B = "berta@pasts.example";

const FILES: Record<string, { text: string; entries: string[]; stillIn?: number }> = {
  "plain addresses, one a line": { text: `${A}\n${B}\n`, entries: [`${A} never`, `${B} never`] },
  "Resend, suppression list": {
    text: JSON.stringify({
      object: "list",
      data: [
        { id: "1", email: A, reason: "bounced", created_at: "2026-04-03 10:11:12" },
        { id: "2", email: B, reason: "complained", created_at: "2026-05-03 10:11:12" },
      ],
    }),
    entries: [`${A} bounced 2026-04-03`, `${B} complained 2026-05-03`],
  },
  "Resend, contacts": {
    text: `id,email,first_name,last_name,created_at,unsubscribed\n1,${A},Anna,A,2024-01-01,true\n2,${B},Berta,B,2024-01-01,false\n`,
    entries: [`${A} withdrawn`],
    stillIn: 1,
  },
  "Amazon SES, account-level list": {
    text: JSON.stringify({
      SuppressedDestinationSummaries: [
        { EmailAddress: A, Reason: "BOUNCE", LastUpdateTime: "2026-02-01T00:00:00Z" },
        { EmailAddress: B, Reason: "COMPLAINT", LastUpdateTime: "2026-03-01T00:00:00Z" },
      ],
    }),
    entries: [`${A} bounced 2026-02-01`, `${B} complained 2026-03-01`],
  },
  "Amazon SES, lines without titles": {
    text: `${A},BOUNCE\n${B},COMPLAINT\n`,
    entries: [`${A} bounced`, `${B} complained`],
  },
  "Amazon SES, only complaints": {
    text: `${A},COMPLAINT\n${B},COMPLAINT\n`,
    entries: [`${A} complained`, `${B} complained`],
  },
  "Amazon SES, one object a line": {
    text: `{"emailAddress":"${A}","reason":"BOUNCE"}\n{"emailAddress":"${B}","reason":"COMPLAINT"}\n`,
    entries: [`${A} bounced`, `${B} complained`],
  },
  "SendGrid, global unsubscribes": {
    text: `email,created\n${A},1700000000\n${B},1710000000\n`,
    entries: [`${A} never 2023-11-14`, `${B} never 2024-03-09`],
  },
  "SendGrid, bounces": {
    text: `status,reason,email,created\n5.1.1,550 5.1.1 The email account does not exist,${A},1700000000\n`,
    entries: [`${A} bounced 2023-11-14`],
  },
  "SendGrid, spam reports in JSON": {
    text: JSON.stringify([{ created: 1700000000, email: A, ip: "192.0.2.1" }]),
    entries: [`${A} never 2023-11-14`],
  },
  "Mailchimp, unsubscribed": {
    text: `"Email Address","First Name",OPTIN_TIME,UNSUB_TIME,UNSUB_REASON\n${A},Anna,"2020-01-01 10:00:00","2025-06-01 09:00:00","NORMAL"\n${B},Berta,"2020-01-01 10:00:00","2025-07-01 09:00:00","ABUSE - spam"\n`,
    entries: [`${A} withdrawn 2025-06-01`, `${B} complained 2025-07-01`],
  },
  "Mailchimp, cleaned": {
    text: `"Email Address","First Name",CLEAN_TIME\n${A},Anna,"2025-06-01 09:00:00"\n`,
    entries: [`${A} bounced`],
  },
  MailerLite: {
    text: `email,status,unsubscribed_at\n${A},unsubscribed,2025-06-01 09:00:00\n${B},active,\n`,
    entries: [`${A} withdrawn 2025-06-01`],
    stillIn: 1,
  },
};

for (const [name, { text, entries, stillIn = 0 }] of Object.entries(FILES))
  it(`${name}: everybody who left, for the reason that is named, and nobody who still gets mail`, () => {
    const list = read(text, "never");
    expect(list?.entries).toEqual(entries);
    expect([list?.stillIn, list?.refused]).toEqual([stillIn, []]);
  });

it("an address that stands twice is one entry with the weightier reason and the later day", () => {
  const list = read(`email,reason,created\n${A},bounce,2025-01-01\n${A.toUpperCase()},complaint,2024-01-01\n`);
  expect(list?.entries).toEqual([`${A} complained 2025-01-01`]);
  expect([list?.rows, list?.duplicates]).toEqual([2, 1]);
});

it("what cannot be an address is counted with its row and keeps nobody else out", () => {
  const list = read(`email\nnobody\n${A}\n`);
  expect(list?.entries).toEqual([`${A} withdrawn`]);
  expect(list?.refused).toEqual([{ code: "address.no_at", rows: 1, first: [2] }]);
});

it("a file without addresses is no list", () => {
  expect(read("name,city\nAnna,Rīga\n")).toBeUndefined();
  expect(jsonRecords('{"data":[{"name":"Anna"}]}')).toBeUndefined();
  expect(jsonRecords('{"data":[')).toBeUndefined();
});
