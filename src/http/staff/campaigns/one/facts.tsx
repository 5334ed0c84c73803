/** What a campaign rests on, beside its page. */
import type { Mailing } from "../../../../domain/campaigns/views.ts";
import type { List } from "../../../../domain/lists/rules.ts";
import { inLanguage, type Purpose } from "../../../../domain/purposes/rules.ts";
import type { StaffContext } from "../../../env.ts";
import { Facts } from "../../parts.tsx";
import { can, day, lastDayOf, pageVoice } from "../frame.tsx";
import { planVoice } from "../plan.tsx";

interface FactsProps {
  c: StaffContext;
  mailing: Mailing;
  list: List | undefined;
  purpose: Purpose | undefined;
}

/** Names as they were frozen at "send"; a draft has those of now. */
export function CampaignFacts({ c, mailing, list, purpose }: FactsProps) {
  const t = pageVoice(c);
  const { lang } = c.var;
  const { frozen, draft } = mailing;
  const last = lastDayOf(c, mailing);
  const p = planVoice(c);
  const tells = mailing.kind === "notice";
  const opinion = mailing.review?.opinion;
  const listNames = frozen?.list.names ?? list?.names;
  const purposeNames = frozen?.purpose.names ?? purpose?.sheet.names;
  const none = <span class="quiet">{t("facts.none")}</span>;
  return (
    <>
      <h2 class="desk-h">{t("facts.title")}</h2>
      <Facts
        inline={false}
        items={[
          {
            term: t("facts.list"),
            value: <a href={`/staff/lists/${mailing.listId}`}>{listNames && inLanguage(listNames, lang)}</a>,
          },
          { term: t("facts.purpose"), value: purposeNames && inLanguage(purposeNames, lang) },
          { term: t("facts.basis"), value: t(tells ? "facts.basis.task" : "facts.basis.consent") },
          tells
            ? { term: t("facts.moved"), value: draft.movedReason || none }
            : {
                term: t("facts.asking"),
                value: draft.askBasis ? `${p(`basis.${draft.askBasis}`)}: ${draft.askNorm ?? ""}` : none,
              },
          {
            term: t("facts.deadline"),
            value: last ? t("facts.deadline.value", { date: day(c, last) }) : none,
          },
          { term: t("facts.reason"), value: draft.reasonToAsk || none },
          opinion && {
            term: t("facts.opinion"),
            value: t("facts.opinion.said", { verdict: opinion.verdict, text: opinion.text }),
          },
          draft.pilot?.size
            ? {
                term: t("facts.waves"),
                value: t("facts.waves.value", { n: draft.pilot.size, hours: draft.pilot.waitHours }),
              }
            : false,
          draft.reminder && { term: t("facts.reminder"), value: p(`reminder.${draft.reminder.whom}`) },
          {
            term: t("facts.silence"),
            value: t(`facts.silence.${mailing.state === "cancelled" ? "cancelled" : tells ? "tell" : "ask"}`),
          },
          frozen ? { term: t("facts.question"), value: <Questions c={c} questions={frozen.questions} /> } : false,
          // A reminder's answers are in the bundle of its campaign.
          frozen && mailing.kind !== "reminder" && can(c, "proof.export")
            ? {
                term: t("facts.proofs"),
                value: <a href={`/staff/proofs/export?mailing=${mailing.id}`}>{t("facts.proofs.export")}</a>,
              }
            : false,
        ]}
      />
    </>
  );
}

/** The frozen texts by their names: the public page of each shows the bytes. */
function Questions({ c, questions }: { c: StaffContext; questions: Record<string, string> }) {
  const t = pageVoice(c);
  return (
    <>
      {c.var.institution.languages.map((lang) => {
        const sha256 = questions[lang];
        return (
          sha256 && (
            <div>
              <a href={`/privacy/${sha256}`}>{t(`facts.question.${lang}`)}</a>{" "}
              <span class="mono quiet">{`${sha256.slice(0, 4)}…${sha256.slice(-4)}`}</span>
            </div>
          )
        );
      })}
    </>
  );
}
