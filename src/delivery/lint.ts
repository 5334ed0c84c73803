/**
 * The linter of rendered mail (PLATFORM 1.9): what clipping, stripping, screen readers, dark mode and the reader's peace
 * need. It reads the finished mail and knows nothing of how it was made. Tests ask it about every mail there is, and
 * `problems` (mails/problems.ts) before a mailing is sent. Returns codes; none means that the mail is fit.
 */
import type { OutgoingMail } from "../deps.ts";
import { isPersonalLink, personalLinksIn } from "../domain/documents/rules/personal-link.ts";
import { mailTexts } from "../texts/mail.ts";
import { asLang } from "../texts/say.ts";
import { isFileFit } from "./headers.ts";
import { hides, legible } from "./lint/seen.ts";
import { darkRules } from "./lint/sheet.ts";
import { tooLarge } from "./lint/size.ts";
import { type Element, elements, oneLine, readTree, wordsOf } from "./lint/tree.ts";

export interface LintRules {
  /** Our own origin, where links lead. */
  publicUrl: string;
  /** Other hosts that links may lead to: those of the author's own links. */
  hosts?: readonly string[];
  /** An author's own mail: he says where its links lead (https), and its pictures are ours, one address for all readers. */
  authored?: boolean;
  /** Sentences that both parts must hold, as the institution's name and its signature notice. */
  says: readonly string[];
}

export type LintCode = (typeof LINT_CODES)[number];
export const LINT_CODES = [
  "large",
  "doctype",
  "title",
  "lang",
  "headings",
  "table",
  "alt",
  "link_words",
  "link_target",
  "link_personal",
  "contrast",
  "contrast_dark",
  "hidden",
  "active",
  "remote",
  "tracking",
  "slot",
  "text",
  "text_links",
  "says",
  "refusal",
  "notice",
  "file",
] as const;

type Check = (mail: OutgoingMail, page: Page, rules: LintRules) => boolean;

interface Page {
  root: Element;
  all: readonly Element[];
  css: string;
  links: readonly { href: string; words: string }[];
}

/** Everything that is wrong with a mail. */
export function lintMail(mail: OutgoingMail, rules: LintRules): LintCode[] {
  const root = readTree(mail.html);
  const all = [...elements(root)];
  const css = all
    .filter((n) => n.tag === "style")
    .flatMap((n) => n.children.filter((c) => typeof c === "string"))
    .join("\n");
  const links = all
    .filter((n) => n.tag === "a")
    .map((a) => ({ href: a.attributes.get("href") ?? "", words: oneLine(`${wordsOf(a)} ${altsIn(a)}`) }));
  const page = { root, all, css, links };
  return LINT_CODES.filter((code) => !CHECKS[code](mail, page, rules));
}

/** What pictures inside say. */
const altsIn = (node: Element) =>
  [...elements(node)].map((n) => (n.tag === "img" ? (n.attributes.get("alt") ?? "") : "")).join(" ");

const named = (page: Page, ...tags: string[]) => page.all.filter((n) => tags.includes(n.tag));
const langOf = (page: Page) => asLang(page.root.attributes.get("lang"));

