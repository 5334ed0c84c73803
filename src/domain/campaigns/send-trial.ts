/** The mail of a draft as it will go out, to one address of staff: marked as a trial, with links that belong to nobody. */
import type { Deps } from "../../deps.ts";
import { isRefusal, type Refusal, refuse, refuseForm } from "../../refusal.ts";
import type { Lang } from "../institution/rules.ts";
import { normaliseAddress } from "../people/rules.ts";
import { type Actor, may } from "../staff/rules.ts";
import { mailProblems } from "./acts/check.ts";
import { freeze } from "./acts/freeze.ts";
import { readMailing } from "./views.ts";

/** Sends it now. Only to the institution's own domains: a trial is no way to write to people. */
export async function sendTrial(
  deps: Deps,
  actor: Actor,
  input: { id: string; to: string; language: Lang },
): Promise<{ sent: true } | Refusal> {
  const no = may(actor, "campaign.write");
  if (no) return no;
  const mailing = await readMailing(deps.db, input.id);
  if (!mailing) return refuse("campaigns.unknown");
  const to = normaliseAddress(input.to);
  if (isRefusal(to)) return refuseForm([{ field: "to", code: to.code }]);
  const made = await freeze(deps, mailing);
  if (isRefusal(made)) return made;
  const { ownDomains, sender } = made.institution;
  const domain = to.normalised.slice(to.normalised.lastIndexOf("@") + 1);
  if (![...ownDomains, sender.address.split("@")[1]].includes(domain))
    return refuseForm([{ field: "to", code: "campaigns.trial_not_ours" }]);
  const [unfit] = mailProblems(deps, made.frozen, input.language);
  if (unfit) return refuse(unfit.code, { values: unfit.values });
  const mail = deps.render.trial(made.frozen, { address: to.address, language: input.language });
  const handover = await deps.post(mail, `trial/${deps.ids.uuid()}`);
  return handover.outcome === "accepted" ? { sent: true } : refuse("campaigns.trial_failed");
}
