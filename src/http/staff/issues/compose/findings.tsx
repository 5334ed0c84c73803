/** What is said of the saved draft before it is sent: what stops it, then what its readers would be better without. */

import { freezeIssue } from "../../../../domain/issues/acts/freeze.ts";
import { allFindings } from "../../../../domain/issues/acts/problems.ts";
import type { IssueDraft } from "../../../../domain/issues/rules/issue.ts";
import type { Finding } from "../../../../domain/issues/rules/problems.ts";
import type { Issue } from "../../../../domain/issues/views.ts";
import { isRefusal } from "../../../../refusal.ts";
import { refusalText } from "../../../../texts/refusals/index.ts";
import type { StaffContext } from "../../../env.ts";
import { fieldId } from "../../../forms.ts";
import { Checks } from "../../parts.tsx";
import { composerVoice, issuePath, textLanguage } from "../frame.tsx";

/** Of the draft as it is saved: what its data say, and the linter of the mail where they say nothing. */
export async function readFindings(c: StaffContext, issue: Pick<Issue, "listId" | "draft">): Promise<Finding[]> {
  const made = await freezeIssue(c.var.deps, issue);
  if (!isRefusal(made)) return allFindings(c.var.deps, made);
  const { code, values } = made;
  return [{ level: "stop", language: textLanguage(c), field: "", code, ...(values && { values }) }];
}

/** One line for each; it leads to the field that it is about. */
export function Findings(p: { c: StaffContext; issue: Pick<Issue, "id" | "draft">; findings: readonly Finding[] }) {
  const { c, issue } = p;
  const t = composerVoice(c);
  if (p.findings.length === 0) return <p class="small quiet">{t("checks.none")}</p>;
  const several = c.var.institution.languages.length > 1;
  const sorted = [...p.findings].sort((a, b) => Number(b.level === "stop") - Number(a.level === "stop"));
  return (
    <Checks
      items={sorted.map((finding) => {
        const { level, language, field } = finding;
        const said = refusalText(finding, c.var.lang);
        const where = placeOf(c, issue.draft, finding);
        return {
          state: level === "stop" ? ("open" as const) : ("wait" as const),
          text: field ? <a href={`${issuePath(issue.id)}#${fieldId(field)}`}>{said}</a> : said,
          ...(where && { more: several ? t("checks.at", { where, lang: t(`edit.lang.${language}`) }) : where }),
        };
      })}
    />
  );
}

/** The field or the part that it is about: "Temats", "2. Attēls". */
function placeOf(c: StaffContext, draft: IssueDraft, { language, field, block }: Finding): string {
  const t = composerVoice(c);
  const part = (["subject", "preheader", "blocks"] as const).find((one) => field === `${language}.${one}`);
  if (part) return t(`edit.${part}`);
  const blocks = draft.texts[language]?.blocks ?? [];
  const n = blocks.findIndex(({ id }) => id === block);
  const kind = blocks[n]?.kind;
  return kind ? t("block.n", { n: n + 1, kind: t(`block.${kind}`) }) : "";
}
