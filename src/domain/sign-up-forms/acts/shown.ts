/**
 * The words of a sign-up form as it stands now, and the text that they are kept as. Page, snippet and call say what stands
 * here and nothing else; so what is kept by hash is what was shown.
 */
import type { Lang } from "../../../texts/say.ts";
import { say } from "../../../texts/say.ts";
import { formTexts, LANGUAGE_NAMES } from "../../../texts/sign-up-form.ts";
import type { Offered } from "../../consent/views/offered.ts";
import type { Both, Institution } from "../../institution/rules.ts";
import { noticeHash } from "../../notices/rules.ts";
import { topicsOf } from "../../purposes/rules/people.ts";
import { inLanguage } from "../../purposes/rules.ts";
import { ageSteps, stepWords } from "../rules/age.ts";
import { type FormGroup, type FormWords, formBody, type Place } from "../rules/form.ts";

export interface ShownForm {
  words: FormWords;
  body: string;
  /** SHA-256 of the body, hex. */
  sha256: string;
  language: Lang;
}

type Office = Pick<Institution, "names" | "languages" | "lastMail" | "proofMonths">;

/** The form about these lists. `one`: its title is the name of its only list. */
export function shownForm(
  office: Office,
  offered: readonly Offered[],
  of: { place: Place; language: Lang; one?: boolean },
): ShownForm {
  const words = formWords(office, offered, of);
  const body = formBody(words);
  return { words, body, sha256: noticeHash(body), language: of.language };
}

function formWords(
  office: Office,
  offered: readonly Offered[],
  { place, language, one = false }: { place: Place; language: Lang; one?: boolean },
): FormWords {
  const t = say(formTexts, language);
  const name = language === "lv" ? office.names.lv.nom : office.names.en;
  const [first] = offered;
  const purposes = [...new Map(offered.map((o) => [o.purpose.id, o.purpose])).values()];
  const steps = ageSteps(purposes);
  const { languages } = office;
  return {
    place,
    language,
    title: one && first ? t("title.one", { list: quoted(first.list.names, language) }) : t("title"),
    institution: name,
    lead: t("lead"),
    what: t("what"),
    whatHint: t(offered.length === 1 ? "what.hint.one" : "what.hint"),
    textHint: t("text.lead"),
    groups: purposes.map((purpose) => groupOf(purpose.id, offered, language)),
    age:
      steps.length === 0
        ? undefined
        : {
            question: t("age"),
            why: t("age.why"),
            answers: steps.map((step) => {
              const { key, values } = stepWords(step, steps);
              return { step, text: t(key, values) };
            }),
          },
    email: { label: t("email"), hint: t("email.hint") },
    languages:
      languages.length < 2 ? undefined : { label: t("language"), names: languages.map((l) => LANGUAGE_NAMES[l]) },
    facts: [
      [t("facts.who"), t("facts.who.value", { inst: name })],
      [t("facts.why"), t("facts.why.value")],
      [t("facts.basis"), t("facts.basis.value")],
      [t("facts.long"), t(office.lastMail ? "facts.long.later" : "facts.long.value")],
      [t("facts.kept"), t("facts.kept.value", { months: office.proofMonths })],
      [t("facts.never"), t("facts.never.value")],
    ],
    privacy: t.rich<string>("privacy", { a: (inner) => inner.join("") }).join(""),
    button: t("send"),
    hint: t("send.hint"),
  };
}

function groupOf(purposeId: string, offered: readonly Offered[], lang: Lang): FormGroup {
  const own = offered.filter((o) => o.purpose.id === purposeId);
  const [{ purpose, statement } = offered[0] as Offered] = own;
  const t = say(formTexts, lang);
  const topics = topicsOf(purpose.sheet);
  return {
    purpose: t("purpose", { purpose: inLanguage(purpose.sheet.names, lang) }),
    statement: (statement[lang] ?? Object.values(statement)[0])?.body ?? "",
    special: topics.length > 0 ? specialWords(topics, lang) : undefined,
    boxes: own.map(({ list }) => ({
      id: list.id,
      name: inLanguage(list.names, lang),
      promise: inLanguage(list.promise, lang),
    })),
  };
}

/** What the form and the confirmation page say of a topic that reveals something (GDPR Art. 9). */
export function specialWords(topics: ReturnType<typeof topicsOf>, lang: Lang): string {
  const t = say(formTexts, lang);
  return t("special", { topics: topics.map((topic) => t(`topic.${topic}`)).join("; ") });
}

const quoted = (names: Both, lang: Lang) =>
  lang === "lv" ? `„${inLanguage(names, lang)}”` : `“${inLanguage(names, lang)}”`;
