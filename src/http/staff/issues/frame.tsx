/** What the pages of newsletters share: addresses, voices, the issue that the address names, its state as a tag. */

import type { MailingState } from "../../../domain/campaigns/rules.ts";
import type { Lang } from "../../../domain/institution/rules.ts";
import { type Issue, readIssue } from "../../../domain/issues/views.ts";
import { may, type Permission } from "../../../domain/staff/rules.ts";
import { composerTexts } from "../../../texts/composer.ts";
import { type DateForm, showDate, showDateTime, showTime } from "../../../texts/dates.ts";
import { issuePageTexts } from "../../../texts/issue-pages.ts";
import { say } from "../../../texts/say.ts";
import type { StaffContext } from "../../env.ts";
import type { TagColor } from "../parts.tsx";

export const ISSUES = "/staff/issues";

/** `/staff/issues/ID`, `/staff/issues/ID/preview`. */
export const issuePath = (id: string, page = "") => `${ISSUES}/${id}${page && `/${page}`}`;

export const composerVoice = (c: StaffContext) => say(composerTexts, c.var.lang);
export const pagesVoice = (c: StaffContext) => say(issuePageTexts, c.var.lang);

/** Whether this member of staff sees the act; the verb decides again. */
export const can = (c: StaffContext, permission: Permission) => may(c.var.actor, permission) === undefined;

export const issueOf = (c: StaffContext): Promise<Issue | undefined> =>
  readIssue(c.var.deps.db, c.req.param("id") ?? "");

/** `?lang=` is the language of the page; the text's own language is `?mail=`. */
export function textLanguage(c: StaffContext): Lang {
  const { languages } = c.var.institution;
  return languages.find((lang) => lang === c.req.query("mail")) ?? languages[0] ?? "lv";
}

const COLOURS: Partial<Record<MailingState, TagColor>> = {
  draft: "neutral",
  scheduled: "info",
  planning: "info",
  sending: "info",
  paused: "warning",
  cancelled: "neutral",
};

/** The state in words; no colour where nothing more will happen. */
export function stateOf(c: StaffContext, state: MailingState): { text: string; color?: TagColor } {
  const color = COLOURS[state];
  return { text: pagesVoice(c)(`state.${state}`), ...(color && { color }) };
}

const style = (c: StaffContext) => ({ lang: c.var.lang, zone: c.var.institution.timeZone });

export const day = (c: StaffContext, when: number, form: DateForm = "table") => showDate(when, { ...style(c), form });

/** A moment with its own preposition: the time alone if it is today. "plkst. 15.30", "on 22 November 2026 at 15:30". */
export function moment(c: StaffContext, ms: number): string {
  const today = showDate(ms, style(c)) === showDate(c.var.deps.clock.now(), style(c));
  const shown = today ? showTime(ms, style(c)) : showDateTime(ms, style(c));
  return c.var.lang === "en" ? `${today ? "at" : "on"} ${shown}` : shown;
}
