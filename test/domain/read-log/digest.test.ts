/** Who looked stands in the proof log day by day: what is taken out, put in or changed afterwards shows. */

import { describe, expect, it } from "vitest";
import { commit } from "../../../src/domain/commit.ts";
import { withdrawByLink } from "../../../src/domain/consent/withdraw.ts";
import { readLogOrigin } from "../../../src/domain/institution/views.ts";
import { listMembers } from "../../../src/domain/people/list-members.ts";
import { lookUpPerson } from "../../../src/domain/people/look-up.ts";
import { verifyLog } from "../../../src/domain/proof-log/verify.ts";
import { readings } from "../../../src/domain/read-log/acts/aged.ts";
import { anythingWrong, verifyReadings } from "../../../src/domain/read-log/acts/verify.ts";
import { digestReadings } from "../../../src/domain/read-log/write-digest.ts";
import { retain } from "../../../src/domain/retention/run.ts";
import type { StaffActor } from "../../../src/domain/staff/rules.ts";
import { must, openScene, type Scene } from "../consent/scene.ts";
import { editor, LISTS } from "../imports/office.ts";

const LIGA = "liga@pasts.example";
const DAY_MS = 24 * 3_600_000;
const officer: StaffActor = { kind: "staff", id: "22222222-2222-4222-8222-222222222222", role: "dpo", via: "desk" };

const pass = (s: Scene, days: number) => s.clock.set(s.clock.now() + days * DAY_MS);
const states = async (s: Scene) => (await verifyReadings(s.deps)).days.map(({ state }) => state);
const change = (s: Scene, sql: string) => s.client.execute(sql);
const events = async (s: Scene) =>
  (await s.client.execute("SELECT body FROM event WHERE typ LIKE 'reading.%' ORDER BY at, body ->> 'day'")).rows.map(
    (row) => JSON.parse(String(row.body)),
  );

/** Līga and another are on a list; the editor looked on two days, with a day without looks between, and once today. */
async function looked(): Promise<Scene> {
  const s = await openScene();
  await s.importList([LIGA, "cita@pasts.example"]);
  must(await lookUpPerson(s.deps, editor, { address: LIGA }));
  must(await lookUpPerson(s.deps, editor, { address: "nav@pasts.example" }));
  pass(s, 2);
  must(await listMembers(s.deps, officer, { listId: LISTS.newsletter, limit: 25 }));
  pass(s, 1);
  await digestReadings(s.deps);
  must(await lookUpPerson(s.deps, officer, { address: LIGA }));
  return s;
}

describe("the digest of a day", () => {
  it("is one entry for each day with looks, names the one before, and reaches over days without; twice does no harm", async () => {
    const s = await looked();
    await Promise.all([digestReadings(s.deps), digestReadings(s.deps)]);
    const [first, second, ...more] = await events(s);
    expect(more).toEqual([]);
    expect(first).toMatchObject({ typ: "reading.digest", count: 2 });
    expect(first).not.toHaveProperty("previous");
    expect(second).toMatchObject({ count: 1, since: first.until, previous: expect.stringMatching(/^[\w-]{43}$/) });
    expect(Date.parse(second.day) - Date.parse(first.day)).toBe(2 * DAY_MS);
    expect(Date.parse(second.first) - Date.parse(first.day)).toBe(DAY_MS);
    expect(await verifyReadings(s.deps)).toMatchObject({
      days: [
        { state: "agrees", count: 2 },
        { state: "agrees", count: 1 },
      ],
      open: 1,
      late: false,
      before: 0,
    });
    expect(await verifyLog(s.deps)).toEqual([]);
  });

  it("waits until its day is over", async () => {
    const s = await openScene();
    await s.importList([LIGA]);
    must(await lookUpPerson(s.deps, editor, { address: LIGA }));
    await digestReadings(s.deps);
    expect(await events(s)).toEqual([]);
    pass(s, 3);
    expect((await verifyReadings(s.deps)).late).toBe(true);
    await digestReadings(s.deps);
    expect(await states(s)).toEqual(["agrees"]);
  });

  it("has one and the same root for as many lines as there may be, page by page", async () => {
    const s = await openScene();
    for (let i = 0; i < 2_100; i++)
      await change(
        s,
        `INSERT INTO read_log (id, actor, act, at) VALUES ('${String(i % 7)}-${i}', 'staff:a', 'people.look-up', ${s.clock.now() + (i % 3)})`,
      );
    pass(s, 2);
    await digestReadings(s.deps);
    expect(await verifyReadings(s.deps)).toMatchObject({ days: [{ state: "agrees", count: 2_100 }], open: 0 });
  });
});

