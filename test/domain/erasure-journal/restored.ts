/** A backup of a world, and the world that is made of it: what outlives the database (journal, copy of the log) is the same. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createWorld, type World } from "../../support/world.ts";

/** A copy of the database as it is now, in a file of its own. */
export async function backUp(world: World): Promise<string> {
  const file = join(mkdtempSync(join(tmpdir(), "pieteka-backup-")), "copy.db");
  await world.client.execute({ sql: "VACUUM INTO ?", args: [file] });
  return file;
}

/** The program on that copy, which nobody has told that it is one. */
export async function restoreInto(world: World, file: string): Promise<World> {
  const { journal, logCopy } = world.deps;
  if (!journal || !logCopy) throw new Error("nothing outlives this database");
  return createWorld({ databaseUrl: `file:${file}`, journal, logCopy, startAt: world.clock.now() + 60_000 });
}
