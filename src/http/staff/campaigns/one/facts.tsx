/** What a campaign rests on, beside its page, and what happened to it when. */
import type { Mailing } from "../../../../domain/campaigns/views.ts";
import { endOfDay } from "../../../../domain/consent/rules/days.ts";
import type { List } from "../../../../domain/lists/rules.ts";
import { inLanguage, type Purpose } from "../../../../domain/purposes/rules.ts";
import { showTime } from "../../../../texts/dates.ts";
import type { StaffContext } from "../../../env.ts";
import { Facts, Section, Timeline, type TimelineItem } from "../../parts.tsx";
import { day, isOver, pageVoice } from "../frame.tsx";

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

/** Newest first; a deadline ahead stands above as what is planned. */
export function History({ c, mailing }: { c: StaffContext; mailing: Mailing }) {
  const t = pageVoice(c);
  const { lang, institution } = c.var;
  const zone = institution.timeZone;
  const item = (ms: number, what: string, state?: TimelineItem["state"]): TimelineItem => ({
    when: day(c, ms),
    iso: new Date(ms).toISOString(),
    what,
    more: showTime(ms, { lang, zone }),
    ...(state && { state }),
  });
  const { deadlineDay, createdAt, sentAt, closedAt } = mailing;
  const end = sentAt && deadlineDay ? endOfDay(deadlineDay, zone) : undefined;
  return (
    <Section title={t("history.title")}>
      <Timeline
        items={[
          ...(closedAt ? [item(closedAt, t("history.closed"))] : []),
          ...(end ? [item(end, t("history.deadline"), isOver(c, deadlineDay) ? undefined : "plan")] : []),
          ...(sentAt ? [item(sentAt, t("history.sent"))] : []),
          item(createdAt, t("history.created")),
        ]}
      />
    </Section>
  );
}
