/** Begins a campaign: a draft that asks the people of one list again, or tells them that it rests on a public task now. */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse, refuseForm } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { readList } from "../lists/views.ts";
import { readPurpose } from "../purposes/views.ts";
import { type Actor, actorLabel, authorLabels, may } from "../staff/rules.ts";
import { type CampaignDraft, tidyDraft, titleProblems } from "./rules.ts";
import { createWrite } from "./store.ts";

export interface CreateInput {
  /** ask: yes or no (R105, R109). tell: a notice with a way out, for a list that no longer rests on consent. */
  mode?: "ask" | "tell";
  listId: string;
  title: string;
  draft: CampaignDraft;
  deadlineDay: string | null;
}

/**
 * Creates the draft. Only lists whose purpose rests on consent can be asked for it; only a service list whose purpose is a
 * public task (Art. 6(1)(e)) can be told, for then silence may keep the subscription.
 */
export async function createCampaign(deps: Deps, actor: Actor, input: CreateInput): Promise<{ id: string } | Refusal> {
  const no = may(actor, "campaign.write");
  if (no) return no;
  const problems = titleProblems(input.title);
  const list = await readList(deps.db, input.listId);
  if (list?.state !== "active") problems.unshift({ field: "listId", code: "campaigns.list_missing" });
  if (problems.length > 0 || !list) return refuseForm(problems);
  const purpose = await readPurpose(deps.db, list.purposeId);
  const tell = input.mode === "tell";
  if (tell && purpose?.basis === "a") return refuse("campaigns.stays_on_consent");
  if (tell && !(list.kind === "service" && purpose?.basis === "e")) return refuse("campaigns.not_a_task");
  if (purpose?.state !== "active" || (!tell && purpose.basis !== "a")) return refuse("campaigns.not_consent");
  const id = deps.ids.uuid();
  await commit(deps, {
    change: [
      createWrite(deps.db, {
        ...tidyDraft(input),
        id,
        kind: tell ? "notice" : "reconsent",
        purposeId: purpose.id,
        by: actorLabel(actor),
        authors: authorLabels(actor).slice(1),
        at: deps.clock.now(),
      }),
    ],
    proof: [],
  });
  return { id };
}
