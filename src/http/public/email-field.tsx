/** The field of a public form that asks for an address: label, hint, what is wrong with what was typed. */
import { layoutTexts } from "../../texts/layout.ts";
import { say } from "../../texts/say.ts";
import type { PublicContext } from "../env.ts";
import { fieldId } from "../forms.ts";

interface EmailFieldProps {
  c: PublicContext;
  label: string;
  hint: string;
  /** What was typed before. */
  value: string | undefined;
  problem: string | undefined;
}

/** What is wrong with a field, named by its `id` in the field's `aria-describedby`. */
export function Wrong({ c, id, text }: { c: PublicContext; id: string; text: string | undefined }) {
  if (!text) return null;
  return (
    <p class="wrong" id={id}>
      {say(layoutTexts, c.var.lang)("form.error-prefix")} {text}
    </p>
  );
}

export function EmailField({ c, label, hint, value, problem }: EmailFieldProps) {
  return (
    <div class={problem ? "field field-bad" : "field"}>
      <label class="label" for={fieldId("email")}>
        {label}
      </label>
      <p class="hint" id="email-hint">
        {hint}
      </p>
      <Wrong c={c} id="email-problem" text={problem} />
      <input
        class="ds-input"
        id={fieldId("email")}
        name="email"
        type="email"
        autocomplete="email"
        spellcheck={false}
        maxlength={254}
        required
        value={value}
        aria-invalid={problem ? "true" : undefined}
        aria-describedby={problem ? "email-hint email-problem" : "email-hint"}
      />
    </div>
  );
}
