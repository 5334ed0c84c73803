/**
 * The witness of the log as a folder: a file for each head, named by its size, so that whichever of two sealers writes last,
 * the longer head is the one that is read. A sealer that was overtaken leaves a lower number, and nothing is lost by it.
 *
 *     .data/log-witness/news.ministry.example%2Flog/000000000257       gG6PJ-St3J…
 */
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { LogHead, LogWitness } from "../../../deps.ts";
import { base64url, unbase64url } from "../../../platform/encoding.ts";

const DIGITS = 12;
/** Heads that are kept: the newest may be torn where the machine lost its power. */
const KEPT = 3;

/** The witness in this folder; made when something is written. */
export function folderLogWitness(folder: string): LogWitness {
  const placeOf = (origin: string) => join(folder, encodeURIComponent(origin));
  let made = 0;
  return {
    async read(origin) {
      const place = placeOf(origin);
      for (const size of (await sizesIn(place)).reverse()) {
        const head = await readHead(place, size);
        if (head) return head;
      }
      return undefined;
    },
    async write(origin, { size, root }) {
      const place = placeOf(origin);
      await mkdir(place, { recursive: true, mode: 0o700 });
      const path = join(place, nameOf(size));
      const half = `${path}.${process.pid}.${made++}.new`;
      const file = await open(half, "w", 0o600);
      try {
        await file.writeFile(`${base64url(root)}\n`);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(half, path);
      for (const old of (await sizesIn(place)).slice(0, -KEPT)) await rm(join(place, nameOf(old)), { force: true });
    },
  };
}

const nameOf = (size: number) => String(size).padStart(DIGITS, "0");

async function sizesIn(place: string): Promise<number[]> {
  const names = await readdir(place).catch(notThere<string[]>([]));
  return names
    .filter((name) => /^\d{12}$/.test(name))
    .map(Number)
    .sort((a, b) => a - b);
}

/** Undefined for a file that is not whole, or was swept up since it was listed. */
async function readHead(place: string, size: number): Promise<LogHead | undefined> {
  const text = await readFile(join(place, nameOf(size)), "utf8").catch(notThere(""));
  const root = unbase64url(text.trim());
  return root?.length === 32 ? { size, root } : undefined;
}

/** What is not there is this; everything else is a fault: "out of reach" must never look like "knows nothing". */
const notThere =
  <T>(instead: T) =>
  (error: unknown): T => {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return instead;
    throw error;
  };
