/**
 * Who may look at the mail of an issue: whoever writes it and whoever approves it, who sees what he approves; once it was sent
 * or waits to be sent, all of the desk.
 */
import type { Refusal } from "../../../refusal.ts";
import { type Actor, may } from "../../staff/rules.ts";
import type { Issue } from "../views.ts";

/** Undefined if he may. Of an issue that there is not: as of a draft. */
export function mayLook(actor: Actor, issue: Pick<Issue, "state"> | undefined): Refusal | undefined {
  const no = may(actor, "campaign.write");
  if (!no || !may(actor, "campaign.approve")) return undefined;
  return issue && issue.state !== "draft" ? may(actor, "desk.see") : no;
}
