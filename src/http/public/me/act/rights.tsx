/** The pages and buttons by which somebody uses his rights on his own page: name, language, correction, restriction, erasure. */
import type { Child } from "hono/jsx";
import { setLanguage } from "../../../../domain/me/choices/language.ts";
import { changeName } from "../../../../domain/me/choices/name.ts";
import { shareOwn } from "../../../../domain/me/choices/share.ts";
import { readDossier } from "../../../../domain/me/held/dossier.ts";
import { type AskedHere, askRight } from "../../../../domain/me/rights/ask.ts";
import type { Visit } from "../../../../domain/me/views.ts";
import type { Refusal } from "../../../../refusal.ts";
import { lastMailWords } from "../../../../texts/last-mail.ts";
import { ownChoiceTexts } from "../../../../texts/own-choices.ts";
import { say } from "../../../../texts/say.ts";
import type { PublicContext } from "../../../env.ts";
import { type Form, fieldId, type Problem, problemFor, problemsOf } from "../../../forms.ts";
import { LastMailNote } from "../../answers/last-mail.tsx";
import { Wrong } from "../../email-field.tsx";
import { publicPage } from "../../layout.tsx";
import { Problems } from "../page/parts.tsx";
import { acted, visited } from "./frame.tsx";
import { left } from "./lists.tsx";

interface ActPage {
  title: string;
  lead?: string;
  problems?: readonly Problem[];
  /** Where the form goes, and the button that sends it. */
  action: string;
  button: string;
  /** What stands above the button. */
  children: Child;
  after?: Child;
}

/** A page that is one form: what it does, its button, and the way back. */
function actPage(c: PublicContext, { title, lead, problems = [], action, button, children, after }: ActPage) {
  const { lang } = c.var;
  return publicPage(c, {
    title,
    ...(lead !== undefined && { lead }),
    status: problems.length > 0 ? 422 : 200,
    error: problems.length > 0,
    noindex: true,
    children: (
      <>
        <Problems c={c} problems={problems} />
        <form class="form mt4" method="post" action={action} novalidate>
          <input type="hidden" name="lang" value={lang} />
          {children}
          <div class="actions">
            <button class="ds-button" type="submit">
              {button}
            </button>
            <a href="/me">{say(ownChoiceTexts, lang)("on.back")}</a>
          </div>
        </form>
        {after}
      </>
    ),
  });
}

interface FieldProps {
  c: PublicContext;
  name: string;
  label: string;
  hint?: string;
  value?: string | undefined;
  problems: readonly Problem[];
  rows?: number;
}

function Field({ c, name, label, hint, value, problems, rows }: FieldProps) {
  const problem = problemFor(problems, name);
  const about = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(" ");
  const input = {
    class: "ds-input",
    id: fieldId(name),
    name,
    "aria-invalid": problem ? ("true" as const) : undefined,
    "aria-describedby": about || undefined,
  };
  return (
    <div class={problem ? "field field-bad" : "field"}>
      <label class="label" for={fieldId(name)}>
        {label}
      </label>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <Wrong c={c} id={`${name}-problem`} text={problem} />
      {rows ? (
        <textarea {...input} rows={rows} maxlength={4000}>
          {value}
        </textarea>
      ) : (
        <input {...input} type="text" autocomplete="name" maxlength={80} value={value} />
      )}
    </div>
  );
}

export const namePage = (c: PublicContext) => visited(c, (visit) => nameForm(c, visit), { fresh: true });

async function nameForm(c: PublicContext, visit: Visit, sent?: Form, problems: readonly Problem[] = []) {
  const t = say(ownChoiceTexts, c.var.lang);
  const { held } = await readDossier(c.var.deps, visit, { mails: 0 });
  return actPage(c, {
    title: t("name.page"),
    problems,
    action: "/me/name",
    button: t("name.button"),
    children: (
      <Field
        c={c}
        name="name"
        label={t("name.label")}
        hint={t("name.hint")}
        value={sent?.values.name ?? held?.name}
        problems={problems}
      />
    ),
  });
}

