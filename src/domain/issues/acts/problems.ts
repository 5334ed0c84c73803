/** Everything against an issue: what its data say (rules/problems.ts), then what the linter says of the finished mail. */
import type { Deps } from "../../../deps.ts";
import type { FieldProblem } from "../../../refusal.ts";
import { type Finding, issueFindings } from "../rules/problems.ts";
import type { Made } from "./freeze.ts";

/** For the author, with advice. The mail itself is looked at where its text has nothing against it. */
export function allFindings(deps: Pick<Deps, "render">, { draft, frozen, institution, images }: Made): Finding[] {
  const found = issueFindings(draft, { languages: institution.languages, images, publicUrl: frozen.publicUrl });
  const stopped = new Set(found.filter((f) => f.level === "stop").map((f) => f.language));
  const lint = deps.render.issueProblems(frozen).filter(({ language }) => !stopped.has(language));
  const mail = lint.map(({ language, code }): Finding => {
    const values = { language, code };
    return { level: "stop", language, field: `${language}.blocks`, code: "issues.mail_unfit", values };
  });
  return [...found, ...mail];
}

/** What keeps it from being sent, field by field; empty if nothing does. */
export function issueProblems(deps: Pick<Deps, "render">, made: Made): FieldProblem[] {
  return allFindings(deps, made)
    .filter((finding) => finding.level === "stop")
    .map(({ field, code, values }) => ({ field, code, ...(values && { values }) }));
}
