/**
 * The copy outside the database decides what may be signed: after a crash, a restore, on two databases, or where it is lost
 * itself. `signed` collects every note that left the house: no size ever has two roots, and each begins with all before it.
 */
import { expect, test } from "vitest";
import type { Deps, LogWitness } from "../../../src/deps.ts";
import { readCopyHead } from "../../../src/domain/proof-log/rules/copy.ts";
import { readEvent } from "../../../src/domain/proof-log/rules/event.ts";
import { sealLog } from "../../../src/domain/proof-log/seal.ts";
import { verifyLog } from "../../../src/domain/proof-log/verify.ts";
import { readEntries, readPastLogs } from "../../../src/domain/proof-log/views/copy.ts";
import { countEntries, readCheckpoint } from "../../../src/domain/proof-log/views.ts";
import { hex, utf8 } from "../../../src/platform/encoding.ts";
import { ORIGIN, openHouse } from "./house.ts";

/** Seals until nothing is left; gives the last outcome. */
async function settle(deps: Deps, clock: { at: number }) {
  for (let n = 0; n < 20; n++) {
    clock.at += 1000;
    const done = await sealLog(deps);
    if (done.outcome !== "busy" && !(done.outcome === "sealed" && (await sealLog(deps)).outcome === "busy")) {
      clock.at += 1000;
      const rest = await sealLog(deps);
      if (rest.outcome !== "busy" && rest.outcome !== "sealed") return rest;
    }
  }
  throw new Error("sealing never ends");
}

function gate(): [passed: Promise<void>, open: () => void] {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return [passed, open];
}

const entriesOf = async (deps: Deps) => (await readEntries(deps.db, 0, 100_000)).entries;
const alertsOf = async (deps: Deps) =>
  (await deps.db.client.execute("SELECT code, detail FROM alert WHERE closed_at IS NULL ORDER BY code")).rows.map(
    (row) => [row.code, row.detail && JSON.parse(String(row.detail)).n] as const,
  );
const typesOf = async (deps: Deps, typ: string) =>
  (await deps.db.client.execute({ sql: "SELECT body FROM event WHERE typ = ?", args: [typ] })).rows.map((row) =>
    readEvent(utf8(String(row.body))),
  );

test("the copy holds every entry before anything is signed, and says the same as the database", async () => {
  const { deps, logCopy, clock, appendActs } = await openHouse();
  await appendActs(700);
  expect(await settle(deps, clock)).toEqual({ outcome: "nothing", size: 700 });
  const head = readCopyHead(logCopy.head?.bytes as Uint8Array);
  expect(head).toMatchObject({ log: ORIGIN, size: 700, root: (await readCheckpoint(deps.db))?.root });
  await appendActs(400);
  await settle(deps, clock);
  expect([...logCopy.files.keys()].sort()).toEqual(
    ["checkpoint", "tile/entries/000", "tile/entries/001"].map((path) => `${head?.copy}/${path}`),
  );
  expect(new TextDecoder().decode(logCopy.files.get(`${head?.copy}/checkpoint`))).toBe(
    (await readCheckpoint(deps.db))?.note,
  );
});

test("nothing is signed while the copy cannot be reached, or its head cannot be read", async () => {
  const { deps, logCopy, clock, appendActs } = await openHouse();
  await appendActs(3);
  const { readHead, swapHead } = logCopy;
  logCopy.readHead = () => Promise.reject(new Error("no route to the bucket"));
  await expect(sealLog(deps)).rejects.toThrow("no route");
  logCopy.readHead = readHead;
  clock.at += 1000;
  logCopy.swapHead = () => Promise.reject(new Error("no route to the bucket"));
  await expect(sealLog(deps)).rejects.toThrow("no route");
  logCopy.swapHead = swapHead;
  clock.at += 1000;
  logCopy.head = { bytes: utf8("{}"), n: 1 };
  await expect(sealLog(deps)).rejects.toThrow("cannot be read");
  expect(await readCheckpoint(deps.db)).toBeUndefined();
});

test("an older database gets back what it lacks; what came since moves behind it, and the desk counts what is lost", async () => {
  const { deps, clock, backUp, appendActs } = await openHouse();
  await appendActs(300);
  await settle(deps, clock);
  const restore = await backUp();
  await appendActs(600);
  await settle(deps, clock);
  const before = await entriesOf(deps);

  const older = await restore();
  const since = await appendActs(5, older);
  expect((await settle(older, clock)).outcome).toBe("nothing");
  const after = await entriesOf(older);
  expect(after.slice(0, 900)).toEqual(before);
  expect(after.slice(900, 905)).toEqual(since.map(({ entry }) => entry));
  expect((await typesOf(older, "log.restored")).map((event) => event?.count)).toEqual([600]);
  expect(await alertsOf(older)).toEqual([["log.restored", 600]]);
  expect(await verifyLog(older)).toEqual([]);
  expect(await countEntries(older.db)).toBe(906);
  // The program goes on as usual, also where the next entry gets its number.
  await appendActs(1, older);
  expect(await settle(older, clock)).toEqual({ outcome: "nothing", size: 907 });
});

