/**
 * Rotation of an address key: every address is sealed and tagged anew by a process that is killed again and again (SIGKILL, at
 * random instants), and by the next one to the end. Then every address must open, under the new keys alone.
 *
 *     npm run bench -- --only rotation                          20,000 addresses
 *     npm run bench -- --only rotation --messages 1000000
 */
import { fork } from "node:child_process";
import { sha256 } from "@noble/hashes/sha2.js";
import { createCaptureMailer } from "../../src/delivery/mailers/capture.ts";
import { openAddress } from "../../src/domain/consent/views/standing.ts";
import { readKeys } from "../../src/domain/key-rotation/views.ts";
import { systemClock } from "../../src/platform/clock.ts";
import type { Config } from "../../src/platform/config.ts";
import { utf8 } from "../../src/platform/encoding.ts";
import { randomIds } from "../../src/platform/ids.ts";
import { type KeyRing, makeKey, type RingName } from "../../src/platform/keys.ts";
import { createVault } from "../../src/platform/vault.ts";
import { handleJob } from "../../src/runtime/consume.ts";
import { createHouse } from "../../src/runtime/house.ts";
import { nodeAead } from "../../src/runtime/node/aead.ts";
import { openClient } from "../../src/runtime/node/database.ts";
import { createLocalQueue } from "../../src/runtime/node/queue.ts";
import { memoryMailbox } from "../fakes/mailbox.ts";
import { testConfig } from "../support/settings.ts";
import { benchHouse, importPeople } from "./house.ts";
import { quantile } from "./median.ts";
import type { Figure, Options } from "./run.ts";

const PEOPLE = 20_000;
const KILLS = 10;
/** Addresses that are opened at the end, at a time. */
const PAGE = 5_000;
const RINGS: readonly RingName[] = ["ADDRESS_KEYS", "TAG_KEYS"];

/** The settings after the operator has put new keys in front; `only`: and has taken the old ones away. */
function renewed(databaseUrl: string, only = false): Config {
  const config = testConfig(databaseUrl);
  const rings = { ...config.rings };
  for (const name of RINGS) {
    const all = [makeKey(sha256(utf8(`another test key ${name}`))), ...(only ? [] : rings[name].all)];
    rings[name] = { newest: all[0] as KeyRing["newest"], all, get: (id) => all.find((key) => key.id === id) };
  }
  return { ...config, rings, publicUrl: "http://localhost" };
}

/** One process of the rotation, from its start to the end of its work. Says how long its steps held the database. */
export async function rotationOf(databaseUrl: string): Promise<void> {
  const config = renewed(databaseUrl);
  const client = await openClient(config);
  const house = createHouse(config, { line: (json) => console.error(json), aead: nodeAead });
  const queue = createLocalQueue((job) => handleJob(deps, job), house.log);
  const deps = house.depsOver({
    client,
    queue,
    mailer: createCaptureMailer(memoryMailbox(), systemClock),
    defer: (work) => void work(),
    afterErasure: () => {},
  });
  const held: number[] = [];
  let last = performance.now();
  const tick = setInterval(() => {
    held.push(performance.now() - last);
    last = performance.now();
  }, 1);
  // The lease of the process before may have minutes to live, and nobody else is about.
  await client.execute("DELETE FROM lease WHERE name = 'rotate'");
  await queue.enqueue({ kind: "rotate" });
  await queue.idle();
  clearInterval(tick);
  client.close();
  process.send?.({ p99: quantile(held, 0.99), most: Math.max(...held) }, () => process.exit(0));
}

export async function rotation({ messages: people = PEOPLE }: Partial<Options>): Promise<Figure[]> {
  const house = await benchHouse();
  const { databaseUrl } = house.deps.config;
  await importPeople(house, people);
  const began = performance.now();
  for (let kill = 0; kill < KILLS; kill++) await life(databaseUrl, 400 + Math.random() * 1_600);
  const { p99, most } = (await life(databaseUrl)) ?? { p99: Number.NaN, most: Number.NaN };
  const seconds = (performance.now() - began) / 1000;
  const deps = { ...house.deps, config: renewed(databaseUrl) };
  const looked = performance.now();
  const keys = await readKeys(deps);
  const lookMs = performance.now() - looked;
  const left = keys.filter(({ ring, place }) => RINGS.includes(ring) && place === 1).map(({ rows }) => rows.moved);
  if (left.some((n) => n > 0)) throw new Error(`rows are left under the old keys: ${left}`);
  const opened = await openAll(house.deps.db, renewed(databaseUrl, true));
  if (opened !== people) throw new Error(`${opened} of ${people} addresses open under the new keys`);
  await house.stop();
  const name = `rotation of ${people.toLocaleString("en")} addresses`;
  return [
    { name: `${name}: with ${KILLS} kills, to the end`, value: seconds, unit: "s" },
    { name: `${name}: sealed and tagged anew`, value: people / seconds, unit: "addresses/s" },
    { name: `${name}: nobody else gets a word in, p99`, value: p99, unit: "ms" },
    { name: `${name}: the same, longest`, value: most, unit: "ms" },
    { name: `${name}: what needs each key, counted`, value: lookMs, unit: "ms" },
  ];
}

/** A process that is killed after so long, or lives to its end and then tells. */
function life(databaseUrl: string, ms?: number): Promise<{ p99: number; most: number } | undefined> {
  const child = fork(process.argv[1] as string, ["rotation-of", databaseUrl]);
  const kill = ms === undefined ? undefined : setTimeout(() => child.kill("SIGKILL"), ms);
  return new Promise((ended, failed) => {
    let told: { p99: number; most: number } | undefined;
    child.once("message", (message: typeof told) => {
      told = message;
    });
    child.once("exit", (code, signal) => {
      clearTimeout(kill);
      if (signal !== "SIGKILL" && code !== 0) failed(new Error(`the rotation ended with ${code ?? signal}`));
      else ended(told);
    });
  });
}

/** Opens every address with these settings; its tag must be one of theirs. Gives how many there are. */
async function openAll(db: Awaited<ReturnType<typeof benchHouse>>["deps"]["db"], config: Config): Promise<number> {
  const vault = createVault(config.rings, randomIds, nodeAead);
  let opened = 0;
  for (let after = ""; ; ) {
    const { rows } = await db.client.execute({
      sql: "SELECT id, sealed, hex(tag) AS tag FROM address WHERE id > ? ORDER BY id LIMIT ?",
      args: [after, PAGE],
    });
    for (const { id, sealed, tag } of rows) {
      const { normalised } = openAddress(vault, String(id), new Uint8Array(sealed as ArrayBuffer));
      if (Buffer.from(vault.tag(normalised).tag).toString("hex").toUpperCase() !== tag)
        throw new Error("a tag is not that of its address");
      opened++;
    }
    if (rows.length < PAGE) return opened;
    after = String(rows.at(-1)?.id);
  }
}
