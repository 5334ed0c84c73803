/** The drawing of a campaign over time: stacked areas with direct labels, made on the server. */
import { type Reading, thinned } from "../../../domain/campaigns/rules/reading.ts";
import { showDate, showNumber, showTime } from "../../../texts/dates.ts";
import { overTimeTexts } from "../../../texts/over-time.ts";
import { say } from "../../../texts/say.ts";
import { showShares } from "../../../texts/shares.ts";
import type { StaffContext } from "../../env.ts";
import { apart, countScale, layerPath, type Plot, timeScale } from "./scale.ts";

export interface OverTime {
  /** From "send" to now, oldest first. */
  readings: Reading[];
  reminders: number[];
  /** Last moment to answer. */
  deadline: number | undefined;
}

/** From the bottom up. */
const LAYERS = ["yes", "no", "bounced", "silent"] as const;

const WIDTH = 640;
const HEIGHT = 300;
const PLOT: Plot = { left: 56, right: 470, top: 28, bottom: 264 };
const DAY_MS = 86_400_000;
/** So many points are drawn: one for each three units. */
const POINTS = 160;

/** Areas over time, direct labels at the right. The words of it stand in `desc`. */
export function Chart({ c, over }: { c: StaffContext; over: OverTime }) {
  const { lang, institution } = c.var;
  const t = say(overTimeTexts, lang);
  const points = thinned(over.readings, POINTS);
  const last = points.at(-1) as Reading;
  const from = points[0]?.at ?? last.at;
  const shown = over.deadline !== undefined && over.deadline >= from ? over.deadline : undefined;
  // The deadline is drawn once it is near; until then it would only squeeze what is known.
  const near = shown !== undefined && shown <= last.at + Math.max(DAY_MS, (last.at - from) / 4);
  const until = near ? Math.max(last.at, shown) : last.at;
  const x = timeScale(from, until, PLOT);
  const y = countScale(Math.max(...points.map((p) => p.sent)), PLOT);
  const tops = points.map((p) => stackOf(p));
  const style = { lang, zone: institution.timeZone, form: "table" } as const;
  const short = (ms: number) =>
    until - from < 2 * DAY_MS
      ? showTime(ms, style)
      : lang === "lv"
        ? showDate(ms, style).replace(/\d{4}\.$/, "")
        : // There is room for "22 Nov" and not for more.
          showDate(ms, style).replace(/^(\d+\u00a0\w{3}).*$/, "$1");
  const labels = apart(
    LAYERS.map((_, i) => (y(edge(tops.at(-1), i)) + y(edge(tops.at(-1), i + 1))) / 2 + 4),
    16,
    PLOT.top + 4,
    PLOT.bottom,
  );
  const { sent, yes, no, bounced, silent } = last;
  const date = showDate(last.at, { lang, zone: institution.timeZone });
  const ticks = ticksOf(from, until);
  // Rounded together, as in the table of answers.
  const shares = showShares(
    LAYERS.map((layer) => last[layer]),
    sent,
    lang,
  );
  return (
    <figure class="desk-chart" tabindex={0} aria-label={t("chart")}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby="over-time-title over-time-finding">
        <title id="over-time-title">{t("chart")}</title>
        <desc id="over-time-finding">{t("finding", { date, sent, yes, no, bounced, silent })}</desc>
        {y.ticks(4).map((tick) => (
          <>
            <line class="axis" x1={PLOT.left} x2={PLOT.right} y1={y(tick).toFixed(1)} y2={y(tick).toFixed(1)} />
            <text x={PLOT.left - 8} y={(y(tick) + 4).toFixed(1)} text-anchor="end">
              {Number.isInteger(tick) ? showNumber(tick, lang) : ""}
            </text>
          </>
        ))}
        {LAYERS.map((layer, i) => (
          <path
            class={layer === "silent" ? "fill-silent" : `fill-${layer}`}
            d={layerPath(points.map((p, n) => ({ x: x(p.at), y0: y(edge(tops[n], i)), y1: y(edge(tops[n], i + 1)) })))}
          />
        ))}
        {LAYERS.slice(0, -1).map((_, i) => (
          <path class="gap" d={layerPath(points.map((p, n) => edgeLine(x(p.at), y(edge(tops[n], i + 1)))))} />
        ))}
        {over.reminders
          .filter((at) => at >= from && at <= until)
          .map((at) => (
            <>
              <line class="axis" x1={x(at).toFixed(1)} x2={x(at).toFixed(1)} y1={PLOT.top} y2={PLOT.bottom} />
              <text class="on-silent" x={(x(at) + 4).toFixed(1)} y={PLOT.top + 12}>
                {t("reminder")}
              </text>
            </>
          ))}
        {shown !== undefined && shown <= until && (
          <>
            <line class="rule" x1={x(shown).toFixed(1)} x2={x(shown).toFixed(1)} y1={PLOT.top} y2={PLOT.bottom} />
            <text class="label" x={x(shown).toFixed(1)} y={PLOT.top - 10} text-anchor="end">
              {t("deadline")}
            </text>
          </>
        )}
        {ticks.map((tick, i) => (
          <text x={x(tick).toFixed(1)} y={PLOT.bottom + 20} text-anchor={i === 0 ? "start" : "middle"}>
            {short(tick)}
          </text>
        ))}
        {LAYERS.map((layer, i) => (
          <text class="label" x={PLOT.right + 10} y={labels[i]?.toFixed(1)}>
            {t(layer)} {showNumber(last[layer], lang)} <tspan class="share">· {shares[i]}</tspan>
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
function stackOf(p: Reading): number[] {
  const edges = [0];
  for (const layer of LAYERS) edges.push((edges.at(-1) ?? 0) + p[layer]);
  return edges;
}

const edge = (stack: readonly number[] | undefined, i: number) => stack?.[i] ?? 0;
const edgeLine = (x: number, y: number) => ({ x, y0: y, y1: y });
