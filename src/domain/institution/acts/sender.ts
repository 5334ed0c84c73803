/** Whether the way out for mail signs for the sender that a profile names. */
import type { Deps } from "../../../deps.ts";
import type { FieldProblem } from "../../../refusal.ts";
import { domainOfSender, isAligned } from "../rules/alignment.ts";
import type { Institution } from "../rules.ts";

/** The domain we sign for, if we sign ourselves (SMTP with a DKIM key): undefined where the provider or the server signs. */
export const signingDomain = ({ config }: Pick<Deps, "config">): string | undefined =>
  config.mailer.kind === "smtp" ? config.mailer.dkim?.domain : undefined;

/** What is wrong with the sender; none where somebody else signs. */
export function senderProblems(deps: Pick<Deps, "config">, { sender }: Pick<Institution, "sender">): FieldProblem[] {
  const signing = signingDomain(deps);
  const domain = domainOfSender(sender.address);
  if (signing === undefined || domain === "" || isAligned(signing, domain)) return [];
  return [{ field: "sender.address", code: "institution.sender_not_signed", values: { signing } }];
}
