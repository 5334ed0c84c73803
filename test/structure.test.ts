/** Promises about the code itself: what a reader may rely on without reading everything. */

import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { createApp, doors } from "../src/app.ts";
import { ALERTS } from "../src/domain/alerts/rules.ts";
import { LANE } from "../src/jobs.ts";
import { RING_NAMES } from "../src/platform/keys.ts";
import { journalProblems } from "../src/runtime/node/migrate.ts";
import { TRIES } from "../src/runtime/retry.ts";
import { SCHEDULE } from "../src/runtime/schedule.ts";
import { refusalTexts } from "../src/texts/refusals/index.ts";

/** The supervisory authority's own, which set-up offers; vectors of PROOF.md; pieces of addresses that are refused. */
const KNOWN = ["pasts@dvi.gov.lv", "anna@example.lv", "ivan@xn--80a1acny.xn", "a@b.exa"];

const read = (file: string) => readFileSync(file, "utf8");
const sources = globSync("src/**/*.{ts,tsx}").map((file) => ({ file, text: read(file) }));
const tests = globSync("test/**/*.ts").map((file) => ({ file, text: read(file) }));

describe("doors", () => {
  const app = createApp(() => {
    throw new Error("no request is made here");
  });
  const handlers = app.routes.map((route, order) => ({ ...route, order }));
  const pages = handlers.filter((route) => route.method !== "ALL");
  const guardsBefore = (page: (typeof pages)[number]) =>
    handlers
      .filter((h) => h.method === "ALL" && h.order < page.order && covers(h.path, page.path))
      .map((h) => h.handler);
  const guardsOf = (name: string) => doors.find((door) => door.name === name)?.guards ?? [];

  it("the sub-apps of every door are mounted", () => {
    expect(doors.map((door) => door.name)).toEqual([
      "health",
      "one-click",
      "shut",
      "webhooks",
      "log",
      "media",
      "theme",
      "api",
      "sign-in",
      "set-up",
      "staff",
      "links",
      "sign-up",
      "sign-up-call",
      "public",
    ]);
    for (const door of doors) expect([door.name, door.rooms.length > 0]).toEqual([door.name, true]);
  });

  it("every staff page except sign-in stands behind the guard that asks who is there", () => {
    const [signedIn] = guardsOf("staff").slice(-2);
    const desk = pages.filter((p) => p.path.startsWith("/staff") && !/^\/staff\/sign-(in|out)/.test(p.path));
    expect(desk.length).toBeGreaterThan(20);
    expect(desk.filter((p) => !guardsBefore(p).includes(signedIn as never)).map((p) => p.path)).toEqual([]);
  });

  it("every form is taken only from our own pages, except the one-click POST, sign-ups and the provider's events", () => {
    const [formsFromHere] = guardsOf("sign-in").slice(-1);
    const posts = pages.filter((p) => p.method === "POST" && !guardsBefore(p).includes(formsFromHere as never));
    // Calls of programs carry a key, which no browser sends by itself (the next test).
    const forms = posts.filter((p) => !p.path.startsWith("/api/v1/"));
    expect([...new Set(forms.map((p) => p.path))]).toEqual([
      "/u/:token",
      "/webhooks/resend",
      // Both ask the site's name themselves (http/public/sign-up/from.ts).
      "/subscribe",
      "/subscribe.json",
    ]);
  });

  it("every call of the API stands behind the guard that asks for a key", () => {
    const [, , keyed] = guardsOf("api");
    const calls = pages.filter((p) => p.path.startsWith("/api/v1"));
    expect(calls.length).toBeGreaterThan(30);
    expect(calls.filter((p) => !guardsBefore(p).includes(keyed as never)).map((p) => p.path)).toEqual([]);
  });

  it("no page answers to a method other than GET and POST; a call of the API may be a PUT, and one of sites is asked for", () => {
    const methods = (some: typeof pages) => [...new Set(some.map((p) => p.method))].sort();
    // A browser asks before it lets another site call (Fetch, CORS preflight).
    const own = pages.filter((p) => p.path !== "/subscribe.json");
    expect(methods(own.filter((p) => !p.path.startsWith("/api/v1/")))).toEqual(["GET", "POST"]);
    expect(methods(own)).toEqual(["GET", "POST", "PUT"]);
    expect(methods(pages)).toEqual(["GET", "OPTIONS", "POST", "PUT"]);
  });
});

