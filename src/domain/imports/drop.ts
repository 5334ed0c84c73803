/** An import that is not wanted: everything it holds is deleted. What a running import has added stays on the list. */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { type Actor, may } from "../staff/rules.ts";
import { CHECK_LIFE_MS } from "./rules/findings.ts";
import { deletePages, deleteStale, stepWrite } from "./store.ts";
import { countStale, readImport } from "./views.ts";

/** Drops a checked import, or stops a running one. */
export async function dropImport(
  deps: Deps,
  actor: Actor,
  input: { importId: string },
): Promise<{ added: number } | Refusal> {
  const no = may(actor, "people.import");
  if (no) return no;
  const found = await readImport(deps.db, input.importId);
  if (!found) return refuse("imports.unknown");
  if (found.state === "done") return refuse("imports.done");
  if (found.state === "dropped") return { added: found.findings.written.added };
  const change = [
    stepWrite(deps.db, input.importId, ["checked", "running"], "dropped", deps.clock.now()),
    deletePages(deps.db, input.importId),
  ];
  if ((await commit(deps, { change, proof: [] })) === "stale") return refuse("form.stale");
  deps.afterErasure();
  return { added: (await readImport(deps.db, input.importId))?.findings.written.added ?? 0 };
}

/**
 * Drops checked imports that nobody ran within a day, and what is left of checks that died half-way; for the sweep. Cheap
 * when there are none. Returns how many held anything.
 */
export async function dropStaleImports(deps: Deps): Promise<number> {
  const before = deps.clock.now() - CHECK_LIFE_MS;
  const stale = await countStale(deps.db, before);
  if (stale === 0) return 0;
  await commit(deps, { change: deleteStale(deps.db, before), proof: [] });
  deps.afterErasure();
  return stale;
}
