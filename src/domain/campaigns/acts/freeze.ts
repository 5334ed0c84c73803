/**
 * What "send" freezes: texts, names, sender, deadline and the questions with their hashes. The preview and the trial
 * mail use the same function, so that what an author sees is what goes out.
 */
import type { Deps } from "../../../deps.ts";
import { type Refusal, refuse } from "../../../refusal.ts";
import { showDate } from "../../../texts/dates.ts";
import { questionTexts } from "../../../texts/question.ts";
import { say } from "../../../texts/say.ts";
import type { Institution, Lang } from "../../institution/rules.ts";
import { readInstitution } from "../../institution/views.ts";
import type { List } from "../../lists/rules.ts";
import { readList } from "../../lists/views.ts";
import { noticeHash } from "../../notices/rules.ts";
import { currentNotice } from "../../notices/views.ts";
import type { Purpose } from "../../purposes/rules.ts";
import { readPurpose } from "../../purposes/views.ts";
import type { CampaignText, FrozenMailing } from "../rules.ts";
import { buildQuestion, type QuestionWords } from "../rules/question.ts";
import type { Mailing } from "../views.ts";

export interface Frozen {
  frozen: FrozenMailing;
  institution: Institution;
  questions: { language: Lang; sha256: string; body: string }[];
}

/** Freezes a draft with the settings of this moment. Refuses without the purpose's statement in every language. */
export async function freeze(deps: Deps, mailing: Mailing): Promise<Frozen | Refusal> {
  const [institution, list, purpose] = await Promise.all([
    readInstitution(deps.db),
    readList(deps.db, mailing.listId),
    readPurpose(deps.db, mailing.purposeId),
  ]);
  if (!institution || !list || !purpose) return refuse("campaigns.unknown");
  if (purpose.basis !== "a" || purpose.state !== "active") return refuse("campaigns.not_consent");
  const questions: Frozen["questions"] = [];
  for (const language of institution.languages) {
    const statement = await currentNotice(deps.db, { kind: "consent", purposeId: purpose.id, language });
    if (!statement) return refuse("campaigns.no_statement", { values: { language } });
    const text = mailing.draft.texts[language] ?? { subject: "", heading: "", lead: "" };
    const words = questionWords(deps.config.publicUrl, language, institution, list, purpose, mailing.deadlineDay);
    const body = buildQuestion(text, statement.body, words);
    questions.push({ language, body, sha256: noticeHash(body) });
  }
  const { names, legalAddress, phone, email, sender, timeZone, look, languages } = institution;
  return {
    institution,
    questions,
    frozen: {
      renderer: 1,
      kind: "reconsent",
      publicUrl: deps.config.publicUrl,
      tokenKeyId: deps.tokens.keyId,
      institution: { names, legalAddress, phone, email, sender, timeZone, look, languages },
      list: { id: list.id, slug: list.slug, names: list.names, promise: list.promise },
      purpose: { id: purpose.id, names: purpose.sheet.names },
      deadlineDay: mailing.deadlineDay ?? "",
      texts: mailing.draft.texts as Record<string, CampaignText>,
      questions: Object.fromEntries(questions.map((q) => [q.language, q.sha256])),
    },
  };
}

function questionWords(
  publicUrl: string,
  lang: Lang,
  institution: Institution,
  list: List,
  purpose: Purpose,
  deadlineDay: string | null,
): QuestionWords {
  const t = say(questionTexts, lang);
  const deadline = deadlineDay
    ? showDate(deadlineDay, { lang, zone: institution.timeZone, form: lang === "lv" ? "dat" : "nom" })
    : "…";
  const names = { list: list.names[lang], purpose: purpose.sheet.names[lang] };
  return {
    ifYes: t("yes.title"),
    yes: [t("yes.go_on", names), t("yes.only", names), t("yes.change")],
    ifNo: t("no.title"),
    no: [t("no.stop"), t("no.delete"), t("no.return")],
    ifSilent: t("silent.title"),
    silent: t("silent.text", { deadline }),
    moreTitle: t("more.title"),
    more: [
      t("more.services"),
      t("more.opening"),
      t("more.proof", { months: institution.proofMonths }),
      t("more.controller", {
        institution: lang === "lv" ? institution.names.lv.nom : institution.names.en,
        privacy: `${publicUrl}/privacy`,
      }),
    ],
  };
}
