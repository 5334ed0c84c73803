/** Whose processing is restricted stays past every term, counted, until the restriction ends (GDPR Art. 18). */
import { expect, it } from "vitest";
import { retain } from "../../../src/domain/retention/run.ts";
import { besides, openScene, type Scene } from "./scene.ts";

const restrict = (s: Scene) =>
  s.client.execute({
    sql: "UPDATE person SET restricted_at = ?, restricted_for = 'request' WHERE id = (SELECT min(id) FROM person)",
    args: [s.clock.now()],
  });
const lift = (s: Scene) => s.client.execute("UPDATE person SET restricted_at = NULL, restricted_for = NULL");
const left = (s: Scene) => s.rows("SELECT restricted_for AS why FROM person");
const counted = (s: Scene, what: "kept" | "deleted") =>
  s.json(`SELECT ${what} FROM retention_run WHERE kind = 'night' ORDER BY day DESC LIMIT 1`);

const term = (s: Scene) =>
  s.client.execute({
    sql: `UPDATE purpose SET sheet = json_set(sheet, '$.retention', json(?))
          WHERE id = (SELECT purpose_id FROM list WHERE id = ?)`,
    args: [JSON.stringify({ kind: "months", months: 6, from: "joined", event: { lv: "x", en: "x" } }), s.listId],
  });

it("a term that is over ends the others, and him when the restriction ends", async () => {
  const s = await openScene();
  await s.people(3);
  await term(s);
  await restrict(s);
  s.clock.pass({ days: 190 });
  await s.night();
  expect(await left(s)).toEqual([{ why: "request" }]);
  expect([await counted(s, "deleted"), await counted(s, "kept")]).toMatchObject([{ purposes: 2 }, { purposes: 1 }]);
  await lift(s);
  s.clock.pass({ days: 1 });
  await s.night();
  expect(await left(s)).toEqual([]);
  await s.check();
});

it("a question of review that nobody answered ends the others, and him when the restriction ends", async () => {
  const s = await openScene();
  await s.people(3);
  await s.client.execute({
    sql: "UPDATE purpose SET state = 'ended' WHERE id = (SELECT purpose_id FROM list WHERE id = ?)",
    args: [s.listId],
  });
  await restrict(s);
  await s.night();
  s.clock.pass({ days: 31 });
  await s.night();
  expect(await left(s)).toEqual([{ why: "request" }]);
  expect(await counted(s, "kept")).toEqual({ unjustified: 1 });
  await lift(s);
  s.clock.pass({ days: 1 });
  await s.night();
  expect(await left(s)).toEqual([]);
  await s.check();
});

it.each([
  ["found", "s.created_at <= ?"],
  ["read", "bulk_salt AS salt"],
])("restricted after he was %s for deletion, he stays, and the others go", async (_, words) => {
  const s = await openScene();
  await s.people(3);
  await term(s);
  s.clock.pass({ days: 190 });
  const beside = besides(s.deps, words, () => restrict(s));
  for (let turn = 0; turn < 8; turn++) await retain(beside);
  expect(await left(s)).toEqual([{ why: "request" }]);
  await s.check();
});
