/** What the pages of people share. */
import type { Both } from "../../../domain/institution/rules.ts";
import { inLanguage } from "../../../domain/purposes/rules.ts";
import { showDate, showTime } from "../../../texts/dates.ts";
import { lastMailTexts } from "../../../texts/last-mail.ts";
import { peopleTexts } from "../../../texts/people.ts";
import { say } from "../../../texts/say.ts";
import type { StaffContext } from "../../env.ts";

export const PEOPLE = "/staff/people";
export const REFUSAL = `${PEOPLE}/refusal`;

export const voice = (c: StaffContext) => say(peopleTexts, c.var.lang);
export type Voice = ReturnType<typeof voice>;

/** A day or an instant as digits. */
export function day(c: StaffContext, when: number | string): string {
  return showDate(when, { lang: c.var.lang, zone: c.var.institution.timeZone, form: "table" });
}

/** Until when the address is held for a last mail alone. */
export function lastMail(c: StaffContext, key: "desk.erased" | "desk.pending", until: number): string {
  const { lang, institution } = c.var;
  return say(lastMailTexts, lang)(key, { time: showTime(until, { lang, zone: institution.timeZone }) });
}

export const both = (c: StaffContext, text: Both) => inLanguage(text, c.var.lang);

/** The text of a key that is made of a state; the state itself where the texts do not know it. */
export function stateText(t: Voice, kind: "reason" | "record" | "message" | "state", state: string): string {
  try {
    return t(`${kind}.${state}` as Parameters<Voice>[0]);
  } catch {
    return state;
  }
}