export const namePost = (c: PublicContext) =>
  acted(
    c,
    async (visit, form) => {
      const name = form.text("name");
      const done = await changeName(c.var.deps, { visit, name });
      if (done !== "done") return done;
      return name === "" ? "unnamed" : "name";
    },
    (visit, form, no) => nameForm(c, visit, form, problemsOf(no, c.var.lang)),
  );

export const languagePost = (c: PublicContext) =>
  acted(c, async (visit, form) => {
    const done = await setLanguage(c.var.deps, { visit, language: form.text("language") });
    return done === "done" ? "language" : done;
  });

export const correctPage = (c: PublicContext) => visited(c, () => correctForm(c));

function correctForm(c: PublicContext, sent?: Form, problems: readonly Problem[] = []) {
  const t = say(ownChoiceTexts, c.var.lang);
  return actPage(c, {
    title: t("correct.page"),
    lead: t("correct.text"),
    problems,
    action: "/me/correct",
    button: t("correct.button"),
    children: (
      <Field c={c} name="words" label={t("correct.label")} value={sent?.values.words} problems={problems} rows={5} />
    ),
  });
}

export const restrictPage = (c: PublicContext) => visited(c, (visit) => restrictForm(c, visit), { fresh: true });

function restrictForm(c: PublicContext, visit: Visit, sent?: Form, problems: readonly Problem[] = []) {
  const t = say(ownChoiceTexts, c.var.lang);
  return actPage(c, {
    title: t("restrict.page"),
    lead: t("restrict.lead", { address: visit.address }),
    problems,
    action: "/me/restrict",
    button: t("restrict.button"),
    children: (
      <>
        <p>{t("restrict.then")}</p>
        <Field
          c={c}
          name="words"
          label={t("restrict.label")}
          hint={t("restrict.hint")}
          value={sent?.values.words}
          problems={problems}
          rows={4}
        />
      </>
    ),
  });
}

const ask =
  (c: PublicContext, right: AskedHere) =>
  async (visit: string, form: Form): Promise<AskedHere | Refusal> => {
    const done = await askRight(c.var.deps, { visit, right, words: form.text("words") });
    return done === "done" ? right : done;
  };

export const correctPost = (c: PublicContext) =>
  acted(c, ask(c, "rectify"), (_, form, no) => correctForm(c, form, problemsOf(no, c.var.lang)));
export const restrictPost = (c: PublicContext) =>
  acted(c, ask(c, "restrict"), (visit, form, no) => restrictForm(c, visit, form, problemsOf(no, c.var.lang)));

export const sharedPage = (c: PublicContext) =>
  visited(
    c,
    async () => {
      const t = say(ownChoiceTexts, c.var.lang);
      return actPage(c, {
        title: t("share.page"),
        lead: t("share.lead"),
        action: "/me/shared",
        button: t("share.button"),
        children: <p>{t("share.gone")}</p>,
      });
    },
    { fresh: true },
  );

export const sharedPost = (c: PublicContext) =>
  acted(c, async (visit, form) => {
    const shared = form.text("shared") !== "no";
    const done = await shareOwn(c.var.deps, { visit, shared });
    if (done !== "done") return done;
    return shared ? "shared" : "own";
  });

export const erasePage = (c: PublicContext) =>
  visited(
    c,
    async (visit) => {
      const { lang, institution } = c.var;
      const t = say(ownChoiceTexts, lang);
      return actPage(c, {
        title: t("erase.title"),
        lead: t("erase.lead", { address: visit.address }),
        action: "/me/erase",
        button: t("erase.button"),
        children: (
          <ul>
            <li>{t("erase.ends")}</li>
            <li>{t("erase.deletes")}</li>
            {institution.lastMail && <li>{lastMailWords(lang)["all.deletes"]}</li>}
            <li>{t("erase.kept")}</li>
          </ul>
        ),
        after: <LastMailNote c={c} />,
      });
    },
    { fresh: true },
  );

export const erasePost = (c: PublicContext) => acted(c, (visit) => left(c, visit, "everything"));
