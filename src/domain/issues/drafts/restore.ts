/** An earlier version becomes the draft again; the draft that it takes the place of stays a version as well. */
import type { Deps } from "../../../deps.ts";
import { type Refusal, refuse } from "../../../refusal.ts";
import { commit } from "../../commit.ts";
import { type Actor, actorLabel, may } from "../../staff/rules.ts";
import { saveAct } from "../acts/saving.ts";
import { readVersion } from "../views/versions.ts";
import { readIssue } from "../views.ts";

/** Restores version `n` over the draft that the author read. */
export async function restoreVersion(
  deps: Deps,
  actor: Actor,
  input: { id: string; version: number; n: number },
): Promise<{ version: number } | Refusal> {
  const no = may(actor, "campaign.write");
  if (no) return no;
  const issue = await readIssue(deps.db, input.id);
  const old = issue && (await readVersion(deps.db, issue.id, input.n));
  if (!issue || !old) return refuse("issues.unknown");
  if (issue.state !== "draft") return refuse("issues.sent_already");
  if (issue.version !== input.version) return refuse("form.stale");
  const { title, draft } = old;
  const change = await saveAct(deps, issue, { title, draft, by: actorLabel(actor), how: "restored", auto: false });
  const done = await commit(deps, { change, proof: [] });
  return done === "done" ? { version: issue.version + 1 } : refuse("form.stale");
}
