/** A new list, of one kind and for one active purpose, for good: another purpose is another list (R113). */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse, refuseForm } from "../../refusal.ts";
import { commit } from "../commit.ts";
import type { Both } from "../institution/rules.ts";
import { readInstitution } from "../institution/views.ts";
import { slugFor } from "../purposes/rules/slug.ts";
import { inLanguage } from "../purposes/rules.ts";
import { readPurpose } from "../purposes/views.ts";
import { type Actor, may } from "../staff/rules.ts";
import { listEvidence } from "./acts/evidence.ts";
import { checkList, type ListKind } from "./rules.ts";
import { insertList, purposeIsActive } from "./store.ts";
import { readLists } from "./views.ts";

export interface CreateInput {
  kind: ListKind;
  purposeId: string;
  names: Both;
  promise: Both;
}

/** Creates the list. The purpose must be active at that moment and its basis must fit the kind. */
export async function createList(
  deps: Deps,
  actor: Actor,
  input: CreateInput,
): Promise<{ id: string; slug: string } | Refusal> {
  const no = may(actor, "list.change");
  if (no) return no;
  const office = await readInstitution(deps.db);
  if (!office) return refuse("institution.missing");
  const purpose = await readPurpose(deps.db, input.purposeId);
  const problems = checkList(input, purpose, { languages: office.languages, domains: office.ownDomains });
  if (problems.length > 0) return refuseForm(problems);

  const taken = (await readLists(deps.db)).map((l) => l.slug);
  const { kind, purposeId, names, promise } = input;
  const id = deps.ids.uuid();
  const slug = slugFor(inLanguage(names, "lv"), taken, "list");
  const row = {
    id,
    slug,
    kind,
    purposeId,
    names,
    promise,
    state: "active" as const,
    version: 1,
    createdAt: deps.clock.now(),
  };
  const done = await commit(deps, {
    change: [insertList(deps.db, row), purposeIsActive(purposeId)],
    proof: [await listEvidence(deps, actor, { ...row, typ: "list.created" })],
  });
  return done === "done" ? { id, slug } : refuse("form.stale");
}
