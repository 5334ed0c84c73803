/** The page of retention shows what a job has counted: it counts nothing itself, however much there is. */
import { beforeEach, expect, it } from "vitest";
import { FORESEEN } from "../../../src/domain/retention/acts/forecast.ts";
import { forecast } from "../../../src/domain/retention/forecast.ts";
import type { Browser } from "../../support/people.ts";
import { openScene, type Scene } from "./scene.ts";

const DAY_MS = 86_400_000;
let s: Scene;
let officer: Browser;
let rows = 0;
beforeEach(async () => {
  s = await openScene();
  officer = await s.signIn("dpo");
});

/** So many reports of the mail service, as old as that. */
const reports = (n: number, days: number) =>
  s.client.execute({
    sql: `INSERT INTO provider_event (id, type, known, at) WITH RECURSIVE n(i) AS
            (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) SELECT 'event-' || ? || '-' || i, 'email.sent', 0, ? FROM n`,
    args: [n, ++rows, s.clock.now() - days * DAY_MS],
  });
const home = async () => (await officer.get("/staff/retention?lang=en")).text();
const foreseen = async () => {
  const { counts } = await s.json("SELECT json_object('counts', json(counts)) FROM retention_forecast");
  return (counts as Record<string, unknown>)["provider-events"];
};
const ahead = (tonight: number, week: number, month: number) => ({
  period: "P90D",
  tonight: { due: tonight, kept: 0 },
  week: { due: week, kept: 0 },
  month: { due: month, kept: 0 },
});

it("is made every night after the deletion, shown with its time, and changes only when it is counted anew", async () => {
  await reports(2, 86);
  await reports(3, 70);
  expect(await home()).toContain("Not counted yet");
  await s.night();
  expect(await foreseen()).toEqual(ahead(0, 2, 5));
  const shown = await home();
  expect(shown).toMatch(/Counted .*\d\d:\d\d/);
  expect(shown).not.toContain('id="counting"');
  await reports(4, 86);
  await s.night();
  expect([await foreseen(), await home()]).toEqual([ahead(0, 2, 5), shown]);
  expect((await officer.post("/staff/retention/forecast", {})).status).toBe(303);
  expect(await home()).toMatch(/id="counting".*every 2s/);
  await s.work();
  expect(await foreseen()).toEqual(ahead(0, 6, 9));
  s.clock.pass({ days: 1 });
  await s.night();
  expect(await s.one("SELECT count(*) FROM retention_forecast WHERE state = 'done'")).toBe(1);
  await s.check();
});

it("goes on where it was killed, and what was counted before stands until then", async () => {
  await reports(2, 86);
  await s.night();
  await reports(1, 86);
  await officer.post("/staff/retention/forecast", {});
  // The queue loses the job; one rule was counted by two processes at once.
  s.jobs.length = 0;
  await Promise.all([forecast(s.deps), forecast(s.deps)]);
  expect(await s.one("SELECT step FROM retention_forecast")).toBe(FORESEEN[1]);
  s.jobs.length = 0;
  expect(await foreseen()).toEqual(ahead(0, 2, 2));
  await s.deps.queue.enqueue({ kind: "recover" });
  await s.work();
  expect(await foreseen()).toEqual(ahead(0, 3, 3));
  expect(await s.one("SELECT state FROM retention_forecast")).toBe("done");
});

it("another period is compared up to a bound, and the log says that counting stopped there", async () => {
  await reports(10_050, 60);
  const path = "/staff/retention/rules/provider-events";
  const shown = await (await officer.get(`${path}?n=45&unit=days&lang=en`)).text();
  expect(shown).toContain("Tonight we delete at least 10,000 rows.");
  const reason = "Pakalpojuma ziņojumi pēc mēneša vairs nav vajadzīgi.";
  expect((await officer.post(path, { n: "45", unit: "days", version: "0", reason })).status).toBe(303);
  expect(await s.json("SELECT body FROM event WHERE typ = 'retention.changed'")).toMatchObject({
    due: 10_000,
    bound: 10_000,
  });
  await s.work();
  expect(await foreseen()).toMatchObject({ period: "P45D", tonight: { due: 10_050, kept: 0 } });
  const both = await (await officer.get(`${path}?n=40&unit=days&lang=en`)).text();
  expect(both).toContain("By both periods more than 10,000 rows go tonight");
});

it("whoever may not see retention may not have it counted", async () => {
  expect((await s.editor.post("/staff/retention/forecast", {})).status).toBe(403);
  expect(await s.one("SELECT count(*) FROM retention_forecast")).toBe(0);
});
