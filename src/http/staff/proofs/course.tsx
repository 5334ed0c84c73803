/** Consent over time, drawn on the server: when it stood, and the press that began or ended it. The time line says the same in words. */
import type { Chain } from "../../../domain/proofs/acts/chains.ts";
import type { StaffContext } from "../../env.ts";
import { day, voice } from "./shared.tsx";

const WIDTH = 640;
const HEIGHT = 24;
const LEFT = 8;
const RIGHT = 632;
const LINE = 12;

const BEGINS = new Set(["consent.given", "consent.renewed"]);
const ENDS = new Set(["consent.withdrawn", "consent.refused", "consent.invalidated", "dsr.objected"]);

/** Periods in which consent stood, ms; the last one is open while it stands (`to` is then `now`). */
export function periodsOf(chain: Chain, now: number): { from: number; to: number }[] {
  const periods: { from: number; to: number }[] = [];
  let from: number | undefined;
  for (const { at, said } of chain.events) {
    if (BEGINS.has(said.typ)) from ??= at;
    if (ENDS.has(said.typ) && from !== undefined) {
      periods.push({ from, to: at });
      from = undefined;
    }
  }
  return from === undefined ? periods : [...periods, { from, to: now }];
}

export function Course({ c, chain }: { c: StaffContext; chain: Chain }) {
  const t = voice(c);
  const now = c.var.deps.clock.now();
  const first = chain.events[0]?.at;
  const periods = periodsOf(chain, now);
  if (first === undefined || periods.length === 0) return null;
  const stands = chain.state === "given";
  const last = stands ? now : (chain.events.at(-1)?.at ?? now);
  const x = (ms: number) => LEFT + ((ms - first) / Math.max(last - first, 1)) * (RIGHT - LEFT);
  const said = periods
    .map(({ from, to }) => {
      const open = stands && to === now;
      if (open) return t("course.stands", { from: day(c, from, "gen") });
      return t("course.stood", { from: day(c, from, "gen"), to: day(c, to, "dat") });
    })
    .join(" ");
  const id = `course-${chain.recordId.slice(0, 8)}`;
  return (
    <figure class="desk-chart desk-course" aria-label={t("course.title")}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
        <title id={`${id}-title`}>{t("course.title")}</title>
        <desc id={`${id}-desc`}>{said}</desc>
        <line class="axis" x1={LEFT} x2={RIGHT} y1={LINE} y2={LINE} />
        {periods.map(({ from, to }) => (
          <rect
            class="fill-yes"
            x={x(from).toFixed(1)}
            y={LINE - 5}
            width={Math.max(2, x(to) - x(from)).toFixed(1)}
            height="10"
          />
        ))}
        {chain.events.map(({ at, said: one }) => (
          <circle
            class={BEGINS.has(one.typ) ? "fill-yes" : ENDS.has(one.typ) ? "fill-no" : "fill-bounced"}
            cx={x(at).toFixed(1)}
            cy={LINE}
            r="7"
          />
        ))}
      </svg>
      <figcaption>{said}</figcaption>
    </figure>
  );
}
