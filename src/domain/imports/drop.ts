/** An import that is not wanted: everything it holds is deleted. What a running import has written stays. */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { type Actor, may } from "../staff/rules.ts";
import { dropPieces } from "./acts/source.ts";
import { CHECK_LIFE_MS, UPLOAD_LIFE_MS } from "./rules/findings.ts";
import { deletePages, deleteStale, stepWrite } from "./store.ts";
import { countStale, readHolding, readImport } from "./views.ts";

/** Drops an import that is being checked or is checked, or stops a running one. */
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
    stepWrite(deps.db, input.importId, ["checking", "checked", "running"], "dropped", deps.clock.now()),
    ...deletePages(deps.db, input.importId),
  ];
  if ((await commit(deps, { change, proof: [] })) === "stale") return refuse("form.stale");
  await dropPieces(deps, input.importId);
  deps.afterErasure();
  return { added: (await readImport(deps.db, input.importId))?.findings.written.added ?? 0 };
}

/**
 * Deletes uploads that broke off, drops checked imports that nobody ran within a day, and what is left of others; for the
 * sweep. Cheap when there are none. Returns how many held anything.
 */
export async function dropStaleImports(deps: Deps): Promise<number> {
  const now = deps.clock.now();
  const before = { upload: now - UPLOAD_LIFE_MS, check: now - CHECK_LIFE_MS };
  const stale = await countStale(deps.db, before);
  if (stale > 0) {
    await commit(deps, { change: deleteStale(before), proof: [] });
    deps.afterErasure();
  }
  if (deps.pieces) {
    const holding = new Set(await readHolding(deps.db));
    for (const owner of await deps.pieces.owners()) {
      const id = owner.split("/")[1] ?? "";
      if (!holding.has(id)) await dropPieces(deps, id);
    }
  }
  return stale;
}
