/**
 * `restore`: puts a copy of the database in the place of the database, and applies the erasure journal before anything else
 * happens. A server's database is made anew from the copy by the server's own means; then the program does the rest.
 */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { readSaidAgain } from "../../../domain/erasure-journal/views.ts";
import { systemClock } from "../../../platform/clock.ts";
import { type CopyFacts, DamagedCopy, lookAtCopy } from "../../node/backup/look.ts";
import { isOpenElsewhere, putBack } from "../../node/backup/put-back.ts";
import { embeddedPath } from "../../node/database.ts";
import { countMigrations } from "../../node/migrate.ts";
import { readSettings } from "../../node/settings.ts";
import { type CliDeps, type Command, EXIT, type Given, UsageError, word } from "../command.ts";
import { inHouse } from "../house.ts";
import { type Status, showStatus, statusOf } from "./journal.ts";

interface Restored {
  done: boolean;
  copy: CopyFacts;
  /** The database that was there; `damaged` if it could not be read. */
  before: CopyFacts | "damaged" | undefined;
  aside?: string | undefined;
  /** What was applied again, and what is lost. */
  ended?: number;
  tags?: number;
  lostEntries?: number;
  /** Where the doors stay shut: how the database and the journal stand to each other. */
  shut?: Status;
}

async function restoreFile(given: Given): Promise<Restored> {
  const place = resolve(word(given, 0));
  const config = readSettings(process.env, { demo: true, beside: true });
  const path = embeddedPath(config.databaseUrl);
  if (!path)
    throw new UsageError(
      "DATABASE_URL is a server's. Make a new database there from the copy (Turso: `turso db create NAME --from-file COPY`), or by the server's own point-in-time restore, and start the program with its address: it applies the erasure journal before it opens.",
    );
  if (!existsSync(place)) throw new UsageError("There is no file at that place.");
  const copy = await lookAtCopy(place).catch((error: Error) => {
    if (error instanceof DamagedCopy) throw new UsageError(`This copy cannot be used: ${error.message}.`);
    throw error;
  });
  if (copy.migrations > countMigrations())
    throw new UsageError("This copy is of a newer version of the program. Install that version first.");
  if (await isOpenElsewhere(path))
    throw new UsageError("The program has the database open. Stop it first; a restore beside it would be lost.");
  const before = existsSync(path) ? await lookAtCopy(path).catch(() => "damaged" as const) : undefined;
  if (before !== undefined && given.options.yes !== true) return { done: false, copy, before };

  const aside = await putBack(place, path, Date.now());
  const began = systemClock.now();
  const after = await inHouse((deps) => broughtUp(deps, began), { lacksKeys: true, shut: true });
  return { done: true, copy, before, aside, ...after };
}

/**
 * The house on the copy: `inHouse` has applied the journal by now, if anybody can know what was missed; what is left is to
 * seal, and to tell what was lost. `began`: what was put on record before is of another restore.
 */
export async function broughtUp(
  deps: CliDeps,
  began: number,
): Promise<Pick<Restored, "ended" | "tags" | "lostEntries" | "shut">> {
  await deps.queue.enqueue({ kind: "seal" });
  await deps.finish();
  const status = await statusOf(deps);
  const open = !status.shut && status.standing !== "unknown" && status.standing !== "behind";
  return { ...(await readSaidAgain(deps.db, began)), ...(open ? {} : { shut: status }) };
}

const when = (at: number | undefined) =>
  at === undefined ? "never ran" : `${new Date(at).toISOString().slice(0, 19)}Z`;
const line = (facts: CopyFacts) =>
  `last ran ${when(facts.at)}, ${facts.people} people, ${facts.entries} entries of the proof log`;

function show({ done, copy, before, aside, ended, tags, lostEntries, shut }: Restored): string {
  const there = before === "damaged" ? "cannot be read" : before ? line(before) : "there is none";
  if (!done)
    return [
      "Nothing is done yet.",
      `The copy:      ${line(copy)}`,
      `The database:  ${there}`,
      "",
      "What came after the copy is lost: consents, sign-ups, campaigns, restrictions, requests, roles of staff, the contents of",
      "proofs. Whoever left since is erased again. If that is what you want, give the same command with --yes; the database is kept aside.",
    ].join("\n");
  const put = [
    `Restored:      ${line(copy)}`,
    ...(aside
      ? [
          `Kept aside:    ${aside}`,
          "               It holds people who may have left since: delete it when you need it no more.",
        ]
      : []),
  ];
  if (shut)
    return [
      ...put,
      "",
      "The copy stands in its place, but it has not been brought to the erasure journal, and the doors stay shut.",
      showStatus(shut),
    ].join("\n");
  return [
    ...put,
    `Erased again:  ${ended} entries of lists, ${tags} tags of addresses that must not be mailed`,
    `Lost:          the contents of ${lostEntries} entries of the proof log, and whatever was said or made after the copy`,
    "",
    "Mailings under way are paused until somebody has looked at them. Start the program.",
  ].join("\n");
}

export const restore: Command = {
  name: "restore",
  usage: "FILE [--yes]",
  summary:
    "put a copy in the place of the database, and erase again what was erased since (the program must be stopped)",
  words: 1,
  options: { yes: { type: "boolean", about: "what came after the copy may be lost" } },
  alone: restoreFile,
  show,
  exit: ({ done, shut }: Restored) => (done && !shut ? EXIT.done : EXIT.refused),
};
