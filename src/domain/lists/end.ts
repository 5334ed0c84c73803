/** A list ends. Only an empty one: whoever is on it leaves by an answer, a refusal or a closed campaign, never silently. */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { type Actor, may } from "../staff/rules.ts";
import { listEvidence } from "./acts/evidence.ts";
import { isEmpty, updateList } from "./store.ts";
import { readList, readListCounts } from "./views.ts";

/** Ends an empty list for good. */
export async function endList(
  deps: Deps,
  actor: Actor,
  input: { id: string; version: number },
): Promise<{ version: number } | Refusal> {
  const no = may(actor, "list.change");
  if (no) return no;
  const list = await readList(deps.db, input.id);
  if (!list) return refuse("lists.unknown");
  if (list.state === "ended") return refuse("lists.ended");
  const counts = (await readListCounts(deps.db, list.id)).get(list.id);
  const people = (counts?.active ?? 0) + (counts?.unproven ?? 0);
  if (people > 0) return refuse("lists.not_empty", { values: { n: people } });

  const end = updateList(deps.db, { id: input.id, version: input.version, state: "ended" });
  const act = { ...list, typ: "list.ended", version: input.version + 1 } as const;
  const done = await commit(deps, {
    change: [end, isEmpty(list.id)],
    proof: [await listEvidence(deps, actor, act)],
  });
  return done === "done" ? { version: input.version + 1 } : refuse("form.stale");
}