describe("work", () => {
  it("every kind of job has a hand", () => {
    for (const kind of Object.keys(LANE)) expect(read("src/runtime/consume.ts")).toContain(`case "${kind}":`);
  });

  const wrangler = read("wrangler.toml");
  it("the Worker's crons are the schedule's", () => {
    const crons = JSON.parse(/crons = (\[.*\])/.exec(wrangler)?.[1] ?? "[]");
    expect(crons.sort()).toEqual([...new Set(SCHEDULE.map((turn) => turn.cron))].sort());
  });

  it("the Worker has a queue and a dead-letter queue for each lane, with the program's number of tries", () => {
    for (const lane of new Set(Object.values(LANE))) {
      expect(wrangler).toContain(`binding = "${lane.toUpperCase()}"\nqueue = "pieteka-${lane}"`);
      expect(wrangler).toContain(`dead_letter_queue = "pieteka-${lane}-dead"`);
      expect(wrangler).toContain(`queue = "pieteka-${lane}-dead"\n`);
    }
    const retries = [...wrangler.matchAll(/max_retries = (\d+)/g)].map((found) => Number(found[1]));
    expect(retries).toEqual([TRIES - 1, TRIES - 1]);
  });

  it("a deployment fails without any of the keys", () => {
    for (const name of RING_NAMES) expect(wrangler).toContain(`"${name}"`);
  });
});

