/** Words of a pasted element with their marks and links; line breaks inside stay. Styles are read only for bold and italic. */
import type { Run } from "../../../../../domain/documents/rules.ts";
import { targetOf } from "./links.ts";
import { attribute, childrenOf, isText, isUnseen, nameOf, type Pasted, styleOf } from "./node.ts";

export interface Ink {
  bold: boolean;
  italic: boolean;
  href?: string | undefined;
}

export const PLAIN: Ink = { bold: false, italic: false };

/** How words inside this element look, given how they look around it. */
export function inkOf(node: Pasted, around: Ink): Ink {
  const name = nameOf(node);
  const ink = { ...around };
  if (name === "b" || name === "strong") ink.bold = true;
  if (name === "i" || name === "em") ink.italic = true;
  const weight = styleOf(node, "font-weight");
  if (weight) ink.bold = weight === "bold" || weight === "bolder" || Number(weight) >= 600;
  const slant = styleOf(node, "font-style");
  if (slant) ink.italic = slant === "italic" || slant === "oblique";
  if (name === "a") ink.href = targetOf(attribute(node, "href")) ?? around.href;
  return ink;
}

const CONTROL = /[\p{Cc}\p{Cs}\u00ad\u200b\ufeff\u2028\u2029]/gu;

/** Line ends of the source are spaces; of spaces in a row one stays, and of a mixed row the plain one. */
export function tidyWords(text: string): string {
  return text
    .replace(/[\t\n\r\f\v]+/g, " ")
    .replace(CONTROL, "")
    .replace(/[ \u00a0]{2,}/g, " ");
}

export function runOf(text: string, ink: Ink): Run {
  if (ink.href && text.trim() !== "") return { kind: "link", text, href: ink.href };
  return { kind: "text", text, bold: ink.bold, italic: ink.italic };
}

/** All of an element as one line of runs, with breaks where it had them. */
export function runsIn(node: Pasted, around: Ink): Run[] {
  if (isUnseen(node)) return [];
  if (isText(node)) {
    const text = tidyWords(node.nodeValue ?? "");
    return text === "" ? [] : [runOf(text, around)];
  }
  if (nameOf(node) === "br") return [{ kind: "break" }];
  const ink = inkOf(node, around);
  return childrenOf(node).flatMap((child) => runsIn(child, ink));
}

/** Spaces where two pieces meet are one. */
export function close(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  let spaced = true;
  for (const run of runs) {
    if (run.kind === "break") {
      out.push(run);
      spaced = true;
      continue;
    }
    const text = spaced ? run.text.replace(/^ +/, "") : run.text;
    if (text === "") continue;
    spaced = /[ \u00a0]$/.test(text);
    out.push({ ...run, text });
  }
  return out;
}

/** Two breaks in a row are one: each paragraph brought its own. */
export const oneBreak = (runs: readonly Run[]): Run[] =>
  runs.filter((run, i) => run.kind !== "break" || runs[i - 1]?.kind !== "break");
