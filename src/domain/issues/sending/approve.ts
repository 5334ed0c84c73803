/**
 * A second person approves an issue as it is: this version, with the names, the sender and the readers that would be its own
 * now. Nobody approves what he wrote himself; whoever changes any of it afterwards voids the approval. Leaves
 * `mailing.approved` in the proof log.
 */
import type { Deps } from "../../../deps.ts";
import { isRefusal, type Refusal, refuse, refuseForm } from "../../../refusal.ts";
import { isAuthor } from "../../campaigns/rules/review.ts";
import { approveWrite } from "../../campaigns/store/review.ts";
import { commit } from "../../commit.ts";
import { readLogOrigin } from "../../institution/views.ts";
import { actEvidence } from "../../proof-log/acts/act-evidence.ts";
import { type Actor, actorLabel, may, viaOf } from "../../staff/rules.ts";
import { readReady } from "../acts/ready.ts";
import { shownOf } from "../rules/approval.ts";

/** Approves the version that was shown; `shown` (`shownOf`) says with what around it. Refuses its authors, and a draft that is not complete. */
export async function approveIssue(
  deps: Deps,
  actor: Actor,
  input: { id: string; version: number; shown?: string },
): Promise<{ id: string } | Refusal> {
  const no = may(actor, "campaign.approve");
  if (no) return no;
  const ready = await readReady(deps, input);
  if (isRefusal(ready)) return ready;
  const { issue, frozen } = ready;
  const by = actorLabel(actor);
  if (isAuthor(by, issue)) return refuse("campaigns.own_draft");
  const open = ready.problems.filter(({ field }) => field !== "approval");
  if (open.length > 0) return refuseForm(open);
  const { id, version } = issue;
  const shown = shownOf(frozen);
  if (input.shown !== undefined && input.shown !== shown) return refuse("form.stale");
  const at = deps.clock.now();
  const facts = { mailing: id, version, shown, by, ...viaOf(actor) };
  const done = await commit(deps, {
    change: [approveWrite({ id, version, approval: { by, at, version, shown } })],
    proof: [actEvidence(deps, { log: await readLogOrigin(deps.db), at, typ: "mailing.approved", facts })],
  });
  return done === "done" ? { id } : refuse("form.stale");
}
