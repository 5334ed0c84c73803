/** "Go": the checked rows are written, page by page, by a job. The file is deleted at once. */
import type { Deps } from "../../deps.ts";
import { isRefusal, type Refusal, refuse } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { type Actor, actorLabel, may } from "../staff/rules.ts";
import { dropPieces } from "./acts/source.ts";
import { loadTarget } from "./acts/target.ts";
import { needsNumber } from "./rules/findings.ts";
import { deleteSource, deleteTags, faultWrite, startWrite } from "./store.ts";
import { countMissing } from "./views/leaving.ts";
import { readImport } from "./views.ts";

/**
 * Starts a checked import. Saying it twice starts it once. `missing`: of a sync that takes away many, the number of them as
 * the person typed it. The proof is one log entry per page (write-page.ts).
 */
export async function runImport(
  deps: Deps,
  actor: Actor,
  input: { importId: string; missing?: number | undefined },
): Promise<{ importId: string } | Refusal> {
  const no = may(actor, "people.import");
  if (no) return no;
  const { importId } = input;
  const found = await readImport(deps.db, importId);
  if (!found) return refuse("imports.unknown");
  if (found.state === "running" || found.state === "done") return { importId };
  if (found.state === "dropped") return refuse("imports.dropped");
  if (found.state !== "checked") return refuse("imports.still_checking");
  const { add, stopped, missing } = found.findings;
  if (add + stopped + (missing?.people ?? 0) === 0) return refuse("imports.nobody_to_add");
  const target = await loadTarget(deps, found.listId);
  if (isRefusal(target)) return target;
  if (missing) {
    const now = await countMissing(deps.db, { importId, listId: found.listId, before: found.createdAt });
    if (now.people !== missing.people) {
      const change = [faultWrite(deps.db, importId, { ...found.findings, missing: now })];
      await commit(deps, { change, proof: [] });
      return refuse("imports.missing_changed");
    }
    if (needsNumber(missing) && input.missing !== missing.people)
      return refuse("imports.confirm_missing", { values: { n: missing.people } });
  }
  const change = [
    startWrite(deps.db, importId, actorLabel(actor)),
    deleteSource(deps.db, importId),
    ...(found.kind === "sync" ? [] : [deleteTags(importId)]),
  ];
  if ((await commit(deps, { change, proof: [] })) === "stale") return refuse("form.stale");
  await dropPieces(deps, importId);
  await deps.queue.enqueue({ kind: "import-page", importId });
  return { importId };
}
