/** A small house for tests of the proof log: its own database file with the real migration, fixed keys, a clock to set. */

import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@libsql/client";
import { drizzle } from "drizzle-orm/libsql";
import { migrate } from "drizzle-orm/libsql/migrator";
import { onTestFinished } from "vitest";
import type { Deps } from "../../../src/deps.ts";
import { commit } from "../../../src/domain/commit.ts";
import { actEvent, actKeyPlace, recordEvent, recordKeyPlace } from "../../../src/domain/proof-log/rules/event.ts";
import type { Job } from "../../../src/jobs.ts";
import { openDatabase, type Write, write } from "../../../src/platform/db.ts";
import { randomIds } from "../../../src/platform/ids.ts";
import { type KeyRings, makeKey, RING_NAMES } from "../../../src/platform/keys.ts";
import { consentRecord, institution, purpose } from "../../../src/platform/schema.ts";
import { createVault } from "../../../src/platform/vault.ts";
import { memoryLogCopy, memoryLogWitness } from "../../fakes/log-copy.ts";
import { noPowerFailure } from "../../support/no-power-failure.ts";

export const ORIGIN = "news.ministry.example/log";
const CTL = "https://news.ministry.example/#org";
const PURPOSE = "33333333-3333-4333-8333-333333333333";

const rings = Object.fromEntries(
  RING_NAMES.map((name, i) => {
    const key = makeKey(Uint8Array.from({ length: 32 }, (_, j) => i * 31 + j * 7));
    return [name, { newest: key, all: [key], get: (id: string) => (id === key.id ? key : undefined) }];
  }),
) as unknown as KeyRings;

export async function openHouse() {
  const folder = mkdtempSync(join(tmpdir(), "pieteka-log-"));
  const url = `file:${join(folder, "house.db")}`;
  const client = createClient({ url });
  onTestFinished(() => {
    client.close();
    rmSync(folder, { recursive: true });
  });
  await noPowerFailure(client);
  await migrate(drizzle(client), { migrationsFolder: "drizzle" });
  const db = openDatabase(client);
  const clock = { at: Date.UTC(2026, 10, 22, 9), now: () => clock.at };
  const jobs: Job[] = [];
  const logCopy = memoryLogCopy();
  const logWitness = memoryLogWitness();
  const vault = createVault(rings, randomIds);
  const deps = {
    db,
    clock,
    vault,
    ids: randomIds,
    config: { rings, publicUrl: "https://news.ministry.example" },
    log: { info: () => {}, warn: () => {}, fault: () => {} },
    logCopy,
    logWitness,
    queue: { enqueue: async (job: Job) => void jobs.push(job) },
  } as unknown as Deps;
  const run = async (...change: Write[]) => {
    if ((await commit(deps, { change, proof: [] })) !== "done") throw new Error("stale");
  };
  await run(
    write(db.read.insert(institution).values({ id: 1, profile: {}, logOrigin: ORIGIN, updatedAt: 0 })),
    write(
      db.read
        .insert(purpose)
        .values({ id: PURPOSE, slug: "news", state: "active", sheet: {}, createdAt: 0, updatedAt: 0 }),
    ),
  );

  /** An act without a record, as evidence that is ready to be committed. */
  const act = (facts: Record<string, string | number> = {}, people?: Uint8Array[]) => {
    const eid = randomIds.uuid();
    const key = randomIds.bytes(32);
    const sealedKey = vault.sealProofKey(actKeyPlace(eid), key);
    return actEvent({
      log: ORIGIN,
      ctl: CTL,
      eid,
      at: clock.at,
      typ: "notice.published",
      key,
      sealedKey,
      facts,
      people,
    });
  };
  const appendActs = async (count: number, to: Pick<Deps, "db" | "ids" | "clock"> = deps) => {
    const proof = Array.from({ length: count }, (_, n) => act({ n }));
    if ((await commit(to, { change: [], proof })) !== "done") throw new Error("stale");
    return proof;
  };

  /** A person's record with its first event. `next` makes evidence of the event after it. */
  const openRecord = async (email: string) => {
    const rec = randomIds.uuid();
    const key = randomIds.bytes(32);
    const make = (version: number, prev: string | null, typ: "consent.given" | "consent.withdrawn") =>
      recordEvent({
        log: ORIGIN,
        ctl: CTL,
        eid: randomIds.uuid(),
        at: clock.at,
        typ,
        rec,
        version,
        prev,
        key,
        email,
        context: [{ name: "user_agent", value: "Sample/1.0", salt: randomIds.bytes(32) }],
        purposes: [{ id: "news", ver: "1", broader: "dpv:DirectMarketing", decision: "given" }],
        basis: "eu-gdpr:A6-1-a",
      });
    const first = make(1, null, "consent.given");
    const row = {
      id: rec,
      purposeId: PURPOSE,
      state: "given" as const,
      version: 1,
      lastLeaf: first.leaf,
      sealedKey: vault.sealProofKey(recordKeyPlace(rec), key),
      createdAt: clock.at,
    };
    const done = await commit(deps, { change: [write(db.read.insert(consentRecord).values(row))], proof: [first] });
    if (done !== "done") throw new Error("stale");
    return { rec, key, first, make };
  };
  /** The same house through a connection of its own. */
  const neighbour = () => {
    const other = createClient({ url });
    onTestFinished(() => other.close());
    return { ...deps, db: openDatabase(other) };
  };
  /** A backup of this database as it is now; gives a house over it, each time it is asked. */
  const backUp = async (from = client) => {
    const path = join(folder, `backup-${randomIds.uuid()}.db`);
    await from.execute(`VACUUM INTO '${path}'`);
    return async (): Promise<Deps> => {
      const copy = join(folder, `restored-${randomIds.uuid()}.db`);
      copyFileSync(path, copy);
      const restored = createClient({ url: `file:${copy}` });
      onTestFinished(() => restored.close());
      await noPowerFailure(restored);
      return { ...deps, db: openDatabase(restored) };
    };
  };
  return { deps, backUp, db, url, logCopy, logWitness, clock, jobs, act, appendActs, openRecord, run, neighbour };
}
