/** What a person chooses in the sign-up form: lists, a step of age, a language. The words come from `shownForm`. */
import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { FormWords } from "../../../domain/sign-up-forms/rules/form.ts";
import { LANGUAGE_NAMES } from "../../../texts/sign-up-form.ts";
import type { PublicContext } from "../../env.ts";
import { fieldId } from "../../forms.ts";
import { Wrong } from "../email-field.tsx";

interface ChoicesProps {
  c: PublicContext;
  words: FormWords;
  /** Ids of the lists that the person ticked before; never one of ours. */
  ticked: readonly string[];
  problem: string | undefined;
  children: Child;
}

/** Lists of one purpose stand together, and the text that they need beneath them. */
export function Choices({ c, words, ticked, problem, children }: ChoicesProps) {
  const first = words.groups[0]?.boxes[0]?.id;
  return (
    <section class={problem ? "field-bad" : undefined} aria-labelledby="what">
      <h2 id="what">{words.what}</h2>
      <p class="hint">{words.whatHint}</p>
      <p class="hint">{words.textHint}</p>
      <Wrong c={c} id="list-problem" text={problem} />
      {words.groups.map((group) => (
        <fieldset class="mt5" aria-describedby={problem ? "list-problem" : undefined}>
          <legend class="small soft">{group.purpose}</legend>
          <div class="choices">
            {group.boxes.map((box) => {
              const id = box.id === first ? fieldId("list") : `${fieldId("list")}-${box.id}`;
              return (
                <div class="choice">
                  <input
                    class="ds-input"
                    type="checkbox"
                    name="list"
                    value={box.id}
                    id={id}
                    checked={ticked.includes(box.id)}
                    aria-describedby={`${id}-more`}
                  />
                  <div>
                    <label for={id}>{box.name}</label>
                    <div class="more" id={`${id}-more`}>
                      <p>{box.promise}</p>
                    </div>
                  </div>
                </div>
              );
            })}
          </div>
          <div class="quoted mt4">{raw(group.statement)}</div>
          {group.special && <p class="note mt4">{group.special}</p>}
        </fieldset>
      ))}
      {children}
    </section>
  );
}

interface AgeProps {
  c: PublicContext;
  age: FormWords["age"];
  chosen: string | undefined;
  problem: string | undefined;
}

/** One question for all lists that ask; none of its answers is chosen. */
export function Age({ c, age, chosen, problem }: AgeProps) {
  if (!age) return null;
  return (
    <fieldset class={problem ? "field-bad" : undefined} aria-describedby={problem ? "age-problem" : undefined}>
      <legend>{age.question}</legend>
      <p class="hint">{age.why}</p>
      <Wrong c={c} id="age-problem" text={problem} />
      <div class="choices">
        {age.answers.map(({ step, text }, index) => {
          const id = index === 0 ? fieldId("age") : `${fieldId("age")}-${step}`;
          return (
            <div class="choice">
              <input
                class="ds-input"
                type="radio"
                name="age"
                value={String(step)}
                id={id}
                checked={chosen === String(step)}
              />
              <label for={id}>{text}</label>
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}

/** In which language to write; hidden where the institution writes in one. */
export function Language({
  c,
  label,
  chosen,
}: {
  c: PublicContext;
  label: string | undefined;
  chosen: string | undefined;
}) {
  const { lang, institution } = c.var;
  if (label === undefined) return <input type="hidden" name="language" value={lang} />;
  return (
    <div class="field">
      <label class="label" for={fieldId("language")}>
        {label}
      </label>
      <select class="ds-input" id={fieldId("language")} name="language">
        {institution.languages.map((l) => (
          <option value={l} lang={l} selected={l === (chosen || lang)}>
            {LANGUAGE_NAMES[l]}
          </option>
        ))}
      </select>
    </div>
  );
}
