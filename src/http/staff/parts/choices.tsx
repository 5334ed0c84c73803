/** Radio buttons and check boxes, with the consequence of a choice as its hint. Nothing is ever ticked by itself. */
import type { Child } from "hono/jsx";
import { fieldId } from "../../forms.ts";
import { describe } from "./fields.tsx";
import { FieldProblem } from "./problems.tsx";

export interface Choice {
  value: string;
  label: Child;
  hint?: Child;
}

export interface RadiosProps {
  name: string;
  legend: Child;
  value?: string | undefined;
  hint?: Child;
  problem?: string | undefined;
  options: readonly Choice[];
}

export function Radios(p: RadiosProps) {
  const id = fieldId(p.name);
  return (
    <fieldset class="ds-fieldset" aria-describedby={describe(id, p)["aria-describedby"]}>
      <legend>{p.legend}</legend>
      {p.hint && (
        <p data-field="description" id={`${id}-hint`}>
          {p.hint}
        </p>
      )}
      {p.options.map((option, index) => {
        // The first radio carries the field's id: the error summary leads to it.
        const own = index === 0 ? id : `${id}-${index}`;
        return (
          <div class="ds-field">
            <input
              class="ds-input"
              type="radio"
              name={p.name}
              value={option.value}
              id={own}
              checked={option.value === p.value}
              aria-invalid={p.problem ? "true" : undefined}
              aria-describedby={option.hint ? `${own}-more` : undefined}
            />
            <label for={own}>{option.label}</label>
            {option.hint && (
              <div data-field="description" id={`${own}-more`}>
                {option.hint}
              </div>
            )}
          </div>
        );
      })}
      <FieldProblem id={`${id}-problem`} text={p.problem} />
    </fieldset>
  );
}

export interface CheckboxProps {
  name: string;
  value?: string;
  label: Child;
  hint?: Child;
  checked?: boolean;
  problem?: string | undefined;
}

/** One box. Boxes that share a name stand in a `Fieldset`; their ids carry the value. */
export function Checkbox(p: CheckboxProps) {
  const id = p.value === undefined ? fieldId(p.name) : `${fieldId(p.name)}-${p.value}`;
  return (
    <div class="ds-field">
      <input
        class="ds-input"
        type="checkbox"
        name={p.name}
        value={p.value ?? "yes"}
        id={id}
        checked={p.checked === true}
        {...describe(id, p)}
      />
      <label for={id}>{p.label}</label>
      {p.hint && (
        <div data-field="description" id={`${id}-hint`}>
          {p.hint}
        </div>
      )}
      <FieldProblem id={`${id}-problem`} text={p.problem} />
    </div>
  );
}

/** Fields that belong together. `name` makes the group the target of a problem that concerns all of it. */
export function Fieldset(p: {
  legend: Child;
  hint?: Child;
  name?: string;
  problem?: string | undefined;
  children: Child;
}) {
  const id = p.name === undefined ? undefined : fieldId(p.name);
  return (
    <fieldset class="ds-fieldset" id={id} tabindex={id ? -1 : undefined}>
      <legend>{p.legend}</legend>
      {p.hint && <p data-field="description">{p.hint}</p>}
      {p.children}
      {id && <FieldProblem id={`${id}-problem`} text={p.problem} />}
    </fieldset>
  );
}
