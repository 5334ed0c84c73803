/**
 * The text of a notice campaign: what people of a list are told whose basis is no longer consent. These bytes are frozen at
 * "send" and named by their SHA-256, as the question of a re-consent campaign is (question.ts); the mail says the same.
 * The right to object stands apart from everything else (GDPR Art. 21(4)).
 */
import type { Lang } from "../../institution/rules.ts";
import { escapeText, paragraphs } from "../../notices/rules.ts";

export interface NoticeInput {
  /** Stands in the bytes, so that no two mailings tell the same under one hash. */
  mailingId: string;
  lang: Lang;
  heading: string;
  lead: string;
  /** Finished sentences under their titles (texts/notice-mail.ts). */
  words: readonly { title: string; says: readonly string[] }[];
}

/** Builds the HTML fragment. Pure. */
export function buildNotice({ mailingId, lang, heading, lead, words }: NoticeInput): string {
  return [
    `<!--notice ${lang} ${mailingId.replaceAll("--", "")}-->`,
    `<h1>${escapeText(heading.trim())}</h1>`,
    `<div class="lead">${paragraphs(lead)}</div>`,
    ...words.flatMap(({ title, says }) => [
      `<h2>${escapeText(title)}</h2>`,
      ...says.map((sentence) => `<p>${escapeText(sentence)}</p>`),
    ]),
  ].join("\n");
}
