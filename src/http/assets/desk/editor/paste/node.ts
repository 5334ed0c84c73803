/** What the cleaner asks of a pasted page: as much of the DOM as any tree of elements can answer. Nothing of it is ever shown. */
export interface Pasted {
  readonly nodeType: number;
  /** Any case: "P", "p", "o:p". */
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: ArrayLike<Pasted>;
  getAttribute?(name: string): string | null;
}

export const isText = (node: Pasted) => node.nodeType === 3;
export const isElement = (node: Pasted) => node.nodeType === 1;
export const nameOf = (node: Pasted) => node.nodeName.toLowerCase();
export const childrenOf = (node: Pasted): Pasted[] => Array.from(node.childNodes);
export const attribute = (node: Pasted, name: string) => node.getAttribute?.(name) ?? "";
export const classOf = (node: Pasted) => attribute(node, "class");

/**
 * Pasted markup with its styles set aside: our policy forbids inline styles even in a page that nobody sees, and the
 * browser complains of every one. The cleaner reads them where they lie now.
 */
export const withoutStyles = (html: string): string =>
  html
    .replace(/<style\b[\s\S]*?<\/style\s*>/gi, "")
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/(\s)style(\s*=)/gi, "$1data-style$2"));

/** A property of the element's own style: "mso-list" → "l0 level1 lfo1". Lower case, "" if it is not there. */
export function styleOf(node: Pasted, property: string): string {
  for (const rule of (attribute(node, "data-style") || attribute(node, "style")).split(";")) {
    const at = rule.indexOf(":");
    if (at > 0 && rule.slice(0, at).trim().toLowerCase() === property)
      return rule
        .slice(at + 1)
        .trim()
        .toLowerCase();
  }
  return "";
}

/** All words under a node as they stand. */
export function wordsOf(node: Pasted): string {
  return isText(node) ? (node.nodeValue ?? "") : childrenOf(node).map(wordsOf).join("");
}

const NEVER = new Set([
  "style",
  "script",
  "title",
  "meta",
  "head",
  "link",
  "xml",
  "noscript",
  "template",
  "svg",
  "object",
]);

/**
 * What no reader of the source document sees as its words: sheets, scripts, hidden and deleted text, comments, marks of
 * lists (Word draws them as text), footnotes below the text, and Office's own elements (`o:p`, `v:shape`) except smart tags.
 */
export function isUnseen(node: Pasted): boolean {
  if (isText(node)) return false;
  if (!isElement(node)) return true;
  const name = nameOf(node);
  if (NEVER.has(name) || name === "del" || (/^[a-z]+\d?:/.test(name) && !name.startsWith("st1:"))) return true;
  if (styleOf(node, "display") === "none" || styleOf(node, "mso-hide") === "all") return true;
  if (/ignore/.test(styleOf(node, "mso-list"))) return true;
  if (/(comment|footnote|endnote)-list/.test(styleOf(node, "mso-element"))) return true;
  return /\bMso(CommentReference|CommentText|FootnoteReference)\b|\bmsocom/i.test(classOf(node));
}
