/**
 * The number of the newest heartbeat, in a file beside the database and outside its backups: when an older copy of the
 * database is put back, the file knows more than the copy, and nothing is sent until a person says so.
 */
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Witness } from "../../deps.ts";
import type { Config } from "../../platform/config.ts";
import { dataFolder, embeddedPath } from "./database.ts";

/** The witness of an embedded database; none for a server, whose copies stand at another address. */
export function witnessOf(config: Config): Witness | undefined {
  return embeddedPath(config.databaseUrl) ? openWitness(dataFolder(config)) : undefined;
}

/** The witness in this folder. */
export function openWitness(folder: string): Witness {
  const file = join(folder, "heartbeat");
  return {
    async read() {
      try {
        const n = Number.parseInt(await readFile(file, "utf8"), 10);
        return Number.isSafeInteger(n) && n >= 0 ? n : "empty";
      } catch (error) {
        return (error as NodeJS.ErrnoException).code === "ENOENT" ? "empty" : undefined;
      }
    },
    async write(n) {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(`${file}.${process.pid}`, `${n}\n`);
      await rename(`${file}.${process.pid}`, file);
    },
  };
}
