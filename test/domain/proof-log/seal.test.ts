/** Sealing: what is signed is what was committed, once per size, whatever else happens at the same time or in between. */
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { commit } from "../../../src/domain/commit.ts";
import { readCheckpointText } from "../../../src/domain/proof-log/rules/checkpoint.ts";
import { eventSalt } from "../../../src/domain/proof-log/rules/commitment.ts";
import { EMPTY_EDGE, grow } from "../../../src/domain/proof-log/rules/edge.ts";
import { noteSigner, openNote } from "../../../src/domain/proof-log/rules/note.ts";
import { readProofFile } from "../../../src/domain/proof-log/rules/proof-file.ts";
import { verifyInclusion } from "../../../src/domain/proof-log/rules/proofs.ts";
import { rootOf } from "../../../src/domain/proof-log/rules/tree.ts";
import { sealLog } from "../../../src/domain/proof-log/seal.ts";
import { verifyLog } from "../../../src/domain/proof-log/verify.ts";
import { readCheckpoint, readLeaves, readProof } from "../../../src/domain/proof-log/views.ts";
import { hex } from "../../../src/platform/encoding.ts";
import { checkpoint, logEntry, tile } from "../../../src/platform/schema.ts";
import { ORIGIN, openHouse } from "./house.ts";

test("acts and records are sealed under the signed root of all their entries, and the whole log verifies", async () => {
  const { deps, db, clock, appendActs, openRecord } = await openHouse();
  await appendActs(3);
  const { make, first, rec } = await openRecord("anna@example.org");
  expect(await sealLog(deps)).toEqual({ outcome: "sealed", size: 4 });
  clock.at += 1000;
  const second = make(2, first.leaf, "consent.withdrawn");
  await commit(deps, { change: [], proof: [second] });
  await db.client.execute({
    sql: "UPDATE consent_record SET version = 2, last_leaf = ? WHERE id = ?",
    args: [second.leaf, rec],
  });
  expect(await sealLog(deps)).toEqual({ outcome: "sealed", size: 5 });
  expect(await sealLog(deps)).toEqual({ outcome: "nothing", size: 5 });

  const head = await readCheckpoint(db);
  const signer = noteSigner(ORIGIN, deps.config.rings.LOG_SIGNING_KEYS.newest.bytes);
  const signed = readCheckpointText(openNote(head?.note ?? "", [signer])?.text ?? "");
  expect(signed).toEqual({ origin: ORIGIN, size: 5, root: rootOf(await readLeaves(db, 0, 10)) });
  expect(await verifyLog(deps)).toEqual([]);
});

test("the proof file of every event leads to the signed head, over tile borders and across several checkpoints", async () => {
  const { deps, db, clock, appendActs, openRecord } = await openHouse();
  const { first, key } = await openRecord("anna@example.org");
  await sealLog(deps);
  const acts = await appendActs(700);
  clock.at += 1000;
  await sealLog(deps);
  const signer = noteSigner(ORIGIN, deps.config.rings.LOG_SIGNING_KEYS.newest.bytes);
  for (const e of [first, ...acts.filter((_, i) => i % 50 === 0), acts[699] as (typeof acts)[number]]) {
    const file = readProofFile((await readProof(db, e.leafBytes, eventSalt(key, e.eid))) ?? "");
    const head = readCheckpointText(openNote(file?.checkpoint ?? "", [signer])?.text ?? "");
    const claim = {
      index: file?.index ?? -1,
      size: head?.size ?? 0,
      leaf: e.leafBytes,
      root: head?.root as Uint8Array,
    };
    expect(verifyInclusion(claim, file?.proof ?? [])).toBe(true);
  }
  const [unsealed] = await appendActs(1);
  expect(await readProof(db, unsealed?.leafBytes as Uint8Array)).toBeUndefined();
});

test("two sealers at once: one signs, the other is told to come back, and no size has two roots", async () => {
  const { deps, db, jobs, clock, appendActs } = await openHouse();
  await appendActs(10);
  const outcomes = (await Promise.all([sealLog(deps), sealLog(deps), sealLog(deps)])).map((s) => s.outcome).sort();
  expect(outcomes.filter((o) => o === "sealed")).toHaveLength(1);
  expect(jobs).toHaveLength(outcomes.filter((o) => o === "busy").length);
  await appendActs(1);
  expect((await sealLog(deps)).outcome, "at most once a second").toBe("busy");
  expect(jobs.at(-1)).toEqual({ kind: "seal" });
  clock.at += 1000;
  expect(await sealLog(deps)).toEqual({ outcome: "sealed", size: 11 });
  expect(await db.read.select({ size: checkpoint.size }).from(checkpoint)).toEqual([{ size: 10 }, { size: 11 }]);
});

