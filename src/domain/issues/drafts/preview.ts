/** What a draft looks like: its mail in one language, made by the function that makes the real ones, and all that is said of it. */
import type { Deps, OutgoingMail } from "../../../deps.ts";
import { isRefusal, type Refusal, refuse } from "../../../refusal.ts";
import type { Lang } from "../../institution/rules.ts";
import type { Actor } from "../../staff/rules.ts";
import { freezeIssue } from "../acts/freeze.ts";
import { mayLook } from "../acts/look.ts";
import { allFindings } from "../acts/problems.ts";
import type { Finding } from "../rules/problems.ts";
import { readIssue } from "../views.ts";

export interface IssuePreview {
  /** The language it is in: another than was asked for where that one is not written. */
  language: Lang;
  /** Absent while nothing is written in any language. */
  mail?: Pick<OutgoingMail, "subject" | "html" | "text">;
  findings: Finding[];
  /** Octets of the HTML. */
  size: number;
  version: number;
}

/** Makes the preview; the recipient is nobody. Of an issue that was sent: what was sent. */
export async function previewIssue(
  deps: Deps,
  actor: Actor,
  input: { id: string; language: Lang },
): Promise<IssuePreview | Refusal> {
  const issue = await readIssue(deps.db, input.id);
  const no = mayLook(actor, issue);
  if (no) return no;
  if (!issue) return refuse("issues.unknown");
  // What was frozen is looked at as it is, whatever became of the list, the purpose and the settings since.
  const made = issue.frozen ? undefined : await freezeIssue(deps, issue);
  if (isRefusal(made)) return made;
  const frozen = issue.frozen ?? made?.frozen;
  if (!frozen) return refuse("issues.unknown");
  const language = [input.language, ...frozen.institution.languages].find((lang) => frozen.texts[lang]);
  const findings = made ? allFindings(deps, made) : [];
  if (!language) return { language: input.language, findings, size: 0, version: issue.version };
  const { subject, html, text } = deps.render.issuePreview(frozen, {
    address: frozen.institution.sender.replyTo,
    language,
  });
  const size = new TextEncoder().encode(html).length;
  return { language, mail: { subject, html, text }, findings, size, version: issue.version };
}
