/** The mail of an issue to the author and colleagues: marked as a trial, one mail each, with links that belong to nobody. */
import type { Deps } from "../../../deps.ts";
import { isRefusal, type Refusal, refuse, refuseForm } from "../../../refusal.ts";
import { commit } from "../../commit.ts";
import { triedWrite } from "../../images/store.ts";
import type { Lang } from "../../institution/rules.ts";
import { type Actor, may } from "../../staff/rules.ts";
import { readStaff } from "../../staff/views.ts";
import { freezeIssue } from "../acts/freeze.ts";
import { issueProblems } from "../acts/problems.ts";
import { imagesOf } from "../rules/issue.ts";
import { readIssue } from "../views.ts";

/** So many colleagues at most. */
export const TRIAL_MOST = 10;

/**
 * Sends it now to members of staff, by id: a trial is no way to write to people. A draft that could not be sent is not tried either, so
 * that nobody looks at a mail that would never go out. `sent` of them were taken by the mail service.
 */
export async function sendIssueTrial(
  deps: Deps,
  actor: Actor,
  input: { id: string; to: readonly string[]; language: Lang },
): Promise<{ sent: number } | Refusal> {
  const no = may(actor, "campaign.write");
  if (no) return no;
  const issue = await readIssue(deps.db, input.id);
  if (!issue) return refuse("issues.unknown");
  const wanted = new Set(input.to);
  const staff = (await readStaff(deps)).filter((m) => m.disabledAt === undefined && wanted.has(m.id));
  if (staff.length === 0 || staff.length !== wanted.size || staff.length > TRIAL_MOST)
    return refuseForm([{ field: "to", code: "issues.trial_staff", values: { most: TRIAL_MOST } }]);
  const made = await freezeIssue(deps, issue);
  if (isRefusal(made)) return made;
  const problems = issueProblems(deps, made).filter(({ field }) => field.startsWith(`${input.language}.`));
  if (problems.length > 0 || !made.frozen.texts[input.language])
    return refuseForm(problems.length > 0 ? problems : [{ field: `${input.language}.subject`, code: "form.required" }]);
  const images = imagesOf(issue.draft);
  // Before the mail goes: its pictures are fetched as soon as it comes, without a session.
  if (images.length > 0) await commit(deps, { change: [triedWrite(issue.id, images)], proof: [] });
  let sent = 0;
  for (const { email } of staff) {
    const mail = deps.render.issueTrial(made.frozen, { address: email, language: input.language });
    const handover = await deps.post(mail, `trial/${deps.ids.uuid()}`);
    if (handover.outcome === "accepted") sent++;
  }
  return sent > 0 ? { sent } : refuse("campaigns.trial_failed");
}
