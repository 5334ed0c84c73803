/**
 * "We do not track whether you opened this e-mail or which links you followed": what would have to exist in the code for
 * that to be untrue. Each test names one of the ways in which other programs do it.
 */
import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { getTableColumns, getTableName, is } from "drizzle-orm";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import { describe, expect, it } from "vitest";
import { createApp } from "../../src/app.ts";
import { createResendMailer } from "../../src/delivery/mailers/resend.ts";
import * as schema from "../../src/platform/schema.ts";
import { startFakeResend } from "../fakes/resend.ts";
import { issueMail } from "../support/issues.ts";
import { allMails, confirm, reconsent } from "../support/mails.ts";
import { png } from "../support/pictures.ts";
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

  it("an issue asks for its pictures alone, by their hash: one address for all readers, and none of one's own", () => {
    for (const language of ["lv", "en"] as const) {
      const [one, two] = [1, 2].map((n) => issueMail(language, { n }).html) as [string, string];
      const asked = (html: string) =>
        [...html.matchAll(/\s(?:src(?:set)?|background|poster)="([^"]*)"/g)].map((m) => m[1]);
      expect(asked(one).length).toBeGreaterThan(2);
      expect(asked(one)).toEqual(asked(two));
      for (const url of asked(one)) expect(new URL(url ?? "").pathname).toMatch(/^\/media\/[0-9a-f]{64}$/);
      for (const url of asked(one)) expect(new URL(url ?? "").search).toBe("");
      expect(one).not.toMatch(/url\(|@import|<link|<audio|<video|<iframe/i);
    }
  });

  it("a picture is given out without a cookie, and nothing is written of who asked", async () => {
    const world = await createWorld();
    const bytes = png(40, 40);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const row = { sha256, type: "png", width: 40, height: 40, size: bytes.length, bytes } as const;
    await world.deps.db.read.insert(schema.image).values({ ...row, createdBy: "staff:x", createdAt: 0 });
    await world.deps.db.read.insert(schema.imageUse).values({ subject: "institution", sha256 });
    const count = async () => {
      const { rows } = await world.deps.db.client.execute("SELECT count(*) AS n FROM image_use");
      return [rows[0]?.n, JSON.stringify(await world.deps.db.read.select().from(schema.image))];
    };
    const before = await count();
    const answer = await world.request(`/media/${sha256}?reader=1`, { headers: { cookie: "a=b" } });
    expect([answer.status, answer.headers.get("set-cookie")]).toEqual([200, null]);
    expect(answer.headers.get("content-type")).toBe("image/png");
    expect(answer.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
    expect(await count()).toEqual(before);
    for (const none of [sha256.replace(/^./, "x"), sha256.toUpperCase(), "0".repeat(64), `${sha256}0`])
      expect((await world.request(`/media/${none}`)).status).toBe(404);
  });

  it("no picture that says nothing is in the house, and no route serves one", () => {
    expect(where(/R0lGOD|iVBORw0KGgo|data:image\/(gif|png)|pixel\.(gif|png)/)).toEqual([]);
    const suspects = routes.filter(
      ({ path, method }) => method !== "POST" && /\.(gif|png|jpe?g|webp)$|pixel|beacon|\/open\b/i.test(path),
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
