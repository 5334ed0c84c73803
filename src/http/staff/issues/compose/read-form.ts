/**
 * The composer's form as the draft of an issue. Fields are named by language and block, so that a block keeps its fields
 * wherever it is moved: `order.lv` (one for each block, in order), `lv.BLOCK.kind`, `lv.BLOCK.text`. A text comes as rich text
 * (`.json`, from the editor) or in the plain notation (`.text`). Nothing is judged here: domain/issues/acts/read.ts is the gate.
 */
import { readNotation } from "../../../../domain/documents/rules/notation.ts";
import type { Lang } from "../../../../domain/institution/rules.ts";
import {
  BLOCK_KINDS,
  type IssueBlock,
  type IssueDraft,
  type IssueText,
  SALUTATIONS,
} from "../../../../domain/issues/rules/issue.ts";
import type { Form } from "../../../forms.ts";

/** A name of a block that the editor or the program made. */
const BLOCK_ID = /^[\w-]{1,40}$/;

/** The typed draft. Of a language that the form does not have, and of what it does not ask, `before` is kept. */
export function draftOf(typed: Form, languages: readonly Lang[], before: IssueDraft): IssueDraft {
  const texts = { ...before.texts };
  for (const lang of languages) if (`${lang}.subject` in typed.values) texts[lang] = textOf(typed, lang);
  const salutation = SALUTATIONS.find((one) => one === typed.text("salutation")) ?? before.salutation;
  return { ...before, texts, salutation };
}

function textOf(typed: Form, lang: Lang): IssueText {
  const ids = [...new Set(typed.all(`order.${lang}`))].filter((id) => BLOCK_ID.test(id));
  return {
    subject: typed.text(`${lang}.subject`),
    preheader: typed.text(`${lang}.preheader`),
    blocks: ids.flatMap((id) => blockOf(typed, `${lang}.${id}`, id) ?? []),
  };
}

function blockOf(typed: Form, at: string, id: string): IssueBlock | undefined {
  const field = (name: string) => typed.text(`${at}.${name}`);
  const maybe = (name: string) => (field(name) === "" ? {} : { [name]: field(name) });
  switch (BLOCK_KINDS.find((kind) => kind === field("kind"))) {
    case "text":
      return { id, kind: "text", text: wordsOf(typed, at) };
    case "image": {
      const decorative = field("decorative") === "yes" ? { decorative: true } : {};
      const alt = decorative.decorative ? "" : field("alt");
      return { id, kind: "image", image: field("image"), alt, ...decorative, ...maybe("caption"), ...maybe("href") };
    }
    case "button":
      return { id, kind: "button", label: field("label"), href: field("href") };
    case "links":
      return { id, kind: "links", ...maybe("heading"), items: itemsOf(typed, at) };
    case "event":
      return {
        ...{ id, kind: "event", title: field("title"), when: field("when"), place: field("place") },
        ...maybe("href"),
      };
    case "divider":
      return { id, kind: "divider" };
    default:
      return undefined;
  }
}

function wordsOf({ values }: Form, at: string): Extract<IssueBlock, { kind: "text" }>["text"] {
  const json = values[`${at}.json`];
  if (json === undefined) return readNotation(values[`${at}.text`] ?? "");
  try {
    return JSON.parse(json);
  } catch {
    return [];
  }
}

/** Rows of the links block; a row with nothing in it is none. */
function itemsOf(typed: Form, at: string) {
  const column = (name: string) => typed.all(`${at}.${name}`).map((value) => value.trim());
  const [titles, hrefs, summaries] = [column("title"), column("href"), column("summary")];
  return titles
    .map((title, i) => ({ title, href: hrefs[i] ?? "", summary: summaries[i] ?? "" }))
    .filter((item) => item.title || item.href || item.summary)
    .map(({ summary, ...item }) => (summary ? { ...item, summary } : item));
}
