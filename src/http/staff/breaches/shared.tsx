/** What the pages of breaches share: addresses, the voice, moments, who may see what. */
import type { Breach } from "../../../domain/breaches/rules.ts";
import { remaining } from "../../../domain/periods/rules.ts";
import { actorLabel, may, type Permission } from "../../../domain/staff/rules.ts";
import { breachTexts } from "../../../texts/breaches.ts";
import { type DateForm, showDateTime } from "../../../texts/dates.ts";
import { say } from "../../../texts/say.ts";
import type { StaffContext } from "../../env.ts";

export const BREACHES = "/staff/breaches";
export const REPORT = `${BREACHES}/report`;
export const breachPath = (id: string) => `${BREACHES}/${id}`;

export const voice = (c: StaffContext) => say(breachTexts, c.var.lang);
export type Voice = ReturnType<typeof voice>;

export const can = (c: StaffContext, permission: Permission) => may(c.var.actor, permission) === undefined;

/** Whoever may see all of them, and whoever reported this one. */
export const sees = (c: StaffContext, breach: Pick<Breach, "reportedBy">) =>
  can(c, "breach.see") || breach.reportedBy === actorLabel(c.var.actor);

/** Day and time as digits, or in a case of the language. */
export const moment = (c: StaffContext, ms: number, form: DateForm = "table") =>
  showDateTime(ms, { lang: c.var.lang, zone: c.var.institution.timeZone, form });

/** Until or since a moment: "65 h 12 min". */
export function leftOf(t: Voice, until: number, now: number): { over: boolean; left: string } {
  const { over, hours, minutes } = remaining(until, now);
  return { over, left: t("left", { h: String(hours), m: String(minutes) }) };
}
