import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { expect, it } from "vitest";
import { recordRefusal } from "../../../src/domain/consent/record-refusal.ts";
import { checkImport } from "../../../src/domain/imports/check.ts";
import { runImport } from "../../../src/domain/imports/run.ts";
import { readLists } from "../../../src/domain/lists/views.ts";
import type { StaffActor } from "../../../src/domain/staff/rules.ts";
import { utf8 } from "../../../src/platform/encoding.ts";
import { createWorld, type World } from "../../support/world.ts";
import { must } from "./scene.ts";

const admin: StaffActor = { kind: "staff", id: "cli", role: "admin", via: "cli" };

/** What somebody who steals the disk has: the database file and whatever lies beside it. */
const disk = (world: World) =>
  readdirSync(dirname(world.file))
    .filter((name) => name.startsWith(basename(world.file)))
    .map((name) => readFileSync(join(dirname(world.file), name)));

it("after a no, neither the address nor its sealed form nor its tag is in the bytes of the database file", async () => {
  const world = await createWorld();
  const [list] = await readLists(world.deps.db);
  const people = Array.from({ length: 300 }, (_, i) => `cilveks${i}@pasts.example`);
  const found = must(
    await checkImport(world.deps, admin, {
      listId: list?.id ?? "",
      fileName: "saraksts.csv",
      bytes: utf8(`e-pasts;vārds\n${people.map((p, i) => `${p};Vārds Uzvārds${i}`).join("\n")}\n`),
      claim: {
        source: "Iepriekšējās sistēmas eksports",
        since: "2019-03-01",
        basis: "consent",
        origin: "themselves",
        proof: "",
      },
    }),
  );
  must(await runImport(world.deps, admin, { importId: found.importId }));
  await world.work();
  const leaver = "cilveks123@pasts.example";
  const { tag } = world.deps.vault.tag(leaver);
  const row = await world.client.execute({ sql: "SELECT sealed FROM address WHERE tag = ?", args: [tag] });
  const sealed = Buffer.from(row.rows[0]?.[0] as ArrayBuffer);
  const traces = [Buffer.from(leaver), Buffer.from("Uzvārds123"), Buffer.from(tag), sealed.subarray(16, 48)];
  const held = () => traces.map((trace) => disk(world).some((bytes) => bytes.includes(trace)));
  await world.client.execute("PRAGMA wal_checkpoint(TRUNCATE)");
  expect(held()).toEqual([false, false, true, true]);

  must(
    await recordRefusal(world.deps, admin, {
      address: leaver,
      purposeId: list?.purposeId ?? "",
      who: "person",
      how: "phone",
      day: "2026-11-21",
    }),
  );
  await world.work();
  expect(held()).toEqual([false, false, false, false]);
  await world.check();
});
