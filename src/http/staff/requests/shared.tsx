/** What the pages of requests share: addresses, the voice, days, who may what. */
import { ARTICLE, type Right } from "../../../domain/rights-requests/rules.ts";
import { may, type Permission } from "../../../domain/staff/rules.ts";
import { type DateForm, showDate, showDateTime } from "../../../texts/dates.ts";
import { requestTexts } from "../../../texts/rights-requests.ts";
import { say } from "../../../texts/say.ts";
import type { StaffContext } from "../../env.ts";

export const REQUESTS = "/staff/requests";
export const requestPath = (id: string) => `${REQUESTS}/${id}`;

export const voice = (c: StaffContext) => say(requestTexts, c.var.lang);
export type Voice = ReturnType<typeof voice>;

export const can = (c: StaffContext, permission: Permission) => may(c.var.actor, permission) === undefined;

const styleOf = (c: StaffContext, form: DateForm) => ({ lang: c.var.lang, zone: c.var.institution.timeZone, form });
/** A day as digits, or in a case. */
export const day = (c: StaffContext, when: number | string, form: DateForm = "table") =>
  showDate(when, styleOf(c, form));
export const moment = (c: StaffContext, ms: number) => showDateTime(ms, styleOf(c, "table"));

/** The right, with the article that gives it. */
export function rightWords(t: Voice, right: Right): string {
  const article = ARTICLE[right];
  return article === "" ? t(`right.${right}`) : `${t(`right.${right}`)} (${t("article", { article })})`;
}
