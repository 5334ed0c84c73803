/** Problems of a long form as its summary says them: with the label of the field, because the sentence alone names none. */
import type { Problem } from "../forms.ts";

/** `say` joins label and sentence; a problem of the whole form stays as it is. */
export function named(
  problems: readonly Problem[] | undefined,
  label: (field: string) => string,
  say: (values: { label: string; text: string }) => string,
): Problem[] | undefined {
  return problems?.map(({ field, text }) => ({
    field,
    text: field === "" ? text : say({ label: label(field), text }),
  }));
}