test("an older database with nothing new is noticed too", async () => {
  const { deps, clock, backUp, appendActs } = await openHouse();
  await appendActs(10);
  await settle(deps, clock);
  const restore = await backUp();
  await appendActs(10);
  await settle(deps, clock);
  const older = await restore();
  await settle(older, clock);
  expect((await entriesOf(older)).slice(0, 20)).toEqual(await entriesOf(deps));
});

test("a new database in an old place goes on with the old log", async () => {
  const { deps, clock, appendActs } = await openHouse();
  await appendActs(20);
  await settle(deps, clock);
  const other = await openHouse();
  const fresh = { ...other.deps, logCopy: deps.logCopy, clock } as unknown as Deps;
  await appendActs(1, fresh);
  await settle(fresh, clock);
  expect((await entriesOf(fresh)).slice(0, 20)).toEqual(await entriesOf(deps));
  expect(await alertsOf(fresh)).toEqual([["log.restored", 20]]);
});

test("two databases over one copy append in turn to one log, also where both seal at the same moment", async () => {
  const { deps, logCopy, clock, backUp, appendActs } = await openHouse();
  const roots = new Map<string, string>();
  const { put } = logCopy;
  logCopy.put = async (path, bytes) => {
    const [, size, root] = new TextDecoder().decode(bytes).split("\n");
    // The first that signs a size decides its root.
    if (path.endsWith("/checkpoint")) expect(roots.get(size as string) ?? root).toBe(root);
    if (path.endsWith("/checkpoint")) roots.set(size as string, root as string);
    await put(path, bytes);
  };
  await appendActs(10);
  await settle(deps, clock);
  const twin = await (await backUp())();
  for (const house of [deps, twin, deps, twin]) {
    await appendActs(3, deps);
    await appendActs(3, twin);
    clock.at += 1000;
    await Promise.all([sealLog(deps), sealLog(twin)]);
    await settle(house, clock);
  }
  await settle(deps, clock);
  const [one, two] = [await entriesOf(deps), await entriesOf(twin)];
  expect(one.slice(0, two.length)).toEqual(two.slice(0, one.length));
  expect(await verifyLog(deps)).toEqual([]);
});

test("an entry that has moved once and is put back at its old place by a backup stays one entry", async () => {
  const { deps, clock, backUp, appendActs } = await openHouse();
  await appendActs(10);
  await settle(deps, clock);
  const twin = await (await backUp())();
  const [moved] = await appendActs(1);
  await appendActs(3);
  const restore = await backUp();
  await appendActs(5, twin);
  await settle(twin, clock);
  // The twin's five stand first now, and ours behind them.
  await settle(deps, clock);
  const all = await entriesOf(deps);
  expect(all.indexOf(moved?.entry ?? "")).toBe(15);

  const older = await restore();
  await appendActs(2, older);
  await settle(older, clock);
  const after = await entriesOf(older);
  expect(after.slice(0, all.length)).toEqual(all);
  expect(new Set(after).size).toBe(after.length);
  expect(await verifyLog(older)).toEqual([]);
  // Of the copy's entries from there on, four were here; the twin's five, and the one that told of them, were not.
  expect(await alertsOf(older)).toEqual([["log.restored", 6]]);
});

test("where the copy is lost and nobody can know, nothing is signed and the desk says so, until it is back", async () => {
  const { deps, logCopy, logWitness, clock, appendActs } = await openHouse();
  await appendActs(10);
  await settle(deps, clock);
  const { head } = logCopy;
  logCopy.head = undefined;
  logWitness.heads.clear();
  await appendActs(1);
  expect(await settle(deps, clock)).toEqual({ outcome: "stopped", code: "log.copy_lost" });
  expect(await alertsOf(deps)).toEqual([["log.copy_lost", null]]);
  expect((await readCheckpoint(deps.db))?.size).toBe(10);
  logCopy.head = head;
  expect((await settle(deps, clock)).outcome).toBe("nothing");
  expect(await alertsOf(deps)).toEqual([]);
});

test("a lost copy is made again where the witness knows that the database is the newest", async () => {
  const { deps, logCopy, clock, appendActs } = await openHouse();
  await appendActs(3000);
  await settle(deps, clock);
  logCopy.head = undefined;
  logCopy.files.clear();
  await appendActs(1);
  expect(await settle(deps, clock)).toEqual({ outcome: "nothing", size: 3001 });
  expect(readCopyHead((logCopy.head as unknown as { bytes: Uint8Array }).bytes)?.size).toBe(3001);
  expect(await alertsOf(deps)).toEqual([]);
});

