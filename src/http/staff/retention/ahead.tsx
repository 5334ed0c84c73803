/**
 * What will be deleted: bars for tonight, a week and a month, and the table of every rule beside them. From the stored forecast:
 * the page counts nothing itself, says when it was counted, and asks for itself while that is going on.
 */
import type { Institution } from "../../../domain/institution/rules.ts";
import { FORESEEN } from "../../../domain/retention/acts/forecast.ts";
import type { Ahead } from "../../../domain/retention/acts/simulate.ts";
import { GROUPS, type RuleName } from "../../../domain/retention/rules.ts";
import type { Forecast } from "../../../domain/retention/views/forecast.ts";
import { type Decided, periodOf } from "../../../domain/retention/views.ts";
import { showDateTime } from "../../../texts/dates.ts";
import type { StaffContext } from "../../env.ts";
import { Button, ConnectionLost, DataTable, Progress, Section } from "../parts.tsx";
import { moment, number, RETENTION, rulePath, ruleVoice, term, voice } from "./shared.tsx";

export interface RuleAhead {
  name: RuleName;
  period: string;
  /** The institution decided on the period. */
  own: boolean;
  /** Undefined: not counted yet. */
  ahead: Ahead | undefined;
}

/** Every rule that is foreseen, with its period and what was counted of it. */
export const rulesAhead = (
  profile: Institution,
  decided: ReadonlyMap<string, Decided>,
  forecast: Forecast | undefined,
): RuleAhead[] =>
  FORESEEN.map((name) => ({
    name,
    period: periodOf(name, profile, decided),
    own: decided.has(name),
    ahead: forecast?.counts[name],
  }));

const SPANS = ["tonight", "week", "month"] as const;
const FILL = { tonight: "fill-no", week: "fill-yes", month: "fill-bounced" } as const;

export function sums(rules: readonly RuleAhead[]): Record<(typeof SPANS)[number] | "kept", number> {
  const of = (count: (rule: RuleAhead) => number) => rules.reduce((sum, rule) => sum + count(rule), 0);
  return {
    tonight: of(({ ahead }) => ahead?.tonight.due ?? 0),
    week: of(({ ahead }) => ahead?.week.due ?? 0),
    month: of(({ ahead }) => ahead?.month.due ?? 0),
    kept: of(({ ahead }) => ahead?.month.kept ?? 0),
  };
}

export function AheadSection(p: { c: StaffContext; rules: readonly RuleAhead[]; forecast: Forecast | undefined }) {
  const { c, rules, forecast } = p;
  const t = voice(c);
  const all = sums(rules);
  const ever = forecast !== undefined && Object.keys(forecast.counts).length > 0;
  return (
    <Section title={t("ahead.title")} id="ahead" lede={ever && t(all.month > 0 ? "ahead.lede" : "ahead.none")}>
      {all.month > 0 && <Bars c={c} all={all} />}
      {forecast?.state === "counting" ? <Counting c={c} step={forecast.step} /> : <Counted c={c} forecast={forecast} />}
    </Section>
  );
}

/** How far the count is; when it is over the whole page is asked for anew. */
function Counting({ c, step }: { c: StaffContext; step: string | null }) {
  const t = voice(c);
  return (
    <>
      <div id="counting" hx-get={RETENTION} hx-trigger="every 2s" hx-select="#counting" hx-swap="outerHTML">
        <Progress
          label={t("counting")}
          value={Math.max(0, FORESEEN.indexOf(step as RuleName))}
          max={FORESEEN.length}
          id="counted"
        />
        <ConnectionLost
          since={showDateTime(c.var.deps.clock.now(), { lang: c.var.lang, zone: c.var.institution.timeZone })}
        />
      </div>
      <p class="above-3">
        <a href={RETENTION}>{t("counting.reload")}</a>
      </p>
    </>
  );
}

function Counted({ c, forecast }: { c: StaffContext; forecast: Forecast | undefined }) {
  const t = voice(c);
  return (
    <form method="post" action={`${RETENTION}/forecast`} class="above-3">
      <p class="small quiet">
        {forecast?.finishedAt ? t("counted", { when: moment(c, forecast.finishedAt) }) : t("counted.never")}
      </p>
      <Button variant="secondary">{t(forecast ? "count.anew" : "count")}</Button>
    </form>
  );
}

const WIDTH = 640;
const ROW = 34;
const LEFT = 110;
const RIGHT = 540;

/** Three bars from zero, each with its number. */
function Bars({ c, all }: { c: StaffContext; all: ReturnType<typeof sums> }) {
  const t = voice(c);
  const scale = (RIGHT - LEFT) / Math.max(all.month, 1);
  return (
    <figure class="desk-chart" tabindex={0} aria-label={t("ahead.chart")}>
      <svg viewBox={`0 0 ${WIDTH} ${SPANS.length * ROW}`} role="img" aria-labelledby="ahead-title ahead-finding">
        <title id="ahead-title">{t("ahead.chart")}</title>
        <desc id="ahead-finding">{t("ahead.finding", all)}</desc>
        {SPANS.map((span, i) => {
          const width = Math.max(all[span] * scale, all[span] > 0 ? 2 : 0);
          return (
            <>
              <text x={LEFT - 12} y={i * ROW + 21} text-anchor="end">
                {t(span)}
              </text>
              <rect class={FILL[span]} x={LEFT} y={i * ROW + 6} width={width.toFixed(1)} height={22} />
              <text class="label" x={(LEFT + width + 8).toFixed(1)} y={i * ROW + 21}>
                {number(c, all[span])}
              </text>
            </>
          );
        })}
        <line class="axis" x1={LEFT} x2={LEFT} y1={0} y2={SPANS.length * ROW} />
      </svg>
    </figure>
  );
}

/** Every rule on one page: what ends, why, when, and how much of it soon; one table for those it is about. */
export function RuleTables({ c, rules }: { c: StaffContext; rules: readonly RuleAhead[] }) {
  const t = voice(c);
  return (
    <Section title={t("rules.title")} id="rules" lede={t("rules.lede")}>
      {(Object.keys(GROUPS) as (keyof typeof GROUPS)[]).map((group) => {
        const own = rules.filter(({ name }) => Object.hasOwn(GROUPS[group], name));
        return own.length > 0 && <GroupTable c={c} caption={t(`group.${group}`)} rules={own} />;
      })}
    </Section>
  );
}

function GroupTable({ c, caption, rules }: { c: StaffContext; caption: string; rules: readonly RuleAhead[] }) {
  const t = voice(c);
  const words = ruleVoice(c);
  const held = sums(rules).kept > 0;
  const cell = (n: number | undefined) => (n ? number(c, n) : <span class="quiet">{n === undefined ? "–" : "0"}</span>);
  return (
    <DataTable
      caption={caption}
      width="lines"
      columns={[
        { head: t("rules.what") },
        { head: t("rules.term") },
        { head: t("tonight"), num: true },
        { head: t("week"), num: true },
        { head: t("month"), num: true },
        ...(held ? [{ head: t("held"), num: true }] : []),
      ]}
      rows={rules.map(({ name, period, own, ahead }) => ({
        cells: [
          <>
            <a href={rulePath(name)}>{words(name)}</a>
            <div class="small quiet">{words(`${name}.why`)}</div>
          </>,
          <>
            {term(c, name, period)}
            {own && <div class="small quiet">{t("rules.own")}</div>}
          </>,
          cell(ahead?.tonight.due),
          cell(ahead?.week.due),
          cell(ahead?.month.due),
          ...(held ? [cell(ahead?.month.kept)] : []),
        ],
      }))}
    />
  );
}
