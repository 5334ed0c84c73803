/**
 * The copy of the proof log as a folder. A head is a file of its own with the next number: whoever makes the link of that
 * name first has swapped it, because a link is made whole or not at all, and never over another. What was said to be
 * written is on the disk.
 *
 *     .data/log/head/000000000041          .data/log/<copy>/tile/entries/x001/234
 */
import { link, mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { JournalStore, LogCopy } from "../../../deps.ts";

const DIGITS = 12;
/** Heads that are kept behind the newest, for a person who looks. */
const KEPT = 3;

/** The copy in this folder; made when something is written. `kept`: heads that stay, with the newest. */
export function folderLogCopy(folder: string, kept = KEPT): LogCopy {
  const heads = join(folder, "head");
  const nameOf = (n: number) => join(heads, String(n).padStart(DIGITS, "0"));
  const numbers = async () =>
    (await readdir(heads).catch(none<string[]>([])))
      .filter((name) => /^\d{12}$/.test(name))
      .map(Number)
      .sort((a, b) => a - b);
  let made = 0;
  const temporary = async (place: string, bytes: Uint8Array) => {
    const first = await mkdir(dirname(place), { recursive: true, mode: 0o700 });
    // Of folders that are new, the names too are on the disk before anything in them is relied upon.
    for (let at = dirname(place); first !== undefined && at.length >= first.length; at = dirname(at))
      await syncFolder(dirname(at));
    const path = `${place}.${process.pid}.${made++}.new`;
    const file = await open(path, "w", 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    return path;
  };
  return {
    async readHead() {
      for (;;) {
        const n = (await numbers()).at(-1);
        if (n === undefined) return undefined;
        // Somebody may have put a newer one in its place and swept this one up.
        const bytes = await readFile(nameOf(n)).catch(none(undefined));
        if (bytes) return { bytes: new Uint8Array(bytes), version: String(n) };
      }
    },
    async swapHead(bytes, version) {
      const before = await numbers();
      if (version === undefined ? before.length > 0 : before.at(-1) !== Number(version)) return undefined;
      const next = version === undefined ? 1 : Number(version) + 1;
      const path = await temporary(nameOf(next), bytes);
      try {
        await link(path, nameOf(next));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "EEXIST") return undefined;
        throw error;
      } finally {
        await rm(path, { force: true });
      }
      await syncFolder(heads);
      // A sealer that slept may have taken a number that was swept up: then a higher one stands here, and this is none.
      const after = await numbers();
      if (after.at(-1) !== next) return undefined;
      for (const n of after.slice(0, -kept)) await rm(nameOf(n), { force: true });
      return String(next);
    },
    async put(path, bytes) {
      const place = join(folder, path);
      await rename(await temporary(place, bytes), place);
      await syncFolder(dirname(place));
    },
    async get(path) {
      const bytes = await readFile(join(folder, path)).catch(none(undefined));
      return bytes && new Uint8Array(bytes);
    },
  };
}

/** The erasure journal in a folder of its own. No older head stays: two that follow each other tell what came between. */
export function folderJournal(folder: string): JournalStore {
  return {
    ...folderLogCopy(folder, 1),
    async remove(path) {
      await rm(join(folder, path), { force: true });
    },
  };
}

/** A name in a folder is on the disk only when the folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What is not there is this; everything else is a fault: "out of reach" must never look like "empty". */
const none =
  <T>(instead: T) =>
  (error: unknown): T => {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return instead;
    throw error;
  };
