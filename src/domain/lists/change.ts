/** The words of a list, corrected. Kind and purpose stand: people came for these. */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse, refuseForm } from "../../refusal.ts";
import { commit } from "../commit.ts";
import type { Both } from "../institution/rules.ts";
import { readInstitution } from "../institution/views.ts";
import { readPurpose } from "../purposes/views.ts";
import { type Actor, may } from "../staff/rules.ts";
import { listEvidence } from "./acts/evidence.ts";
import { checkList } from "./rules.ts";
import { updateList } from "./store.ts";
import { readList } from "./views.ts";

/** Changes names and promise of the version that the form was opened with. */
export async function changeList(
  deps: Deps,
  actor: Actor,
  input: { id: string; version: number; names: Both; promise: Both },
): Promise<{ version: number } | Refusal> {
  const no = may(actor, "list.change");
  if (no) return no;
  const [office, list] = await Promise.all([readInstitution(deps.db), readList(deps.db, input.id)]);
  if (!office) return refuse("institution.missing");
  if (!list) return refuse("lists.unknown");
  if (list.state === "ended") return refuse("lists.ended");
  if (list.version !== input.version) return refuse("form.stale");
  const purpose = await readPurpose(deps.db, list.purposeId);
  const own = { languages: office.languages, domains: office.ownDomains };
  const problems = checkList({ ...input, kind: list.kind }, purpose, own);
  if (problems.length > 0) return refuseForm(problems);

  const { names, promise } = input;
  const act = { ...list, names, promise, typ: "list.changed", version: input.version + 1 } as const;
  const done = await commit(deps, {
    change: [updateList(deps.db, input)],
    proof: [await listEvidence(deps, actor, act)],
  });
  return done === "done" ? { version: input.version + 1 } : refuse("form.stale");
}
