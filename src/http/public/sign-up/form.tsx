/**
 * The sign-up form: lists with their promise, the exact text of the consent, address, language, and what will become of
 * the address. No box is ever ticked by us; with errors everything stays as typed.
 */
import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { Offered } from "../../../domain/consent/views/sign-up.ts";
import type { Notice } from "../../../domain/notices/rules.ts";
import { say } from "../../../texts/say.ts";
import { signUpTexts } from "../../../texts/sign-up.ts";
import type { PublicContext } from "../../env.ts";
import { type Form, fieldId, type Problem, problemFor } from "../../forms.ts";
import { nameOf } from "../../page.tsx";
import { named, quoted, quotedAll } from "../answers/links.tsx";
import { EmailField, Wrong } from "../email-field.tsx";
import { publicPage } from "../layout.tsx";
import { Facts } from "../parts.tsx";
import { GuardFields } from "./guard.tsx";

export interface FormProps {
  /** All lists on offer. */
  offer: readonly Offered[];
  /** The one list that a link named; the form is about it alone. */
  only: Offered | undefined;
  /** What was sent, when the form comes back. */
  sent?: Form;
  problems?: readonly Problem[];
}

export { TRAP } from "./guard.tsx";

export function formPage(c: PublicContext, p: FormProps): Promise<Response> {
  const { lang } = c.var;
  const t = say(signUpTexts, lang);
  const lists = p.only ? [p.only] : p.offer;
  const title = p.only ? t("title.one", { list: quoted(p.only.list.names, lang) }) : t("title");
  const { problems = [] } = p;
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
    status: problems.length > 0 ? 422 : 200,
    error: problems.length > 0,
    head: (
      <>
        <Problems c={c} problems={problems} />
        <h1>{title}</h1>
        <p class="lead">{t("lead")}</p>
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
        <Lists
          c={c}
          lists={lists}
          more={p.only !== undefined && p.offer.length > 1}
          sent={p.sent}
          problems={problems}
        />
        <Statements c={c} lists={lists} />
        <EmailField
          c={c}
          label={t("email")}
          hint={t("email.hint")}
          value={p.sent?.values.email}
          problem={problemFor(problems, "email")}
        />
        <Language c={c} sent={p.sent} />
        <AboutAddress c={c} />
        <GuardFields c={c} />
        <div>
          <button class="ds-button" type="submit">
            {t("send")}
          </button>
          <p class="hint mt3">{t("send.hint")}</p>
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

function Lists(p: {
  c: PublicContext;
  lists: readonly Offered[];
  more: boolean;
  sent: Form | undefined;
  problems: readonly Problem[];
}) {
  const { lang } = p.c.var;
  const t = say(signUpTexts, lang);
  const problem = problemFor(p.problems, "list");
  const ticked = p.sent?.all("list") ?? [];
  return (
    <fieldset class={problem ? "field-bad" : undefined} aria-describedby={problem ? "list-problem" : undefined}>
      <legend>{t("what")}</legend>
      <p class="hint">{p.lists.length === 1 ? t("what.hint.one") : t("what.hint")}</p>
      <Wrong c={p.c} id="list-problem" text={problem} />
      <div class="choices">
        {p.lists.map(({ list, purpose }, index) => {
          const id = index === 0 ? fieldId("list") : `${fieldId("list")}-${index}`;
          return (
            <div class="choice">
              <input
                class="ds-input"
                type="checkbox"
                name="list"
                value={list.id}
                id={id}
                checked={ticked.includes(list.id)}
                aria-describedby={`${id}-more`}
              />
              <div>
                <label for={id}>{named(list.names, lang)}</label>
                <div class="more" id={`${id}-more`}>
                  <p>{named(list.promise, lang)}</p>
                  <p class="soft">{t("purpose", { purpose: named(purpose.sheet.names, lang) })}</p>
                </div>
              </div>
            </div>
          );
        })}
      </div>
      {p.more && (
        <p class="mt4">
          <a href="/subscribe">{t("what.all")}</a>
        </p>
      )}
    </fieldset>
  );
}

/** The text of each purpose once, verbatim, and its hash for the form to bring back. */
function Statements({ c, lists }: { c: PublicContext; lists: readonly Offered[] }) {
  const { lang } = c.var;
  const t = say(signUpTexts, lang);
  const byPurpose = [...new Map(lists.map((o) => [o.purpose.id, o])).values()];
  return (
    <section aria-labelledby="text">
      <h2 id="text">{t("text")}</h2>
      <p class="hint">{t("text.lead")}</p>
      {byPurpose.map((o) => {
        const notice: Notice | undefined = o.statement[lang] ?? Object.values(o.statement)[0];
        const of = lists.filter((other) => other.purpose.id === o.purpose.id).map((other) => other.list.names);
        return (
          notice && (
            <>
              {byPurpose.length > 1 && (
                <h3 class="mt5">{t("text.of", { n: of.length, lists: quotedAll(of, lang) })}</h3>
              )}
              <div class="quoted mt4">{raw(notice.body)}</div>
              <input type="hidden" name="statement" value={notice.sha256} />
            </>
          )
        );
      })}
    </section>
  );
}

function Language({ c, sent }: { c: PublicContext; sent: Form | undefined }) {
  const { lang, institution } = c.var;
  const { languages } = institution;
  if (languages.length < 2) return <input type="hidden" name="language" value={lang} />;
  const chosen = sent?.text("language") || lang;
  const names = { lv: "latviešu valodā", en: "in English" };
  return (
    <div class="field">
      <label class="label" for={fieldId("language")}>
        {say(signUpTexts, lang)("language")}
      </label>
      <select class="ds-input" id={fieldId("language")} name="language">
        {languages.map((l) => (
          <option value={l} lang={l} selected={l === chosen}>
            {names[l]}
          </option>
        ))}
      </select>
    </div>
  );
}

function AboutAddress({ c }: { c: PublicContext }) {
  const { lang, institution } = c.var;
  const t = say(signUpTexts, lang);
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{t("facts")}</h2>
      <div class="mt4">
        <Facts
          items={[
            { term: t("facts.who"), value: t("facts.who.value", { inst: nameOf(institution, lang) }) },
            { term: t("facts.why"), value: t("facts.why.value") },
            { term: t("facts.basis"), value: t("facts.basis.value") },
            { term: t("facts.long"), value: t(institution.lastMail ? "facts.long.later" : "facts.long.value") },
            { term: t("facts.kept"), value: t("facts.kept.value", { months: institution.proofMonths }) },
            { term: t("facts.never"), value: t("facts.never.value") },
          ]}
        />
      </div>
      <p class="mt4">{t.rich<Child>("privacy", { a: (inner) => <a href="/privacy">{inner}</a> })}</p>
    </section>
  );
}
