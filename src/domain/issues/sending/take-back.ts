/** "Take back": an issue that waits for its time is a draft again, as it was. Leaves `issue.taken-back` in the proof log. */
import type { Deps } from "../../../deps.ts";
import { type Refusal, refuse } from "../../../refusal.ts";
import { commit } from "../../commit.ts";
import { readLogOrigin } from "../../institution/views.ts";
import { type Actor, actorLabel, may, viaOf } from "../../staff/rules.ts";
import { takeBackAct } from "../acts/take-back.ts";
import { readIssue } from "../views.ts";

/** Takes it back. `from`: the moment that the person saw. A draft already is not a refusal; one that has begun is. */
export async function takeBackIssue(
  deps: Deps,
  actor: Actor,
  input: { id: string; from: number },
): Promise<{ id: string } | Refusal> {
  // Stopping harms nobody: whoever may pause a mailing may take one back.
  const no = may(actor, "mailing.pause");
  if (no) return no;
  const issue = await readIssue(deps.db, input.id);
  if (!issue) return refuse("issues.unknown");
  if (issue.state === "draft") return { id: issue.id };
  if (issue.state !== "scheduled") return refuse("issues.not_scheduled");
  const { id } = issue;
  const by = { by: actorLabel(actor), ...viaOf(actor) };
  const act = takeBackAct(
    deps,
    { id, notBefore: input.from },
    { log: await readLogOrigin(deps.db), why: "person", ...by },
  );
  return (await commit(deps, act)) === "done" ? { id } : refuse("form.stale");
}
