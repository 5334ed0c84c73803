/** The nightly run: counts first, stops above the ceiling, goes on after a crash, and reports what it deleted. */
import { expect, it } from "vitest";
import { retain } from "../../../src/domain/retention/run.ts";
import { Killed, mortal } from "../../support/mortal.ts";
import { openScene, type Scene } from "./scene.ts";

/** Every question to the database is a step. */
const EVERY = { database: ["batch", "execute"] } as const;

const events = (s: Scene, n: number, at: number) =>
  s.client.execute({
    sql: `INSERT INTO provider_event (id, type, known, at) WITH RECURSIVE n(i) AS
            (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) SELECT 'event-' || i, 'email.sent', 0, ? FROM n`,
    args: [n, at],
  });
const ceiling = (s: Scene, n: number) =>
  s.client.execute({
    sql: "UPDATE institution SET profile = json_set(profile, '$.retention', json(?))",
    args: [JSON.stringify({ ceiling: n, answerDays: 30 })],
  });
const left = (s: Scene) => s.one("SELECT count(*) FROM provider_event");

it("deletes what is over once a night, counts it, and leaves one entry in the proof log", async () => {
  const s = await openScene();
  await events(s, 2_500, s.clock.now() - 91 * 24 * 3_600_000);
  await s.night();
  expect(await left(s)).toBe(0);
  const [run] = await s.rows("SELECT kind, state, planned, deleted FROM retention_run WHERE kind = 'night'");
  expect(run).toMatchObject({
    state: "done",
    planned: '{"provider-events":2500}',
    deleted: '{"provider-events":2500}',
  });
  const said = await s.json("SELECT body FROM event WHERE typ = 'retention.executed'");
  expect(said).toMatchObject({ deleted: { "provider-events": 2_500 } });
  await events(s, 10, 1);
  await s.night();
  expect(await left(s)).toBe(10);
  s.clock.pass({ days: 1 });
  await s.night();
  expect(await left(s)).toBe(0);
  await s.check();
});

it("a quiet night is on record and leaves no entry", async () => {
  const s = await openScene();
  await s.night();
  expect(await s.one("SELECT state FROM retention_run WHERE kind = 'night'")).toBe("done");
  expect(await s.one("SELECT count(*) FROM event WHERE typ LIKE 'retention.%'")).toBe(0);
});

it("above the ceiling nothing is deleted, an alert stands on the desk, and every night it is counted anew", async () => {
  const s = await openScene();
  await ceiling(s, 50);
  await events(s, 60, 1);
  await s.night();
  expect(await left(s)).toBe(60);
  expect(await s.one("SELECT state FROM retention_run WHERE kind = 'night'")).toBe("held");
  expect(await s.rows("SELECT code, detail FROM alert WHERE closed_at IS NULL")).toEqual([
    { code: "retention.held", detail: '{"n":60}' },
  ]);
  await s.client.execute("DELETE FROM provider_event WHERE id IN (SELECT id FROM provider_event LIMIT 20)");
  s.clock.pass({ hours: 1 });
  await s.night();
  expect(await left(s)).toBe(40);
  s.clock.pass({ days: 1 });
  await s.night();
  expect(await left(s)).toBe(0);
  expect(await s.one("SELECT count(*) FROM alert WHERE closed_at IS NULL")).toBe(0);
});

it("a run that waits is counted anew once a night, and stays as it was shown from hour to hour", async () => {
  const s = await openScene();
  await ceiling(s, 50);
  await events(s, 60, 1);
  await s.night();
  const run = "SELECT version, planned FROM retention_run WHERE kind = 'night'";
  const shown = await s.rows(run);
  s.clock.pass({ days: 2 });
  await s.client.execute("DELETE FROM provider_event WHERE id = 'event-1'");
  await s.night();
  const anew = await s.rows(run);
  expect(anew).not.toEqual(shown);
  expect(anew).toMatchObject([{ planned: '{"provider-events":59}' }]);
  await s.client.execute("DELETE FROM provider_event WHERE id = 'event-2'");
  for (let hour = 0; hour < 3; hour++) {
    s.clock.pass({ hours: 1 });
    await s.night();
  }
  expect(await s.rows(run)).toEqual(anew);
});

it("killed at any question while people leave and a campaign is folded, everybody is counted once and the world stands", async () => {
  const s = await openScene();
  await s.client.execute({
    sql: `UPDATE purpose SET sheet = json_set(sheet, '$.retention', json(?))
          WHERE id = (SELECT purpose_id FROM list WHERE id = ?)`,
    args: [JSON.stringify({ kind: "months", months: 6, from: "joined", event: { lv: "x", en: "x" } }), s.listId],
  });
  let died = true;
  for (let n = 1; died; n += 2) {
    await s.people(3, n * 10);
    const [member] = await s.rows("SELECT id, person_id AS person FROM subscription WHERE state <> 'ended' LIMIT 1");
    await s.client.batch([
      {
        sql: `INSERT INTO mailing (id, kind, list_id, purpose_id, title, state, draft, audience, created_by, created_at, sent_at, closed_at)
              SELECT ?, 'reconsent', id, purpose_id, 'Sen', 'closed', '{}', 1, 'staff:x', 1, 1, 1 FROM list WHERE id = ?`,
        args: [`old-${n}`, s.listId],
      },
      {
        sql: `INSERT INTO message (mailing_id, person_id, subscription_id, language, state, answer, sent_at)
              VALUES (?, ?, ?, 'lv', 'delivered', 'kept', 1)`,
        args: [`old-${n}`, String(member?.person), String(member?.id)],
      },
    ]);
    s.clock.pass({ days: 200 });
    const life = mortal(s.deps, n, n % 4 === 1, EVERY);
    died = await (async () => {
      for (let turn = 0; turn < 12; turn++) await retain(life);
    })().then(
      () => false,
      (error) => {
        if (!(error instanceof Killed || error.cause instanceof Killed)) throw error;
        return true;
      },
    );
    await s.night();
    const deleted = await s.json("SELECT deleted FROM retention_run WHERE kind = 'night' ORDER BY day DESC LIMIT 1");
    expect([n, await s.one("SELECT count(*) FROM person"), await s.one("SELECT count(*) FROM message")]).toEqual([
      n,
      0,
      0,
    ]);
    expect([n, deleted]).toEqual([n, expect.objectContaining({ purposes: 3, messages: 1 })]);
  }
  expect(await s.one("SELECT sum(n) = count(DISTINCT mailing_id) FROM mailing_total")).toBe(1);
  await s.check();
}, 120_000);

it("killed at any question to the database, it goes on where it was: nothing is counted twice and nothing stays", async () => {
  const s = await openScene();
  let died = true;
  for (let n = 1; died; n += 2) {
    const after = n % 4 === 1;
    s.clock.pass({ days: 1 });
    await s.client.execute("DELETE FROM retention_run");
    await events(s, 1_200, 1);
    const life = mortal(s.deps, n, after, EVERY);
    died = await (async () => {
      for (let turn = 0; turn < 8; turn++) await retain(life);
    })().then(
      () => false,
      (error) => {
        if (!(error instanceof Killed || error.cause instanceof Killed)) throw error;
        return true;
      },
    );
    await s.night();
    const deleted = await s.json("SELECT deleted FROM retention_run WHERE kind = 'night'");
    expect([n, after, await left(s), deleted]).toEqual([n, after, 0, { "provider-events": 1_200 }]);
    if (!died) expect(n).toBeGreaterThan(20);
  }
}, 120_000);
