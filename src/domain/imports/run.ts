/** "Go": the checked people come onto the list, page by page, by a job. The file's text is deleted at once. */
import type { Deps } from "../../deps.ts";
import { isRefusal, type Refusal, refuse } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { type Actor, may } from "../staff/rules.ts";
import { loadTarget } from "./acts/examine.ts";
import { deleteSource, stepWrite } from "./store.ts";
import { readImport } from "./views.ts";

/** Starts a checked import. Saying it twice starts it once. The proof is one log entry per page (write-page.ts). */
export async function runImport(
  deps: Deps,
  actor: Actor,
  input: { importId: string },
): Promise<{ importId: string } | Refusal> {
  const no = may(actor, "people.import");
  if (no) return no;
  const { importId } = input;
  const found = await readImport(deps.db, importId);
  if (!found) return refuse("imports.unknown");
  if (found.state === "running" || found.state === "done") return { importId };
  if (found.state === "dropped") return refuse("imports.dropped");
  if (found.findings.add === 0) return refuse("imports.nobody_to_add");
  const target = await loadTarget(deps, found.listId);
  if (isRefusal(target)) return target;
  const change = [
    stepWrite(deps.db, importId, ["checked"], "running", deps.clock.now()),
    deleteSource(deps.db, importId),
  ];
  if ((await commit(deps, { change, proof: [] })) === "stale") return refuse("form.stale");
  await deps.queue.enqueue({ kind: "import-page", importId });
  return { importId };
}
