/** The tree of a mail's HTML as a mail program would read it (parse5, the parsing rules of the HTML standard). */
import { parse } from "parse5";

/** An element, with the style it sets itself: what stands in `style` and the attributes that mail uses for it. */
export interface Element {
  tag: string;
  attributes: ReadonlyMap<string, string>;
  classes: ReadonlySet<string>;
  style: ReadonlyMap<string, string>;
  parent: Element | undefined;
  children: readonly (Element | string)[];
}

interface Node {
  nodeName: string;
  tagName?: string;
  attrs?: { name: string; value: string }[];
  childNodes?: Node[];
  value?: string;
}

/** The root element of a document. */
export function readTree(html: string): Element {
  const root = (parse(html) as unknown as Node).childNodes?.find((n) => n.tagName === "html");
  if (!root) throw new Error("a parsed document has a root");
  return element(root, undefined);
}

function element(node: Node, parent: Element | undefined): Element {
  const attributes = new Map((node.attrs ?? []).map((a) => [a.name, a.value]));
  const children: (Element | string)[] = [];
  const made: Element = {
    tag: node.tagName ?? "",
    attributes,
    classes: new Set((attributes.get("class") ?? "").split(/\s+/).filter(Boolean)),
    style: declarations(attributes.get("style") ?? ""),
    parent,
    children,
  };
  for (const child of node.childNodes ?? []) {
    if (child.nodeName === "#text") children.push(child.value ?? "");
    else if (child.tagName) children.push(element(child, made));
  }
  return made;
}

/** `color: #fff; margin: 0` as a map; names in lower case, the last of two wins. */
export function declarations(css: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const part of css.split(";")) {
    const colon = part.indexOf(":");
    if (colon > 0) found.set(part.slice(0, colon).trim().toLowerCase(), part.slice(colon + 1).trim());
  }
  return found;
}

/** All elements, parents before children. */
export function* elements(root: Element): Generator<Element> {
  yield root;
  for (const child of root.children) if (typeof child !== "string") yield* elements(child);
}

/** Words in an element, white space as one space. */
export function wordsOf(node: Element): string {
  const all = node.children.map((c) =>
    typeof c === "string" ? c : ["style", "title"].includes(c.tag) ? "" : wordsOf(c),
  );
  return oneLine(all.join(" "));
}

/** White space, no-break spaces too, as single spaces. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
