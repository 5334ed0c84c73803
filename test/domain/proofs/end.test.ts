/** The second stage of erasure: on its day the sealed proof is destroyed, and what stays leads to nobody. */
import { expect, it } from "vitest";
import { commit } from "../../../src/domain/commit.ts";
import { isProblem } from "../../../src/domain/proofs/rules/bundle/problem.ts";
import { verifyBundle } from "../../../src/domain/proofs/rules/verify/verify.ts";
import { overWrites } from "../../../src/domain/proofs/store/over.ts";
import { readOver } from "../../../src/domain/proofs/views/over.ts";
import { utf8 } from "../../../src/platform/encoding.ts";
import { openDesk } from "../../http/staff/campaigns/desk.ts";

const day = async (s: Awaited<ReturnType<typeof openDesk>>) =>
  String((await s.rows("SELECT max(shred_day) AS day FROM consent_record"))[0]?.day);
const at = (text: string) => Date.parse(`${text}T12:00:00Z`);

/** The run of this night, whole. */
async function night(s: Awaited<ReturnType<typeof openDesk>>): Promise<void> {
  await s.deps.queue.enqueue({ kind: "retain" });
  await s.work();
}

/** One said yes and left, one said no, one stays. */
async function ended() {
  const s = await openDesk();
  await s.people(3);
  await s.sent();
  for (const [n, answer] of [
    [1, "yes"],
    [2, "no"],
    [3, "yes"],
  ] as const)
    await s.answer(n, answer);
  await s.work();
  const mail = s.mailbox.mails.find(
    ({ mail }) => mail.tags?.kind === "receipt" && mail.to.startsWith("cilveks1@"),
  )?.mail;
  const leave = /\/u\/[\w-]{71}/.exec(mail?.text ?? "")?.[0] ?? "";
  expect((await s.browser().post(leave, { scope: "all" })).status).toBe(200);
  await s.work();
  return { s, leave, receipt: mail?.attachments?.[0]?.text ?? "" };
}

it("on the day that was told the proof goes, with key, events, link tag and what the old link showed; not a day before", async () => {
  const { s } = await ended();
  const before = await s.rows("SELECT count(*) AS n FROM event WHERE record_id IS NOT NULL");
  expect(before).toEqual([{ n: 4 }]);
  s.clock.reach(at(await day(s)) - 24 * 3_600_000);
  await night(s);
  expect(await s.rows("SELECT count(*) AS n FROM consent_record WHERE person_id IS NULL")).toEqual([{ n: 2 }]);

  s.clock.reach(at(await day(s)));
  await s.deps.queue.enqueue({ kind: "retain" });
  await s.work();
  expect(await s.rows("SELECT count(*) AS n FROM consent_record WHERE person_id IS NULL")).toEqual([{ n: 0 }]);
  expect(await s.rows("SELECT count(*) AS n FROM link_tag")).toEqual([{ n: 0 }]);
  expect(await s.rows("SELECT count(*) AS n FROM subscription WHERE state = 'ended'")).toEqual([{ n: 0 }]);
  expect(await s.rows("SELECT count(*) AS n FROM event WHERE record_id IS NOT NULL")).toEqual([{ n: 1 }]);
  const [said] = await s.rows("SELECT body FROM event WHERE typ = 'erasure.executed'");
  expect(JSON.parse(String(said?.body))).toMatchObject({ stage: 2, records: 2, events: 3 });
  await s.check();
});

it("whoever stays keeps his proof, and nobody who left is let in again: the suppression tags are untouched", async () => {
  const { s } = await ended();
  const kept = await s.rows("SELECT hex(tag), scope, reason FROM suppression ORDER BY 1");
  expect(kept).toHaveLength(2);
  s.clock.reach(at(await day(s)));
  await night(s);
  expect(await s.rows("SELECT hex(tag), scope, reason FROM suppression ORDER BY 1")).toEqual(kept);
  expect(await s.rows("SELECT state FROM consent_record")).toEqual([{ state: "given" }]);
  expect(await s.rows("SELECT state FROM subscription")).toEqual([{ state: "active" }]);
});

