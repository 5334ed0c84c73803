/**
 * An expected "no". Verbs return it as a value; only faults are thrown. A refusal carries a code, never a sentence:
 * each door renders the sentence of the code in the reader's language (src/texts/refusals).
 *
 *     return refuse("consent.link_unknown");
 *     return refuse("form.invalid", { fields: [{ field: "email", code: "address.no_at" }] });
 */

export type RefusalCode = `${string}.${string}`;
export type RefusalValues = Record<string, string | number>;

/** What is wrong with one field of a form: `field` is the input's name. */
export interface FieldProblem {
  field: string;
  code: RefusalCode;
  values?: RefusalValues;
}

export interface Refusal {
  readonly refused: true;
  readonly code: RefusalCode;
  readonly values?: RefusalValues;
  readonly fields?: readonly FieldProblem[];
}

/** Builds a refusal. */
export function refuse(code: RefusalCode, more: { values?: RefusalValues; fields?: FieldProblem[] } = {}): Refusal {
  return { refused: true, code, ...more };
}

/** A refusal that lists what is wrong field by field. */
export function refuseForm(fields: FieldProblem[]): Refusal {
  return refuse("form.invalid", { fields });
}

/** Tells a refusal from any other result. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === "object" && value !== null && (value as { refused?: unknown }).refused === true;
}
