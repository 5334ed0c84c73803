/** A mail with holes, made once for a mailing and a language; for each recipient only the holes are filled. */
import type { Pieces } from "../pieces.ts";
import type { HoleName } from "./mail.ts";
import { COLUMNS, columns } from "./wrap.ts";

export type Holes = Record<HoleName, string>;

/** Fills the holes with values that are ready as they are. */
export type Template<T = string> = (values: Holes) => T;

interface Gap {
  name: HoleName;
  /** What follows it. */
  after: string;
  /** Column at which the value begins. */
  column: number;
  /** What stands before it, as it is and with the value on a line of its own. */
  before: string;
  moved: string;
}

/** HTML: the values take the place of the marks. In pieces, of which the fixed ones are the same for all. */
export function htmlTemplate(marked: string): Template<Pieces> {
  const { first, gaps } = takeApart(marked);
  const fixed = [first, ...gaps.map((gap) => gap.after)];
  return (values) => ({ fixed, values: gaps.map((gap) => values[gap.name]) });
}

/** The whole of it. */
export function together({ fixed, values }: Pieces): string {
  let out = fixed[0] ?? "";
  for (const [i, value] of values.entries()) out += value + fixed[i + 1];
  return out;
}

/** Text: a value that does not fit its line after some words goes to a line of its own. */
export function textTemplate(marked: string): Template {
  const { first, gaps } = takeApart(marked);
  return (values) => {
    let out = gaps.length === 0 ? first : "";
    for (const { name, before, moved, column } of gaps) {
      const value = values[name];
      out += (column > 0 && column + columns(value) > COLUMNS ? moved : before) + value;
    }
    return out + (gaps.at(-1)?.after ?? "");
  };
}

function takeApart(marked: string): { first: string; gaps: Gap[] } {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the mark is one that no text can hold
  const [first = "", ...rest] = marked.split(/\u0001(\w+)\u0001/);
  const gaps: Gap[] = [];
  for (let i = 0; i < rest.length; i += 2) {
    const before = i === 0 ? first : (rest[i - 1] ?? "");
    gaps.push({
      name: rest[i] as HoleName,
      after: rest[i + 1] ?? "",
      column: columns(before.slice(before.lastIndexOf("\n") + 1)),
      before,
      moved: `${before.trimEnd()}\n  `,
    });
  }
  return { first, gaps };
}
