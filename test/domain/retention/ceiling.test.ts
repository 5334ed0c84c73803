/** What a person confirmed is the most that goes: a term shortened meanwhile stops the run, which is counted anew and shown. */
import { expect, it } from "vitest";
import { confirmRun } from "../../../src/domain/retention/confirm-run.ts";
import { retain } from "../../../src/domain/retention/run.ts";
import { OPERATOR } from "../../../src/runtime/cli/command.ts";
import { done } from "../../http/staff/campaigns/desk.ts";
import { openScene, type Scene } from "./scene.ts";

const months = (s: Scene, n: number) =>
  s.client.execute({
    sql: `UPDATE purpose SET sheet = json_set(sheet, '$.retention', json(?))
          WHERE id = (SELECT purpose_id FROM list WHERE id = ?)`,
    args: [JSON.stringify({ kind: "months", months: n, from: "joined", event: { lv: "x", en: "x" } }), s.listId],
  });
const run = async (s: Scene) => {
  const [row] = await s.rows("SELECT state, planned, deleted FROM retention_run WHERE kind = 'night'");
  return [row?.state, JSON.parse(String(row?.planned)), JSON.parse(String(row?.deleted))];
};
const left = (s: Scene) => s.one("SELECT count(*) FROM person");
const alerts = (s: Scene) => s.rows("SELECT detail FROM alert WHERE code = 'retention.held' AND closed_at IS NULL");
const confirm = async (s: Scene, planned: number) =>
  confirmRun(s.deps, OPERATOR, {
    id: String(await s.one("SELECT id FROM retention_run WHERE kind = 'night'")),
    planned,
  });

/** So many are over by a term of four months, six more by one of one month; the run of the night waits or has begun. */
async function counted(old: number, ceiling: number) {
  const s = await openScene();
  await s.people(old);
  s.clock.pass({ days: 70 });
  await s.people(6, old + 10);
  s.clock.pass({ days: 60 });
  await months(s, 4);
  await s.client.execute({
    sql: "UPDATE institution SET profile = json_set(profile, '$.retention', json(?))",
    args: [JSON.stringify({ ceiling, answerDays: 30 })],
  });
  await retain(s.deps);
  return s;
}

it("a term shortened after it was confirmed stops it before anybody more goes, and a person is asked again", async () => {
  const s = await counted(5, 4);
  done(await confirm(s, 5));
  await months(s, 1);
  await s.work();
  expect(await left(s)).toBe(11);
  expect(await run(s)).toEqual(["held", { purposes: 11 }, {}]);
  expect(await alerts(s)).toEqual([{ detail: '{"n":11}' }]);
  done(await confirm(s, 11));
  await s.work();
  expect(await left(s)).toBe(0);
  expect(await alerts(s)).toEqual([]);
  await s.check();
});

it("stopped in the middle, it asks for those who are left alone, and its report counts all", async () => {
  const s = await counted(205, 100);
  done(await confirm(s, 205));
  // It looks once more, then ends a page.
  await retain(s.deps);
  await retain(s.deps);
  expect(await left(s)).toBe(11);
  await months(s, 1);
  await s.work();
  expect(await run(s)).toEqual(["held", { purposes: 211 }, { purposes: 200 }]);
  expect(await alerts(s)).toEqual([{ detail: '{"n":11}' }]);
  const officer = await s.signIn("dpo");
  expect(await (await officer.get("/staff/retention?lang=en")).text()).toContain("Delete 11 rows");
  done(await confirm(s, 11));
  await s.work();
  expect(await left(s)).toBe(0);
  expect(await run(s)).toEqual(["done", { purposes: 211 }, { purposes: 211 }]);
  await s.check();
});

it("a term shortened before it is confirmed: nothing goes, and a person is asked again with the new number", async () => {
  const s = await counted(5, 4);
  await months(s, 1);
  done(await confirm(s, 5));
  await s.work();
  expect(await left(s)).toBe(11);
  expect(await run(s)).toEqual(["held", { purposes: 11 }, {}]);
  done(await confirm(s, 11));
  await s.work();
  expect(await left(s)).toBe(0);
  await s.check();
});

it("more than was counted, and still within the ceiling, goes after it was counted anew", async () => {
  const s = await counted(5, 50);
  await months(s, 1);
  await s.work();
  expect(await left(s)).toBe(11);
  s.clock.pass({ hours: 1 });
  await s.night();
  expect(await left(s)).toBe(0);
  expect(await run(s)).toEqual(["done", { purposes: 11 }, { purposes: 11 }]);
  expect(await alerts(s)).toEqual([]);
  await s.check();
});
