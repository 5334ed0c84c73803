/** What the pages of campaigns share: addresses, voices, dates, the state as a tag, and what was just done. */

import { lastDay, lastMoment, namedDay } from "../../../domain/campaigns/rules/ending.ts";
import type { MailingState } from "../../../domain/campaigns/rules.ts";
import { type Mailing, type MailingRow, readMailing } from "../../../domain/campaigns/views.ts";
import { endOfDay } from "../../../domain/consent/rules/days.ts";
import type { Lang } from "../../../domain/institution/rules.ts";
import { may, type Permission } from "../../../domain/staff/rules.ts";
import { campaignPageTexts } from "../../../texts/campaign.ts";
import { endingTexts } from "../../../texts/campaign-ending.ts";
import { campaignTexts } from "../../../texts/campaigns.ts";
import { type DateForm, showDate, showDateTime, showTime } from "../../../texts/dates.ts";
import { haltTexts } from "../../../texts/halt.ts";
import { outcomeTexts } from "../../../texts/outcomes.ts";
import { say } from "../../../texts/say.ts";
import type { StaffContext } from "../../env.ts";
import { Done, type TagColor } from "../parts.tsx";

export const MAILINGS = "/staff/mailings";

/** `/staff/mailings/ID`, `/staff/mailings/ID/edit`. */
export const pathOf = (id: string, page = "") => `${MAILINGS}/${id}${page && `/${page}`}`;

/** The page of a mailing: issues have theirs. */
export const placeOf = ({ id, kind }: Pick<Mailing, "id" | "kind">) =>
  kind === "newsletter" ? `/staff/issues/${id}/sent` : pathOf(id);

export const voice = (c: StaffContext) => say(campaignTexts, c.var.lang);
export const pageVoice = (c: StaffContext) => say(campaignPageTexts, c.var.lang);
export const haltVoice = (c: StaffContext) => say(haltTexts, c.var.lang);
export const endingVoice = (c: StaffContext) => say(endingTexts, c.var.lang);
export const outcomeVoice = (c: StaffContext) => say(outcomeTexts, c.var.lang);

/** Whether this member of staff sees the act; the verb decides again. */
export const can = (c: StaffContext, permission: Permission) => may(c.var.actor, permission) === undefined;

/** A day of the institution's calendar, or a moment as the day it falls on. */
export function day(c: StaffContext, when: number | string, form: DateForm = "table"): string {
  return showDate(when, { lang: c.var.lang, zone: c.var.institution.timeZone, form });
}

/** A moment with its own preposition: the time alone if it is today. "plkst. 15.30", "at 15:30", "on 22 November 2026 at 15:30". */
export function moment(c: StaffContext, ms: number): string {
  const style = { lang: c.var.lang, zone: c.var.institution.timeZone };
  const today = showDate(ms, style) === showDate(c.var.deps.clock.now(), style);
  const shown = today ? showTime(ms, style) : showDateTime(ms, style);
  return style.lang === "en" ? `${today ? "at" : "on"} ${shown}` : shown;
}

/** Day and time in a case. */
export function dateTime(c: StaffContext, ms: number, form: DateForm = "loc"): string {
  return showDateTime(ms, { lang: c.var.lang, zone: c.var.institution.timeZone, form });
}

/** Whether this day is over. */
function isOver(c: StaffContext, deadlineDay: string | null): boolean {
  return deadlineDay !== null && c.var.deps.clock.now() > endOfDay(deadlineDay, c.var.institution.timeZone);
}

/** Whether the last day is over that its mails name now: nothing more of it goes out. */
export const isSendingOver = (c: StaffContext, mailing: Mailing): boolean =>
  mailing.deadlineDay !== null && isOver(c, namedDay(mailing));

/** The last day on which answers count, which may be later than the one that the mails name. */
export function lastDayOf(c: StaffContext, mailing: Mailing): string | undefined {
  if (!mailing.deadlineDay) return undefined;
  const { timeZone } = mailing.frozen?.institution ?? c.var.institution;
  return lastDay({ ...mailing, deadlineDay: mailing.deadlineDay }, timeZone).day;
}

/** Whether it is over. */
export function isLastDayOver(c: StaffContext, mailing: Mailing): boolean {
  if (!mailing.deadlineDay) return false;
  const { timeZone } = mailing.frozen?.institution ?? c.var.institution;
  return c.var.deps.clock.now() > lastMoment({ ...mailing, deadlineDay: mailing.deadlineDay }, timeZone);
}

const COLOURS: Partial<Record<MailingState, TagColor>> = {
  draft: "neutral",
  planning: "info",
  sending: "info",
  sent: "info",
  paused: "warning",
  closing: "warning",
  cancelled: "neutral",
};

/** The state in words; no colour where nothing more will happen. */
export function stateOf(
  c: StaffContext,
  m: Mailing | Pick<MailingRow, "state" | "lastDay">,
): { text: string; color?: TagColor } {
  const t = voice(c);
  const last = "lastDay" in m ? m.lastDay : lastDayOf(c, m);
  if (m.state === "sent" && isOver(c, last ?? null)) return { text: t("state.over"), color: "danger" };
  const color = COLOURS[m.state];
  return { text: t(`state.${m.state}`), ...(color && { color }) };
}

const DONE = [
  ...(["created", "saved", "trial", "sent", "closing", "paused", "resumed", "cancelled"] as const),
  ...(["treated", "again", "planned-anew", "released", "ended"] as const),
  ...(["opinion", "approval", "released-rest", "postponed", "annulled", "unreached", "reminded"] as const),
];

/** Work that was begun is told only while it goes on: the page is loaded anew when it ends. */
const WHILE: Partial<Record<(typeof DONE)[number], MailingState[]>> = {
  sent: ["planning", "sending"],
  closing: ["closing"],
  paused: ["paused"],
  resumed: ["planning", "sending"],
  cancelled: ["cancelled"],
  "planned-anew": ["sending", "paused"],
};

/** What the act before the redirect did: `?done=sent`. Unknown codes say nothing. */
export function JustDone({ c, state }: { c: StaffContext; state?: MailingState }) {
  const done = DONE.find((code) => code === c.req.query("done"));
  if (!done || (state && WHILE[done] && !WHILE[done].includes(state))) return null;
  return <Done>{voice(c)(`done.${done}`)}</Done>;
}

/** The mailing that the address names; ids of other kinds of rows are unknown here. */
export function mailingOf(c: StaffContext): Promise<Mailing | undefined> {
  return readMailing(c.var.deps.db, c.req.param("id") ?? "");
}

/** `?lang=` is the language of the page; the mail's own language is `?mail=`. */
export function mailLanguage(c: StaffContext): Lang {
  const { languages } = c.var.institution;
  return languages.find((lang) => lang === c.req.query("mail")) ?? languages[0] ?? "lv";
}
