/**
 * A sign-up form as a text with a hash: everything that it says, in its order, so that a consent can show years later what
 * stood before the person (EDPB 05/2020 §108). The same facts give the same bytes; the page is tested to say the same.
 *
 *     <article class="flow" lang="lv" data-form="sign-up" data-place="page" data-version="1">
 *     <h1>Pieteikties jaunumu saņemšanai</h1>
 *     …
 */
import { escapeText } from "../../notices/rules.ts";

export const FORM_VERSION = "1";

/** page: ours. snippet: a form that stands in another site. call: another site shows these words and calls us. */
export const PLACES = ["page", "snippet", "call"] as const;
export type Place = (typeof PLACES)[number];

/** Lists under the one statement that they need. */
export interface FormGroup {
  purpose: string;
  /** HTML of the statement, verbatim. */
  statement: string;
  /** What the topic reveals, in words; absent where it reveals nothing. */
  special: string | undefined;
  /** Empty boxes: name, and what comes how often. The id of the list is no word of the form. */
  boxes: { id: string; name: string; promise: string }[];
}

/** What a form says. All texts are plain except the statements. */
export interface FormWords {
  place: Place;
  language: string;
  title: string;
  institution: string;
  lead: string;
  /** What to do with the boxes, and what the texts beneath them are. */
  what: string;
  whatHint: string;
  textHint: string;
  groups: FormGroup[];
  /** The question and its answers, none chosen. */
  age: { question: string; why: string; answers: { step: number; text: string }[] } | undefined;
  email: { label: string; hint: string };
  /** What is asked where the institution writes in more than one language. */
  languages: { label: string; names: string[] } | undefined;
  /** What becomes of the address: names and values. */
  facts: [name: string, value: string][];
  privacy: string;
  button: string;
  hint: string;
}

const BOX = "☐";

/** The HTML fragment. */
export function formBody(words: FormWords): string {
  const { place, language, groups, age } = words;
  const p = (text: string) => `<p>${escapeText(text)}</p>`;
  const list = (items: readonly string[]) =>
    `<ul>\n${items.map((item) => `<li>${escapeText(item)}</li>`).join("\n")}\n</ul>`;
  const parts = [
    `<h1>${escapeText(words.title)}</h1>`,
    p(words.institution),
    p(words.lead),
    `<h2>${escapeText(words.what)}</h2>`,
    p(words.whatHint),
    p(words.textHint),
    ...groups.flatMap((group) => [
      p(group.purpose),
      list(group.boxes.map(({ name, promise }) => `${BOX} ${name}: ${promise}`)),
      group.statement,
      ...(group.special ? [p(group.special)] : []),
    ]),
    ...(age ? [p(age.question), p(age.why), list(age.answers.map(({ text }) => `${BOX} ${text}`))] : []),
    p(`${words.email.label}: ${words.email.hint}`),
    ...(words.languages ? [p(`${words.languages.label} ${words.languages.names.join(" / ")}`)] : []),
    list(words.facts.map(([name, value]) => `${name}: ${value}`)),
    p(words.privacy),
    p(`[${words.button}]`),
    p(words.hint),
  ];
  const head = `lang="${language}" data-form="sign-up" data-place="${place}" data-version="${FORM_VERSION}"`;
  return `<article class="flow" ${head}>\n${parts.join("\n")}\n</article>`;
}

/** The whole way of one consent: the form that was sent, from which site, and the page of the mailed link with its two buttons. */
export interface WayWords {
  language: string;
  /** Says what the first part is, and where it stood. */
  asked: string;
  /** The form, as it is kept. */
  form: string;
  /** Says what the second part is. */
  answered: string;
  /** The words of that page, in their order. */
  page: string[];
}

/** Both pages as one text: what an event names by its hash. */
export function wayBody({ language, asked, form, answered, page }: WayWords): string {
  const said = page.map((text) => `<li>${escapeText(text)}</li>`).join("\n");
  return `<article class="flow" lang="${language}" data-form="double-opt-in" data-version="${FORM_VERSION}">\n<p>${escapeText(asked)}</p>\n${form}\n<p>${escapeText(answered)}</p>\n<ul>\n${said}\n</ul>\n</article>`;
}
