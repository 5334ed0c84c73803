/** Changes a draft, which voids the approval of a second person. A campaign that was sent is never changed again. */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse, refuseForm } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { type Actor, authorLabels, may } from "../staff/rules.ts";
import { type CampaignDraft, tidyDraft, titleProblems } from "./rules.ts";
import { changeWrite } from "./store.ts";
import { readMailing } from "./views.ts";

export interface ChangeInput {
  id: string;
  /** The version that the author read. */
  version: number;
  title: string;
  draft: CampaignDraft;
  deadlineDay: string | null;
}

/** Saves the draft as it is, complete or not. `form.stale` if somebody else saved meanwhile. */
export async function changeCampaign(deps: Deps, actor: Actor, input: ChangeInput): Promise<{ id: string } | Refusal> {
  const no = may(actor, "campaign.write");
  if (no) return no;
  const mailing = await readMailing(deps.db, input.id);
  if (!mailing || mailing.kind === "newsletter") return refuse("campaigns.unknown");
  if (mailing.state !== "draft") return refuse("campaigns.sent_already");
  const problems = titleProblems(input.title);
  if (problems.length > 0) return refuseForm(problems);
  const authors = [...new Set([...(mailing.review?.authors ?? []), ...authorLabels(actor)])];
  const done = await commit(deps, { change: [changeWrite(deps.db, { ...tidyDraft(input), authors })], proof: [] });
  return done === "done" ? { id: input.id } : refuse("form.stale");
}
