/** What of a mail's words can be seen: contrast (WCAG 2.2, 1.4.3) in both palettes, and text that hides (PLATFORM 1.9). */
import { contrast } from "../mails/colours.ts";
import { type Rule, ruled } from "./sheet.ts";
import type { Element } from "./tree.ts";

interface Look {
  colour: string;
  ground: string;
  /** Pixels. */
  size: number;
  bold: boolean;
}

/** A program's own look, before any style. */
const BARE: Look = { colour: "#000000", ground: "#ffffff", size: 16, bold: false };
/** Smaller words are not meant to be read. */
const SMALLEST = 12;
const NAMED: Record<string, string> = { white: "#ffffff", black: "#000000" };

/** Whether every word stands out from its ground: 4.5:1, large words 3:1. `rules`: the other palette's. */
export function legible(root: Element, rules: readonly Rule[]): boolean {
  return every(root, BARE, rules, (look) => {
    const large = look.size >= 24 || (look.bold && look.size >= 18.66);
    return contrast(look.colour, look.ground) >= (large ? 3 : 4.5);
  });
}

/** Whether some words are there for filters and programs only. */
export function hides(root: Element): boolean {
  return !every(root, BARE, [], (look, node) => look.size >= SMALLEST && !concealed(node));
}

function every(
  node: Element,
  above: Look,
  rules: readonly Rule[],
  holds: (look: Look, node: Element) => boolean,
): boolean {
  if (["head", "style", "title"].includes(node.tag)) return true;
  const look = lookOf(node, above, rules);
  return node.children.every((child) =>
    typeof child === "string" ? child.trim() === "" || holds(look, node) : every(child, look, rules, holds),
  );
}

function lookOf(node: Element, above: Look, rules: readonly Rule[]): Look {
  const { style, attributes } = node;
  const own = (dark: readonly string[]) =>
    ruled(rules, node, dark) ?? dark.map((name) => style.get(name)).find((v) => v !== undefined);
  const weight = style.get("font-weight");
  const heavy = ["h1", "h2", "h3", "strong", "b", "th"].includes(node.tag);
  return {
    colour: hexOf(own(["color"])) ?? above.colour,
    ground: hexOf(own(["background-color", "background"]) ?? attributes.get("bgcolor")) ?? above.ground,
    size: pixels(style.get("font-size")) ?? above.size,
    bold: weight ? Number(weight) >= 700 || weight === "bold" : heavy || above.bold,
  };
}

/** Sized away, cut off, see-through, or drawn outside: the element itself or anything around it. */
function concealed(node: Element): boolean {
  for (let at: Element | undefined = node; at; at = at.parent) {
    const is = (name: string, hidden: RegExp) => hidden.test(at?.style.get(name) ?? "");
    if (is("display", /^none/) || is("visibility", /^(hidden|collapse)/) || is("opacity", /^0(\.[0-4]\d*)?$/))
      return true;
    if (is("max-height", /^0/) || is("height", /^0/) || is("text-indent", /^-/) || is("clip", /./)) return true;
    if (is("mso-hide", /./) || is("position", /./) || at.attributes.has("hidden")) return true;
  }
  return false;
}

function hexOf(value: string | undefined): string | undefined {
  const text = value?.toLowerCase().trim() ?? "";
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(text);
  if (short)
    return `#${short
      .slice(1)
      .map((c) => c + c)
      .join("")}`;
  return /^#[0-9a-f]{6}/.exec(text)?.[0] ?? NAMED[text];
}

function pixels(value: string | undefined): number | undefined {
  const found = /^(\d+(?:\.\d+)?)(px)?$/.exec(value ?? "");
  return found ? Number(found[1]) : undefined;
}
