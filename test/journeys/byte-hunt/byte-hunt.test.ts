/**
 * The byte hunt in its short form: the whole house in one process, on the embedded database. The long one, over real processes
 * and a database server, is `npm run drill:bytes`.
 */
import { rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { type Found, filesOf, hunt, type Place, rowsOf, textPlace } from "../../support/byte-hunt.ts";
import { CANARY } from "../../support/canary.ts";
import { createWorld, type World } from "../../support/world.ts";
import { live } from "./life.ts";

/** Where marks are kept on purpose, as the certificate says; and where they wait for the journal that outlives a restore. */
const KEPT = ["suppression", "link_tag", "unjournalled"];

/** Everything of the house that outlives a moment: files, rows, log, queue, and a backup that it makes of itself. */
async function placesOf(world: World): Promise<Place[]> {
  const folder = dirname(world.file);
  const backup = join(folder, "backup.db");
  rmSync(backup, { force: true });
  await world.client.execute(`VACUUM INTO '${backup}'`);
  return [
    ...filesOf(folder),
    ...(await rowsOf(world.client)),
    textPlace("log", world.lines.join("\n")),
    textPlace("jobs", JSON.stringify(world.jobs)),
  ];
}

const kinds = (found: Found[]) => [...new Set(found.map((one) => one.replace(/(, piece \d+)?(, .*)? at \d+$/, "")))];

it("whoever has left is in no byte of the house, but for the marks that his certificate names", async () => {
  const world = await createWorld();
  const { prey, marks, leave, file } = await live(world);
  // While he is held, the house has him sealed and tagged, and nowhere in clear; the file that was handed out has him.
  await world.client.execute("PRAGMA wal_checkpoint(TRUNCATE)");
  const held = hunt(prey, await placesOf(world));
  expect(held.filter((one) => /: (address|name|telephone)\b(?!\.sealed)/.test(one))).toEqual([]);
  expect(kinds(held)).toEqual(
    expect.arrayContaining([
      "file world.db: address.sealed",
      "file world.db: look-up tag",
      "row address.sealed: address.sealed",
    ]),
  );
  expect(file).toContain(CANARY.address);

  const left = await world.browser().post(leave, { scope: "everything" });
  const page = await left.text();
  expect(page).toContain("Dzēšanas apliecinājums");
  expect(page).toContain("Saņēmējs: Paraugu inspekcija");
  await world.deps.queue.enqueue({ kind: "retain" });
  await world.work();
  const places = await placesOf(world);
  expect(hunt(prey, places)).toEqual([]);
  // The hunt does see what is there: the marks, in their tables and in the files, and in no other table.
  const kept = hunt(marks, places);
  expect(kinds(kept)).toEqual(
    expect.arrayContaining([
      "file world.db: suppression tag",
      "row suppression.tag: suppression tag",
      "row link_tag.tag: link tag",
    ]),
  );
  const elsewhere = kept.filter(
    (one) => !/^file (world|backup)\.db/.test(one) && !KEPT.some((table) => one.startsWith(`row ${table}.`)),
  );
  expect(elsewhere).toEqual([]);
  await world.check();
});

it("finds a database that does not overwrite what it deletes", async () => {
  const world = await createWorld();
  const { prey, leave } = await live(world);
  await world.client.execute("PRAGMA secure_delete = OFF");
  await world.browser().post(leave, { scope: "everything" });
  await world.work();
  const found = kinds(hunt(prey, filesOf(dirname(world.file))));
  expect(found).toContain("file world.db: address.sealed");
  expect(found).toContain("file world.db: look-up tag");
});

it("finds what still waits in the write-ahead log to be overwritten, and a copy of a cell that was left in a file", async () => {
  const world = await createWorld();
  const { prey, leave } = await live(world);
  const folder = dirname(world.file);
  writeFileSync(join(folder, "notes.txt"), Buffer.from(`Zvanīt: ${CANARY.name}`, "utf16le"));
  await world.browser().post(leave, { scope: "everything" });
  // Nobody has done the work that follows: the file still has the pages from before.
  const found = kinds(hunt(prey, filesOf(folder)));
  expect(found).toContain("file notes.txt: name");
  expect(found).toContain("file world.db: look-up tag");
});
