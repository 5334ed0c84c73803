/**
 * What "send" freezes: texts, names, sender, deadline and the questions with their hashes. The preview and the trial
 * mail use the same function, so that what an author sees is what goes out.
 */
import type { Deps } from "../../../deps.ts";
import { type Refusal, refuse } from "../../../refusal.ts";
import { questionWords } from "../../../texts/question.ts";
import { dayOf } from "../../consent/rules/days.ts";
import type { Institution, Lang } from "../../institution/rules.ts";
import { readInstitution } from "../../institution/views.ts";
import { readList } from "../../lists/views.ts";
import { noticeHash } from "../../notices/rules.ts";
import { currentNotice } from "../../notices/views.ts";
import { readPurpose } from "../../purposes/views.ts";
import { buildQuestion } from "../rules/question.ts";
import type { CampaignText, FrozenMailing } from "../rules.ts";
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
    const text = mailing.draft.texts[language] ?? { heading: "", lead: "" };
    const words = questionWords(language, {
      inst: language === "lv" ? institution.names.lv.nom : institution.names.en,
      list: list.names[language],
      purpose: purpose.sheet.names[language],
      deadlineDay: mailing.deadlineDay ?? dayOf(deps.clock.now(), institution.timeZone),
      proofMonths: institution.proofMonths,
    });
    const { heading, lead } = text;
    const body = buildQuestion({
      mailingId: mailing.id,
      lang: language,
      heading,
      lead,
      statement: statement.body,
      words,
    });
    questions.push({ language, body, sha256: noticeHash(body) });
  }
  const { names, legalAddress, phone, email, sender, signature, timeZone, look, languages } = institution;
  return {
    institution,
    questions,
    frozen: {
      renderer: 1,
      kind: "reconsent",
      publicUrl: deps.config.publicUrl,
      tokenKeyId: deps.tokens.keyId,
      institution: { names, legalAddress, phone, email, sender, signature, timeZone, look, languages },
      list: { id: list.id, slug: list.slug, names: list.names, promise: list.promise },
      purpose: { id: purpose.id, slug: purpose.slug, version: purpose.version, names: purpose.sheet.names },
      deadlineDay: mailing.deadlineDay ?? "",
      texts: mailing.draft.texts as Record<string, CampaignText>,
      questions: Object.fromEntries(questions.map((q) => [q.language, q.sha256])),
    },
  };
}
