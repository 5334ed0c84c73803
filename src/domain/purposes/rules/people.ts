/**
 * Whom a purpose is for, and what its topic tells of them: an age that must be stated (GDPR Art. 8), and special categories
 * that a mere subscription may reveal (Art. 9). Both stand on the sheet, on the sign-up form and in the evidence.
 */
import type { FieldProblem } from "../../../refusal.ts";
import type { Lang } from "../../institution/rules.ts";
import type { Basis, PurposeSheet } from "../rules.ts";
import { SPECIAL_TOPICS, type SpecialTopic } from "./topics.ts";

export { SPECIAL_TOPICS, type SpecialTopic } from "./topics.ts";

/** From this age a child consents itself to a service of the information society (Latvia, by GDPR Art. 8(1)). */
export const AGE_OF_CONSENT = 13;
/** Ages that a purpose may ask for; 18 refuses minors altogether. */
export const AGES = [13, 14, 15, 16, 18] as const;

/** Topics that the sheet flags. */
export const topicsOf = (sheet: Pick<PurposeSheet, "special">): readonly SpecialTopic[] => sheet.special ?? [];

/** Words by which a name or description gives such a topic away: a hint for whoever writes the sheet, nothing more. */
const SIGNS: Record<SpecialTopic, RegExp> = {
  health: /vesel[īi]b|slim[īi]b|pacient|invalid|atkar[īi]b|health|patient|disease|disabilit|addiction/i,
  beliefs: /reli[ģg]|bazn[īi]c|draudz(e|es|ei|i|ē|ēm|u)\b|tic[īi]b|religio|church|faith|belief/i,
  politics: /partij|politisk|political part|politics/i,
  union: /arodbiedr|arodorganiz|trade union|labour union/i,
  origin: /etnisk|minorit[āa]t|rom[ui]\b|ethnic|minorit|refugee|b[ēe]g[ļl]/i,
  sexuality: /seksu[āa]l|lgbt|sexual/i,
};

/** Topics that the words of a sheet hint at and nobody has flagged. */
export function unflaggedTopics(sheet: Pick<PurposeSheet, "names" | "description" | "special">): SpecialTopic[] {
  const words = [sheet.names, sheet.description].flatMap((both) => [both.lv, both.en]).join("\n");
  return SPECIAL_TOPICS.filter((topic) => !topicsOf(sheet).includes(topic) && SIGNS[topic].test(words));
}

/** What is wrong with age and topics. */
export function checkPeople(basis: Basis | null, sheet: PurposeSheet): FieldProblem[] {
  const found: FieldProblem[] = [];
  if (sheet.ageFrom !== undefined && !(AGES as readonly number[]).includes(sheet.ageFrom))
    found.push({ field: "ageFrom", code: "purposes.age" });
  const topics = topicsOf(sheet);
  if (topics.some((topic) => !SPECIAL_TOPICS.includes(topic)))
    found.push({ field: "special", code: "purposes.special_unknown" });
  // Art. 9(2)(a): for a list of news no other letter of Art. 9(2) comes into question.
  else if (topics.length > 0 && basis !== null && basis !== "a")
    found.push({ field: "special", code: "purposes.special_needs_consent" });
  return found;
}

/** How a text says that a consent is explicit (Art. 9(2)(a)). */
const EXPLICIT: Record<Lang, RegExp> = { lv: /nep[āa]rprotam/i, en: /explicit/i };

/** Whether a statement asks for explicit consent, in its language. */
export const isExplicit = (text: string, lang: Lang) => EXPLICIT[lang].test(text);

/** Newest statements of a flagged purpose that do not ask for explicit consent; the sheet waits for them. */
export const notExplicit = (
  sheet: Pick<PurposeSheet, "special">,
  statements: readonly { language: Lang; body: string }[],
): FieldProblem[] =>
  topicsOf(sheet).length > 0 && statements.some(({ body, language }) => !isExplicit(body, language))
    ? [{ field: "special", code: "purposes.statement_not_explicit" }]
    : [];
