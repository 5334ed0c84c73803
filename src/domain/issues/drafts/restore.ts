/** An earlier version becomes the draft again; the draft that it takes the place of stays a version as well. */
import type { Deps } from "../../../deps.ts";
import { type Refusal, refuse } from "../../../refusal.ts";
import { readKey } from "../../api-keys/views.ts";
import { commit } from "../../commit.ts";
import { type Actor, actorLabel, authorLabels, may } from "../../staff/rules.ts";
import { saveAct } from "../acts/saving.ts";
import { readVersion } from "../views/versions.ts";
import { readIssue } from "../views.ts";

/** Restores version `n` over the draft that the author read. Who wrote it is among the authors: he does not approve it. */
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
  // A version typed beside another's save is of somebody who may be no author yet; one of a program is its maker's as well.
  const program = old.by.startsWith("api:") ? await readKey(deps.db, old.by.slice("api:".length)) : undefined;
  const authors = [...authorLabels(actor), old.by, ...(program ? [program.createdBy] : [])];
  const by = actorLabel(actor);
  const change = await saveAct(deps, issue, { title, draft, by, authors, how: "restored", auto: false });
  const done = await commit(deps, { change, proof: [] });
  return done === "done" ? { version: issue.version + 1 } : refuse("form.stale");
}
