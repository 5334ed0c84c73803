/** The drawing of a campaign over time: what the areas are, and its lines. The drawing itself is areas.tsx. */
import type { Reading } from "../../../domain/campaigns/rules/reading.ts";
import { showDate } from "../../../texts/dates.ts";
import { overTimeTexts } from "../../../texts/over-time.ts";
import { say } from "../../../texts/say.ts";
import type { StaffContext } from "../../env.ts";
import { Stack } from "./areas.tsx";

export interface OverTime {
  /** From "send" to now, oldest first. */
  readings: Reading[];
  reminders: number[];
  /** Last moment to answer. */
  deadline: number | undefined;
}

/** From the bottom up. */
const LAYERS = ["yes", "no", "bounced", "silent"] as const;

/** Answers of a campaign: areas over time, the reminders and the last day as lines. */
export function Chart({ c, over }: { c: StaffContext; over: OverTime }) {
  const { lang, institution } = c.var;
  const t = say(overTimeTexts, lang);
  const last = over.readings.at(-1) as Reading;
  const { sent, yes, no, bounced, silent } = last;
  const date = showDate(last.at, { lang, zone: institution.timeZone });
  return (
    <Stack
      c={c}
      title={t("chart")}
      finding={t("finding", { date, sent, yes, no, bounced, silent })}
      layers={LAYERS.map((layer) => ({ fill: layer, label: t(layer) }))}
      points={over.readings.map((r) => ({ at: r.at, counts: LAYERS.map((layer) => r[layer]) }))}
      marks={over.reminders.map((at) => ({ at, label: t("reminder") }))}
      rule={over.deadline === undefined ? undefined : { at: over.deadline, label: t("deadline") }}
    />
  );
}
