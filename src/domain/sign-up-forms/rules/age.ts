/**
 * The age that a form asks for (GDPR Art. 8): one question with as few steps as the lists need, never a date of birth. Who is
 * younger than a chosen list allows is told so, and nothing of him is stored.
 */

/** An age step by its lower end: `0` is "younger than the first one". */
export type AgeStep = number;

interface Aged {
  sheet: { ageFrom?: number };
}

/** The steps of the question, youngest first; none where nobody asks. 13 and 18 give 0, 13, 18. */
export function ageSteps(purposes: readonly Aged[]): AgeStep[] {
  const ages = [...new Set(purposes.flatMap(({ sheet }) => sheet.ageFrom ?? []))].sort((a, b) => a - b);
  return ages.length === 0 ? [] : [0, ...ages];
}

/** The step that was chosen; undefined where none of these was. */
export const chosenStep = (sent: string | undefined, steps: readonly AgeStep[]): AgeStep | undefined =>
  steps.find((step) => String(step) === sent);

/** How a step is said: its text, and the ages in it. The last one has no upper end. */
export function stepWords(
  step: AgeStep,
  steps: readonly AgeStep[],
): { key: "age.under" | "age.between" | "age.over"; values: Record<string, number> } {
  const next = steps[steps.indexOf(step) + 1];
  if (step === 0) return { key: "age.under", values: { n: next ?? 0 } };
  return next === undefined
    ? { key: "age.over", values: { n: step } }
    : { key: "age.between", values: { n: step, to: next - 1 } };
}
