/** What is said of the saved draft before it is sent: what stops it, then what its readers would be better without. */

import { previewIssue } from "../../../../domain/issues/drafts/preview.ts";
import type { Finding } from "../../../../domain/issues/rules/problems.ts";
import { isRefusal } from "../../../../refusal.ts";
import { refusalText } from "../../../../texts/refusals/index.ts";
import type { StaffContext } from "../../../env.ts";
import { fieldId } from "../../../forms.ts";
import { Checks } from "../../parts.tsx";
import { composerVoice, issuePath, textLanguage } from "../frame.tsx";

/** As the last save left it. */
export async function readFindings(c: StaffContext, id: string): Promise<Finding[]> {
  const made = await previewIssue(c.var.deps, c.var.actor, { id, language: textLanguage(c) });
  if (!isRefusal(made)) return made.findings;
  const { code, values } = made;
  return [{ level: "stop", language: textLanguage(c), field: "", code, ...(values && { values }) }];
}

/** One line for each; it leads to the field that it is about. */
export function Findings({ c, id, findings }: { c: StaffContext; id: string; findings: readonly Finding[] }) {
  const t = composerVoice(c);
  if (findings.length === 0) return <p class="small quiet">{t("checks.none")}</p>;
  const several = c.var.institution.languages.length > 1;
  const sorted = [...findings].sort((a, b) => Number(b.level === "stop") - Number(a.level === "stop"));
  return (
    <Checks
      items={sorted.map((finding) => {
        const { level, language, field } = finding;
        const said = refusalText(finding, c.var.lang);
        return {
          state: level === "stop" ? ("open" as const) : ("wait" as const),
          text: field ? <a href={`${issuePath(id)}#${fieldId(field)}`}>{said}</a> : said,
          ...(several && field && { more: t(`edit.lang.${language}`) }),
        };
      })}
    />
  );
}
