/** Lines of the access log that were taken out or changed are an alert by the next night, which is over when the log agrees again. */
import { expect, it } from "vitest";
import { readOpenAlerts } from "../../../src/domain/alerts/views.ts";
import { lookUpPerson } from "../../../src/domain/people/look-up.ts";
import { watchReadings } from "../../../src/domain/read-log/watch.ts";
import { digestReadings } from "../../../src/domain/read-log/write-digest.ts";
import { must, openScene, type Scene } from "../consent/scene.ts";
import { editor } from "../imports/office.ts";

const LIGA = "liga@pasts.example";
const DAY_MS = 24 * 3_600_000;
/** Three in the morning in Riga. */
const night = (day: number) => Date.UTC(2026, 11, day, 1, 20);
const alerts = async (s: Scene) => (await readOpenAlerts(s.deps.db)).map(({ code, detail }) => [code, detail.n]);

async function looked(): Promise<Scene> {
  const s = await openScene();
  await s.importList([LIGA]);
  s.clock.set(night(1) - DAY_MS / 2);
  must(await lookUpPerson(s.deps, editor, { address: LIGA }));
  must(await lookUpPerson(s.deps, editor, { address: "nav@pasts.example" }));
  s.clock.set(night(2));
  await digestReadings(s.deps);
  return s;
}

it("is quiet where every day agrees, and where there is nothing yet", async () => {
  const s = await openScene();
  s.clock.set(night(1));
  await watchReadings(s.deps);
  expect(await alerts(s)).toEqual([]);
  const other = await looked();
  await watchReadings(other.deps);
  expect(await alerts(other)).toEqual([]);
});

it("tells of a line that was taken out, once a night at its hour, until it is there again", async () => {
  const s = await looked();
  const { rows } = await s.client.execute("SELECT * FROM read_log LIMIT 1");
  const line = { ...rows[0] } as Record<string, never>;
  await s.client.execute({ sql: "DELETE FROM read_log WHERE id = ?", args: [line.id as never] });
  s.clock.set(night(2) + 3_600_000);
  await watchReadings(s.deps);
  expect(await alerts(s)).toEqual([]);
  s.clock.set(night(3));
  await watchReadings(s.deps);
  await watchReadings(s.deps);
  expect(await alerts(s)).toEqual([["reading.broken", 1]]);
  const names = Object.keys(line);
  await s.client.execute({
    sql: `INSERT INTO read_log (${names.join(", ")}) VALUES (${names.map(() => "?").join(", ")})`,
    args: names.map((name) => line[name] as never),
  });
  s.clock.set(night(4));
  await watchReadings(s.deps);
  expect(await alerts(s)).toEqual([]);
});
