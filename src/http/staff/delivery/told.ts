/** Who has been told of an alert, and when, in one or two sentences: by the names that are chosen now. */
import { type Channel, channelsOf, markOf, NOBODY, type Telling } from "../../../domain/alerts/rules/telling.ts";
import type { Alert } from "../../../domain/alerts/views.ts";
import { alertTexts } from "../../../texts/alerts.ts";
import { showDateTime } from "../../../texts/dates.ts";
import { type Lang, say } from "../../../texts/say.ts";

/** Says it. `telling`: what the institution has chosen; a channel that was taken off it is told of without a name. */
export function toldSentences(
  alert: Pick<Alert, "told" | "toldAt" | "tryAt">,
  telling: Telling | undefined,
  style: { lang: Lang; zone: string },
): string {
  const t = say(alertTexts, style.lang);
  const channels = channelsOf(telling ?? NOBODY);
  const when = (ms: number) => showDateTime(ms, { ...style, form: "table" });
  const nameOf = (channel: Channel | undefined) =>
    channel === undefined ? t("told.gone") : channel.kind === "mail" ? channel.name : t("told.webhook");
  const told = Object.entries(alert.told).sort(([, a], [, b]) => a - b);
  const named = told.map(([mark, at]) =>
    t("told.one", { name: nameOf(channels.find((channel) => markOf(channel) === mark)), when: when(at) }),
  );
  const missing = channels.filter((channel) => !(markOf(channel) in alert.told)).map(nameOf);
  // Told before this version kept who it was.
  if (told.length === 0 && alert.toldAt !== null) return t("desk.told", { when: when(alert.toldAt) });
  if (told.length === 0 && missing.length === 0) return t("told.nobody");
  const tries = alert.tryAt === null ? "told.given-up" : "told.tries";
  return [
    told.length > 0 ? t("told.by", { who: named.join(", ") }) : t("desk.untold"),
    missing.length > 0 && (told.length > 0 || alert.tryAt === null) ? t(tries, { who: missing.join(", ") }) : "",
  ]
    .filter(Boolean)
    .join(" ");
}
