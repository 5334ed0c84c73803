/**
 * Makes a copy of the database while the program runs: one file, as it was at one moment, looked at before it gets its name.
 * Of an embedded file by `VACUUM INTO`, which reads within one transaction, holds nobody up, and leaves out what was deleted.
 * Of a libSQL server from its `/dump` (what `turso db shell … .dump` reads), loaded into a file.
 */
import { existsSync, mkdirSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import type { Config } from "../../../platform/config.ts";
import { embeddedPath, openClient } from "../database.ts";
import { loadDump } from "./dump.ts";
import { type CopyFacts, lookAtCopy } from "./look.ts";

/** Makes it. Throws if something stands at that place, or the copy is not whole; then there is none. */
export async function makeCopy(config: Config, place: string): Promise<CopyFacts> {
  if (existsSync(place)) throw new Error(`There is a file at ${place}; no copy is written over another.`);
  mkdirSync(dirname(place), { recursive: true, mode: 0o700 });
  const part = `${place}.part`;
  await rm(part, { force: true });
  // Nobody else reads it, also while it is being made: SQLite keeps the mode of a file that is there.
  await (await open(part, "wx", 0o600)).close();
  try {
    if (embeddedPath(config.databaseUrl)) {
      const client = await openClient(config);
      try {
        await client.execute({ sql: "VACUUM INTO ?", args: [part] });
      } finally {
        client.close();
      }
    } else await loadDump(config, part);
    const facts = await lookAtCopy(part);
    await onDisk(part);
    await rename(part, place);
    await onDisk(dirname(place));
    return facts;
  } finally {
    await rm(part, { force: true });
  }
}

/** What is said to be written is on the disk: a file, or the names in a folder. */
export async function onDisk(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
