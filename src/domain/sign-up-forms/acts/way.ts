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
import { noticeHash } from "../../notices/rules.ts";
import { FORM_VERSION, wayBody } from "../rules/form.ts";
import { readWords } from "../views.ts";

/** What of the area stands on the page with the two buttons, in its order; names and dates stand in braces. */
const SHOWN = [
  "ask.title",
  "ask.lead",
  "ask.yes",
  "ask.yes.send",
  "ask.yes.withdraw",
  "ask.yes.proof",
  "ask.no",
  "ask.no.delete",
  "ask.no.never",
  "ask.no.on-list",
  "ask.silence",
  "ask.inert",
] as const;

/** For the event, and the write that keeps it; undefined of a request from before forms were kept. `lang`: of the page that was pressed. */
export async function wayOf(
  deps: Pick<Deps, "db" | "clock">,
  { form }: Pick<SignUp, "form">,
  lang: Lang,
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
    page: SHOWN.map((key) => words[key].replace(/<\/?a>/g, "")),
  });
  const sha256 = noticeHash(body);
  return {
    form: { id: `sign-up/${form.place}`, ver: FORM_VERSION, sha256 },
    write: formWrite(deps.db, { sha256, body, language: lang, at: deps.clock.now() }),
  };
}