describe("evidence", () => {
  it("acts without evidence are these, by name", () => {
    const silent = sources.filter(({ file, text }) => file !== "src/domain/commit.ts" && /proof: \[\]/.test(text));
    expect(silent.map(({ file }) => file).sort()).toEqual([
      "src/domain/alerts/close.ts",
      "src/domain/alerts/tell.ts",
      "src/domain/api-calls/begin.ts",
      "src/domain/api-calls/end.ts",
      "src/domain/api-keys/let-in.ts",
      "src/domain/api-keys/watch.ts",
      "src/domain/breaches/acts/ended.ts",
      "src/domain/breaches/watch.ts",
      "src/domain/campaigns/acts/expire.ts",
      "src/domain/campaigns/change.ts",
      "src/domain/campaigns/create.ts",
      "src/domain/campaigns/ending/tend.ts",
      "src/domain/campaigns/erase-page.ts",
      "src/domain/campaigns/stand-still.ts",
      "src/domain/campaigns/take-readings.ts",
      "src/domain/campaigns/waves/end-pilot.ts",
      "src/domain/consent/acts/join.ts",
      "src/domain/consent/come-back.ts",
      "src/domain/consent/confirm.ts",
      "src/domain/consent/decline.ts",
      "src/domain/consent/hand-on.ts",
      "src/domain/consent/mail-receipts.ts",
      "src/domain/consent/request-link.ts",
      "src/domain/consent/request.ts",
      "src/domain/consent/take-in.ts",
      "src/domain/dead-letters/dismiss.ts",
      "src/domain/dead-letters/record.ts",
      "src/domain/dead-letters/retry.ts",
      "src/domain/erasure-journal/acts/keep.ts",
      "src/domain/erasure-journal/reapply.ts",
      "src/domain/exports/acts/ended.ts",
      "src/domain/exports/acts/handed-out.ts",
      "src/domain/exports/ask.ts",
      "src/domain/exports/drop.ts",
      "src/domain/exports/end.ts",
      "src/domain/exports/make-page.ts",
      "src/domain/images/upload.ts",
      "src/domain/imports/check-part.ts",
      "src/domain/imports/check.ts",
      "src/domain/imports/drop.ts",
      "src/domain/imports/mark-files.ts",
      "src/domain/imports/recheck.ts",
      "src/domain/imports/run.ts",
      "src/domain/imports/write-page.ts",
      "src/domain/institution/set-up.ts",
      "src/domain/institution/tell-whom.ts",
      "src/domain/issues/drafts/create.ts",
      "src/domain/issues/drafts/drop.ts",
      "src/domain/issues/drafts/restore.ts",
      "src/domain/issues/drafts/reuse.ts",
      "src/domain/issues/drafts/save.ts",
      "src/domain/issues/drafts/send-trial.ts",
      "src/domain/issues/sending/choose-segment.ts",
      "src/domain/issues/take-readings.ts",
      "src/domain/key-rotation/note-keys.ts",
      "src/domain/key-rotation/rotate.ts",
      "src/domain/last-mails/end-old.ts",
      "src/domain/last-mails/mail.ts",
      "src/domain/me/choices/language.ts",
      "src/domain/me/choices/pause.ts",
      "src/domain/me/choices/share.ts",
      "src/domain/me/enter.ts",
      "src/domain/me/request-link.ts",
      "src/domain/me/sign-out.ts",
      "src/domain/messages/acts/refused.ts",
      "src/domain/messages/decide-held.ts",
      "src/domain/messages/finish.ts",
      "src/domain/messages/freeze-batch.ts",
      "src/domain/messages/note-provider.ts",
      "src/domain/messages/one-by-one/begin-mails.ts",
      "src/domain/messages/planning/plan-issue-page.ts",
      "src/domain/messages/planning/plan-page.ts",
      "src/domain/messages/record-outcome.ts",
      "src/domain/messages/take-attempt.ts",
      "src/domain/messages/take-back-page.ts",
      "src/domain/messages/take-slot.ts",
      "src/domain/messages/turn.ts",
      "src/domain/messages/watch.ts",
      "src/domain/people/mark-shared.ts",
      "src/domain/proof-log/acts/bring.ts",
      "src/domain/proof-log/acts/meet-copy.ts",
      "src/domain/proof-log/acts/origin.ts",
      "src/domain/proof-log/new-origin.ts",
      "src/domain/proof-log/seal.ts",
      "src/domain/proofs/ask-opening.ts",
      "src/domain/proofs/look-up.ts",
      "src/domain/purposes/save.ts",
      "src/domain/read-log/acts/record.ts",
      "src/domain/read-log/look-at-readers.ts",
      "src/domain/read-log/watch.ts",
      "src/domain/retention/acts/aged.ts",
      "src/domain/retention/acts/hourly.ts",
      "src/domain/retention/acts/leaving.ts",
      "src/domain/retention/acts/messages.ts",
      "src/domain/retention/acts/nightly.ts",
      "src/domain/retention/acts/plan.ts",
      "src/domain/retention/acts/records.ts",
      "src/domain/retention/acts/tend.ts",
      "src/domain/retention/count-anew.ts",
      "src/domain/retention/forecast.ts",
      "src/domain/retention/place-hold.ts",
      "src/domain/retention/run.ts",
      "src/domain/rights-requests/watch.ts",
      "src/domain/sign-up-forms/end.ts",
      "src/domain/sign-up-guard/let-go.ts",
      "src/domain/sign-up-guard/watch.ts",
      "src/domain/staff/acts/former-addresses.ts",
      "src/domain/staff/second-factor/ask-reset.ts",
      "src/domain/staff/second-factor/drop-reset.ts",
      "src/domain/staff/second-factor/renew-codes.ts",
      "src/domain/staff/second-factor/show.ts",
      "src/domain/staff/see-handed.ts",
      "src/domain/staff/watch-review.ts",
      "src/domain/suppressions/acts/ended-tags.ts",
      "src/domain/suppressions/acts/silence.ts",
      "src/domain/suppressions/lists/drop.ts",
      "src/domain/suppressions/lists/run.ts",
      "src/domain/suppressions/lists/take.ts",
      "src/domain/suppressions/lists/write-page.ts",
      "src/domain/suppressions/review/apply-page.ts",
      "src/domain/suppressions/review/tend.ts",
      "src/domain/suppressions/sweep.ts",
      "src/domain/time-stamps/stamp.ts",
    ]);
  });

  it("the migration journal is in order, so that no migration is skipped without a word", () => {
    expect(journalProblems()).toEqual([]);
  });
});

