/**
 * "We do not track whether you opened this e-mail or which links you followed": what would have to exist in the code for
 * that to be untrue. Each test names one of the ways in which other programs do it.
 */
import { globSync, readFileSync } from "node:fs";
import { getTableColumns, getTableName, is } from "drizzle-orm";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import { describe, expect, it } from "vitest";
import { createApp } from "../../src/app.ts";
import { createResendMailer } from "../../src/delivery/mailers/resend.ts";
import * as schema from "../../src/platform/schema.ts";
import { startFakeResend } from "../fakes/resend.ts";
import { allMails, confirm, reconsent } from "../support/mails.ts";
import { createWorld } from "../support/world.ts";

const sources = globSync(["src/**/*.{ts,tsx,mjs}", "emails/*"])
  .filter((file) => !file.startsWith("src/texts/"))
  .map((file) => ({ file, text: readFileSync(file, "utf8") }));
const where = (pattern: RegExp) => sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file);
const routes = createApp(() => {
  throw new Error("no request is made here");
}).routes;

describe("opens", () => {
  it("no mail asks anybody for anything when it is read", () => {
    for (const [, { html }] of allMails)
      expect(html).not.toMatch(/<img|\bsrc(set)?=|url\(|@import|background="|<link|<audio|<video/i);
  });

  it("no picture that says nothing is in the house, and no route serves one", () => {
    expect(where(/R0lGOD|iVBORw0KGgo|image\/gif|pixel\.(gif|png)/)).toEqual([]);
    const suspects = routes.filter(
      ({ path, method }) => method !== "POST" && /\.(gif|png|jpe?g|webp)$|pixel|beacon|\/open/i.test(path),
    );
    // On the desk a sealed proof is opened; no mail leads there.
    expect(suspects.filter(({ path }) => !path.startsWith("/staff/proofs/open"))).toEqual([]);
  });
});

describe("clicks", () => {
  it("links in mails lead where they say: to pages of ours that answer themselves", async () => {
    const world = await createWorld();
    for (const mail of [reconsent("lv"), reconsent("en"), confirm("lv")])
      for (const [, href = ""] of mail.html.matchAll(/href="([^"]+)"/g)) {
        const { pathname, search } = new URL(href);
        const answer = await world.request(pathname + search);
        expect([pathname, answer.status >= 300 && answer.status < 400]).toEqual([pathname, false]);
      }
  });

  it("no route leads on to an address that it was given", () => {
    expect(routes.filter(({ path }) => /\/(go|out|click|track|redirect|link-?to)\b/i.test(path))).toEqual([]);
    expect(where(/redirect\(\s*(?:c\.req\.query|new URL\(c\.req|form\.text|typed\.text)\(/)).toEqual([]);
  });
});

describe("the mail provider", () => {
  it("is handed the mail and its tags, and no wish to track", async () => {
    const resend = await startFakeResend();
    try {
      const mailer = createResendMailer({ apiKey: resend.apiKey, baseUrl: resend.url });
      const handover = await (await mailer.prepare([reconsent("lv")])).handOver("no-tracking");
      expect(handover.outcome).toBe("accepted");
      const known = ["from", "headers", "html", "reply_to", "subject", "tags", "text", "to"];
      const ours = Object.keys(resend.mails[0] ?? {}).filter((name) => !["id", "key", "at", "request"].includes(name));
      expect(ours.sort()).toEqual(known);
    } finally {
      await resend.stop();
    }
  });

  it("is told of no setting for it, and what it tells of opens and clicks is known in one place, to be dropped", () => {
    expect(where(/(open|click)_?-?track|track_?-?(open|click|link)|x-(?:mc|mj|pm|sg)-track/i)).toEqual([]);
    expect(where(/email\.(opened|clicked)/)).toEqual(["src/domain/messages/rules/event.ts"]);
  });
});

it("the database has no place for it, but for two columns in which the sign-in of staff may know their own browser", () => {
  const columns = Object.values(schema)
    .filter((table) => is(table, SQLiteTable))
    .flatMap((table) =>
      Object.values(getTableColumns(table as SQLiteTable)).map(
        ({ name }) => `${getTableName(table as SQLiteTable)}.${name}`,
      ),
    );
  expect(columns.length).toBeGreaterThan(80);
  // What is opened there is a sealed proof, by the data-protection officer, and a case of "justify or delete".
  const ofMails = columns.filter((name) => !/^(proof_opening|review_case)\./.test(name));
  const suspects = ofMails.filter((name) => /open|click|pixel|track|user_agent|\.ip|_ip$/i.test(name));
  expect(suspects.sort()).toEqual(["session.ip_address", "session.user_agent"]);
});
