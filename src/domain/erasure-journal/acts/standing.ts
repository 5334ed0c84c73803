/** Whether this database may be served: one read of it and one of the journal. Changes nothing. */
import type { Deps } from "../../../deps.ts";
import { isSetUp } from "../../proof-log/views.ts";
import { standingOf } from "../rules/standing.ts";
import { anyUnjournalled, readMark } from "../views.ts";
import { openJournal } from "./place.ts";

/** Throws if the journal is out of reach: "out of reach" is never "agreed". */
export async function mayBeServed(deps: Pick<Deps, "db" | "journal">): Promise<boolean> {
  if (!deps.journal) return true;
  const [mark, found] = await Promise.all([readMark(deps.db), openJournal(deps.journal)]);
  const standing = standingOf(found?.head, mark);
  // Before set-up there is nobody to put back.
  if (!mark && standing !== "agreed" && !(await isSetUp(deps.db))) return true;
  return !mark?.shutAt && (standing === "agreed" || standing === "lost");
}

/** Whether the journal knows all that the database has noted for it. */
export async function journalIsKept(deps: Pick<Deps, "db" | "journal">): Promise<boolean> {
  if (await anyUnjournalled(deps.db)) return false;
  return !deps.journal || (await readMark(deps.db)) !== undefined;
}
