/** A tag is decided anew on its day: by a person, or, where nobody decides, as the rule says. */
import { expect, it } from "vitest";
import { readOpenAlerts } from "../../../src/domain/alerts/views.ts";
import { retain as nightly } from "../../../src/domain/retention/run.ts";
import type { StaffActor } from "../../../src/domain/staff/rules.ts";
import { decideReview } from "../../../src/domain/suppressions/review/decide.ts";
import { tendTags } from "../../../src/domain/suppressions/review/tend.ts";
import { dueOf } from "../../../src/domain/suppressions/rules/review.ts";
import { EVERYTHING, REASONS, type Reason } from "../../../src/domain/suppressions/rules.ts";
import { readDue } from "../../../src/domain/suppressions/views/review.ts";
import { must, openScene, type Scene } from "../consent/scene.ts";
import { editor, PURPOSES } from "../imports/office.ts";

const officer: StaffActor = { ...editor, id: "dace", role: "dpo" };
const at = (day: string) => Date.parse(`${day}T10:00:00Z`);

async function tag(scene: Scene, name: string, reason: Reason, scope: string, reviewDay = "2026-12-01") {
  const [made] = scene.deps.vault.suppressionTags(`${name}@pasts.example`);
  await scene.client.execute({
    sql: "INSERT INTO suppression (tag, key_id, scope, reason, day, review_day) VALUES (?, ?, ?, ?, '2023-12-01', ?)",
    args: [made?.tag as Uint8Array, made?.keyId ?? "", scope, reason, reviewDay],
  });
}

const left = async (scene: Scene) =>
  (await scene.client.execute("SELECT reason, review_day FROM suppression ORDER BY reason, review_day")).rows.map(
    (r) => [r.reason, r.review_day],
  );
const retain = async (scene: Scene, day: string) => {
  scene.clock.set(at(day));
  await tendTags(scene.deps);
  for (let again = true; again; ) {
    await nightly(scene.deps);
    again = scene.jobs.some((job) => job.kind.startsWith("retain"));
    scene.jobs.length = 0;
  }
};
const decision = {
  scope: PURPOSES.news,
  reason: "withdrawn",
  decision: "prolong" as const,
  months: 12,
  note: "Rakstām",
  n: 1,
};

it("nobody decides: wishes for silence stand on while the purpose lives, the others go, and all of a purpose that is over", () => {
  for (const reason of REASONS) {
    const silent = ["complained", "never", "deceased"].includes(reason);
    expect([reason, dueOf(reason, true)]).toEqual([reason, silent ? "stands-on" : "ends-later"]);
    expect([reason, dueOf(reason, false)]).toEqual([reason, "ends-now"]);
  }
});

it("is announced a month before, and the announcement goes when there is nothing to decide", async () => {
  const scene = await openScene();
  await tag(scene, "a", "withdrawn", PURPOSES.news);
  const open = async () => (await readOpenAlerts(scene.deps.db, "suppression")).map((a) => [a.code, a.detail.n]);
  await retain(scene, "2026-10-31");
  expect(await open()).toEqual([]);
  await retain(scene, "2026-11-02");
  expect(await open()).toEqual([["suppression.review", 1]]);
  must(await decideReview(scene.deps, officer, decision));
  await scene.run();
  await retain(scene, "2026-11-03");
  expect(await open()).toEqual([]);
});

it("undecided, page by page, with an event that says how many and why", async () => {
  const scene = await openScene();
  await tag(scene, "a", "withdrawn", PURPOSES.news);
  await tag(scene, "b", "complained", PURPOSES.news);
  await tag(scene, "c", "never", EVERYTHING);
  await tag(scene, "d", "bounced", PURPOSES.other, "2027-02-20");
  await retain(scene, "2026-12-02");
  expect(await left(scene)).toEqual([
    ["bounced", "2027-02-20"],
    ["complained", "2027-12-02"],
    ["never", "2027-12-02"],
    ["withdrawn", "2026-12-01"],
  ]);
  await retain(scene, "2027-02-28");
  expect(await left(scene)).toEqual([
    ["bounced", "2027-02-20"],
    ["complained", "2027-12-02"],
    ["never", "2027-12-02"],
    ["withdrawn", "2026-12-01"],
  ]);
  await retain(scene, "2027-03-01");
  expect((await left(scene)).map(([reason]) => reason)).toEqual(["bounced", "complained", "never"]);
  const events = await scene.client.execute(
    "SELECT body FROM event WHERE typ LIKE 'suppression.%' ORDER BY at, json_extract(body, '$.scope') DESC",
  );
  expect(events.rows.map((r) => JSON.parse(String(r.body))).map((e) => [e.typ, e.scope, e.reason, e.n, e.why])).toEqual(
    [
      ["suppression.prolonged", PURPOSES.news, "complained", 1, "asked-for-silence"],
      ["suppression.prolonged", "everything", "never", 1, "asked-for-silence"],
      ["suppression.ended", PURPOSES.news, "withdrawn", 1, "no-decision"],
    ],
  );
});

