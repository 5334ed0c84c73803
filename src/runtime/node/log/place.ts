/**
 * Where the proof log is kept outside the database on Node: its copy in `LOG_FOLDER` (beside the database if not said), and
 * the longest head that was signed in a folder beside the database, outside the copy.
 */
import { join } from "node:path";
import type { JournalStore, LogCopy, LogWitness } from "../../../deps.ts";
import type { Config } from "../../../platform/config.ts";
import { dataFolder } from "../database.ts";
import { folderJournal, folderLogCopy } from "./copy.ts";
import { folderLogWitness } from "./witness.ts";

/** Copy, witness and erasure journal of these settings. */
export function logPlaceOf(config: Config): { logCopy: LogCopy; logWitness: LogWitness; journal: JournalStore } {
  const folder = dataFolder(config);
  const place = config.logFolder ?? join(folder, "log");
  return {
    logCopy: folderLogCopy(place),
    journal: folderJournal(join(place, "journal")),
    logWitness: folderLogWitness(join(folder, "log-witness")),
  };
}
