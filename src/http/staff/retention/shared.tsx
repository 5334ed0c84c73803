/** What the pages of retention share: addresses, the voice, periods in words, and who decided. */
import { Temporal } from "temporal-polyfill";
import type { Both } from "../../../domain/institution/rules.ts";
import { inLanguage } from "../../../domain/purposes/rules.ts";
import type { RuleName } from "../../../domain/retention/rules.ts";
import { ruleOf } from "../../../domain/retention/rules.ts";
import { may, type Permission } from "../../../domain/staff/rules.ts";
import { readMember } from "../../../domain/staff/views.ts";
import { type DateForm, showDate, showDateTime, showNumber } from "../../../texts/dates.ts";
import { retentionTexts } from "../../../texts/retention.ts";
import { retentionRuleTexts } from "../../../texts/retention-rules.ts";
import { say } from "../../../texts/say.ts";
import type { StaffContext } from "../../env.ts";

export const RETENTION = "/staff/retention";
export const rulePath = (name: string) => `${RETENTION}/rules/${name}`;
/** `night/2026-11-23` stands in the path as it is. */
export const runPath = (id: string) => `${RETENTION}/runs/${id}`;

export const voice = (c: StaffContext) => say(retentionTexts, c.var.lang);
export const ruleVoice = (c: StaffContext) => say(retentionRuleTexts, c.var.lang);

export const can = (c: StaffContext, permission: Permission) => may(c.var.actor, permission) === undefined;
export const both = (c: StaffContext, text: Both) => inLanguage(text, c.var.lang);
export const number = (c: StaffContext, n: number) => showNumber(n, c.var.lang);

const styleOf = (c: StaffContext, form: DateForm) => ({ lang: c.var.lang, zone: c.var.institution.timeZone, form });
export const day = (c: StaffContext, when: number | string, form: DateForm = "table") =>
  showDate(when, styleOf(c, form));
export const moment = (c: StaffContext, ms: number, form: DateForm = "table") => showDateTime(ms, styleOf(c, form));

/** "24 months", "7 days", "90 minutes"; of nothing "at once". */
export function period(c: StaffContext, iso: string): string {
  const t = voice(c);
  const { years, months, weeks, days, hours, minutes } = Temporal.Duration.from(iso);
  const clock = hours * 60 + minutes;
  const whole = weeks * 7 + days + (clock % 1440 === 0 ? clock / 1440 : 0);
  if (years * 12 + months > 0) return t("period.months", { n: years * 12 + months });
  if (whole > 0) return t("period.days", { n: whole });
  if (clock === 0) return t("term.now");
  return clock % 60 === 0 ? t("period.hours", { n: clock / 60 }) : t("period.minutes", { n: clock });
}

/** When a rule ends its things, as a phrase. */
export function term(c: StaffContext, name: RuleName, iso: string): string {
  const t = voice(c);
  const { event } = ruleOf(name);
  if (event === "own-term" && iso === "P0D") return t("term.own-term.now");
  return t(`term.${event}`, { period: period(c, iso) });
}

/** Labels (`staff:<id>`) → names of those who are still known. */
export async function namesOf(c: StaffContext, labels: Iterable<string | null>): Promise<(label: string) => string> {
  const t = voice(c);
  const names = new Map<string, string>();
  for (const label of new Set(labels)) {
    if (label === null) continue;
    const member = await readMember(c.var.deps, label.replace(/^staff:/, ""));
    names.set(label, member?.name ?? t(label === "staff:cli" ? "cli" : "gone"));
  }
  return (label) => names.get(label) ?? t("gone");
}
