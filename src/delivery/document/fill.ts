/**
 * Fills the slots of compiled shells. Words are text and are escaped; HTML goes only into slots made for it, and only as
 * `Html`, which nothing but our writer makes. What is filled in is not searched for slots again. A hole leaves a mark
 * with a control character, which no escaped text can hold (template.ts takes the result apart there).
 */
import { SHELLS, type ShellSlots } from "../shells.gen.ts";
import { Hole, type HoleName, type Palette, type Words } from "./mail.ts";

/** HTML of our own making. */
export class Html {
  constructor(readonly html: string) {}
}

/** The mark of a hole: no text that came through `plain` can hold it. */
export const mark = (name: HoleName) => `\u0001${name}\u0001`;

const SLOT = /\{\{(\w+)(?::(url|color))?\}\}|<!--slot (\w+)-->/g;
const URL_KIND = /^(?:https?:\/\/|mailto:|tel:)[^\s"<>\\]+$/;

/** Text without what no text may hold: control characters except tab and line breaks, halves of characters. */
export function plain(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]|\p{Cs}/gu, "");
}

/** Text as HTML: plain and escaped. */
export function escapeHtml(text: string): string {
  return plain(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** A shell or part with its slots filled. Throws if a value is not what its slot takes: a fault of ours. */
export function fill<K extends keyof ShellSlots>(
  shell: K,
  values: Record<ShellSlots[K], Words | Html>,
  palette: Palette,
): string {
  return SHELLS[shell].replace(SLOT, (_, name: string | undefined, kind: string | undefined, made: string) => {
    if (kind === "color") return colour(palette[name as keyof Palette]);
    const value = (values as Record<string, Words | Html | undefined>)[name ?? made];
    if (value === undefined) throw new Error(`the mail shell has a slot without a value: ${name ?? made}`);
    if (value instanceof Html !== (name === undefined))
      throw new Error(`slot ${name ?? made} takes ${name ? "text" : "HTML"}`);
    if (value instanceof Html) return value.html;
    if (value instanceof Hole) return mark(value.name);
    if (kind === "url" && !URL_KIND.test(value)) throw new Error(`slot ${name} takes a web or mail address`);
    return escapeHtml(value);
  });
}

function colour(value: string): string {
  if (!/^#[0-9a-f]{6}$/.test(value)) throw new Error("a colour is written like #1e4577");
  return value;
}
