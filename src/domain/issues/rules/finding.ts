/** What is said of an issue to its author: the form of it, and what any part may be asked. Pure. */
import type { FieldProblem, RefusalCode, RefusalValues } from "../../../refusal.ts";
import type { Lang } from "../../institution/rules.ts";
import type { ImageFacts } from "./issue.ts";

/** `field`: `lv.subject`, `lv.preheader`, `lv.blocks`, or `lv.` and the id of a block. */
export interface Finding extends FieldProblem {
  level: "stop" | "advise";
  language: Lang;
  /** Id of the block it is about. */
  block?: string;
}

/** Notes what is wrong at one place. */
export type Note = (level: Finding["level"], code: RefusalCode, values?: RefusalValues) => void;

/** Images that there are, with their weight in octets. */
export type Images = ReadonlyMap<string, ImageFacts & { size: number }>;

/** CAPITALS are read letter by letter, and by some screen readers spelt out. */
export function shouts(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.length >= 8 && text === text.toLocaleUpperCase("lv") && text !== text.toLocaleLowerCase("lv");
}
