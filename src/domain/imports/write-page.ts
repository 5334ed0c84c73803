/**
 * The job of a running import: page by page, opt-outs first, then people, then whom a sync takes off, each with its log
 * entry in one commit. It may run twice, at the same time, or be killed at any instant: the page is deleted by the commit
 * that writes it, so each page is written once; what waits is found by the next run or by the sweep.
 */
import type { Deps } from "../../deps.ts";
import { isRefusal } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { leftLater } from "./acts/left-later.ts";
import { peoplePage } from "./acts/people-page.ts";
import { removalPage, stopPage } from "./acts/taking-off.ts";
import { loadTarget } from "./acts/target.ts";
import { STOP_PAGES } from "./rules/cursor.ts";
import { deletePages, stepWrite } from "./store.ts";
import { readImport, readNextPage } from "./views.ts";

type Result = "written" | "done" | "idle" | "stale";

/** Pages of one job: enough that the pause between jobs does not count, few enough for one turn of a Worker. */
const PAGES_PER_JOB = 10;

/**
 * Writes the next pages, at most `most`, each in a commit of its own, and enqueues the rest. `idle`: nothing was left to
 * do, or somebody else did it meanwhile.
 */
export async function writeImportPage(
  deps: Deps,
  importId: string,
  most = PAGES_PER_JOB,
): Promise<"written" | "done" | "idle"> {
  let written = 0;
  let result: Result = "idle";
  while (written < most) {
    result = await writeNext(deps, importId);
    if (result !== "written") break;
    written++;
  }
  if (written > 0) await deps.queue.enqueue({ kind: "seal" });
  // Stale: another run wrote the page, or a person came or left while it was being written. Look again, after a breath.
  if (result === "stale") await deps.queue.enqueue({ kind: "import-page", importId }, { delaySeconds: 1 });
  if (result === "written") await deps.queue.enqueue({ kind: "import-page", importId });
  return result === "done" ? "done" : written > 0 ? "written" : "idle";
}

async function writeNext(deps: Deps, importId: string): Promise<Result> {
  const job = await readImport(deps.db, importId);
  if (job?.state !== "running") return "idle";
  const page = await readNextPage(deps.db, importId);
  const target = await loadTarget(deps, job.listId);
  // The list ended meanwhile: nobody comes onto it any more.
  if (isRefusal(target)) return finish(deps, importId, page ? "dropped" : "done");
  const { list } = target;
  if (page) {
    if (page.n >= STOP_PAGES)
      for (const act of await leftLater(deps, job, page, list))
        if ((await commit(deps, act)) === "stale") return "stale";
    const act = await (page.n >= STOP_PAGES ? stopPage : peoplePage)(deps, job, page, list);
    if ((await commit(deps, act)) === "stale") return "stale";
    if (page.n >= STOP_PAGES) deps.afterErasure();
    return "written";
  }
  const act = job.kind === "sync" ? await removalPage(deps, job, list) : undefined;
  if (!act) return finish(deps, importId, "done");
  if ((await commit(deps, act)) === "stale") return "stale";
  deps.afterErasure();
  return "written";
}

async function finish(deps: Deps, importId: string, as: "done" | "dropped"): Promise<"done" | "idle"> {
  const change = [stepWrite(deps.db, importId, ["running"], as, deps.clock.now()), ...deletePages(deps.db, importId)];
  if ((await commit(deps, { change, proof: [] })) === "stale") return "idle";
  deps.afterErasure();
  return "done";
}
