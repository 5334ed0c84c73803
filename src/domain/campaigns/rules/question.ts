/**
 * The question of a re-consent campaign: every word that the page says to all its recipients, with the places where the
 * page puts its buttons and the facts of one person. These bytes are frozen at "send", named by their SHA-256, shown
 * verbatim and bound into each answer, so that a proof can show what the person had before his eyes.
 *
 *     <!--question lv 7b0c…-->
 *     <h1>…</h1>
 *     <div class="lead"><p>…</p></div>
 *     <!--facts-->
 *     <div class="statement">…</div>
 *     <div class="ways">…yes, no…</div>
 *     <!--buttons Jā, piekrītu | Nē, atsakos-->
 *     <h2>Ja neatbildēsiet</h2> …
 */
import type { Lang } from "../../institution/rules.ts";
import { escapeText, paragraphs } from "../../notices/rules.ts";

/** Finished sentences in the language of the question (texts/question.ts). Plain text. */
export interface QuestionWords {
  yesButton: string;
  noButton: string;
  yesTitle: string;
  yes: readonly string[];
  noTitle: string;
  no: readonly string[];
  silenceTitle: string;
  silence: string;
  moreTitle: string;
  more: readonly string[];
}

export interface QuestionInput {
  /** Stands in the bytes, so that no two campaigns ask the same text under one hash. */
  mailingId: string;
  lang: Lang;
  /** The author's question and reason, plain text. */
  heading: string;
  lead: string;
  /** Body of the purpose's consent statement: an HTML fragment of ours, put in as it is. */
  statement: string;
  words: QuestionWords;
}

/** Builds the fragment. Pure: the same input gives the same bytes. */
export function buildQuestion({ mailingId, lang, heading, lead, statement, words }: QuestionInput): string {
  return [
    `<!--question ${lang} ${comment(mailingId)}-->`,
    `<h1>${escapeText(heading.trim())}</h1>`,
    `<div class="lead">${paragraphs(lead)}</div>`,
    "<!--facts-->",
    `<div class="statement">\n${statement}\n</div>`,
    '<div class="ways">',
    way(words.yesTitle, words.yes),
    way(words.noTitle, words.no),
    "</div>",
    `<!--buttons ${comment(words.yesButton)} | ${comment(words.noButton)}-->`,
    `<h2>${escapeText(words.silenceTitle)}</h2>`,
    `<p>${escapeText(words.silence)}</p>`,
    `<h2>${escapeText(words.moreTitle)}</h2>`,
    points(words.more),
  ].join("\n");
}

const points = (items: readonly string[]) => `<ul>${items.map((item) => `<li>${escapeText(item)}</li>`).join("")}</ul>`;
const way = (title: string, items: readonly string[]) => `<div><h2>${escapeText(title)}</h2>${points(items)}</div>`;
/** A comment ends at the first `-->`. */
const comment = (text: string) => escapeText(text).replaceAll("-", "‑").replaceAll("|", "/");

/** The bytes before the facts, before the buttons and after them; nothing is left out but the two markers. HTML. */
export interface QuestionParts {
  head: string;
  answer: string;
  yesButton: string;
  noButton: string;
  after: string;
}

/** Takes a frozen question apart at its markers; undefined for bytes that this file did not build. */
export function questionParts(body: string): QuestionParts | undefined {
  const found =
    /^(<!--question [\s\S]*?)\n<!--facts-->\n([\s\S]*)\n<!--buttons ([^|>]*) \| ([^|>]*)-->\n([\s\S]*)$/.exec(body);
  if (!found) return undefined;
  const [, head = "", answer = "", yesButton = "", noButton = "", after = ""] = found;
  return { head, answer, yesButton, noButton, after };
}
