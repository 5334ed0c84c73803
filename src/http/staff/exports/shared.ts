/** What the pages of exports share: addresses, the voice, days, names. */
import type { Export } from "../../../domain/exports/rules.ts";
import { readList } from "../../../domain/lists/views.ts";
import { inLanguage } from "../../../domain/purposes/rules.ts";
import { type DateForm, showDate, showDateTime } from "../../../texts/dates.ts";
import { exportTexts } from "../../../texts/exports.ts";
import { say } from "../../../texts/say.ts";
import type { StaffContext } from "../../env.ts";

export const EXPORTS = "/staff/exports";
export const exportPath = (id: string) => `${EXPORTS}/${id}`;

export const voice = (c: StaffContext) => say(exportTexts, c.var.lang);

const styleOf = (c: StaffContext, form: DateForm) => ({ lang: c.var.lang, zone: c.var.institution.timeZone, form });
export const day = (c: StaffContext, when: number | string, form: DateForm = "table") =>
  showDate(when, styleOf(c, form));
export const moment = (c: StaffContext, ms: number, form: DateForm = "table") => showDateTime(ms, styleOf(c, form));

/** What it is of, in words. */
export async function whatOf(c: StaffContext, one: Pick<Export, "kind" | "subject">): Promise<string> {
  const t = voice(c);
  if (one.kind !== "list") return t(`what.${one.kind}`);
  const list = one.subject ? await readList(c.var.deps.db, one.subject) : undefined;
  return list ? inLanguage(list.names, c.var.lang) : "";
}

/** Who gets it: by name where one was written, else by what he is. */
export const recipientOf = (c: StaffContext, one: Pick<Export, "recipient" | "recipientName">): string =>
  one.recipientName || voice(c)(`recipient.${one.recipient}`);
