/**
 * The job of an import that is being checked: a few parts of its file, each in a commit of its own. It may run twice, at the
 * same time, or be killed at any instant: each step is fenced by its number (acts/check-step.ts). A file that cannot be
 * read ends the import, and the reason stays with it, because its sender has gone.
 */
import type { Deps } from "../../deps.ts";
import type { Write } from "../../platform/db.ts";
import { isRefusal } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { checkSome } from "./acts/check-some.ts";
import { dropPieces } from "./acts/source.ts";
import { deletePages, faultWrite, stepWrite } from "./store.ts";
import { readImport } from "./views.ts";

/** Parts of one job: enough that the pause between jobs does not count, few enough for one turn of a Worker. */
const PARTS_PER_JOB = 8;

/** Checks the next parts, at most `most`, and enqueues the rest. */
export async function checkImportPart(deps: Deps, importId: string, most = PARTS_PER_JOB): Promise<"checked" | "idle"> {
  const before = await readImport(deps.db, importId);
  if (before?.state !== "checking") return "idle";
  const write = (change: Write[]) => commit(deps, { change, proof: [] });
  const result = await checkSome(deps, importId, most, write);
  if (result === "more") await deps.queue.enqueue({ kind: "import-page", importId });
  if (!isRefusal(result)) return "checked";
  const job = await readImport(deps.db, importId);
  if (job?.state !== "checking") return "checked";
  const change = [
    stepWrite(deps.db, importId, ["checking"], "dropped", deps.clock.now()),
    faultWrite(deps.db, importId, { ...job.findings, fault: { code: result.code, values: result.values } }),
    ...deletePages(deps.db, importId),
  ];
  if ((await write(change)) === "stale") return "checked";
  await dropPieces(deps, importId);
  deps.afterErasure();
  return "checked";
}
