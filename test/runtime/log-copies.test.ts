/** Both places of the log's copy, a folder and a bucket, keep what the sealer relies on: one swap of one head, and whole files. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { JournalStore, LogCopy } from "../../src/deps.ts";
import { readCopyHead } from "../../src/domain/proof-log/rules/copy.ts";
import { sealLog } from "../../src/domain/proof-log/seal.ts";
import { verifyLog } from "../../src/domain/proof-log/verify.ts";
import { utf8 } from "../../src/platform/encoding.ts";
import { folderJournal, folderLogCopy } from "../../src/runtime/node/log/copy.ts";
import { folderLogWitness } from "../../src/runtime/node/log/witness.ts";
import { r2Journal, r2LogCopy } from "../../src/runtime/r2-log-copy.ts";
import { openHouse } from "../domain/proof-log/house.ts";
import { fakeCopyBucket } from "../fakes/copy-bucket.ts";

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "pieteka-copy-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}
const text = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes);

const PLACES: [string, () => LogCopy][] = [
  ["a folder", () => folderLogCopy(join(folder(), "log"))],
  ["a bucket", () => r2LogCopy(fakeCopyBucket())],
];

test.each(PLACES)("%s: the head is swapped by one only, from the version that he read", async (_, open) => {
  const copy = open();
  expect(await copy.readHead()).toBeUndefined();
  const firsts = await Promise.all([1, 2, 3, 4].map((n) => copy.swapHead(utf8(`first ${n}`), undefined)));
  expect(firsts.filter((version) => version !== undefined)).toHaveLength(1);
  const head = await copy.readHead();
  expect(firsts).toContain(head?.version);
  for (let round = 0; round < 12; round++) {
    const read = await copy.readHead();
    const swaps = await Promise.all([1, 2, 3].map((n) => copy.swapHead(utf8(`${round} ${n}`), read?.version)));
    const won = swaps.findIndex((version) => version !== undefined);
    expect(swaps.filter((version) => version !== undefined)).toHaveLength(1);
    const now = await copy.readHead();
    expect([text(now?.bytes), now?.version]).toEqual([`${round} ${won + 1}`, swaps[won]]);
  }
  // Who slept since the first head swaps nothing any more, whatever was swept up meanwhile.
  expect(await copy.swapHead(utf8("late"), head?.version)).toBeUndefined();
  expect(await copy.swapHead(utf8("late"), undefined)).toBeUndefined();
  expect(text((await copy.readHead())?.bytes)).toMatch(/^11 /);
});

test.each(PLACES)("%s: a file is read as it was written, and what is not there is not there", async (_, open) => {
  const copy = open();
  expect(await copy.get("a/tile/entries/x001/234")).toBeUndefined();
  await copy.put("a/tile/entries/x001/234", Uint8Array.of(1, 2, 3));
  await copy.put("a/tile/entries/x001/234", Uint8Array.of(1, 2, 3));
  expect(await copy.get("a/tile/entries/x001/234")).toEqual(Uint8Array.of(1, 2, 3));
});

test.each<[string, () => { journal: JournalStore; log: LogCopy; names(): string[] }]>([
  [
    "a folder",
    () => {
      const path = join(folder(), "log");
      const names = () =>
        readdirSync(path, { recursive: true, withFileTypes: true }).flatMap((f) =>
          f.isFile() ? [join(f.parentPath, f.name).slice(path.length + 1)] : [],
        );
      return { journal: folderJournal(join(path, "journal")), log: folderLogCopy(path), names };
    },
  ],
  [
    "a bucket",
    () => {
      const bucket = fakeCopyBucket();
      return { journal: r2Journal(bucket), log: r2LogCopy(bucket), names: () => [...bucket.keys()] };
    },
  ],
])("%s: the erasure journal lies beside the copy, leaves no older head, and can be thrown away", async (_, open) => {
  const { journal, log, names } = open();
  await log.swapHead(utf8("log"), undefined);
  let version: string | undefined;
  for (let n = 1; n <= 5; n++) version = await journal.swapHead(utf8(`journal ${n}`), version);
  await journal.put("a/000000001.tags", utf8("x"));
  expect(text((await log.readHead())?.bytes)).toBe("log");
  expect(text((await journal.readHead())?.bytes)).toBe("journal 5");
  await journal.remove("a/000000001.tags");
  await journal.remove("a/000000001.tags");
  expect(await journal.get("a/000000001.tags")).toBeUndefined();
  expect(names().filter((name) => name.startsWith("journal/"))).toHaveLength(1);
});

test.each(PLACES)("%s: a log is sealed over it, restored from it, and verifies", async (_, open) => {
  const { deps, clock, backUp, appendActs } = await openHouse();
  const house = { ...deps, logCopy: open() };
  const restore = await backUp();
  await appendActs(600);
  await sealLog(house);
  await appendActs(10);
  clock.at += 2000;
  await sealLog(house);
  const older = { ...(await restore()), logCopy: house.logCopy };
  await appendActs(1, older);
  clock.at += 2000;
  await sealLog(older);
  clock.at += 2000;
  await sealLog(older);
  expect(await verifyLog(older)).toEqual([]);
  // 610 from the copy in two pages, of which each leaves an entry that says so, and one of its own.
  expect(readCopyHead((await house.logCopy.readHead())?.bytes ?? new Uint8Array(0))?.size).toBe(613);
});

test("a folder that cannot be read is a fault, never an empty place", async () => {
  const path = join(folder(), "log");
  writeFileSync(path, "not a folder");
  const copy = folderLogCopy(path);
  await expect(copy.readHead()).rejects.toThrow();
  await expect(copy.get("a")).rejects.toThrow();
});

test("a process that died while it wrote leaves nothing that is taken for a head", async () => {
  const path = folder();
  const copy = folderLogCopy(path);
  const version = await copy.swapHead(utf8("one"), undefined);
  writeFileSync(join(path, "head", "000000000002.4711.0.new"), "half");
  expect(text((await copy.readHead())?.bytes)).toBe("one");
  expect(await copy.swapHead(utf8("two"), version)).toBe("2");
  for (let n = 3; n < 10; n++) await copy.swapHead(utf8(String(n)), String(n - 1));
  expect(readdirSync(join(path, "head")).filter((name) => !name.endsWith(".new"))).toEqual([
    "000000000007",
    "000000000008",
    "000000000009",
  ]);
});

test("the witness gives the longest head of an origin, in whatever order it was told, and nothing of others", async () => {
  const path = folder();
  const witness = folderLogWitness(path);
  const head = (size: number) => ({ size, root: new Uint8Array(32).fill(size) });
  const [log, next] = ["news.ministry.example/log", "news.ministry.example/log/1f2e3d4c"];
  expect(await witness.read(log)).toBeUndefined();
  for (const size of [7, 9, 8]) await witness.write(log, head(size));
  await Promise.all([head(11), head(10), head(11)].map((h) => witness.write(log, h)));
  expect(await witness.read(log)).toEqual(head(11));
  expect(await witness.read(next)).toBeUndefined();
  await witness.write(next, head(2));
  expect(await witness.read(next)).toEqual(head(2));
  expect(await witness.read(log)).toEqual(head(11));
  expect(readdirSync(join(path, "news.ministry.example%2Flog"))).toEqual([
    "000000000009",
    "000000000010",
    "000000000011",
  ]);
});

test("a head of the witness that is torn is not read; the one before it is", async () => {
  const path = folder();
  const witness = folderLogWitness(path);
  await witness.write("a.example/log", { size: 5, root: new Uint8Array(32) });
  writeFileSync(join(path, "a.example%2Flog", "000000000006"), "AAAA");
  expect((await folderLogWitness(path).read("a.example/log"))?.size).toBe(5);
});
