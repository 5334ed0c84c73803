/** Lays out the text part of a mail: at most 72 columns, except for what cannot be broken (links). */

export const COLUMNS = 72;
/** Not `-- `: that would make mail programs hide what follows as a signature. */
export const RULE = "-".repeat(COLUMNS);

/** Parts of an author's plain text: blank lines part paragraphs, single line breaks stay. */
export function paragraphs(text: string): string[] {
  return text
    .replaceAll("\r\n", "\n")
    .split(/\n[^\S\n]*\n\s*/)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** Wraps at spaces (a no-break space holds). Later lines are indented by `hang` columns. */
export function wrap(text: string, hang = 0): string {
  return text
    .split("\n")
    .map((line) => wrapLine(line, hang))
    .join("\n");
}

function wrapLine(line: string, hang: number): string {
  const rows: string[] = [];
  let row = "";
  for (const word of line.split(" ").filter(Boolean)) {
    const longer = row ? `${row} ${word}` : word;
    const room = COLUMNS - (rows.length > 0 ? hang : 0);
    if (row && [...longer].length > room) {
      rows.push(row);
      row = word;
    } else row = longer;
  }
  rows.push(row);
  return rows.map((r, i) => (i === 0 ? r : " ".repeat(hang) + r)).join("\n");
}

/** A list item with a hanging indent. */
export function item(text: string): string {
  return wrap(`- ${text}`, 2);
}

/** A heading in capitals. */
export function heading(text: string, lang: string): string {
  return wrap(text.toLocaleUpperCase(lang));
}

/** A link under the words of its button. The link stands alone on its line. */
export function link(words: string, url: string): string {
  return `${wrap(`${words}:`)}\n${url}`;
}

/** Blocks with blank lines between them, and a line end at the end. */
export function blocks(...parts: string[]): string {
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}
