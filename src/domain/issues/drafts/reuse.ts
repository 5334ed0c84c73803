/** A new issue that begins as another one is: its blocks, its salutation, its part of the list. */
import type { Deps } from "../../../deps.ts";
import { isRefusal, type Refusal, refuse, refuseForm } from "../../../refusal.ts";
import { titleProblems } from "../../campaigns/rules.ts";
import { commit } from "../../commit.ts";
import { type Actor, actorLabel, may } from "../../staff/rules.ts";
import { issueList } from "../acts/list.ts";
import { createWrite, useWrites, versionWrite } from "../store/drafts.ts";
import { readIssue, readLastIssue } from "../views.ts";

/** Copies an issue (`id`), or the last one of a list (`listId`), as a new draft of the same list. */
export async function reuseIssue(
  deps: Deps,
  actor: Actor,
  input: { title: string } & ({ id: string } | { listId: string }),
): Promise<{ id: string } | Refusal> {
  const no = may(actor, "campaign.write");
  if (no) return no;
  const title = input.title.normalize("NFC").trim();
  const problems = titleProblems(title);
  if (problems.length > 0) return refuseForm(problems);
  const last = "id" in input ? await readIssue(deps.db, input.id) : await readLastIssue(deps.db, input.listId);
  if (!last) return refuse("issues.nothing_to_reuse");
  const list = await issueList(deps, last.listId);
  if (isRefusal(list)) return list;
  const [id, by, at] = [deps.ids.uuid(), actorLabel(actor), deps.clock.now()];
  // What was sent is what was frozen: a draft may have been changed by another version of the program.
  const { frozen } = last;
  const draft = frozen
    ? { texts: frozen.texts, salutation: frozen.salutation, ...(frozen.segment && { segment: frozen.segment }) }
    : last.draft;
  const { id: listId, purposeId } = list;
  const change = [
    createWrite(deps.db, { id, listId, purposeId, title, draft, by, at }),
    versionWrite({ mailingId: id, how: "reused", auto: false, title, draft, by, at }),
    ...useWrites(id, draft),
  ];
  await commit(deps, { change, proof: [] });
  return { id };
}
