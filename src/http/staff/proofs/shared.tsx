/** What the pages of proofs share: addresses, the voice, moments, and the names of staff. */
import type { Both } from "../../../domain/institution/rules.ts";
import { inLanguage } from "../../../domain/purposes/rules.ts";
import { may, type Permission } from "../../../domain/staff/rules.ts";
import { readMember } from "../../../domain/staff/views.ts";
import { type DateForm, showDate, showDateTime, showTime } from "../../../texts/dates.ts";
import { proofDeskTexts } from "../../../texts/proof-desk.ts";
import { say } from "../../../texts/say.ts";
import type { StaffContext } from "../../env.ts";

export const PROOFS = "/staff/proofs";
export const openingPath = (id: string) => `${PROOFS}/openings/${id}`;

export const voice = (c: StaffContext) => say(proofDeskTexts, c.var.lang);
export type Voice = ReturnType<typeof voice>;
type Key = keyof (typeof proofDeskTexts)["lv"];

export const can = (c: StaffContext, permission: Permission) => may(c.var.actor, permission) === undefined;
export const both = (c: StaffContext, text: Both) => inLanguage(text, c.var.lang);

const styleOf = (c: StaffContext, form: DateForm) => ({ lang: c.var.lang, zone: c.var.institution.timeZone, form });

/** A day as digits, or in a case. */
export const day = (c: StaffContext, when: number | string, form: DateForm = "table") =>
  showDate(when, styleOf(c, form));
/** Day and time as digits, or in a case. */
export const moment = (c: StaffContext, ms: number, form: DateForm = "table") => showDateTime(ms, styleOf(c, form));

/** Time of day to the second, which a proof is worth: "15.30.07", "15:30:07". */
export function clock(c: StaffContext, ms: number): string {
  const seconds = String(Math.floor(ms / 1000) % 60).padStart(2, "0");
  return `${showTime(ms, styleOf(c, "table"))}${c.var.lang === "en" ? ":" : "."}${seconds}`;
}

/** The text of a key that is made of a code; `other` where the texts do not know the code. */
export function coded(t: Voice, family: string, code: string, other: Key, values: Record<string, string> = {}): string {
  const key = `${family}.${code}`;
  return key in proofDeskTexts.lv ? t(key as Key, values) : t(other, values);
}

/** Labels (`staff:<id>`, or the bare id) → names of those who are still known. */
export async function namesOf(c: StaffContext, labels: Iterable<string>): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const label of new Set(labels)) {
    const member = await readMember(c.var.deps, label.replace(/^staff:/, ""));
    if (member) names.set(label, member.name);
  }
  return names;
}