describe("what was done to the log afterwards", () => {
  it.each([
    ["a line taken out", "DELETE FROM read_log WHERE act = 'list.members'", ["agrees", "removed"]],
    [
      "all lines of a day taken out",
      "DELETE FROM read_log WHERE act = 'people.look-up' AND at < (SELECT min(until) FROM read_digest)",
      ["removed", "agrees"],
    ],
    [
      "another colleague named",
      "UPDATE read_log SET actor = 'staff:x' WHERE act = 'list.members'",
      ["agrees", "changed"],
    ],
    ["another moment", "UPDATE read_log SET at = at + 1 WHERE act = 'list.members'", ["agrees", "changed"]],
    ["another result", "UPDATE read_log SET outcome = 'none' WHERE act = 'list.members'", ["agrees", "changed"]],
    ["another person", "UPDATE read_log SET subject = 'x' WHERE act = 'list.members'", ["agrees", "changed"]],
    [
      "a person where there was none",
      "UPDATE read_log SET subject = 'x' WHERE outcome = 'none'",
      ["changed", "agrees"],
    ],
    ["another reason", "UPDATE read_log SET reason = 'x' WHERE act = 'list.members'", ["agrees", "changed"]],
    [
      "a line put in",
      "INSERT INTO read_log (id, actor, act, at) SELECT 'x', actor, act, at FROM read_log WHERE act = 'list.members'",
      ["agrees", "added"],
    ],
    [
      "a digest told otherwise",
      "UPDATE event SET body = replace(body, '\"count\":1', '\"count\":0') WHERE typ = 'reading.digest'",
      ["agrees", "entry"],
    ],
    [
      "a digest taken out",
      "DELETE FROM event WHERE typ = 'reading.digest' AND body LIKE '%previous%'",
      ["agrees", "entry"],
    ],
    [
      "the first digest taken out",
      "DELETE FROM event WHERE typ = 'reading.digest' AND body NOT LIKE '%previous%'",
      ["chain", "entry"],
    ],
  ])("shows: %s", async (_, sql, expected) => {
    const s = await looked();
    await change(s, sql);
    const checked = await verifyReadings(s.deps);
    expect(checked.days.map(({ state }) => state)).toEqual(expected);
    expect(anythingWrong(checked)).toBe(true);
  });

  it("a line put in before the first digest shows too", async () => {
    const s = await looked();
    await change(s, "INSERT INTO read_log (id, actor, act, at) VALUES ('x', 'staff:a', 'people.look-up', 5)");
    expect(await verifyReadings(s.deps)).toMatchObject({ before: 1 });
  });
});

describe("a person who leaves", () => {
  it("is in no line any more, the colleagues are, and every day still agrees", async () => {
    const s = await looked();
    await s.campaign();
    const { rows } = await s.client.execute(
      "SELECT DISTINCT subject FROM read_log WHERE act = 'people.look-up' AND subject IS NOT NULL",
    );
    const person = String(rows[0]?.subject);
    must(await withdrawByLink(s.deps, { token: s.token("u", LIGA), scope: "list", via: "one-click" }));
    expect(JSON.stringify((await s.client.execute("SELECT * FROM read_log")).rows)).not.toContain(person);
    pass(s, 2);
    await digestReadings(s.deps);
    const { days } = await verifyReadings(s.deps);
    expect(days.map(({ state, cut }) => [state, cut])).toEqual([
      ["agrees", 1],
      ["agrees", 0],
      ["agrees", 1],
    ]);
    expect(await s.client.execute("SELECT 1 FROM read_log WHERE actor LIKE 'staff:%'")).toMatchObject({
      rows: { length: 4 },
    });
    // Whom a line was about may go; who looked may not.
    await change(s, "UPDATE read_log SET actor = 'staff:x' WHERE salt IS NULL");
    expect(await states(s)).toEqual(["changed", "agrees", "changed"]);
  });
});

describe("lines whose time is over", () => {
  it("go by whole days, with an entry that says so; a day that was taken out before is told apart", async () => {
    const s = await looked();
    pass(s, 1);
    await digestReadings(s.deps);
    expect(await states(s)).toEqual(["agrees", "agrees", "agrees"]);
    const [first] = (await verifyReadings(s.deps)).days;
    // Two years after the first day, and before two years after the second.
    s.clock.set(Date.parse(`${first?.day}T12:00:00Z`) + 731.6 * DAY_MS);
    for (let i = 0; i < 6; i++) await retain(s.deps);
    const aged = (await events(s)).filter(({ typ }) => typ === "reading.aged");
    expect(aged).toMatchObject([{ through: first?.day, lines: 2 }]);
    expect(await states(s)).toEqual(["aged", "agrees", "agrees"]);
    expect(anythingWrong(await verifyReadings(s.deps))).toBe(false);
    await change(s, "DELETE FROM read_log WHERE act = 'list.members'");
    expect(await states(s)).toEqual(["aged", "removed", "agrees"]);
  });

  it("let go before a year is over, the day says so, whatever entry there is", async () => {
    const s = await looked();
    pass(s, 70);
    const at = s.clock.now();
    const as = { at, today: "", zone: "Europe/Riga", cutoff: { ms: at, day: "" } };
    const logOrigin = await readLogOrigin(s.deps.db);
    const { change: writes, proof } = await readings.page(s.deps, { profile: {} as never, logOrigin }, as, null, 5_000);
    expect(await commit(s.deps, { change: writes, proof })).toBe("done");
    expect(await states(s)).toEqual(["aged-early", "aged-early"]);
  });
});
