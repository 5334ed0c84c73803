/**
 * The sign-up form: lists under the statement of their purpose, age where one is asked, address, language, and what will
 * become of the address. It says the words of `shownForm` and no others, and brings their hash back. No box is ever ticked by
 * us; with errors everything stays as typed.
 */
import type { Child } from "hono/jsx";
import type { Offered } from "../../../domain/consent/views/offered.ts";
import { shownForm } from "../../../domain/sign-up-forms/acts/shown.ts";
import type { FormWords } from "../../../domain/sign-up-forms/rules/form.ts";
import { say } from "../../../texts/say.ts";
import { signUpTexts } from "../../../texts/sign-up.ts";
import { formTexts } from "../../../texts/sign-up-form.ts";
import type { PublicContext } from "../../env.ts";
import { type Form, fieldId, type Problem, problemFor } from "../../forms.ts";
import { EmailField } from "../email-field.tsx";
import { publicPage } from "../layout.tsx";
import { Facts } from "../parts.tsx";
import { Age, Choices, Language } from "./choices.tsx";
import { GuardFields } from "./guard.tsx";

export interface FormProps {
  /** All lists on offer. */
  offer: readonly Offered[];
  /** The one list that a link named; the form is about it alone. */
  only: Offered | undefined;
  /** What was sent, when the form comes back. */
  sent?: Form;
  problems?: readonly Problem[];
  /** Of the page, where it is not the usual one. */
  status?: number;
}

export function formPage(c: PublicContext, p: FormProps): Promise<Response> {
  const { lang, institution } = c.var;
  const t = say(signUpTexts, lang);
  const lists = p.only ? [p.only] : p.offer;
  const { words, sha256 } = shownForm(institution, lists, {
    place: "page",
    language: lang,
    one: p.only !== undefined,
  });
  const { title } = words;
  const { problems = [], sent } = p;
  if (lists.length === 0) {
    const children = (
      <div class="note mt6">
        <h2>{t("none")}</h2>
        <p>{t("none.text")}</p>
      </div>
    );
    return publicPage(c, { title, children });
  }
  return publicPage(c, {
    title,
    status: p.status ?? (problems.length > 0 ? 422 : 200),
    error: problems.length > 0,
    head: (
      <>
        <Problems c={c} problems={problems} />
        <h1>{title}</h1>
        <p class="lead">{words.lead}</p>
      </>
    ),
    children: (
      <form
        class="form mt6"
        method="post"
        action={p.only ? `/subscribe?list=${p.only.list.id}` : "/subscribe"}
        novalidate
      >
        <input type="hidden" name="lang" value={lang} />
        <input type="hidden" name="form" value={sha256} />
        <Choices c={c} words={words} ticked={sent?.all("list") ?? []} problem={problemFor(problems, "list")}>
          {p.only !== undefined && p.offer.length > 1 && (
            <p class="mt4">
              <a href="/subscribe">{t("what.all")}</a>
            </p>
          )}
        </Choices>
        <Age c={c} age={words.age} chosen={sent?.text("age")} problem={problemFor(problems, "age")} />
        <EmailField
          c={c}
          label={words.email.label}
          hint={words.email.hint}
          value={sent?.values.email}
          problem={problemFor(problems, "email")}
        />
        <Language c={c} label={words.languages?.label} chosen={sent?.text("language")} />
        <AboutAddress c={c} words={words} />
        <GuardFields c={c} />
        <div>
          <button class="ds-button" type="submit">
            {words.button}
          </button>
          <p class="hint mt3">{words.hint}</p>
        </div>
      </form>
    ),
  });
}

function Problems({ c, problems }: { c: PublicContext; problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <div class="note bad mb6" role="alert" tabindex={-1} autofocus aria-labelledby="problems">
      <h2 id="problems">{say(signUpTexts, c.var.lang)("problems")}</h2>
      <ul>
        {problems.map((problem) => (
          <li>{problem.field ? <a href={`#${fieldId(problem.field)}`}>{problem.text}</a> : problem.text}</li>
        ))}
      </ul>
    </div>
  );
}

function AboutAddress({ c, words }: { c: PublicContext; words: FormWords }) {
  const t = say(formTexts, c.var.lang);
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{t("facts")}</h2>
      <div class="mt4">
        <Facts items={words.facts.map(([term, value]) => ({ term, value }))} />
      </div>
      <p class="mt4">{t.rich<Child>("privacy", { a: (inner) => <a href="/privacy">{inner}</a> })}</p>
    </section>
  );
}