describe("words", () => {
  it("every refusal code that the program uses has a sentence in both languages", () => {
    const used = new Set<string>();
    for (const { file, text } of sources)
      if (!file.startsWith("src/texts/"))
        for (const [, code] of text.matchAll(/(?:refuse\(|code: )"([a-z-]+\.[a-z_]+)"/g)) used.add(code as string);
    expect(used.size).toBeGreaterThan(30);
    const ours = [...used].filter((code) => !/^(provider|mail|smtp|resend|message)\./.test(code) && !(code in ALERTS));
    expect(ours.filter((code) => !(code in refusalTexts.lv) || !(code in refusalTexts.en))).toEqual([]);
  });

  it("no address stands in the code except under reserved names (RFC 2606, RFC 6761)", () => {
    const reserved = /(\.|@)(example|test|invalid|localhost)$|@([a-z0-9-]+\.)*example\.(com|org|net)$/i;
    const found = [...sources, ...tests].flatMap(({ file, text }) =>
      [...text.matchAll(/[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}/g)]
        .map(([address]) => address)
        .filter((address) => !reserved.test(address) && !KNOWN.includes(address))
        .map((address) => `${file}: ${address}`),
    );
    expect(found).toEqual([]);
  });
});

describe("size", () => {
  const exempt = /(^src\/platform\/schema\.ts|\.gen\.ts|^src\/texts\/.*|demo\/content\.ts)$/;
  const lines = (text: string) => text.split("\n").length - 1;

  it("files are short: 300 lines at most, half of them up to 80", () => {
    const counted = sources
      .filter(({ file }) => !exempt.test(file))
      .map(({ file, text }) => ({ file, n: lines(text) }));
    expect(counted.filter(({ n }) => n > 300).map(({ file, n }) => `${file}: ${n}`)).toEqual([]);
    const sorted = counted.map(({ n }) => n).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(80);
  });

  it("folders can be seen at a glance: about ten files", () => {
    const folders = new Map<string, number>();
    for (const { file } of sources) folders.set(dirname(file), (folders.get(dirname(file)) ?? 0) + 1);
    expect([...folders].filter(([folder, n]) => n > 15 && !folder.startsWith("src/texts"))).toEqual([]);
  });

  it("every file says at its head what it is for", () => {
    const silent = sources.filter(({ text }) => !/^(#!.*\n)?(\/\*\* @jsx.*\n)?\/\*\*/.test(text) && lines(text) > 12);
    expect(silent.map(({ file }) => file).filter((file) => !file.startsWith("src/texts/refusals/"))).toEqual([]);
  });
});

describe("decisions", () => {
  it("each decision of the README names a check that exists", () => {
    const table = read("README.md").split("## Decisions, each with its check")[1]?.split("\n## ")[0] ?? "";
    const rows = table.split("\n").filter((row) => row.startsWith("| ") && !row.startsWith("| decision"));
    expect(rows.length).toBeGreaterThan(10);
    const named = rows.map((row) => {
      const check = row.split(" | ").at(-1) ?? "";
      return { row, files: [...check.matchAll(/`((?:test|src)\/[^`\s]+)`/g)].map((found) => found[1] as string) };
    });
    expect(named.filter(({ files }) => files.length === 0).map(({ row }) => row)).toEqual([]);
    expect(named.flatMap(({ files }) => files).filter((file) => !existsSync(file))).toEqual([]);
  });
});

describe("tests", () => {
  it("every file with an expectation is run", () => {
    const stray = tests.filter(({ file, text }) => /\bexpect\(/.test(text) && !/\.test\.ts$/.test(file));
    expect(stray.map(({ file }) => file).filter((file) => !/^test\/(support|fakes)\//.test(file))).toEqual([]);
  });

  it("none is skipped, switched off or alone", () => {
    const off = tests.filter(({ text }) => /\b(it|test|describe)\.(skip|only|todo|fails)\(/.test(text));
    expect(off.map(({ file }) => file)).toEqual([]);
  });
});

/** Whether a pattern of middleware covers a path of a page. */
function covers(pattern: string, path: string): boolean {
  if (pattern === "*" || pattern === "/*") return true;
  return pattern.endsWith("/*") ? `${path}/`.startsWith(pattern.slice(0, -1)) : pattern === path;
}
