/** Whoever changes anything in the stored log is found out by verifying it. */
import { expect, test } from "vitest";
import { commit } from "../../../src/domain/commit.ts";
import { personCommitment } from "../../../src/domain/proof-log/rules/event.ts";
import { sealLog } from "../../../src/domain/proof-log/seal.ts";
import { verifyLog } from "../../../src/domain/proof-log/verify.ts";
import { openHouse } from "./house.ts";

/** A sealed log of 262 entries: acts, a bulk act, and a record with two events. */
async function openSealed() {
  const house = await openHouse();
  const { deps, db, act, appendActs, openRecord } = house;
  await appendActs(259);
  const people = [1, 2, 3].map((n) => personCommitment(new Uint8Array(32).fill(n), { row: n }));
  await commit(deps, { change: [], proof: [act({}, people)] });
  const { rec, first, make } = await openRecord("anna@example.org");
  const second = make(2, first.leaf, "consent.withdrawn");
  await commit(deps, {
    change: [
      { sql: "UPDATE consent_record SET version = 2, last_leaf = ? WHERE id = ?", args: [second.leaf, rec], expect: 1 },
    ],
    proof: [second],
  });
  await sealLog(deps);
  return { ...house, first, make, sql: (text: string) => db.client.execute(text) };
}

test("a whole log has no problems", async () => {
  const { deps } = await openSealed();
  expect(await verifyLog(deps)).toEqual([]);
});

const FORGERIES: [string, string, string][] = [
  ["an entry is changed", "UPDATE log_entry SET entry = replace(entry, 'HMAC', 'hmac') WHERE seq = 7", "entry.leaf"],
  [
    "two entries change places",
    "UPDATE log_entry SET seq = 9999 WHERE seq = 7; UPDATE log_entry SET seq = 7 WHERE seq = 8; UPDATE log_entry SET seq = 8 WHERE seq = 9999",
    "checkpoint.root",
  ],
  ["an entry is deleted", "DELETE FROM log_entry WHERE seq = 7", "entry.gap"],
  ["the newest entry is deleted", "DELETE FROM log_entry WHERE seq = 262", "checkpoint.beyond_log"],
  ["a tile is changed", "UPDATE tile SET hashes = zeroblob(8192) WHERE level = 0", "tile.hashes"],
  ["the signed root is changed", "UPDATE checkpoint SET root = zeroblob(32)", "checkpoint.root"],
  ["the note is changed", "UPDATE checkpoint SET note = replace(note, '262', '263')", "checkpoint.note"],
  [
    "the decision in an event is changed",
    "UPDATE event SET body = replace(body, 'DirectMarketing', 'Marketing') WHERE version = 1",
    "event.commitment",
  ],
  ["an event gets another time", "UPDATE event SET at = at + 1 WHERE version = 1", "event.bytes"],
  [
    "an event is dated back in body and column",
    "UPDATE event SET body = replace(body, '2026-11', '2025-11'), at = at - 31536000000 WHERE version = 2",
    "event.commitment",
  ],
  ["an event points at no entry", "UPDATE event SET leaf = 'x' WHERE version IS NULL", "event.entry_missing"],
  ["a withdrawal is hidden", "DELETE FROM disclosure; DELETE FROM event WHERE version = 2", "record.head"],
  ["the first event is hidden", "DELETE FROM disclosure; DELETE FROM event WHERE version = 1", "event.chain"],
  [
    "a commitment of a bulk act is changed",
    "UPDATE event SET commitments = zeroblob(96) WHERE commitments IS NOT NULL",
    "event.people",
  ],
  ["a key is exchanged", "UPDATE consent_record SET sealed_key = zeroblob(76)", "event.key"],
  ["a disclosure is changed", "UPDATE disclosure SET body = 'WyJhIiwiYiIsImMiXQ'", "disclosure.digest"],
];
test.each(FORGERIES)("found out: %s", async (_, statements, code) => {
  const { deps, sql } = await openSealed();
  for (const statement of statements.split("; ")) await sql(statement);
  expect((await verifyLog(deps)).map((problem) => problem.code)).toContain(code);
});

test("an erased record with its key leaves a log that still verifies", async () => {
  const { deps, sql } = await openSealed();
  for (const table of ["disclosure", "event WHERE record_id IS NOT NULL", "consent_record"])
    await sql(`DELETE FROM ${table}`);
  expect(await verifyLog(deps)).toEqual([]);
});

test("a second event with the same number in a record is turned away whole", async () => {
  const { deps, db, first, make } = await openSealed();
  const twin = make(2, first.leaf, "consent.withdrawn");
  expect(await commit(deps, { change: [], proof: [twin] })).toBe("stale");
  expect((await db.client.execute("SELECT count(*) AS n FROM log_entry")).rows[0]?.n).toBe(262);
});
