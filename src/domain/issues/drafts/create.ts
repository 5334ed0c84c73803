/** Begins an issue of a list: an empty draft, in the institution's languages. */
import type { Deps } from "../../../deps.ts";
import { isRefusal, type Refusal, refuse, refuseForm } from "../../../refusal.ts";
import { titleProblems } from "../../campaigns/rules.ts";
import { commit } from "../../commit.ts";
import { readInstitution } from "../../institution/views.ts";
import { type Actor, actorLabel, may } from "../../staff/rules.ts";
import { issueList } from "../acts/list.ts";
import { emptyDraft } from "../rules/issue.ts";
import { createWrite } from "../store/drafts.ts";

/** Creates it. The list must be active, its purpose too, and the basis must be one on which such a list rests. */
export async function createIssue(
  deps: Deps,
  actor: Actor,
  input: { listId: string; title: string },
): Promise<{ id: string } | Refusal> {
  const no = may(actor, "campaign.write");
  if (no) return no;
  const title = input.title.normalize("NFC").trim();
  const problems = titleProblems(title);
  if (problems.length > 0) return refuseForm(problems);
  const list = await issueList(deps, input.listId);
  if (isRefusal(list)) return list;
  const office = await readInstitution(deps.db);
  if (!office) return refuse("institution.missing");
  const id = deps.ids.uuid();
  const { purposeId, id: listId } = list;
  const row = { id, listId, purposeId, title, by: actorLabel(actor), at: deps.clock.now() };
  await commit(deps, { change: [createWrite(deps.db, { ...row, draft: emptyDraft(office.languages) })], proof: [] });
  return { id };
}
