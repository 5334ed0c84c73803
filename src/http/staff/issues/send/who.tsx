/** Who gets the issue and who of the list does not: counts that add up, and every reason in words. */
import type { Issue } from "../../../../domain/issues/views.ts";
import type { List } from "../../../../domain/lists/rules.ts";
import type { IssueAudience } from "../../../../domain/messages/views/recipients/left-out.ts";
import { inLanguage } from "../../../../domain/purposes/rules.ts";
import { showNumber, showTime } from "../../../../texts/dates.ts";
import { outcomeTexts } from "../../../../texts/outcomes.ts";
import { say } from "../../../../texts/say.ts";
import type { StaffContext } from "../../../env.ts";
import { reasonKey } from "../../campaigns/one/reasons.tsx";
import { Balance, DataTable, Facts, Section } from "../../parts.tsx";
import { SegmentWords, sendingVoice } from "./shared.tsx";

interface WhoProps {
  c: StaffContext;
  issue: Issue;
  audience: IssueAudience;
  lists: List[];
}

export function Who({ c, issue, audience, lists }: WhoProps) {
  const t = sendingVoice(c);
  const list = lists.find((one) => one.id === issue.listId);
  const { onList, mailed } = audience;
  const at = { lang: c.var.lang, zone: c.var.institution.timeZone };
  return (
    <Section title={t("who.title")} id="who">
      <Facts
        items={[
          {
            term: t("who.list"),
            value: <a href={`/staff/lists/${issue.listId}`}>{list && inLanguage(list.names, c.var.lang)}</a>,
          },
          { term: t("who.part"), value: <SegmentWords c={c} segment={issue.draft.segment} lists={lists} /> },
        ]}
      />
      <Balance
        audience={{ label: t("who.balance"), count: onList }}
        parts={[
          { label: t("who.mailed"), count: mailed },
          { label: t("who.left"), count: onList - mailed, ...(onList > mailed && { href: "#why" }) },
        ]}
      />
      <p class="above-3 small quiet">{t("who.now", { time: showTime(c.var.deps.clock.now(), at) })}</p>
      <LeftOut c={c} audience={audience} />
    </Section>
  );
}

function LeftOut({ c, audience }: { c: StaffContext; audience: IssueAudience }) {
  const t = sendingVoice(c);
  const why = say(outcomeTexts, c.var.lang);
  const { unproven, outside, skipped, onList, mailed } = audience;
  const rows = [
    { text: t("left.outside"), n: outside },
    { text: t("left.unproven"), n: unproven },
    ...Object.entries(skipped).map(([reason, n]) => ({ text: why(reasonKey("skipped", reason)), n })),
  ].filter((row) => row.n > 0);
  if (rows.length === 0) return null;
  return (
    <div id="why">
      <DataTable
        caption={t("who.why")}
        width="stack"
        columns={[{ head: t("who.reason") }, { head: t("who.people"), num: true }]}
        rows={rows.map(({ text, n }) => ({ cells: [text, showNumber(n, c.var.lang)] }))}
        foot={[t("who.total"), showNumber(onList - mailed, c.var.lang)]}
      />
    </div>
  );
}
