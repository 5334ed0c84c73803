/** People over time as stacked areas with direct labels, made on the server. What the areas mean is said by who draws them. */
import { thinned } from "../../../domain/campaigns/rules/reading.ts";
import { showDate, showNumber, showTime } from "../../../texts/dates.ts";
import { showShares } from "../../../texts/shares.ts";
import type { StaffContext } from "../../env.ts";
import { apart, countScale, layerPath, type Plot, timeScale } from "./scale.ts";

export interface StackProps {
  c: StaffContext;
  title: string;
  /** The figures of the end in words. */
  finding: string;
  /** From the bottom up; `fill` is a role of the theme. */
  layers: readonly { fill: "yes" | "no" | "bounced" | "silent"; label: string }[];
  /** Oldest first; counts in the order of the layers. */
  points: readonly { at: number; counts: readonly number[] }[];
  /** Moments worth a line. */
  marks?: readonly { at: number; label: string }[];
  /** The end that is known beforehand. */
  rule?: { at: number; label: string } | undefined;
}

const WIDTH = 640;
const HEIGHT = 300;
const PLOT: Plot = { left: 56, right: 470, top: 28, bottom: 264 };
const DAY_MS = 86_400_000;
/** So many points are drawn: one for each three units. */
const POINTS = 160;

/** Areas over time, direct labels at the right. The words of it stand in `desc`. */
export function Stack({ c, title, finding, layers, points: all, marks = [], rule }: StackProps) {
  const { lang, institution } = c.var;
  const points = thinned(all, POINTS);
  const last = points.at(-1) as StackProps["points"][number];
  const from = points[0]?.at ?? last.at;
  const shown = rule !== undefined && rule.at >= from ? rule : undefined;
  // The end is drawn once it is near; until then it would only squeeze what is known.
  const near = shown !== undefined && shown.at <= last.at + Math.max(DAY_MS, (last.at - from) / 4);
  const until = near ? Math.max(last.at, shown.at) : last.at;
  const tops = points.map((p) => stackOf(p.counts));
  const x = timeScale(from, until, PLOT);
  const y = countScale(Math.max(...tops.map((stack) => stack.at(-1) ?? 0)), PLOT);
  const style = { lang, zone: institution.timeZone, form: "table" } as const;
  const short = (ms: number) =>
    until - from < 2 * DAY_MS
      ? showTime(ms, style)
      : lang === "lv"
        ? showDate(ms, style).replace(/\d{4}\.$/, "")
        : // There is room for "22 Nov" and not for more.
          showDate(ms, style).replace(/^(\d+\u00a0\w{3}).*$/, "$1");
  const labels = apart(
    layers.map((_, i) => (y(edge(tops.at(-1), i)) + y(edge(tops.at(-1), i + 1))) / 2 + 4),
    16,
    PLOT.top + 4,
    PLOT.bottom,
  );
  const ticks = ticksOf(from, until);
  // Rounded together, as in the table beside it.
  const shares = showShares([...last.counts], tops.at(-1)?.at(-1) ?? 0, lang);
  return (
    <figure class="desk-chart" tabindex={0} aria-label={title}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby="over-time-title over-time-finding">
        <title id="over-time-title">{title}</title>
        <desc id="over-time-finding">{finding}</desc>
        {y.ticks(4).map((tick) => (
          <>
            <line class="axis" x1={PLOT.left} x2={PLOT.right} y1={y(tick).toFixed(1)} y2={y(tick).toFixed(1)} />
            <text x={PLOT.left - 8} y={(y(tick) + 4).toFixed(1)} text-anchor="end">
              {Number.isInteger(tick) ? showNumber(tick, lang) : ""}
            </text>
          </>
        ))}
        {layers.map(({ fill }, i) => (
          <path
            class={`fill-${fill}`}
            d={layerPath(points.map((p, n) => ({ x: x(p.at), y0: y(edge(tops[n], i)), y1: y(edge(tops[n], i + 1)) })))}
          />
        ))}
        {layers.slice(0, -1).map((_, i) => (
          <path class="gap" d={layerPath(points.map((p, n) => edgeLine(x(p.at), y(edge(tops[n], i + 1)))))} />
        ))}
        {marks
          .filter(({ at }) => at >= from && at <= until)
          .map(({ at, label }) => (
            <>
              <line class="axis" x1={x(at).toFixed(1)} x2={x(at).toFixed(1)} y1={PLOT.top} y2={PLOT.bottom} />
              <text class="on-silent" x={(x(at) + 4).toFixed(1)} y={PLOT.top + 12}>
                {label}
              </text>
            </>
          ))}
        {shown !== undefined && shown.at <= until && (
          <>
            <line class="rule" x1={x(shown.at).toFixed(1)} x2={x(shown.at).toFixed(1)} y1={PLOT.top} y2={PLOT.bottom} />
            <text class="label" x={x(shown.at).toFixed(1)} y={PLOT.top - 10} text-anchor="end">
              {shown.label}
            </text>
          </>
        )}
        {ticks.map((tick, i) => (
          <text x={x(tick).toFixed(1)} y={PLOT.bottom + 20} text-anchor={i === 0 ? "start" : "middle"}>
            {short(tick)}
          </text>
        ))}
        {layers.map(({ label }, i) => (
          <text class="label" x={PLOT.right + 10} y={labels[i]?.toFixed(1)}>
            {label} {showNumber(last.counts[i] ?? 0, lang)} <tspan class="share">· {shares[i]}</tspan>
          </text>
        ))}
      </svg>
    </figure>
  );
}

/** Whole days from the start, five at most; of the first two days, hours. */
function ticksOf(from: number, until: number): number[] {
  const unit = until - from < 2 * DAY_MS ? DAY_MS / 24 : DAY_MS;
  const step = unit * Math.max(1, Math.ceil((until - from) / unit / 5));
  const count = Math.floor((until - from) / step);
  return Array.from({ length: count + 1 }, (_, i) => from + i * step);
}

/** Lower edges of the layers and the upper edge of the last one, in people. */
function stackOf(counts: readonly number[]): number[] {
  const edges = [0];
  for (const n of counts) edges.push((edges.at(-1) ?? 0) + n);
  return edges;
}

const edge = (stack: readonly number[] | undefined, i: number) => stack?.[i] ?? 0;
const edgeLine = (x: number, y: number) => ({ x, y0: y, y1: y });
