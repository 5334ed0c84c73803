/**
 * The number of the newest heartbeat, in a file beside the database and outside its backups: when an older copy of the
 * database is put back, the file knows more than the copy, and nothing is sent until a person says so.
 */
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Witness } from "../../deps.ts";

/** The witness in this folder. A file that cannot be read counts as one that knows nothing. */
export function openWitness(folder: string): Witness {
  const file = join(folder, "heartbeat");
  return {
    async read() {
      const text = await readFile(file, "utf8").catch(() => "");
      const n = Number.parseInt(text, 10);
      return Number.isSafeInteger(n) && n >= 0 ? n : undefined;
    },
    async write(n) {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(`${file}.${process.pid}`, `${n}\n`);
      await rename(`${file}.${process.pid}`, file);
    },
  };
}
