/** Inputs with one line or many, and selects. Label above, hint between label and field, problem below the field. */
import type { Child } from "hono/jsx";
import { fieldId } from "../../forms.ts";
import { useFrame } from "../../page.tsx";
import { FieldProblem } from "./problems.tsx";

interface FieldProps {
  name: string;
  label: string;
  value?: string | undefined;
  hint?: Child;
  /** What is wrong, as a sentence; the field keeps its value. */
  problem?: string | undefined;
  /** `group`: not needed, and the group around it says so. */
  optional?: boolean | "group";
  /** Language of what is typed, where it is not the page's. */
  lang?: "lv" | "en";
}

/** What describes a field to assistive technology: the problem first, then the hint. */
export function describe(id: string, p: { hint?: Child; problem?: string | undefined }) {
  const ids = [p.problem && `${id}-problem`, p.hint && `${id}-hint`].filter(Boolean);
  return { "aria-describedby": ids.join(" ") || undefined, "aria-invalid": p.problem ? ("true" as const) : undefined };
}

/** Label, hint, control and problem of one field. */
function Field(p: FieldProps & { children: Child }) {
  const { t } = useFrame();
  const id = fieldId(p.name);
  return (
    <div class="ds-field">
      <label class="ds-label" for={id}>
        {p.label}
        {p.optional === true && <span class="quiet"> ({t("form.optional")})</span>}
      </label>
      {p.hint && (
        <div data-field="description" id={`${id}-hint`}>
          {p.hint}
        </div>
      )}
      {p.children}
      <FieldProblem id={`${id}-problem`} text={p.problem} />
    </div>
  );
}

export interface TextFieldProps extends FieldProps {
  type?: "text" | "email" | "tel" | "url" | "date" | "time" | "search" | "color" | "number" | "file" | "password";
  autocomplete?: string;
  inputmode?: "text" | "numeric" | "decimal" | "email" | "tel" | "url";
  /** Width in characters, where the answer is short; the field is as wide as its answer. */
  size?: number;
  maxlength?: number;
  /** Unit behind the field: "mēneši". */
  suffix?: string;
  /** Types of files, for `type="file"`. */
  accept?: string;
  spellcheck?: boolean;
}

export function TextField(p: TextFieldProps) {
  const id = fieldId(p.name);
  const input = (
    <input
      class="ds-input"
      type={p.type ?? "text"}
      id={id}
      name={p.name}
      value={p.type === "file" ? undefined : p.value}
      autocomplete={p.autocomplete}
      inputmode={p.inputmode}
      size={p.size}
      maxlength={p.maxlength}
      accept={p.accept}
      lang={p.lang}
      spellcheck={p.spellcheck}
      required={p.optional ? undefined : true}
      {...describe(id, p)}
    />
  );
  return (
    <Field {...p}>
      {p.suffix ? (
        <div class="ds-field-affixes">
          {input}
          <span class="ds-field-affix">{p.suffix}</span>
        </div>
      ) : (
        input
      )}
    </Field>
  );
}

export function TextArea(p: FieldProps & { rows?: number; maxlength?: number; mono?: boolean }) {
  const id = fieldId(p.name);
  return (
    <Field {...p}>
      <textarea
        class={p.mono ? "ds-input mono" : "ds-input"}
        id={id}
        name={p.name}
        rows={p.rows ?? 4}
        maxlength={p.maxlength}
        lang={p.lang}
        required={p.optional ? undefined : true}
        {...describe(id, p)}
      >
        {p.value ?? ""}
      </textarea>
    </Field>
  );
}

export function Select(p: FieldProps & { options: readonly { value: string; label: string }[] }) {
  const id = fieldId(p.name);
  return (
    <Field {...p}>
      <select class="ds-input" id={id} name={p.name} data-width="auto" {...describe(id, p)}>
        {p.options.map((option) => (
          <option value={option.value} selected={option.value === p.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
