/** What a campaign rests on, beside its page. */
import type { Mailing } from "../../../../domain/campaigns/views.ts";
import type { List } from "../../../../domain/lists/rules.ts";
import { inLanguage, type Purpose } from "../../../../domain/purposes/rules.ts";
import type { StaffContext } from "../../../env.ts";
import { Facts } from "../../parts.tsx";
import { day, pageVoice } from "../frame.tsx";

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
  const { frozen, deadlineDay, draft } = mailing;
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
          { term: t("facts.basis"), value: t("facts.basis.consent") },
          {
            term: t("facts.deadline"),
            value: deadlineDay ? t("facts.deadline.value", { date: day(c, deadlineDay) }) : none,
          },
          { term: t("facts.reason"), value: draft.reasonToAsk || none },
          frozen && { term: t("facts.question"), value: <Questions c={c} questions={frozen.questions} /> },
        ].filter((item) => item !== null)}
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
