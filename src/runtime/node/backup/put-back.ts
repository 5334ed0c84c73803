/**
 * Puts a copy in the place of the embedded database. The program must not run: whoever has the file open would go on writing
 * into the old one. The old file is kept aside until a person deletes it.
 */
import { existsSync } from "node:fs";
import { copyFile, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { createClient } from "@libsql/client";
import { onDisk } from "./make.ts";

/** Whether another process has the database open: leaving the write-ahead log asks for it alone. */
export async function isOpenElsewhere(path: string): Promise<boolean> {
  if (!existsSync(path)) return false;
  const client = createClient({ url: `file:${path}`, timeout: 0 });
  try {
    const [mode] = (await client.execute("PRAGMA journal_mode = DELETE")).rows;
    return mode?.[0] !== "delete";
  } catch (error) {
    // A damaged file is nobody's.
    return /^SQLITE_(BUSY|LOCKED)/.test(String((error as { code?: unknown }).code));
  } finally {
    client.close();
  }
}

/** Does it. Gives where the old file stands now; undefined if there was none. A crash leaves the old one under its new name. */
export async function putBack(copy: string, path: string, now: number): Promise<string | undefined> {
  const stamp = new Date(now).toISOString().replace(/[-:]|\.\d+/g, "");
  const aside = existsSync(path) ? `${path}.before-restore-${stamp}` : undefined;
  const fresh = `${path}.restoring`;
  await copyFile(copy, fresh);
  await onDisk(fresh);
  if (aside) {
    await rename(path, aside);
    for (const more of ["-wal", "-shm"]) if (existsSync(path + more)) await rename(path + more, aside + more);
  }
  for (const more of ["-wal", "-shm"]) await rm(path + more, { force: true });
  await rename(fresh, path);
  await onDisk(dirname(path));
  return aside;
}
