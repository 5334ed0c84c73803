/** Fills the slots of a compiled mail shell. Values are text, never HTML; what is filled in is not searched for slots again. */
import { paragraphs } from "./text/wrap.ts";

const SLOT = /\{\{(\w+)(?::(url|paragraphs|color))?\}\}/g;

/** Text as HTML: escaped, without control characters. */
export function escapeHtml(text: string): string {
  return text
    .replace(/[^\P{Cc}\t\n\r]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** The HTML of a mail. Throws if a slot has no value, or a value is not what its slot takes: a fault of ours. */
export function fill<S extends string>(shell: string, values: Record<S, string>): string {
  return shell.replace(SLOT, (_, name: string, kind: string | undefined) => {
    const value = (values as Record<string, string | undefined>)[name];
    if (value === undefined) throw new Error(`the mail shell has a slot without a value: ${name}`);
    if (kind === "paragraphs") return paragraphs(value).map(paragraphHtml).join("");
    if (kind === "url" && !/^https?:\/\/[^\s"'<>\\]+$/.test(value)) throw new Error(`slot ${name} takes a web address`);
    if (kind === "color" && !/^#[0-9a-f]{6}$/.test(value)) throw new Error(`slot ${name} takes a colour like #1e4577`);
    return escapeHtml(value);
  });
}

function paragraphHtml(text: string): string {
  return `<p style="margin:0 0 12px">${text.split("\n").map(escapeHtml).join("<br>")}</p>`;
}
