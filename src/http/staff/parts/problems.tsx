/** What was wrong with a form: the list on top, which takes the focus, and the sentence below each field. */
import type { Lang } from "../../../texts/say.ts";
import { fieldId, type Problem } from "../../forms.ts";
import { useFrame } from "../../page.tsx";

export function FieldProblem(p: { id: string; text: string | undefined }) {
  const { t } = useFrame();
  if (!p.text) return null;
  return (
    <p class="ds-validation-message" id={p.id}>
      <span class="ds-sr-only">{t("form.error-prefix")} </span>
      {p.text}
    </p>
  );
}

interface ErrorSummaryProps {
  lang?: Lang;
  problems: readonly Problem[] | undefined;
  title?: string;
  /** Labels of the fields whose sentences ("Fill in this field.") name none. */
  labels?: Readonly<Record<string, string>>;
}

/**
 * Shows nothing where there is nothing wrong. `title` says what was not done; without it a general sentence counts
 * the fields. Put it above the form; the page's `error` marks its title.
 */
export function ErrorSummary(p: ErrorSummaryProps) {
  const { t } = useFrame();
  if (!p.problems || p.problems.length === 0) return null;
  const fields = p.problems.filter((problem) => problem.field !== "");
  const said = ({ field, text }: Problem) => {
    const label = p.labels?.[field];
    return label ? t("form.named", { label, text }) : text;
  };
  return (
    <div class="ds-error-summary" role="alert" tabindex={-1} autofocus aria-labelledby="problems">
      <h2 id="problems">{p.title ?? t("form.errors", { n: fields.length })}</h2>
      <ul>
        {p.problems.map((problem) => (
          <li>{problem.field === "" ? problem.text : <a href={`#${fieldId(problem.field)}`}>{said(problem)}</a>}</li>
        ))}
      </ul>
    </div>
  );
}