/** Each is true where all is well. */
const CHECKS: Record<LintCode, Check> = {
  large: ({ html }) => !tooLarge(html),
  doctype: ({ html }) => /^<!doctype html>/i.test(html),
  title: (_, page) => named(page, "title").some((n) => n.children.join("").trim() !== ""),
  // On the root, and on the first child of the body for programs that drop the root.
  lang: (_, page) =>
    [page.root, named(page, "body")[0]?.children.find((c) => typeof c !== "string")].every(
      (n) => typeof n === "object" && asLang(n.attributes.get("lang")) && n.attributes.get("dir") === "ltr",
    ),
  headings(_, page) {
    const levels = named(page, "h1", "h2", "h3", "h4", "h5", "h6").map((n) => (wordsOf(n) ? Number(n.tag[1]) : 9));
    return levels.filter((l) => l === 1).length === 1 && levels.every((l, i) => l <= (levels[i - 1] ?? 0) + 1);
  },
  table: (_, page) =>
    named(page, "table").every((table) => {
      const heads = [...elements(table)].filter((n) => n.tag === "th");
      if (table.attributes.get("role") === "presentation") return true;
      return heads.length > 0 && heads.every((n) => ["row", "col"].includes(n.attributes.get("scope") ?? ""));
    }),
  alt: (_, page) => named(page, "img").every((n) => n.attributes.has("alt")),
  link_words: (_, page) =>
    page.links.every(({ words }) => words.length >= 3 && !/^(https?:\/\/|www\.)\S+$/.test(words)),
  link_target: (_, page, rules) => page.links.every(({ href }) => leadsHome(href, rules)),
  // The same words go to everybody: what opens one person's page is only what the mail itself fills in for its reader.
  link_personal(mail, page, { authored, publicUrl }) {
    if (!authored) return true;
    const own = [refusalOf(mail), `${publicUrl}/me`].map((url) => url.replace(/^https?:/, "https:"));
    const found = [
      ...page.links.map(({ href }) => href).filter((href) => isPersonalLink(href, publicUrl)),
      ...personalLinksIn(`${mail.text}\n${wordsOf(page.root)}`, publicUrl),
    ];
    return found.every((href) => own.includes(href.replace(/^https?:/, "https:")));
  },
  contrast: (_, page) => legible(page.root, []),
  contrast_dark(_, page) {
    const rules = darkRules(page.css);
    return rules.length > 0 && legible(page.root, rules);
  },
  hidden: (_, page) => !hides(page.root) && !/display:\s*none|visibility:\s*hidden/i.test(page.css),
  active: (_, page) =>
    named(page, "script", "iframe", "form", "input", "object", "embed", "link", "base", "svg", "video", "audio")
      .length === 0 &&
    page.all.every((n) => [...n.attributes.keys()].every((name) => !name.startsWith("on"))) &&
    !page.all.some((n) => n.tag === "meta" && /refresh/i.test(n.attributes.get("http-equiv") ?? "")),
  // Opening a mail asks nobody for anything.
  remote: (_, page, rules) =>
    !/url\(|@import|image-set\(/i.test(page.css) &&
    page.all.every(
      (n) =>
        !["srcset", "background", "poster"].some((name) => n.attributes.has(name)) &&
        (!n.attributes.has("src") || showsOurs(n, rules)) &&
        !/url\(|image-set\(/i.test(n.attributes.get("style") ?? ""),
    ),
  tracking: (_, page) =>
    page.links.every(({ href }) => !carriesAddress(href)) &&
    named(page, "img").every(
      (n) => !["width", "height"].some((side) => /^[01](px)?$/.test(n.attributes.get(side) ?? "")),
    ),
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the mark of a hole that was not filled
  slot: ({ html, text }) => !/<!--\s*\/?(slot|part)\b|\u0001/.test(html + text),
  text: ({ text }) => text.trim() !== "" && !/[^\P{Cc}\n]/u.test(text) && !/^-- $/m.test(text),
  text_links: ({ text }, page) => page.links.every(({ href }) => href.startsWith("mailto:") || text.includes(href)),
  says: ({ text }, page, rules) =>
    rules.says.map(oneLine).every((said) => oneLine(text).includes(said) && wordsOf(page.root).includes(said)),
  // List mail has its way out near the top, at the end, and in the text, everywhere the one of the header.
  refusal(mail, page) {
    const header = mail.headers["List-Unsubscribe"];
    if (header === undefined) return mail.headers["Auto-Submitted"] === "auto-generated";
    const url = refusalOf(mail);
    const words = mailTexts[langOf(page) ?? "lv"]["refuse.button"];
    const there = page.links.filter((l) => l.href === url && l.words === words).length;
    const early = page.links[0]?.href === url;
    return url !== "" && there >= 2 && early && mail.text.split(url).length > 2 && mail.text.includes(words);
  },
  notice: (mail, page, { publicUrl }) =>
    mail.headers["List-Unsubscribe"] === undefined || page.links.some(({ href }) => href === `${publicUrl}/privacy`),
  // A file is announced by its name, so that nobody takes it for something that slipped in; list mail has none.
  file: (mail, page) =>
    (mail.attachments ?? []).every(
      (file) => isFileFit(file) && mail.text.includes(file.name) && wordsOf(page.root).includes(file.name),
    ) && !(mail.attachments && mail.headers["List-Unsubscribe"]),
};

/** Where the header says that this reader refuses. */
const refusalOf = ({ headers }: OutgoingMail) =>
  /^<(https?:[^>]+)>, <mailto:/.exec(headers["List-Unsubscribe"] ?? "")?.[1] ?? "";

/** A picture of an author's mail: ours, named by its bytes and by nothing else. */
function showsOurs(node: Element, { authored, publicUrl }: LintRules): boolean {
  const src = node.attributes.get("src") ?? "";
  const named = src.startsWith(`${publicUrl}/media/`) && /^[0-9a-f]{64}$/.test(src.slice(publicUrl.length + 7));
  return authored === true && node.tag === "img" && named;
}

/** Only to us, to hosts the author named, or to a person. */
function leadsHome(href: string, { publicUrl, hosts = [], authored = false }: LintRules): boolean {
  if (/^(mailto|tel):./.test(href)) return true;
  if (!URL.canParse(href)) return false;
  const url = new URL(href);
  return url.origin === publicUrl || (url.protocol === "https:" && (authored || hosts.includes(url.host)));
}

/** An address inside an address: a link that counts its reader before it leads him on. */
function carriesAddress(href: string): boolean {
  return /https?(:|%3a)/i.test(href.replace(/^https?:/i, ""));
}
