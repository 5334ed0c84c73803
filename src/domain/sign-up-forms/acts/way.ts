/** The way of a double opt-in as one text: the form that was sent and the page on which "yes" was pressed. */
import type { Deps } from "../../../deps.ts";
import type { Write } from "../../../platform/db.ts";
import type { Lang } from "../../../texts/say.ts";
import { say } from "../../../texts/say.ts";
import { signUpTexts } from "../../../texts/sign-up.ts";
import { formTexts } from "../../../texts/sign-up-form.ts";
import type { About } from "../../consent/acts/events.ts";
import type { SignUp } from "../../consent/rules/sign-up.ts";
import { formWrite } from "../../consent/store.ts";
import type { AskedNow } from "../../consent/views/sign-up.ts";
import { noticeHash } from "../../notices/rules.ts";
import { topicsOf } from "../../purposes/rules/people.ts";
import { FORM_VERSION, wayBody } from "../rules/form.ts";
import { readWords } from "../views.ts";
import { specialWords } from "./shown.ts";

/** What was asked for, as the page with the two buttons shows it. */
export interface Asked {
  asked: readonly AskedNow[];
  /** Of these purposes the person is on a list already. */
  livePurposes: readonly string[];
}

/** The words of that page, in its order: what it showed, and nothing that it did not. Names and dates stand in braces. */
function pageWords(
  lang: Lang,
  p: { asked: Asked; age: number | undefined; language: Lang; site: string | undefined },
): string[] {
  const w = signUpTexts[lang];
  const { asked, livePurposes } = p.asked;
  const silenced = asked.filter((a) => !livePurposes.includes(a.purpose.id)).length;
  const topics = [...new Map(asked.map((a) => [a.notice.sha256, topicsOf(a.purpose.sheet)])).values()];
  return [
    w["ask.title"],
    w["ask.lead"],
    w["ask.address"],
    say(signUpTexts, lang)("ask.lists", { n: asked.length }),
    ...(p.age === undefined ? [] : [w["ask.age"], say(formTexts, lang)("age.over", { n: p.age })]),
    ...(p.site === undefined ? [] : [w["ask.site"], say(signUpTexts, lang)("ask.site.value", { site: p.site })]),
    w["ask.language"],
    w[`ask.language.${p.language}`],
    w["ask.until"],
    ...topics.filter((some) => some.length > 0).map((some) => specialWords(some, lang)),
    w["ask.yes"],
    w["ask.yes.send"],
    w["ask.yes.withdraw"],
    w["ask.yes.proof"],
    w["ask.no"],
    w["ask.no.delete"],
    ...(silenced > 0 ? [w["ask.no.never"]] : []),
    ...(silenced < asked.length ? [w["ask.no.on-list"]] : []),
    w["ask.silence"],
    w["ask.inert"].replace(/<\/?a>/g, ""),
  ];
}

/** For the event, and the write that keeps it; undefined of a request from before forms were kept. `lang`: of the page that was pressed. */
export async function wayOf(
  deps: Pick<Deps, "db" | "clock">,
  { form, age, language }: Pick<SignUp, "form" | "age" | "language">,
  lang: Lang,
  asked: Asked,
): Promise<{ form: NonNullable<About["form"]>; write: Write } | undefined> {
  const kept = form && (await readWords(deps.db, form.sha256));
  if (!form || kept === undefined) return undefined;
  const t = say(formTexts, lang);
  const words = signUpTexts[lang];
  const body = wayBody({
    language: lang,
    asked: t(`way.${form.place}`, { site: form.site ?? "" }),
    form: kept,
    answered: t("way.answer", { button: words["ask.yes"] }),
    page: pageWords(lang, { asked, age, language, site: form.site }),
  });
  const sha256 = noticeHash(body);
  return {
    form: { id: `sign-up/${form.place}`, ver: FORM_VERSION, sha256 },
    write: formWrite(deps.db, { sha256, body, language: lang, at: deps.clock.now() }),
  };
}
