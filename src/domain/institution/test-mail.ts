/** A letter to the signed-in person, to see that mail leaves the house. It holds nothing personal and is kept nowhere. */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse } from "../../refusal.ts";
import { type Actor, may } from "../staff/rules.ts";
import { readMember } from "../staff/views.ts";
import type { Lang } from "./rules.ts";
import { readInstitution } from "./views.ts";

/** Hands the letter over at once, in the language of the page. Answers with the name of the way out that took it. */
export async function sendTestMail(
  deps: Deps,
  actor: Actor,
  mail: { language: Lang },
): Promise<{ mailer: string } | Refusal> {
  const no = may(actor, "institution.change");
  if (no) return no;
  const office = await readInstitution(deps.db);
  if (!office) return refuse("institution.missing");
  const member = actor.kind === "staff" ? await readMember(deps, actor.id) : undefined;
  if (!member) return refuse("institution.no_address");

  const letter = deps.render.test({ to: member.email, language: mail.language, institution: office });
  const done = await deps.post(letter, `test-mail/${deps.ids.uuid()}`);
  return done.outcome === "accepted"
    ? { mailer: deps.mailer.name }
    : refuse("institution.test_mail_failed", { values: { code: done.code } });
}
