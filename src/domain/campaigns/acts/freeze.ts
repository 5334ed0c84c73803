/**
 * What "send" freezes: texts, names, sender, deadline and the questions with their hashes. The preview and the trial
 * mail use the same function, so that what an author sees is what goes out.
 */
import type { Deps } from "../../../deps.ts";
import { isRefusal, type Refusal, refuse } from "../../../refusal.ts";
import { noticeWords } from "../../../texts/notice-mail.ts";
import { questionWords } from "../../../texts/question.ts";
import { dayOf } from "../../consent/rules/days.ts";
import type { Institution, Lang } from "../../institution/rules.ts";
import { readInstitution } from "../../institution/views.ts";
import type { List } from "../../lists/rules.ts";
import { readList } from "../../lists/views.ts";
import { noticeHash } from "../../notices/rules.ts";
import { currentNotice } from "../../notices/views.ts";
import type { Purpose } from "../../purposes/rules.ts";
import { readPurpose } from "../../purposes/views.ts";
import { buildNotice } from "../rules/notice.ts";
import { buildQuestion } from "../rules/question.ts";
import type { CampaignText, FrozenMailing } from "../rules.ts";
import type { Mailing } from "../views.ts";

export interface Frozen {
  frozen: FrozenMailing;
  institution: Institution;
  questions: { language: Lang; sha256: string; body: string }[];
}

/**
 * Freezes a draft with the settings of this moment. A question needs the purpose's statement in every language; a notice
 * needs a purpose that is a public task.
 */
export async function freeze(deps: Deps, mailing: Mailing): Promise<Frozen | Refusal> {
  const [institution, list, purpose] = await Promise.all([
    readInstitution(deps.db),
    readList(deps.db, mailing.listId),
    readPurpose(deps.db, mailing.purposeId),
  ]);
  if (!institution || !list || !purpose) return refuse("campaigns.unknown");
  const { kind, draft } = mailing;
  if (kind !== "reconsent" && kind !== "notice") return refuse("campaigns.unknown");
  const tells = kind === "notice";
  if (purpose.basis !== (tells ? "e" : "a") || purpose.state !== "active")
    return refuse(tells ? "campaigns.not_a_task" : "campaigns.not_consent");
  if (list.purposeId !== purpose.id) return refuse("campaigns.list_moved");
  const questions: Frozen["questions"] = [];
  for (const language of institution.languages) {
    const body = tells
      ? noticeOf(mailing, language, { institution, list, purpose })
      : await questionOf(deps, mailing, language, { institution, list, purpose });
    if (isRefusal(body)) return body;
    questions.push({ language, body, sha256: noticeHash(body) });
  }
  const { names, legalAddress, phone, email, sender, signature, timeZone, look, languages, lastMail } = institution;
  return {
    institution,
    questions,
    frozen: {
      renderer: 1,
      kind,
      publicUrl: deps.config.publicUrl,
      tokenKeyId: deps.tokens.keyId,
      institution: {
        ...{ names, legalAddress, phone, email, sender, signature, timeZone, look, languages },
        ...(lastMail && { lastMail }),
      },
      list: { id: list.id, slug: list.slug, names: list.names, promise: list.promise },
      purpose: { id: purpose.id, slug: purpose.slug, version: purpose.version, names: purpose.sheet.names },
      deadlineDay: mailing.deadlineDay ?? "",
      texts: draft.texts as Record<string, CampaignText>,
      questions: Object.fromEntries(questions.map((q) => [q.language, q.sha256])),
      ...(draft.asksProven && !tells && { asksProven: true }),
      ...(tells && { norm: purpose.sheet.norm }),
    },
  };
}

interface About {
  institution: Institution;
  list: List;
  purpose: Purpose;
}

/** The names that both texts say, in one language; a deadline that nobody has chosen yet is today. */
function namesOf(language: Lang, { institution, list, purpose }: About) {
  return {
    inst: language === "lv" ? institution.names.lv.nom : institution.names.en,
    list: list.names[language],
    purpose: purpose.sheet.names[language],
  };
}

async function questionOf(deps: Deps, mailing: Mailing, lang: Lang, about: About): Promise<string | Refusal> {
  const { institution, purpose } = about;
  const statement = await currentNotice(deps.db, { kind: "consent", purposeId: purpose.id, language: lang });
  if (!statement) return refuse("campaigns.no_statement", { values: { language: lang } });
  const { heading, lead } = mailing.draft.texts[lang] ?? { heading: "", lead: "" };
  const words = questionWords(lang, {
    ...namesOf(lang, about),
    deadlineDay: mailing.deadlineDay ?? dayOf(deps.clock.now(), institution.timeZone),
    proofMonths: institution.proofMonths,
    lastMail: institution.lastMail,
  });
  return buildQuestion({ mailingId: mailing.id, lang, heading, lead, statement: statement.body, words });
}

function noticeOf(mailing: Mailing, lang: Lang, about: About): string {
  const { heading, lead } = mailing.draft.texts[lang] ?? { heading: "", lead: "" };
  const norm = about.purpose.sheet.norm[lang];
  const words = noticeWords(lang, {
    ...namesOf(lang, about),
    norm,
    deadlineDay: mailing.deadlineDay ?? "2000-01-01",
    lastMail: about.institution.lastMail,
  });
  return buildNotice({ mailingId: mailing.id, lang, heading, lead, words });
}
