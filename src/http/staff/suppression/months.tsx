/** Tags by month: bars for the eye, a table for reading, both from the same counts. */
import { showNumber } from "../../../texts/dates.ts";
import type { StaffContext } from "../../env.ts";
import { countScale, type Plot } from "../charts/scale.ts";
import { DataTable, Section } from "../parts.tsx";
import { voice } from "./shared.tsx";

const WIDTH = 640;
const HEIGHT = 220;
const PLOT: Plot = { left: 56, right: 632, top: 16, bottom: 184 };
/** So many months are drawn, and so many stand in the table; what is older is one number there. */
const SHOWN = 24;
const LISTED = 12;

/** `2026-11` as digits: 11.2026. */
const monthText = (month: string) => `${month.slice(5)}.${month.slice(0, 4)}`;

/** Every month from the first to the last, also those without a tag. */
function everyMonth(months: readonly { month: string; n: number }[]): { key: string; n: number }[] {
  const first = months[0]?.month;
  const last = months.at(-1)?.month;
  if (!first || !last) return [];
  const found = new Map(months.map((m) => [m.month, m.n]));
  const all: { key: string; n: number }[] = [];
  for (let [year, month] = first.split("-").map(Number) as [number, number]; ; ) {
    const key = `${year}-${String(month).padStart(2, "0")}`;
    all.push({ key, n: found.get(key) ?? 0 });
    if (key >= last) return all;
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
}

export function Months({ c, months }: { c: StaffContext; months: readonly { month: string; n: number }[] }) {
  const t = voice(c);
  const all = everyMonth(months);
  const shown = all.slice(-SHOWN);
  const listed = all.slice(-LISTED);
  const earlier = all.slice(0, -LISTED).reduce((sum, m) => sum + m.n, 0);
  const top = shown.reduce((a, b) => (b.n > a.n ? b : a), { key: "", n: 0 });
  const [first, last] = [shown[0], shown.at(-1)];
  if (!first || !last) return null;
  const y = countScale(top.n, PLOT);
  const step = (PLOT.right - PLOT.left) / shown.length;
  const wide = Math.min(step * 0.7, 48);
  const every = Math.ceil(shown.length / 8);
  const n = (value: number) => showNumber(value, c.var.lang);
  const finding = { from: monthText(first.key), to: monthText(last.key), n: n(top.n), month: monthText(top.key) };
  return (
    <Section title={t("months.title")} lede={t("months.lede")} id="months">
      <figure class="desk-chart" tabindex={0} aria-label={t("months.title")}>
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby="months-name months-finding">
          <title id="months-name">{t("months.title")}</title>
          <desc id="months-finding">{t("months.finding", finding)}</desc>
          {y
            .ticks(4)
            .filter(Number.isInteger)
            .map((tick) => (
              <>
                <line class="axis" x1={PLOT.left} x2={PLOT.right} y1={y(tick).toFixed(1)} y2={y(tick).toFixed(1)} />
                <text x={PLOT.left - 8} y={(y(tick) + 4).toFixed(1)} text-anchor="end">
                  {n(tick)}
                </text>
              </>
            ))}
          {shown.map((m, i) => {
            const middle = PLOT.left + step * (i + 0.5);
            return (
              <>
                <rect
                  class="fill-no"
                  x={(middle - wide / 2).toFixed(1)}
                  width={wide.toFixed(1)}
                  y={y(m.n).toFixed(1)}
                  height={(PLOT.bottom - y(m.n)).toFixed(1)}
                />
                {(shown.length - 1 - i) % every === 0 && (
                  <text x={middle.toFixed(1)} y={PLOT.bottom + 20} text-anchor="middle">
                    {monthText(m.key)}
                  </text>
                )}
              </>
            );
          })}
        </svg>
      </figure>
      <DataTable
        label={t("months.title")}
        width="narrow"
        columns={[{ head: t("months.month") }, { head: t("count"), num: true }]}
        rows={[
          ...listed
            .filter((m) => m.n > 0)
            .toReversed()
            .map((m) => ({ cells: [monthText(m.key), n(m.n)] })),
          ...(earlier > 0 ? [{ cells: [t("months.earlier"), n(earlier)] }] : []),
        ]}
      />
    </Section>
  );
}
