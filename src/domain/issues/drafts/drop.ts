/** Deletes a draft with all its versions. What was sent is a record of the institution and stays. */
import type { Deps } from "../../../deps.ts";
import { type Refusal, refuse } from "../../../refusal.ts";
import { commit } from "../../commit.ts";
import { type Actor, may } from "../../staff/rules.ts";
import { notSentOverWrite } from "../acts/take-back.ts";
import { dropWrites } from "../store/drafts.ts";
import { readIssue } from "../views.ts";

/** Deletes it, as the author read it; a planned issue is taken back first. */
export async function dropIssue(
  deps: Deps,
  actor: Actor,
  input: { id: string; version: number },
): Promise<{ listId: string } | Refusal> {
  const no = may(actor, "campaign.write");
  if (no) return no;
  const issue = await readIssue(deps.db, input.id);
  if (!issue) return refuse("issues.unknown");
  if (issue.state !== "draft") return refuse("issues.sent_already");
  const at = deps.clock.now();
  const change = [...dropWrites({ ...input, at }), notSentOverWrite(issue.id, at)];
  const done = await commit(deps, { change, proof: [] });
  return done === "done" ? { listId: issue.listId } : refuse("form.stale");
}
