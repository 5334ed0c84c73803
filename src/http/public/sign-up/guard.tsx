/**
 * What keeps programs from using the public forms: its fields in a form, and the look at what came with them. The same for
 * our own page, for a form in another site and for a call, so it reads fields by their names and knows no page.
 */
import { say } from "../../../texts/say.ts";
import { signUpTexts } from "../../../texts/sign-up.ts";
import type { PublicContext } from "../../env.ts";
import { fieldId } from "../../forms.ts";

/** A field that people do not see and programs fill in. */
export const TRAP = "website";

/** The fields of the guard, inside the form and before its button. */
export function GuardFields({ c }: { c: PublicContext }) {
  return (
    <div hidden>
      <label for={fieldId(TRAP)}>{say(signUpTexts, c.var.lang)("trap")}</label>
      <input id={fieldId(TRAP)} name={TRAP} tabindex={-1} autocomplete="off" />
    </div>
  );
}

/**
 * pass: it goes on. drop: a program; it gets the answer that everybody gets, and nothing is kept. prove: the form comes back
 * as it was filled in and asks for what is missing.
 */
export type Guarded = "pass" | "drop" | "prove";

/** Looks at what came with a form or a call. `sent`: the field of this name, "" where it is missing. */
export async function guarded(_c: PublicContext, sent: (name: string) => string): Promise<Guarded> {
  return sent(TRAP) === "" ? "pass" : "drop";
}
