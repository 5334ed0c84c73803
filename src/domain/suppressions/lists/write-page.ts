/**
 * The job of a running list: page by page, each with its entry in the log in one commit. It may run twice, at the same time, or
 * be killed at any instant: a page's staged tags are deleted by the commit that writes them.
 */
import type { Deps } from "../../../deps.ts";
import { commit } from "../../commit.ts";
import { readInstitutionRow } from "../../institution/views.ts";
import { type Ground, ownActs, type Silenced, silenceAct } from "../acts/silence.ts";
import { finishWrites, pageWrites } from "../store/lists.ts";
import { type ListJob, readListJob, readStaged } from "../views/lists.ts";

const PAGE = 300;
const PAGES_PER_JOB = 10;

/** Writes the next pages and enqueues the rest. */
export async function writeListPage(deps: Deps, listId: string): Promise<void> {
  for (let n = 0; n < PAGES_PER_JOB; n++) {
    const result = await writeNext(deps, listId);
    if (result === "over") break;
    // Stale: somebody came or left while the page was being decided. Look again, after a breath.
    if (result === "stale") return deps.queue.enqueue({ kind: "suppress-page", listId }, { delaySeconds: 1 });
    if (n === PAGES_PER_JOB - 1) await deps.queue.enqueue({ kind: "suppress-page", listId });
  }
  await deps.queue.enqueue({ kind: "seal" });
}

async function writeNext(deps: Deps, listId: string): Promise<"written" | "over" | "stale"> {
  const [job, office] = await Promise.all([readListJob(deps.db, listId), readInstitutionRow(deps.db)]);
  if (job?.state !== "running" || !office) return "over";
  const rows = await readStaged(deps.db, listId, PAGE);
  if (rows.length === 0) {
    await commit(deps, { change: finishWrites(listId, ["running"], "done", deps.clock.now()), proof: [] });
    return "over";
  }
  const ground = groundOf(job, office);
  const acts = await ownActs(deps, rows, ground);
  for (const act of acts) if ((await commit(deps, act)) === "stale") return "stale";
  const own = acts.length;
  const act = await silenceAct(deps, rows, ground);
  const counts = {
    ...act.counts,
    ended: act.counts.ended + own,
    added: act.counts.added + own,
    known: act.counts.known - own,
  };
  const change = [...pageWrites(listId, tagsOf(rows), counts), ...act.change];
  if ((await commit(deps, { change, proof: act.proof })) === "stale") return "stale";
  if (counts.ended > 0) deps.afterErasure();
  return "written";
}

const tagsOf = (rows: readonly Silenced[]) => rows.map((r) => r.tags[0]?.tag ?? new Uint8Array());

function groundOf(job: ListJob, office: Ground["office"]): Ground {
  const by = job.startedBy ?? job.createdBy;
  const { scope, endsProven, source } = job;
  return { scope, endsProven, office, by, facts: { list: job.id, source, by } };
}
