/**
 * The rules that a mail's style sheets have for dark mode, and which of them an element gets. Knows the selectors that
 * mail uses: names, classes, descendants, children. Others (`:root`, `[data-ogsc]`) are passed over.
 */
import { declarations, type Element } from "./tree.ts";

export interface Rule {
  /** Compound selectors from the right to the left; `near`: the next one is the parent itself. */
  selector: readonly { tag: string; classes: readonly string[]; near: boolean }[];
  weight: number;
  style: ReadonlyMap<string, string>;
}

/** Rules inside `@media (prefers-color-scheme: dark)`, in order. */
export function darkRules(css: string): Rule[] {
  const rules: Rule[] = [];
  for (const block of mediaBlocks(css, /prefers-color-scheme:\s*dark/))
    for (const [, selectors = "", body = ""] of block.matchAll(/([^{}]+)\{([^{}]*)\}/g))
      for (const one of selectors.split(",")) {
        const selector = readSelector(one.trim());
        if (selector) rules.push({ selector, weight: weightOf(selector), style: declarations(body) });
      }
  return rules;
}

function* mediaBlocks(css: string, wanted: RegExp): Generator<string> {
  for (let at = css.indexOf("@media"); at >= 0; at = css.indexOf("@media", at + 1)) {
    const open = css.indexOf("{", at);
    if (open < 0) return;
    let end = open + 1;
    for (let depth = 1; depth > 0 && end < css.length; end++) depth += css[end] === "{" ? 1 : css[end] === "}" ? -1 : 0;
    if (wanted.test(css.slice(at, open))) yield css.slice(open + 1, end - 1);
  }
}

function readSelector(text: string): Rule["selector"] | undefined {
  const steps: { tag: string; classes: string[]; near: boolean }[] = [];
  let near = false;
  for (const part of text.split(/\s+/).reverse()) {
    if (part === ">") {
      near = true;
      continue;
    }
    const found = /^([a-z][a-z0-9]*|\*)?((?:\.[\w-]+)*)$/i.exec(part);
    if (!found || part === "") return undefined;
    const last = steps.at(-1);
    if (last) last.near = near;
    near = false;
    steps.push({
      tag: (found[1] ?? "*").toLowerCase(),
      classes: (found[2] ?? "").split(".").filter(Boolean),
      near: false,
    });
  }
  return steps;
}

function weightOf(selector: Rule["selector"]): number {
  return selector.reduce((sum, { tag, classes }) => sum + classes.length * 100 + (tag === "*" ? 0 : 1), 0);
}

/** What the rules say of a property of this element: the weightiest, the last of equals. They are all `!important`. */
export function ruled(rules: readonly Rule[], node: Element, properties: readonly string[]): string | undefined {
  let best: { weight: number; value: string } | undefined;
  for (const rule of rules) {
    const value = properties.map((name) => rule.style.get(name)).find((v) => v !== undefined);
    if (value === undefined || (best && rule.weight < best.weight) || !matches(rule.selector, 0, node)) continue;
    best = { weight: rule.weight, value: value.replace(/\s*!important$/, "") };
  }
  return best?.value;
}

function matches(selector: Rule["selector"], step: number, node: Element | undefined): boolean {
  const wanted = selector[step];
  if (!wanted) return true;
  if (!node || !fits(wanted, node)) return false;
  if (step === selector.length - 1) return true;
  if (wanted.near) return matches(selector, step + 1, node.parent);
  for (let above = node.parent; above; above = above.parent) if (matches(selector, step + 1, above)) return true;
  return false;
}

function fits(wanted: Rule["selector"][number], node: Element): boolean {
  return (wanted.tag === "*" || wanted.tag === node.tag) && wanted.classes.every((name) => node.classes.has(name));
}