test("sealers on connections of their own never sign one size twice", async () => {
  const { deps, db, clock, appendActs, neighbour } = await openHouse();
  await db.client.execute("PRAGMA journal_mode = WAL");
  const sealers = [deps, neighbour(), neighbour()];
  for (let round = 0; round < 5; round++) {
    await appendActs(3);
    clock.at += 1000;
    const outcomes = await Promise.all(sealers.map((d) => sealLog(d)));
    expect(outcomes.filter((o) => o.outcome === "sealed")).toHaveLength(1);
  }
  expect((await db.read.select().from(checkpoint)).map((head) => head.size)).toEqual([3, 6, 9, 12, 15]);
  expect(await verifyLog(deps)).toEqual([]);
});

test("a sealer whose lease was taken over writes nothing", async () => {
  const { deps, db, jobs, appendActs } = await openHouse();
  await appendActs(3);
  const batch = db.client.batch.bind(db.client);
  let commits = 0;
  db.client.batch = async (...args: Parameters<typeof batch>) => {
    commits += 1;
    // Between taking the lease and writing the checkpoint, another sealer comes and finds the lease run out.
    if (commits === 2) await db.client.execute("UPDATE lease SET holder = 'another', until = until + 60000");
    return batch(...args);
  };
  expect(await sealLog(deps)).toEqual({ outcome: "busy" });
  expect(await db.read.select().from(checkpoint)).toEqual([]);
  expect(jobs).toEqual([{ kind: "seal" }]);
});

test("killed after any number of writes, the next sealer ends with the same tiles, root and signature", async () => {
  const { deps, db, clock, appendActs } = await openHouse();
  const { deps: other, db: otherDb } = await openHouse();
  await appendActs(300);
  await sealLog(deps);
  for (const row of await db.read.select().from(logEntry)) await otherDb.read.insert(logEntry).values(row);
  // Tiles of a later size are there already, without their checkpoint, and the dead sealer's lease stands.
  const leaves = await readLeaves(otherDb, 0, 300);
  await otherDb.read.insert(tile).values(grow(EMPTY_EDGE, leaves).tiles);
  await otherDb.client.execute("INSERT INTO lease VALUES ('seal', 'dead', 0)");
  other.clock.now = clock.now;
  await sealLog(other);
  expect((await readCheckpoint(otherDb))?.note).toBe((await readCheckpoint(db))?.note);
  const rows = async (d: typeof db) =>
    (await d.read.select().from(tile)).map((t) => `${t.level}/${t.n} ${hex(t.hashes)}`).sort();
  expect(await rows(otherDb)).toEqual(await rows(db));

  clock.at += 1000;
  await appendActs(5000);
  expect(await sealLog(deps)).toEqual({ outcome: "sealed", size: 5300 });
  expect((await readCheckpoint(db))?.root).toEqual(rootOf(await readLeaves(db, 0, 6000)));
  expect(await verifyLog(deps)).toEqual([]);
}, 60_000);

test("nothing more is signed when the stored tiles do not give the root that was signed last", async () => {
  const { deps, db, clock, appendActs } = await openHouse();
  await appendActs(257);
  await sealLog(deps);
  await appendActs(1);
  clock.at += 1000;
  await db.read
    .update(tile)
    .set({ hashes: new Uint8Array(32) })
    .where(eq(tile.level, 1));
  await expect(sealLog(deps)).rejects.toThrow(/nothing more is signed/);
  expect((await readCheckpoint(db))?.size).toBe(257);
});

test("before set-up, and with nothing new, sealing does nothing", async () => {
  const { deps, db } = await openHouse();
  await db.client.execute("DELETE FROM institution");
  expect(await sealLog(deps)).toEqual({ outcome: "nothing", size: 0 });
  expect(await db.read.select({ n: sql`count(*)` }).from(checkpoint)).toEqual([{ n: 0 }]);
});
