/** Answers of a campaign as parts of a whole: a bar for the eye, a table for reading, both from the same figures. */
import type { CampaignNumbers } from "../../../../domain/campaigns/views.ts";
import { showNumber } from "../../../../texts/dates.ts";
import { showShares } from "../../../../texts/shares.ts";
import type { StaffContext } from "../../../env.ts";
import { Section } from "../../parts.tsx";
import { pageVoice } from "../frame.tsx";

/** From the strongest colour to the weakest; `expired` is drawn as an outline, because these people are gone. */
const PARTS = ["yes", "no", "bounced", "elsewhere", "kept", "silent", "expired", "left"] as const;
type Part = (typeof PARTS)[number];
/** They are not on the list any more. */
const GONE = new Set<Part>(["expired", "left"]);
/** Whoever stayed said as little of this list as the silent. */
const keyOf = (part: Part) => (part === "kept" || part === "elsewhere" ? "silent" : part);

/** `cancelled`: the campaign will never be closed, so silence ends nothing. */
export function Answers({ c, n, cancelled }: { c: StaffContext; n: CampaignNumbers; cancelled?: boolean }) {
  const t = pageVoice(c);
  if (n.sent === 0) return <Section title={t("answers.title")}>{<p>{t("answers.none")}</p>}</Section>;
  // What has not happened is left out, except the two answers themselves.
  const shown = PARTS.filter((part) => n[part] > 0 || part === "yes" || part === "no");
  return (
    <Section title={t("answers.title")} id="answers" lede={t("answers.lede")}>
      <ShareBar c={c} n={n} />
      <AnswerTable c={c} n={n} parts={shown} cancelled={cancelled === true} />
    </Section>
  );
}

const WIDTH = 1000;
const GAP = 3;

/** Widths are true to the figures; a part that is there is never thinner than can be seen. */
function ShareBar({ c, n }: { c: StaffContext; n: CampaignNumbers }) {
  const t = pageVoice(c);
  const { sent, yes, no, bounced, silent, expired } = n;
  const parts = PARTS.filter((part) => n[part] > 0);
  const room = WIDTH - GAP * (parts.length - 1);
  let x = 0;
  const bars = parts.map((part) => {
    const width = Math.max(2, (n[part] / n.sent) * room);
    const bar = (
      <rect
        class={GONE.has(part) ? "edge" : `fill-${keyOf(part)}`}
        x={x.toFixed(1)}
        width={width.toFixed(1)}
        height="12"
      />
    );
    x += width + GAP;
    return bar;
  });
  return (
    <svg
      class="desk-whole"
      viewBox={`0 0 ${WIDTH} 12`}
      preserveAspectRatio="none"
      role="img"
      aria-labelledby="share-title share-finding"
    >
      <title id="share-title">{t("answers.chart")}</title>
      <desc id="share-finding">{t("answers.finding", { sent, yes, no, bounced, silent, expired })}</desc>
      {bars}
    </svg>
  );
}

/** The square beside the name, in the colour of the bar. */
function Key({ part }: { part: Part }) {
  if (!GONE.has(part)) return <span class="desk-key" data-key={keyOf(part)}></span>;
  return (
    <svg class="desk-key" viewBox="0 0 10 10" aria-hidden="true">
      <rect class="edge" x="0.5" y="0.5" width="9" height="9" rx="1.5" />
    </svg>
  );
}

/** Read whole before an act, so on a phone it becomes lines; the roles keep it a table there. */
function AnswerTable(p: { c: StaffContext; n: CampaignNumbers; parts: readonly Part[]; cancelled: boolean }) {
  const { c, n, parts, cancelled } = p;
  const t = pageVoice(c);
  const { lang } = c.var;
  const shares = showShares(
    parts.map((part) => n[part]),
    n.sent,
    lang,
  );
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: `display: grid` takes the roles away
    <table class="ds-table" data-narrow data-stack role="table" aria-labelledby="answers">
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            {t("answers.answer")}
          </th>
          <th scope="col" role="columnheader" class="num">
            {t("answers.people")}
          </th>
          <th scope="col" role="columnheader" class="num">
            {t("answers.share")}
          </th>
          <th scope="col" role="columnheader">
            {t("answers.what")}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {parts.map((part, index) => (
          <tr role="row">
            <th scope="row" role="rowheader" class="nowrap">
              <Key part={part} />
              {t(`answers.${part}`)}
            </th>
            <td role="cell" class="num">
              {showNumber(n[part], lang)}
            </td>
            <td role="cell" class="num quiet" data-head={t("answers.share")}>
              {shares[index]}
            </td>
            <td role="cell">
              {t(part === "silent" && cancelled ? "answers.silent.what.cancelled" : `answers.${part}.what`)}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot role="rowgroup">
        <tr role="row">
          <th scope="row" role="rowheader">
            {t("answers.total")}
          </th>
          <td role="cell" class="num">
            {showNumber(n.sent, lang)}
          </td>
          <td role="cell" class="num quiet" data-head={t("answers.share")}>
            {showShares([n.sent], n.sent, lang)}
          </td>
          <td role="cell"></td>
        </tr>
      </tfoot>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above
  );
}
