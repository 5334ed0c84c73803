/**
 * A second person approves a draft as it is, with the texts and names that would go out now. Nobody approves what he wrote
 * himself; whoever changes any of it afterwards voids the approval. Leaves `mailing.approved` in the proof log.
 */
import type { Deps } from "../../../deps.ts";
import { isRefusal, type Refusal, refuse, refuseForm } from "../../../refusal.ts";
import { commit } from "../../commit.ts";
import { readInstitution, readLogOrigin } from "../../institution/views.ts";
import { actEvidence } from "../../proof-log/acts/act-evidence.ts";
import { type Actor, actorLabel, may, viaOf } from "../../staff/rules.ts";
import { sendProblems } from "../acts/check.ts";
import { freeze } from "../acts/freeze.ts";
import { isAuthor, shownOf } from "../rules/review.ts";
import { approveWrite } from "../store/review.ts";
import { readMailing } from "../views.ts";

/** Approves the version that was shown; `shown` (`shownOf`) says with which texts around it. Refuses its authors, and a draft that is not complete. */
export async function approveCampaign(
  deps: Deps,
  actor: Actor,
  input: { id: string; version: number; shown?: string },
): Promise<{ id: string } | Refusal> {
  const no = may(actor, "campaign.approve");
  if (no) return no;
  const [mailing, office] = await Promise.all([readMailing(deps.db, input.id), readInstitution(deps.db)]);
  if (!mailing || !office) return refuse("campaigns.unknown");
  if (mailing.state !== "draft") return refuse("campaigns.sent_already");
  if (mailing.version !== input.version) return refuse("form.stale");
  const by = actorLabel(actor);
  if (isAuthor(by, mailing)) return refuse("campaigns.own_draft");
  const at = deps.clock.now();
  // What the officer says may come after it; the draft itself must be whole.
  const open = sendProblems(mailing, office, at).filter(({ field }) => field !== "approval" && field !== "opinion");
  if (open.length > 0) return refuseForm(open);
  const made = await freeze(deps, mailing);
  if (isRefusal(made)) return made;
  const { id, version } = mailing;
  const shown = shownOf(made.frozen);
  if (input.shown !== undefined && input.shown !== shown) return refuse("form.stale");
  const done = await commit(deps, {
    change: [approveWrite({ id, version, approval: { by, at, version, shown } })],
    proof: [
      actEvidence(deps, {
        log: await readLogOrigin(deps.db),
        at,
        typ: "mailing.approved",
        facts: { mailing: id, version, shown, by, ...viaOf(actor) },
      }),
    ],
  });
  return done === "done" ? { id } : refuse("form.stale");
}