test("a sealer that was overtaken does not make the witness forget what was signed after it", async () => {
  const { deps, logCopy, logWitness, clock, backUp, appendActs } = await openHouse();
  await appendActs(1);
  await settle(deps, clock);
  const twin = await (await backUp())();
  await appendActs(1);
  await appendActs(1, twin);
  const [overtaken, goOn] = gate();
  const [claimed, tellClaimed] = gate();
  const slow: LogWitness = {
    read: logWitness.read,
    write: async (origin, head) => {
      tellClaimed();
      await overtaken;
      await logWitness.write(origin, head);
    },
  };
  clock.at += 31_000;
  const sealing = sealLog({ ...deps, logWitness: slow });
  await claimed;
  await settle(twin, clock);
  goOn();
  await sealing;
  expect((await logWitness.read(ORIGIN))?.size).toBeGreaterThan(2);

  // Now the copy is lost, and with it what the other one signed: it is known that more was signed than is here.
  logCopy.head = undefined;
  await settle(deps, clock);
  expect((await readPastLogs(deps.db)).map(({ origin }) => origin)).toEqual([ORIGIN]);
});

test("where the copy is lost and the database is older, a new origin is opened, and old proofs keep their log", async () => {
  const { deps, logCopy, clock, backUp, appendActs } = await openHouse();
  await appendActs(10);
  await settle(deps, clock);
  const restore = await backUp();
  await appendActs(5);
  await settle(deps, clock);
  logCopy.head = undefined;

  const older = await restore();
  await appendActs(2, older);
  expect((await settle(older, clock)).outcome).toBe("nothing");
  const [past] = await readPastLogs(older.db);
  expect(past).toMatchObject({ origin: ORIGIN, size: 10 });
  const note = (await readCheckpoint(older.db))?.note ?? "";
  expect(note).toMatch(/^news\.ministry\.example\/log\/[0-9a-f]{8}\n14\n/);
  const [opened] = await typesOf(older, "log.opened");
  expect(opened).toMatchObject({ continues: ORIGIN, size: 10, log: note.split("\n")[0] });
  expect(await alertsOf(older)).toEqual([["log.new_origin", 10]]);
  expect(await verifyLog(older)).toEqual([]);

  // A backup from before the opening takes the new origin over, and never signs for the old one.
  const again = await restore();
  await settle(again, clock);
  expect((await readCheckpoint(again.db))?.note.split("\n")[0]).toBe(note.split("\n")[0]);
  expect((await entriesOf(again)).slice(0, 14)).toEqual(await entriesOf(older));
  expect(await verifyLog(again)).toEqual([]);
});

test("a copy and a database that are both older are found out by the witness", async () => {
  const { deps, logCopy, clock, backUp, appendActs } = await openHouse();
  await appendActs(10);
  await settle(deps, clock);
  const [restore, head] = [await backUp(), logCopy.head];
  await appendActs(5);
  await settle(deps, clock);
  logCopy.head = head;
  const older = await restore();
  await settle(older, clock);
  expect((await readPastLogs(older.db)).map(({ origin }) => origin)).toEqual([ORIGIN]);
});

test("a copy of another history stops everything", async () => {
  const { deps, clock, appendActs } = await openHouse();
  await appendActs(10);
  await settle(deps, clock);
  const other = await openHouse();
  await other.appendActs(10);
  await settle(other.deps, other.clock);
  const head = readCopyHead(other.logCopy.head?.bytes as Uint8Array);
  expect(await settle({ ...deps, logCopy: other.logCopy }, clock)).toEqual({
    outcome: "stopped",
    code: "log.copy_other",
  });
  await deps.db.client.execute({ sql: "UPDATE log_copy SET copy_id = ?", args: [head?.copy ?? ""] });
  expect(await settle({ ...deps, logCopy: other.logCopy }, clock)).toEqual({ outcome: "stopped", code: "log.fork" });
  expect(await settle({ ...deps, logCopy: undefined }, clock)).toEqual({
    outcome: "stopped",
    code: "log.copy_missing",
  });
  expect((await alertsOf(deps)).map(([code]) => code)).toEqual(["log.copy_missing", "log.copy_other", "log.fork"]);
  expect((await readCheckpoint(deps.db))?.size).toBe(10);
});

test("a bundle that is missing from the copy is a fault, not an empty place", async () => {
  const { deps, logCopy, clock, backUp, appendActs } = await openHouse();
  const restore = await backUp();
  await appendActs(300);
  await settle(deps, clock);
  await appendActs(1);
  await settle(deps, clock);
  logCopy.files.clear();
  await expect(sealLog(await restore())).rejects.toThrow("lacks the bundle 0");
});

test("every head of the copy is one line: none ever lost an entry of the one before", async () => {
  const { deps, logCopy, clock, backUp, appendActs } = await openHouse();
  const heads: { size: number; root: string; entries: string[]; first: number }[] = [];
  const { swapHead } = logCopy;
  logCopy.swapHead = async (bytes, version) => {
    const { size, root, entries, first } = readCopyHead(bytes) as NonNullable<ReturnType<typeof readCopyHead>>;
    heads.push({ size, root: hex(root), entries, first });
    return swapHead(bytes, version);
  };
  await appendActs(100);
  await settle(deps, clock);
  const restore = await backUp();
  await appendActs(200);
  await settle(deps, clock);
  const older = await restore();
  await appendActs(50, older);
  await settle(older, clock);
  expect(heads.map(({ size }) => size)).toEqual([100, 300, 351]);
  const all = await entriesOf(older);
  for (const { size, entries, first } of heads) expect(entries).toEqual(all.slice(first, size));
});
