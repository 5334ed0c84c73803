import { expect, it } from "vitest";
import { FORESEEN } from "../../../src/domain/retention/acts/forecast.ts";
import { retain } from "../../../src/domain/retention/run.ts";
import { createWorld, type World } from "../../support/world.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const LIFE = { intake: 7, token: 0, commit_mark: 1, provider_event: 90, lease: 1, dead_letter: 90, alert: 180 };

/** What every act leaves, this one too. */
const OWN = new Set(
  "commit_mark lease journal event log_entry log_key log_copy checkpoint tile retention_run time_stamp_try".split(" "),
);

async function put(world: World, table: keyof typeof LIFE, id: string, time: number) {
  const bytes = new TextEncoder().encode(id);
  const statement = {
    intake: { sql: "INSERT INTO intake VALUES (?, ?, ?, ?, 'mailed', 0, ?)", args: [id, bytes, bytes, bytes, time] },
    token: { sql: "INSERT INTO token VALUES (?, 'confirm', ?, ?)", args: [bytes, id, time] },
    commit_mark: { sql: "INSERT INTO commit_mark VALUES (?, ?)", args: [id, time] },
    provider_event: {
      sql: "INSERT INTO provider_event (id, type, known, at) VALUES (?, 'email.sent', 0, ?)",
      args: [id, time],
    },
    lease: { sql: "INSERT INTO lease VALUES (?, '1', ?)", args: [id, time] },
    dead_letter: { sql: "INSERT INTO dead_letter (job, at) VALUES (?, ?)", args: [id, time] },
    alert: {
      sql: "INSERT INTO alert (id, code, subject, at, closed_at) VALUES (?, 'job.dead', ?, 0, ?)",
      args: [id, id, time],
    },
  }[table];
  await world.client.execute(statement);
}

it("deletes sign-ups of seven days, expired links, marks of a day, old events and leases, dead jobs and alerts that are over, and nothing else", async () => {
  const world = await createWorld();
  const night = async () => {
    await world.deps.queue.enqueue({ kind: "retain" });
    await world.work();
  };
  world.clock.pass({ days: 400 });
  await night();
  world.clock.pass({ days: 1 });
  const now = world.clock.now() + 1;
  for (const [age, fate] of [
    [HOUR, "old"],
    [-HOUR, "young"],
  ] as const) {
    for (const [table, days] of Object.entries(LIFE))
      await put(world, table as keyof typeof LIFE, `${fate}-${table}`, now - days * DAY - age);
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
  await night();
  const after = await counts();
  const mark = (await world.rows("SELECT id FROM commit_mark WHERE id LIKE '%-commit_mark'")).map((r) => r.id);
  expect((await world.rows("SELECT id FROM intake")).map((r) => r.id)).toEqual(["young-intake"]);
  expect((await world.rows("SELECT subject FROM token")).map((r) => r.subject)).toEqual(["young-token"]);
  expect(mark).toEqual(["young-commit_mark"]);
  const { intake, token, provider_event, dead_letter, alert } = before;
  expect([intake, token, provider_event, dead_letter, alert]).toEqual([2, 2, 2, 2, 2]);
  const gone = { intake: 1, token: 1, provider_event: 1, dead_letter: 1, alert: 1 };
  const of = (counts: Record<string, number>) =>
    Object.fromEntries(Object.entries(counts).filter(([t]) => !OWN.has(t)));
  expect(of(after)).toEqual({ ...of(before), ...gone });
  expect((await world.rows("SELECT name FROM lease WHERE name LIKE '%-lease'")).map((r) => r.name)).toEqual([
    "young-lease",
  ]);
  expect((await world.rows("SELECT job FROM dead_letter")).map((r) => r.job)).toEqual(["young-dead_letter"]);
});

it("takes many rows in turns, and rests when nothing is left", async () => {
  const world = await createWorld();
  await world.client.execute(`INSERT INTO commit_mark (id, at)
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12000) SELECT 'mark-' || i, 1 FROM n`);
  await retain(world.deps);
  expect(world.jobs).toEqual([{ kind: "retain-page" }]);
  // The last page of the night begins the forecast, which counts a rule in each turn.
  expect(await world.work()).toBe(2 + FORESEEN.length);
  expect(await world.rows("SELECT id FROM commit_mark WHERE id LIKE 'mark-%'")).toEqual([]);
  await retain(world.deps);
  expect(world.jobs).toEqual([]);
});
