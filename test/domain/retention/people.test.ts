/** Rules about people: the term of a purpose, messages that become totals, and what a legal hold keeps. */
import { expect, it } from "vitest";
import { closeCampaign } from "../../../src/domain/campaigns/close.ts";
import { readReport } from "../../../src/domain/campaigns/views/report.ts";
import { readNumbers } from "../../../src/domain/campaigns/views.ts";
import { readReasons, readWays } from "../../../src/domain/messages/views/figures.ts";
import { OPERATOR } from "../../../src/runtime/cli/command.ts";
import { done } from "../../http/staff/campaigns/desk.ts";
import { openScene, type Scene } from "./scene.ts";

const retention = (s: Scene, rule: object) =>
  s.client.execute({
    sql: `UPDATE purpose SET sheet = json_set(sheet, '$.retention', json(?))
          WHERE id = (SELECT purpose_id FROM list WHERE id = ?)`,
    args: [JSON.stringify(rule), s.listId],
  });
const hold = (s: Scene, scope: string, subject: string, until = "2099-01-01") =>
  s.client.execute({
    sql: `INSERT INTO legal_hold (id, scope, subject, reason, placed_by, placed_at, until)
          VALUES ('h', ?, ?, 'Tiesvedība', 'staff:x', 0, ?)`,
    args: [scope, subject, until],
  });

it("whoever said nothing for so many months leaves by the same erasure; whoever said something since stays", async () => {
  const s = await openScene();
  await s.people(4);
  await retention(s, { kind: "months", months: 12, from: "last-act", event: { lv: "x", en: "x" } });
  s.clock.pass({ days: 300 });
  await s.sent({ deadlineDay: "2027-10-20" });
  await s.answer(1, "yes");
  s.clock.pass({ days: 80 });
  await s.people(1, 9);
  await s.night();
  expect(await s.rows("SELECT count(*) AS n FROM person")).toEqual([{ n: 2 }]);
  // Nobody said no: whoever comes back is welcome.
  expect(await s.one("SELECT count(*) FROM suppression")).toBe(0);
  await s.check();
});

it("a term that is counted from joining ends everybody of that time, and an event of the purpose ends all", async () => {
  const s = await openScene();
  await s.people(3);
  await retention(s, { kind: "months", months: 6, from: "joined", event: { lv: "x", en: "x" } });
  s.clock.pass({ days: 100 });
  await s.people(2, 10);
  s.clock.pass({ days: 90 });
  await s.night();
  expect(await s.one("SELECT count(*) FROM address")).toBe(2);
  expect(await s.one("SELECT count(*) FROM person")).toBe(2);
  expect(await s.one("SELECT group_concat(DISTINCT ended_reason) FROM subscription WHERE state = 'ended'")).toBe(
    "removed",
  );
  const said = await s.json("SELECT body FROM event WHERE typ = 'retention.ended'");
  expect(said).toMatchObject({ rule: "purposes", reason: "term", people: { count: 3 }, erasure: { addresses: 3 } });
  expect(await s.one("SELECT count(*) FROM suppression")).toBe(0);

  await retention(s, { kind: "until-event", days: 30, event: { lv: "x", en: "x" } });
  s.clock.pass({ days: 1 });
  await s.night();
  expect(await s.one("SELECT count(*) FROM person")).toBe(2);
  const day = new Date(s.clock.now()).toISOString().slice(0, 10);
  await retention(s, { kind: "until-event", days: 30, day, event: { lv: "x", en: "x" } });
  s.clock.pass({ days: 29 });
  await s.night();
  expect(await s.one("SELECT count(*) FROM person")).toBe(2);
  s.clock.pass({ days: 1 });
  await s.night();
  expect(await s.one("SELECT count(*) FROM person")).toBe(0);
  await s.check();
});

async function closed() {
  const s = await openScene();
  await s.people(5);
  const id = await s.sent();
  await s.answer(1, "yes");
  await s.answer(2, "no");
  s.clock.pass({ days: 40 });
  done(await closeCampaign(s.deps, OPERATOR, { id }));
  await s.work();
  expect(await s.one("SELECT state FROM mailing")).toBe("closed");
  return { s, id };
}

it("after two years nobody can tell who got a mailing, and its numbers and its report say the same as before", async () => {
  const { s, id } = await closed();
  const seen = async () => {
    const numbers = await readNumbers(s.deps.db, id);
    const { waves } = await readReport(s.deps.db, id, numbers);
    return { numbers, waves, ways: await readWays(s.deps.db, id), reasons: await readReasons(s.deps.db, id) };
  };
  const before = await seen();
  expect(before.numbers).toMatchObject({ audience: 5, yes: 1, no: 1, expired: 3 });
  expect(before.ways).toEqual([{ way: "page", n: 1 }]);
  s.clock.pass({ days: 735 });
  await s.night();
  expect(await s.one("SELECT count(*) FROM message")).toBe(0);
  expect(await s.one("SELECT count(*) FROM batch")).toBe(0);
  expect(await s.one("SELECT cursor FROM mailing")).toBeNull();
  expect(await s.one("SELECT sum(n) FROM mailing_total")).toBe(5);
  expect(await seen()).toEqual(before);
  await s.check();
});

it.each(["list", "mailing", "purpose"])(
  "a hold of the %s keeps messages and proofs, counted, until it is over",
  async (scope) => {
    const { s, id } = await closed();
    const subject = { list: s.listId, mailing: id, purpose: String(await s.one("SELECT purpose_id FROM mailing")) }[
      scope
    ];
    await hold(s, scope, subject ?? "", "2030-06-01");
    s.clock.reach(Date.parse("2030-06-01T08:00:00Z"));
    const kept = async () => [
      await s.one("SELECT count(*) FROM message"),
      await s.one("SELECT count(*) FROM link_tag"),
    ];
    const before = await kept();
    expect(before).toEqual([5, 1]);
    await s.night();
    expect(await kept()).toEqual(before);
    expect(await s.json("SELECT kept FROM retention_run WHERE kind='night' ORDER BY day DESC LIMIT 1")).toMatchObject({
      messages: 5,
      proofs: 4,
    });
    s.clock.pass({ days: 1 });
    await s.night();
    expect(await kept()).toEqual([0, 0]);
    await s.check();
  },
);
