/**
 * The statement of one purpose: what a person reads before answering, and what the proof names by hash. Its bytes name
 * the purpose, the language and the version, so that no two statements are ever the same notice.
 *
 *     <article class="flow" lang="lv" data-notice="consent" data-purpose="…" data-version="2">
 *     <p>…</p>
 *     </article>
 */
import type { FieldProblem } from "../../../refusal.ts";
import type { Institution, Lang } from "../../institution/rules.ts";
import { isExplicit, type SpecialTopic } from "../../purposes/rules/people.ts";
import type { Basis } from "../../purposes/rules.ts";
import { paragraphs } from "../rules.ts";

export const STATEMENT_MIN = 60;
export const STATEMENT_MAX = 4000;

/** How a text tells of the right to withdraw (GDPR Art. 7(3)), or to object (Art. 21(4)). */
const WITHDRAWAL: Record<Lang, RegExp> = { lv: /atsauk|atteik/i, en: /withdraw/i };
const OBJECTION: Record<Lang, RegExp> = { lv: /iebil/i, en: /object/i };

/** The bytes of a statement, from plain text. */
export function statementBody(of: { purposeId: string; language: Lang; version: number; text: string }): string {
  const { purposeId, language, version, text } = of;
  return `<article class="flow" lang="${language}" data-notice="consent" data-purpose="${purposeId}" data-version="${version}">\n${paragraphs(text)}\n</article>`;
}

/** The plain text that a statement was made from: to correct it in the next version. */
export function statementText(body: string): string {
  return [...body.matchAll(/<p>([\s\S]*?)<\/p>/g)]
    .map(([, inner = ""]) => inner.replaceAll("<br>", "\n"))
    .join("\n\n")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}

/**
 * What is wrong with the texts of a statement. Before a consent the person must know who asks (Recital 42) and that he
 * may withdraw (Art. 7(3)); where he may object, that must stand in the first text he gets (Art. 21(4)). Where the topic
 * reveals a special category, the text says that the consent is explicit (Art. 9(2)(a)).
 */
export function checkStatement(
  texts: Partial<Record<Lang, string>>,
  basis: Basis | null,
  office: Pick<Institution, "names" | "languages">,
  topics: readonly SpecialTopic[] = [],
): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const lang of office.languages) {
    const text = (texts[lang] ?? "").trim();
    const no = (code: FieldProblem["code"], values?: FieldProblem["values"]) =>
      problems.push({ field: `text.${lang}`, code, ...(values ? { values } : {}) });
    if (text === "") no("form.required");
    else if (text.length < STATEMENT_MIN) no("notices.statement_short", { min: STATEMENT_MIN });
    else if (text.length > STATEMENT_MAX) no("form.too_long", { max: STATEMENT_MAX });
    else if (!namesController(text, lang, office)) no("notices.no_controller");
    else if (basis === "a" && !WITHDRAWAL[lang].test(text)) no("notices.no_withdrawal");
    else if ((basis === "e" || basis === "f") && !OBJECTION[lang].test(text)) no("notices.no_objection");
    else if (topics.length > 0 && !isExplicit(text, lang)) no("notices.not_explicit");
  }
  return problems;
}

function namesController(text: string, lang: Lang, office: Pick<Institution, "names">): boolean {
  const names = lang === "lv" ? Object.values(office.names.lv) : [office.names.en];
  const plain = text.toLowerCase();
  return names.some((name) => name !== "" && plain.includes(name.toLowerCase()));
}
