import { expect, it } from "vitest";
import { retain } from "../../../src/domain/retention/run.ts";
import { createWorld, type World } from "../../support/world.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

async function put(world: World, table: "intake" | "token" | "commit_mark", id: string, time: number) {
  const bytes = new TextEncoder().encode(id);
  const statement = {
    intake: { sql: "INSERT INTO intake VALUES (?, ?, ?, ?, 'mailed', 0, ?)", args: [id, bytes, bytes, bytes, time] },
    token: { sql: "INSERT INTO token VALUES (?, 'confirm', ?, ?)", args: [bytes, id, time] },
    commit_mark: { sql: "INSERT INTO commit_mark VALUES (?, ?)", args: [id, time] },
  }[table];
  await world.client.execute(statement);
}

it("deletes sign-ups of seven days, expired links and marks of a day, and nothing else", async () => {
  const world = await createWorld();
  world.clock.pass({ days: 30 });
  await retain(world.deps);
  const now = world.clock.now() + 1;
  for (const [age, fate] of [
    [HOUR, "old"],
    [-HOUR, "young"],
  ] as const) {
    await put(world, "intake", `${fate}-intake`, now - 7 * DAY - age);
    await put(world, "token", `${fate}-token`, now - age);
    await put(world, "commit_mark", `${fate}-mark`, now - DAY - age);
  }
  const tables = (
    await world.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
  ).map((r) => r.name as string);
  const counts = async () =>
    Object.fromEntries(
      await Promise.all(
        tables.map(async (t) => [t, Number((await world.rows(`SELECT count(*) AS n FROM "${t}"`))[0]?.n)] as const),
      ),
    );
  const before = await counts();
  await retain(world.deps);
  const after = await counts();
  const mark = (await world.rows("SELECT id FROM commit_mark WHERE id LIKE '%-mark'")).map((r) => r.id);
  expect((await world.rows("SELECT id FROM intake")).map((r) => r.id)).toEqual(["young-intake"]);
  expect((await world.rows("SELECT subject FROM token")).map((r) => r.subject)).toEqual(["young-token"]);
  expect(mark).toEqual(["young-mark"]);
  const { intake, token, commit_mark, ...others } = before;
  expect(after).toEqual({ ...others, intake: 1, token: 1, commit_mark });
  expect([intake, token]).toEqual([2, 2]);
});

it("takes many rows in turns, and rests when nothing is left", async () => {
  const world = await createWorld();
  await world.client.execute(`INSERT INTO commit_mark (id, at)
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12000) SELECT 'mark-' || i, 1 FROM n`);
  await retain(world.deps);
  expect(world.jobs).toEqual([{ kind: "retain" }]);
  expect(await world.work()).toBe(2);
  expect(await world.rows("SELECT id FROM commit_mark WHERE id LIKE 'mark-%'")).toEqual([]);
  await retain(world.deps);
  expect(world.jobs).toEqual([]);
});
