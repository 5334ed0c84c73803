/** What will be deleted: bars for tonight, a week and a month, and the table of every rule beside them. */

import type { Ahead } from "../../../domain/retention/acts/simulate.ts";
import { GROUPS, type RuleName } from "../../../domain/retention/rules.ts";
import type { StaffContext } from "../../env.ts";
import { DataTable, Section } from "../parts.tsx";
import { number, rulePath, ruleVoice, term, voice } from "./shared.tsx";

export interface RuleAhead {
  name: RuleName;
  period: string;
  /** The institution decided on the period. */
  own: boolean;
  ahead: Ahead;
}

const SPANS = ["tonight", "week", "month"] as const;
const FILL = { tonight: "fill-no", week: "fill-yes", month: "fill-bounced" } as const;

export function sums(rules: readonly RuleAhead[]): Record<(typeof SPANS)[number] | "kept", number> {
  const of = (count: (rule: RuleAhead) => number) => rules.reduce((sum, rule) => sum + count(rule), 0);
  return {
    tonight: of(({ ahead }) => ahead.tonight.due),
    week: of(({ ahead }) => ahead.week.due),
    month: of(({ ahead }) => ahead.month.due),
    kept: of(({ ahead }) => ahead.month.kept),
  };
}

export function AheadSection({ c, rules }: { c: StaffContext; rules: readonly RuleAhead[] }) {
  const t = voice(c);
  const all = sums(rules);
  return (
    <Section title={t("ahead.title")} id="ahead" lede={t(all.month > 0 ? "ahead.lede" : "ahead.none")}>
      {all.month > 0 && <Bars c={c} all={all} />}
    </Section>
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
  const cell = (n: number) => (n === 0 ? <span class="quiet">0</span> : number(c, n));
  return (
    <DataTable
      caption={caption}
      width="stack"
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
          cell(ahead.tonight.due),
          cell(ahead.week.due),
          cell(ahead.month.due),
          ...(held ? [cell(ahead.month.kept)] : []),
        ],
      }))}
    />
  );
}
