/** A letter to the signed-in person, to see that mail leaves the house. It holds nothing personal and is kept nowhere. */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse } from "../../refusal.ts";
import { type Actor, may } from "../staff/rules.ts";
import { readMember } from "../staff/views.ts";
import type { Lang } from "./rules.ts";
import { readInstitution } from "./views.ts";

/** The letter's words, in the language of the page. */
export interface TestMail {
  language: Lang;
  subject: string;
  /** One paragraph, plain text. */
  text: string;
  /** The same as a whole HTML document. */
  html: string;
}

/** Hands the letter over at once. Answers with the name of the way out that took it. */
export async function sendTestMail(deps: Deps, actor: Actor, mail: TestMail): Promise<{ mailer: string } | Refusal> {
  const no = may(actor, "institution.change");
  if (no) return no;
  const office = await readInstitution(deps.db);
  if (!office) return refuse("institution.missing");
  const member = actor.kind === "staff" ? await readMember(deps, actor.id) : undefined;
  if (!member) return refuse("institution.no_address");

  const from = { name: office.sender.name[mail.language] || office.sender.name.lv, address: office.sender.address };
  const { subject, text, html } = mail;
  const letter = { to: member.email, from, replyTo: office.sender.replyTo, subject, text, html, headers: {} };
  const done = await deps.post(letter, `test-mail/${deps.ids.uuid()}`);
  return done.outcome === "accepted"
    ? { mailer: deps.mailer.name }
    : refuse("institution.test_mail_failed", { values: { code: done.code } });
}