it("the person's own receipt verifies for ever, without us", async () => {
  const { s, receipt } = await ended();
  s.clock.reach(at(await day(s)));
  await night(s);
  const report = await verifyBundle(utf8(receipt));
  if (isProblem(report)) throw new Error(report.problem);
  expect(report.verdicts.bytes.status).toBe("valid");
});

it("the old link says that nothing is held, and does nothing", async () => {
  const { s, leave } = await ended();
  s.clock.reach(at(await day(s)));
  await night(s);
  const page = await s.request(leave);
  expect(page.status).toBeLessThan(500);
  expect((await s.request(`${leave}/receipt`)).status).toBe(404);
  expect((await s.browser().post(leave, { scope: "all" })).status).toBeLessThan(500);
  expect(
    (await s.request(leave, { method: "POST", body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }) })).status,
  ).toBe(200);
  await s.work();
  await s.check();
});

it("a proof that was taken up again meanwhile stays: what was decided on the old rows is not done", async () => {
  const { s } = await ended();
  const today = await day(s);
  const records = (await s.rows("SELECT id FROM consent_record WHERE person_id IS NULL")).map(({ id }) => String(id));
  await s.client.execute("UPDATE consent_record SET shred_day = NULL WHERE state = 'withdrawn'");
  const change = overWrites({ records, subscriptions: [], day: today });
  expect(await commit(s.deps, { change, proof: [] })).toBe("stale");
  expect(await s.rows("SELECT count(*) AS n FROM consent_record")).toEqual([{ n: 3 }]);
  s.clock.reach(at(today));
  await night(s);
  expect(await s.rows("SELECT state FROM consent_record WHERE person_id IS NULL")).toEqual([{ state: "withdrawn" }]);
});

it("who was silent leaves no proof: his pseudonym goes after the same time", async () => {
  const s = await openDesk();
  await s.people(2);
  await s.sent();
  s.clock.pass({ days: 60 });
  await s.work();
  await s.client.execute(
    "UPDATE subscription SET state='ended', address_id=NULL, person_id=NULL, ended_reason='no_answer', ended_at=1",
  );
  await night(s);
  expect(await s.rows("SELECT count(*) AS n FROM subscription")).toEqual([{ n: 0 }]);
  expect(await s.rows("SELECT count(*) AS n FROM event WHERE typ = 'erasure.executed'")).toEqual([{ n: 0 }]);
});

it("finds what is over by its day, however many people are on lists", async () => {
  const s = await openDesk();
  const plansOf = async (statements: { sql: string }[]) => {
    const plans: string[] = [];
    for (const { sql } of statements) {
      const args = Array((sql.match(/\?/g) ?? []).length).fill(null);
      const { rows } = await s.client.execute({ sql: `EXPLAIN QUERY PLAN ${sql}`, args });
      plans.push(...rows.map(({ detail }) => String(detail)));
    }
    return plans;
  };
  const read: { sql: string }[] = [];
  const { execute, batch } = s.client;
  Object.assign(s.client, {
    execute: (one: { sql: string }, args?: never) => {
      read.push(one);
      return Reflect.apply(execute, s.client, [one, args]);
    },
    batch: (all: { sql: string }[], mode: never) => {
      read.push(...all);
      return Reflect.apply(batch, s.client, [all, mode]);
    },
  });
  await readOver(s.deps.db, { day: "2030-01-01", endedBefore: 1, most: 10 });
  Object.assign(s.client, { execute, batch });
  const plans = await plansOf([...read, ...overWrites({ records: [], subscriptions: [], day: "2030-01-01" })]);
  expect(plans).toContainEqual(expect.stringContaining("subscription_ended (ended_at<?)"));
  expect(plans).toContainEqual(expect.stringContaining("consent_record_shred (shred_day<?)"));
  const whole = /^SCAN (consent_record|subscription|event|link_tag|disclosure)\b/;
  expect(plans.filter((plan) => whole.test(plan))).toEqual([]);
});
