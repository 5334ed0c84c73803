/**
 * Where the proof log is kept outside the database on Node: its copy in `LOG_FOLDER` (beside the database if not said), and
 * what was signed last in a file beside the database, outside the copy.
 */
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { LogCopy, LogWitness } from "../../../deps.ts";
import type { Config } from "../../../platform/config.ts";
import { dataFolder } from "../database.ts";
import { folderLogCopy } from "./copy.ts";

/** Copy and witness of these settings. */
export function logPlaceOf(config: Config): { logCopy: LogCopy; logWitness: LogWitness } {
  const folder = dataFolder(config);
  return {
    logCopy: folderLogCopy(config.logFolder ?? join(folder, "log")),
    logWitness: fileLogWitness(join(folder, "log-head")),
  };
}

/** The witness in this file. */
export function fileLogWitness(file: string): LogWitness {
  return {
    async read() {
      try {
        return await readFile(file, "utf8");
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
        throw error;
      }
    },
    async write(text) {
      await mkdir(join(file, ".."), { recursive: true, mode: 0o700 });
      await writeFile(`${file}.${process.pid}`, `${text}\n`, { mode: 0o600 });
      await rename(`${file}.${process.pid}`, file);
    },
  };
}
