/** The desk's numbers of a million tags are counted along indexes: nothing is sorted, and no row of the table itself is read. */
import { expect, it } from "vitest";
import { readCounts } from "../../../src/domain/suppressions/views.ts";
import { openScene } from "../consent/scene.ts";
import { PURPOSES } from "../imports/office.ts";

it("is counted by scope, month and key in the order of an index", async () => {
  const scene = await openScene();
  const { client } = scene.deps.db;
  const batch = client.batch.bind(client);
  const asked: string[] = [];
  Object.assign(client, {
    batch: (statements: (string | { sql: string })[], mode: "read") => {
      asked.push(...statements.map((s) => (typeof s === "string" ? s : s.sql)));
      return batch(statements, mode);
    },
  });
  await scene.suppress("a@pasts.example", PURPOSES.news, "2026-01-15");
  await scene.suppress("b@pasts.example", "*", "2026-01-20");
  await scene.suppress("b@pasts.example", PURPOSES.other, "2026-03-20");
  asked.length = 0;
  const counts = await readCounts(scene.deps.db);
  expect(counts.by.map((c) => `${c.scope} ${c.n}`)).toEqual(["* 1", `${PURPOSES.news} 1`, `${PURPOSES.other} 1`]);
  expect(counts.months).toEqual([
    { month: "2026-01", n: 2 },
    { month: "2026-03", n: 1 },
  ]);
  expect(counts.keys.map((k) => [k.n, k.lastDay])).toEqual([[3, "2029-01-15"]]);
  expect(asked.length).toBe(3);
  for (const sql of asked) {
    const plan = (await client.execute(`EXPLAIN QUERY PLAN ${sql}`)).rows.map((r) => String(r.detail)).join("; ");
    expect(plan).toContain("COVERING INDEX");
    expect(plan).not.toContain("FOR GROUP BY");
  }
});
