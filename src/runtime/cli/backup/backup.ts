/** `backup`: a copy of the database, made while the program runs. */
import { join, resolve } from "node:path";
import type { CopyFacts } from "../../node/backup/look.ts";
import { makeCopy } from "../../node/backup/make.ts";
import { dataFolder, embeddedPath } from "../../node/database.ts";
import { readSettings } from "../../node/settings.ts";
import { type Command, type Given, UsageError } from "../command.ts";

const DAY_MS = 24 * 3_600_000;

interface Made extends CopyFacts {
  place: string;
  server: boolean;
  /** Day by which it is to be deleted, by the institution's setting. */
  deleteBy: string | undefined;
}

async function make({ options }: Given): Promise<Made> {
  const config = readSettings(process.env, { demo: true });
  const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
  const place = resolve(
    typeof options.to === "string" && options.to
      ? options.to
      : join(dataFolder(config), "backups", `pieteka-${stamp}.db`),
  );
  const facts = await makeCopy(config, place).catch((error: Error) => {
    throw new UsageError(`There is no copy: ${error.message}`);
  });
  const days = facts.restoreWindowDays;
  const deleteBy = days === undefined ? undefined : new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
  return { place, server: !embeddedPath(config.databaseUrl), deleteBy, ...facts };
}

export const backup: Command = {
  name: "backup",
  usage: "[--to FILE]",
  summary: "copy the database into a file, while the program runs, and look whether the copy is whole",
  options: { to: { type: "string", about: "where the copy is to stand; `backups` beside the database if not said" } },
  alone: make,
  show: ({ place, bytes, people, entries, signed, deleteBy, server }: Made) =>
    [
      `Copy:    ${place} (${(bytes / 1048576).toFixed(1)} MiB), looked at and whole`,
      `Holds:   ${people} people, ${entries} entries of the proof log, ${signed} of them signed`,
      "",
      "Keep it elsewhere. The keys are not in it: without them it can be read by nobody, you included.",
      deleteBy
        ? `People who leave are told that no backup holds them longer than the settings say: delete it by ${deleteBy}.`
        : "The institution is not set up yet.",
      ...(server ? ["The server's own point-in-time copies are beside it; they count for that day as well."] : []),
    ].join("\n"),
};
