/** Lints rendered HTML mail (PLATFORM 1.9): what clipping, stripping and screen readers need. Returns what is wrong. */
import { parse } from "parse5";

interface Node {
  nodeName: string;
  tagName?: string;
  attrs?: { name: string; value: string }[];
  childNodes?: Node[];
  value?: string;
}

const LIMIT = 80_000;

export function lint(html: string): string[] {
  const wrong: string[] = [];
  const root = parse(html) as unknown as Node;
  const all = [...walk(root)];
  const named = (tag: string) => all.filter((n) => n.tagName === tag);
  const page = named("html")[0] as Node;
  const body = named("body")[0] as Node;

  if (new TextEncoder().encode(html).length > LIMIT) wrong.push("over 80 KB: Gmail clips at 102");
  if (!/^<!doctype html>/i.test(html)) wrong.push("no doctype");
  for (const [what, node] of [
    ["html", page],
    ["first child of body", elements(body)[0]],
  ] as const) {
    if (!/^(lv|en)$/.test(attribute(node, "lang") ?? "")) wrong.push(`no lang on ${what}`);
    if (attribute(node, "dir") !== "ltr") wrong.push(`no dir on ${what}`);
  }
  if (!text(named("title")[0]).trim()) wrong.push("no title");
  if (named("h1").length !== 1) wrong.push("not one h1");
  const levels = all.filter((n) => /^h[1-6]$/.test(n.tagName ?? "")).map((n) => Number(n.tagName?.[1]));
  if (levels.some((l, i) => l > (levels[i - 1] ?? 0) + 1)) wrong.push("headings skip a level");
  for (const table of named("table")) {
    const heads = [...walk(table)].filter((n) => n.tagName === "th");
    const role = attribute(table, "role");
    if (attribute(table, "class") === "data") {
      if (role === "presentation" || heads.length === 0) wrong.push("a data table without its meaning");
      if (heads.some((h) => attribute(h, "scope") !== "row")) wrong.push("th without scope");
    } else if (role !== "presentation") wrong.push("a layout table that is read as data");
  }
  for (const link of named("a")) {
    if (!/^(https?:|mailto:|tel:)/.test(attribute(link, "href") ?? "")) wrong.push("a link that goes nowhere");
    if (text(link).trim().length < 3) wrong.push("a link without words");
  }
  for (const image of named("img")) if (attribute(image, "alt") === undefined) wrong.push("an image without alt");
  if (all.some((n) => /display:\s*none|visibility:\s*hidden|font-size:\s*0(px)?[;"].*\w/.test(ownHidden(n))))
    wrong.push("hidden text");
  if (all.some((n) => ["script", "iframe", "form", "object", "embed", "link", "base"].includes(n.tagName ?? "")))
    wrong.push("something mail must not hold");
  if (all.some((n) => /^on/.test(n.attrs?.map((a) => a.name).find((a) => a.startsWith("on")) ?? "")))
    wrong.push("a script attribute");
  if (/url\(|@import|\bsrc=|background="/i.test(html)) wrong.push("a remote resource");
  if (/\{\{\w+(:\w+)?\}\}/.test(html.replaceAll(/&lt;b&gt;\{\{[^}]+\}\}/g, ""))) wrong.push("an unfilled slot");
  return [...new Set(wrong)];
}

function* walk(node: Node): Generator<Node> {
  yield node;
  for (const child of node.childNodes ?? []) yield* walk(child);
}

function elements(node: Node | undefined): Node[] {
  return (node?.childNodes ?? []).filter((n) => n.tagName);
}

function attribute(node: Node | undefined, name: string): string | undefined {
  return node?.attrs?.find((a) => a.name === name)?.value;
}

function text(node: Node | undefined): string {
  return node ? [...walk(node)].map((n) => n.value ?? "").join("") : "";
}

function ownHidden(node: Node): string {
  return node.childNodes?.some((n) => n.nodeName === "#text" && n.value?.trim())
    ? (attribute(node, "style") ?? "")
    : "";
}
