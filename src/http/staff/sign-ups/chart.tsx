/** Typed addresses by hour as bars, made on the server: what was mailed, what limits held back, and what there was nothing to ask about. */
import { showNumber, showTime } from "../../../texts/dates.ts";
import { say } from "../../../texts/say.ts";
import { signUpDeskTexts } from "../../../texts/sign-up-desk.ts";
import type { StaffContext } from "../../env.ts";
import { countScale, type Plot } from "../charts/scale.ts";

/** One hour (its begin, ms). */
export interface Hour {
  hour: number;
  asked: number;
  mailed: number;
  confirmed: number;
  capped: number;
  nothing: number;
}

const WIDTH = 640;
const HEIGHT = 220;
const PLOT: Plot = { left: 48, right: 632, top: 12, bottom: 184 };
/** From the bottom up, with the colour of each. */
const LAYERS = [
  ["mailed", "yes"],
  ["capped", "no"],
  ["nothing", "silent"],
] as const;

/** `hours`: every hour from the first to the last, also empty ones. */
export function HoursChart({ c, hours }: { c: StaffContext; hours: readonly Hour[] }) {
  const { lang, institution } = c.var;
  const t = say(signUpDeskTexts, lang);
  const stack = (one: Hour) => one.mailed + one.capped + one.nothing;
  const y = countScale(Math.max(...hours.map((one) => Math.max(stack(one), one.asked))), PLOT);
  const step = (PLOT.right - PLOT.left) / hours.length;
  const clock = (ms: number) => showTime(ms, { lang, zone: institution.timeZone }).replace(/^\D+/, "");
  const sum = (of: keyof Hour) => hours.reduce((all, one) => all + one[of], 0);
  return (
    <figure class="desk-chart" tabindex={0} aria-label={t("chart.title")}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby="hours-title hours-finding">
        <title id="hours-title">{t("chart.title")}</title>
        <desc id="hours-finding">
          {t("chart.finding", {
            asked: sum("asked"),
            mailed: sum("mailed"),
            confirmed: sum("confirmed"),
            capped: sum("capped"),
          })}
        </desc>
        {y
          .ticks(4)
          .filter(Number.isInteger)
          .map((tick) => (
            <>
              <line class="axis" x1={PLOT.left} x2={PLOT.right} y1={y(tick).toFixed(1)} y2={y(tick).toFixed(1)} />
              <text x={PLOT.left - 8} y={(y(tick) + 4).toFixed(1)} text-anchor="end">
                {showNumber(tick, lang)}
              </text>
            </>
          ))}
        {hours.map((one, i) => {
          const x = PLOT.left + i * step + 1;
          let below = 0;
          return (
            <>
              {LAYERS.map(([layer, colour]) => {
                const from = below;
                below += one[layer];
                const height = y(from) - y(below);
                return (
                  height > 0 && (
                    <rect
                      class={`fill-${colour}`}
                      x={x.toFixed(1)}
                      y={y(below).toFixed(1)}
                      width={(step - 2).toFixed(1)}
                      height={height.toFixed(1)}
                    />
                  )
                );
              })}
              {/^(0?0|0?6|12|18)\D/.test(clock(one.hour)) && (
                <text x={x.toFixed(1)} y={HEIGHT - 14}>
                  {clock(one.hour)}
                </text>
              )}
            </>
          );
        })}
      </svg>
      <figcaption>
        {LAYERS.map(([layer, colour], i) => (
          <>
            {i > 0 && " · "}
            <span class="desk-key" data-key={colour} /> {t(layer)}
          </>
        ))}
      </figcaption>
    </figure>
  );
}
