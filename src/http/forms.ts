/**
 * Forms as they arrive, and what was wrong with them as the page says it. Values are kept as typed, so that a form
 * that comes back with errors shows what the person wrote, also what was wrong.
 */
import type { Context } from "hono";
import type { Refusal } from "../refusal.ts";
import { refusalText } from "../texts/refusals/index.ts";
import type { Lang } from "../texts/say.ts";

export interface Form {
  /** First value of the field, trimmed, line ends as `\n`; "" if it is missing. */
  text(name: string): string;
  /** All values of the field (check boxes, multiple selects), in order. */
  all(name: string): string[];
  /** The file of the field, or undefined if none was chosen. */
  file(name: string): File | undefined;
  /** First value of every field, as typed: fills the inputs again. */
  readonly values: Record<string, string>;
}

/** One problem, ready to be shown: `field` is the input's name, "" where it concerns the whole form. */
export interface Problem {
  field: string;
  text: string;
}

/** Reads the posted form, urlencoded or multipart. */
export async function readForm(c: Context): Promise<Form> {
  const body = await c.req.parseBody({ all: true });
  const fields = new Map<string, (string | File)[]>();
  for (const [name, value] of Object.entries(body)) fields.set(name, Array.isArray(value) ? value : [value]);

  const all = (name: string) => (fields.get(name) ?? []).filter((v): v is string => typeof v === "string");
  const values: Record<string, string> = {};
  for (const name of fields.keys()) {
    const first = all(name)[0];
    if (first !== undefined) values[name] = first.replace(/\r\n?/g, "\n");
  }
  return {
    text: (name) => (Object.hasOwn(values, name) ? (values[name] ?? "").trim() : ""),
    all,
    file: (name) =>
      (fields.get(name) ?? []).find((v): v is File => typeof v !== "string" && (v.size > 0 || v.name !== "")),
    values,
  };
}

/** The sentences of a refusal: one for each field, or one for the whole form. */
export function problemsOf(no: Refusal, lang: Lang): Problem[] {
  if (!no.fields || no.fields.length === 0) return [{ field: "", text: refusalText(no, lang) }];
  return no.fields.map((problem) => ({ field: problem.field, text: refusalText(problem, lang) }));
}

/** The sentence for one field, or undefined. */
export function problemFor(problems: readonly Problem[] | undefined, field: string): string | undefined {
  return problems?.find((p) => p.field === field)?.text;
}

/** Id of the input of a field; the error summary links to it. */
export const fieldId = (name: string) => `f-${name}`;
