/** Rotation over a house in which everything has happened: every value under an old key comes under the newest, or is counted. */
import { expect, it } from "vitest";
import { openAddress } from "../../../src/domain/consent/views/standing.ts";
import { readKeys, readMissingKeys } from "../../../src/domain/key-rotation/views.ts";
import type { RingName } from "../../../src/platform/keys.ts";
import { type Desk, openDesk } from "../../http/staff/campaigns/desk.ts";
import { announce, destroyOld, loseNewest, renew } from "./rings.ts";

async function lived(): Promise<Desk> {
  const desk = await openDesk();
  await desk.people(6);
  await desk.sent();
  await desk.answer(1, "yes");
  await desk.answer(2, "no");
  return desk;
}

/** What may be done with the old key of a ring. */
async function old(desk: Desk, ring: RingName) {
  const keys = (await readKeys(desk.deps)).filter((key) => key.ring === ring && key.place !== 0);
  return keys.map(({ fate, rows, day }) => ({ fate, rows, day }));
}

async function turn(desk: Desk): Promise<void> {
  await desk.deps.queue.enqueue({ kind: "rotate" });
  await desk.work();
}

it("every address comes under the new key, opens as before, and the old key is free when the last backup has expired", async () => {
  const desk = await lived();
  await turn(desk);
  const before = await addresses(desk);
  renew(desk.deps, "ADDRESS_KEYS");
  expect((await old(desk, "ADDRESS_KEYS"))[0]).toMatchObject({ fate: "moving", rows: { moved: 5 } });

  await turn(desk);
  expect(await addresses(desk)).toEqual(before);
  const [key] = await old(desk, "ADDRESS_KEYS");
  // The batch of the mailing is over, so nothing else holds the key; a backup of yesterday does.
  expect(key).toEqual({ fate: "backups", rows: { moved: 0, ends: 0, stays: 0 }, day: "2026-12-22" });

  destroyOld(desk.deps, "ADDRESS_KEYS");
  expect(await addresses(desk)).toEqual(before);
  await desk.answer(3, "no");
  await desk.check();
});

it("a key that was replaced before anything was remembered of it is an old one all the same, not one that waits", async () => {
  const desk = await lived();
  await desk.client.execute("DELETE FROM ring_key");
  renew(desk.deps, "ADDRESS_KEYS");
  await turn(desk);
  expect((await old(desk, "ADDRESS_KEYS"))[0]).toMatchObject({ fate: "backups", day: "2026-12-22" });
});

it("thirty days after its last row the old key is free, and what was destroyed is remembered", async () => {
  const desk = await lived();
  await turn(desk);
  renew(desk.deps, "ADDRESS_KEYS");
  await turn(desk);
  desk.clock.pass({ days: 29 });
  expect((await old(desk, "ADDRESS_KEYS"))[0]?.fate).toBe("backups");
  desk.clock.pass({ days: 1 });
  expect((await old(desk, "ADDRESS_KEYS"))[0]).toMatchObject({ fate: "free", day: "2026-12-22" });
  destroyOld(desk.deps, "ADDRESS_KEYS");
  await turn(desk);
  expect((await old(desk, "ADDRESS_KEYS"))[0]?.fate).toBe("gone");
  const [row] = await desk.rows("SELECT gone_at FROM ring_key WHERE ring = 'ADDRESS_KEYS' AND gone_at IS NOT NULL");
  expect(Number(row?.gone_at)).toBeGreaterThan(desk.clock.now() - 60_000);
});

it("tags of the living are made anew; those of sealed proofs cannot be, and hold both of their keys", async () => {
  const desk = await lived();
  await turn(desk);
  renew(desk.deps, "TAG_KEYS", "PROOF_KEYS", "SUPPRESSION_KEYS");
  await turn(desk);
  const { newest } = desk.deps.config.rings.TAG_KEYS;
  const under = await desk.rows("SELECT DISTINCT tag_key FROM address");
  expect(under).toEqual([{ tag_key: newest.id }]);
  for (const ring of ["TAG_KEYS", "PROOF_KEYS", "SUPPRESSION_KEYS"] as const) {
    const [key] = await old(desk, ring);
    expect([ring, key?.fate, key?.rows]).toEqual([ring, "staying", { moved: 0, ends: 0, stays: 1 }]);
  }
  // Everything is found as before: by the person himself, by whoever brings the address, by the doors that must not mail.
  await desk.answer(4, "no");
  await desk.answer(5, "yes");
  await desk.check();
  const linked = await desk.rows("SELECT key_id FROM link_tag ORDER BY rowid");
  expect(linked.map(({ key_id }) => String(key_id).length)).toEqual([17, 17]);
  expect(new Set(linked.map(({ key_id }) => key_id)).size).toBe(2);
});

it("while an import is under way tags stay as they are: a sync compares them with its file", async () => {
  const desk = await lived();
  await desk.client.execute("PRAGMA foreign_keys = OFF");
  await desk.client.execute({
    sql: "INSERT INTO import_tag (import_id, tag, row, kind) VALUES ('under-way', x'00', 1, 'seen')",
    args: [],
  });
  renew(desk.deps, "TAG_KEYS");
  await turn(desk);
  expect((await old(desk, "TAG_KEYS"))[0]).toMatchObject({ fate: "moving", rows: { moved: 5 } });
  await desk.client.execute("DELETE FROM import_tag");
  await turn(desk);
  expect((await old(desk, "TAG_KEYS"))[0]?.rows.moved).toBe(0);
});

it("a key that only waits behind is never called free", async () => {
  const desk = await lived();
  await turn(desk);
  const waiting = announce(desk.deps, "ADDRESS_KEYS");
  await turn(desk);
  desk.clock.pass({ days: 400 });
  const key = (await readKeys(desk.deps)).find(({ id }) => id === waiting);
  expect(key).toMatchObject({ fate: "waiting", rows: { moved: 0, ends: 0, stays: 0 } });
});

it("a key that rows need and the settings lack is named; what it sealed stays as it is", async () => {
  const desk = await lived();
  renew(desk.deps, "ADDRESS_KEYS");
  const lost = desk.deps.config.rings.ADDRESS_KEYS.newest.id;
  await turn(desk);
  const sealed = await desk.rows("SELECT hex(sealed) AS s FROM address ORDER BY id");
  loseNewest(desk.deps, "ADDRESS_KEYS");
  expect(await readMissingKeys(desk.deps)).toEqual([{ ring: "ADDRESS_KEYS", id: lost }]);
  await turn(desk);
  expect(await desk.rows("SELECT hex(sealed) AS s FROM address ORDER BY id")).toEqual(sealed);
  const [key] = (await readKeys(desk.deps)).filter(({ id }) => id === lost);
  expect(key?.fate).toBe("missing");
});

it("a value that does not open holds nobody up, and its key is not called free", async () => {
  const desk = await lived();
  await turn(desk);
  await desk.client.execute(
    "UPDATE address SET sealed = substr(sealed, 1, 30) WHERE id = (SELECT min(id) FROM address)",
  );
  renew(desk.deps, "ADDRESS_KEYS");
  await turn(desk);
  expect((await old(desk, "ADDRESS_KEYS"))[0]).toMatchObject({ fate: "moving", rows: { moved: 1 } });
});

async function addresses(desk: Desk) {
  const rows = await desk.client.execute("SELECT id, sealed FROM address ORDER BY id");
  return rows.rows.map(
    (row) => openAddress(desk.deps.vault, String(row.id), new Uint8Array(row.sealed as ArrayBuffer)).normalised,
  );
}
