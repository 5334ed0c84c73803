/** The journal is kept before anything is signed, wherever the sealer dies, and thrown away when no backup is older. */
import { expect, it } from "vitest";
import { sealLog } from "../../../src/domain/proof-log/seal.ts";
import { readCheckpoint } from "../../../src/domain/proof-log/views.ts";
import { handleJob } from "../../../src/runtime/consume.ts";
import { memoryJournal } from "../../fakes/log-copy.ts";
import { openDesk } from "../../http/staff/campaigns/desk.ts";
import { Killed, mortal } from "../../support/mortal.ts";
import { createWorld } from "../../support/world.ts";
import { headOf, leave, liveIds, seal, settle } from "./house.ts";
import { backUp, restoreInto } from "./restored.ts";

it("wherever the sealer dies: nothing signed says erased of which the journal knows nothing, and no crash is taken for a restore", async () => {
  const desk = await openDesk();
  await desk.people(40);
  await seal(desk);
  const ids = await liveIds(desk);
  for (let n = 1; n <= 14; n++)
    for (const after of [false, true]) {
      const id = ids.pop() as string;
      await leave(desk, id);
      desk.clock.pass({ minutes: 1 });
      await sealLog(mortal(desk.deps, n, after, { stores: ["journal"] })).catch((error) => {
        if (!(error instanceof Killed)) throw error;
      });
      const signed = (await readCheckpoint(desk.deps.db))?.size ?? 0;
      const [entries] = await desk.rows("SELECT max(seq) AS n FROM log_entry");
      const told = (await headOf(desk)).text.some(
        (line) => line.startsWith(`ended ${id} withdrawn`) || line.startsWith(`ended ${id} refused`),
      );
      if (signed === entries?.n) expect(told).toBe(true);
      desk.clock.pass({ minutes: 1 });
      expect(await desk.deps.mayServe()).toBe(true);
    }
  desk.clock.pass({ minutes: 1 });
  await settle(desk);
  expect(await desk.rows("SELECT * FROM unjournalled")).toEqual([]);
  expect((await headOf(desk)).text.filter((line) => line.startsWith("ended"))).toHaveLength(28);
  expect(await desk.rows("SELECT * FROM alert WHERE code LIKE 'journal.%'")).toEqual([]);
  await desk.check();
});

it("while the journal is out of reach nothing is signed, and a house that has met it goes on serving", async () => {
  const journal = memoryJournal();
  const desk = await openDesk({ journal });
  await desk.people(2);
  await seal(desk);
  const { readHead } = journal;
  journal.readHead = () => Promise.reject(new Error("no route to the bucket"));
  const before = (await readCheckpoint(desk.deps.db))?.size;
  await leave(desk, (await liveIds(desk))[0] as string);
  desk.clock.pass({ minutes: 2 });
  await expect(sealLog(desk.deps)).rejects.toThrow("no route");
  expect((await readCheckpoint(desk.deps.db))?.size).toBe(before);
  expect((await desk.request("/")).status).toBe(200);
  // One that has just begun does not know.
  const other = await createWorld({ journal, databaseUrl: `file:${await backUp(desk)}` });
  expect((await other.request("/")).status).toBe(503);
  journal.readHead = readHead;
  await settle(desk);
  expect((await headOf(desk)).text).toHaveLength(2);
  await desk.check();
});

it("where there is no place for a journal, nothing is kept for one", async () => {
  const desk = await openDesk();
  await desk.people(2);
  await leave(desk, (await liveIds(desk))[0] as string);
  desk.clock.pass({ minutes: 1 });
  await sealLog({ ...desk.deps, journal: undefined });
  expect(await desk.rows("SELECT * FROM unjournalled")).toEqual([]);
});

it("lines live as long as the oldest backup that may be restored, and an older one opens no door by itself", async () => {
  const journal = memoryJournal();
  const desk = await openDesk({ journal });
  await desk.people(4);
  await seal(desk);
  const old = await backUp(desk);
  const [first, second, third] = await liveIds(desk);
  await leave(desk, first as string);
  await seal(desk);
  desk.clock.pass({ days: 2 });
  await leave(desk, second as string);
  await seal(desk);
  expect((await headOf(desk)).pages).toHaveLength(1);
  expect(journal.files.size).toBe(2);
  const younger = await backUp(desk);
  desk.clock.pass({ days: 30 });
  await handleJob(desk.deps, { kind: "retain" });
  await desk.work();
  // The first page is older than thirty days; the lines of the second day are not.
  expect((await headOf(desk)).pages).toEqual([]);
  expect(journal.files.size).toBe(0);
  expect((await headOf(desk)).text.some((line) => line.startsWith(`ended ${second}`))).toBe(true);
  await leave(desk, third as string);
  await seal(desk);

  const tooOld = await restoreInto(desk, old);
  await settle(tooOld);
  expect((await tooOld.request("/")).status).toBe(503);
  expect(await tooOld.rows("SELECT code FROM alert WHERE code LIKE 'journal.%'")).toEqual([
    { code: "journal.unknown" },
  ]);
  const fits = await restoreInto(desk, younger);
  await settle(fits);
  expect((await fits.request("/")).status).toBe(200);
  expect(await liveIds(fits)).toEqual(await liveIds(desk));
  await fits.check();
});