it("the tags of a purpose that is over have lost their reason, whatever they say", async () => {
  const scene = await openScene();
  await tag(scene, "a", "complained", PURPOSES.news);
  await tag(scene, "b", "withdrawn", PURPOSES.news);
  await scene.client.execute({ sql: "UPDATE purpose SET state='ended' WHERE id=?", args: [PURPOSES.news] });
  await retain(scene, "2026-12-02");
  expect(await left(scene)).toEqual([]);
});

it("the reviewer prolongs with a reason, or ends; only about the number he saw, and only for this purpose and reason", async () => {
  const scene = await openScene();
  for (let i = 0; i < 3; i++) await tag(scene, `w${i}`, "withdrawn", PURPOSES.news);
  await tag(scene, "x", "withdrawn", PURPOSES.other);
  await tag(scene, "y", "refused", PURPOSES.news);
  scene.clock.set(at("2026-12-02"));
  expect(await decideReview(scene.deps, officer, { ...decision, n: 2 })).toMatchObject({
    code: "suppressions.number_changed",
    values: { n: 3 },
  });
  expect(await decideReview(scene.deps, editor, { ...decision, n: 3 })).toMatchObject({ code: "staff.forbidden" });
  expect(await decideReview(scene.deps, officer, { ...decision, n: 3, note: " " })).toMatchObject({
    code: "form.invalid",
  });
  must(await decideReview(scene.deps, officer, { ...decision, n: 3 }));
  await scene.run();
  must(await decideReview(scene.deps, officer, { ...decision, reason: "refused", decision: "end" }));
  await scene.run();
  expect(await left(scene)).toEqual([
    ["withdrawn", "2026-12-01"],
    ["withdrawn", "2028-01-01"],
    ["withdrawn", "2028-01-01"],
    ["withdrawn", "2028-01-01"],
  ]);
  expect(await scene.count("SELECT count(*) FROM suppression_review WHERE state='done' AND done = n")).toBe(2);
});

it("of two who decide about the same tags before the first page is done, one is told that it is decided", async () => {
  const scene = await openScene();
  for (let i = 0; i < 3; i++) await tag(scene, `w${i}`, "withdrawn", PURPOSES.news);
  await tag(scene, "x", "withdrawn", PURPOSES.other);
  scene.clock.set(at("2026-12-02"));
  const both = await Promise.all([
    decideReview(scene.deps, officer, { ...decision, n: 3 }),
    decideReview(scene.deps, { ...officer, id: "rita" }, { ...decision, n: 3, decision: "end" }),
  ]);
  expect(both.filter((one) => "code" in one)).toMatchObject([{ code: "suppressions.decided_meanwhile" }]);
  expect(await decideReview(scene.deps, officer, { ...decision, n: 3 })).toMatchObject({
    code: "suppressions.decided_meanwhile",
  });
  must(await decideReview(scene.deps, officer, { ...decision, scope: PURPOSES.other }));
  const logged = async () => scene.count("SELECT count(*) FROM event WHERE typ = 'suppression.reviewed'");
  expect(await logged()).toBe(2);
  await scene.run();
  expect(await scene.count("SELECT count(*) FROM suppression_review WHERE state = 'done' AND done = n")).toBe(2);
});

it("a decision about tags that another one has changed since they were counted is none", async () => {
  const scene = await openScene();
  await tag(scene, "w", "withdrawn", PURPOSES.news);
  scene.clock.set(at("2026-12-02"));
  const { client } = scene.deps.db;
  const batch = client.batch.bind(client);
  let first = true;
  Object.assign(client, {
    batch: async (...args: Parameters<typeof batch>) => {
      if (first) {
        first = false;
        must(await decideReview(scene.deps, officer, decision));
        await scene.run();
      }
      return batch(...args);
    },
  });
  const late = await decideReview(scene.deps, { ...officer, id: "rita" }, { ...decision, decision: "end" });
  expect(late).toMatchObject({ code: "suppressions.decided_meanwhile" });
  expect(await left(scene)).toEqual([["withdrawn", "2028-01-01"]]);
  expect(await scene.count("SELECT count(*) FROM event WHERE typ = 'suppression.reviewed'")).toBe(1);
});

it("finds what is due by an index, however many tags there are", async () => {
  const scene = await openScene();
  const plan = async (sql: string) =>
    (await scene.client.execute(`EXPLAIN QUERY PLAN ${sql}`)).rows.map((r) => String(r.detail)).join("\n");
  const statements: string[] = [];
  const { client } = scene.deps.db;
  const execute = client.execute.bind(client);
  Object.assign(client, {
    execute: (s: { sql: string } & string) => {
      statements.push(s.sql ?? s);
      return execute(s);
    },
  });
  await readDue(scene.deps.db, "2026-12-01");
  expect(statements.length).toBe(1);
  expect(await plan((statements[0] ?? "").replaceAll("?", "''"))).toContain("suppression_due");
});
