/**
 * Lays out the text part of a mail: at most 72 columns, except for what cannot be broken (links), and never more than
 * 998 octets on a line (RFC 5322 §2.1.1).
 */

export const COLUMNS = 72;
/** Not `-- `: that would make mail programs hide what follows as a signature. */
export const RULE = "-".repeat(COLUMNS);

/** Characters of a word that is broken by force: with four octets each it still fits a line. */
const WORD_MAX = 240;

/** Wraps at spaces (a no-break space holds). Later lines are indented by `hang` columns. */
export function wrap(text: string, hang = 0): string {
  return text
    .replaceAll(/\r\n?/g, "\n")
    .split("\n")
    .map((line) => wrapLine(line, hang))
    .join("\n");
}

function wrapLine(line: string, hang: number): string {
  const rows: string[] = [];
  let row = "";
  for (const word of line.split(/[ \t]/).filter(Boolean).flatMap(broken)) {
    const longer = row ? `${row} ${word}` : word;
    const room = COLUMNS - (rows.length > 0 ? hang : 0);
    if (row && columns(longer) > room) {
      rows.push(row);
      row = word;
    } else row = longer;
  }
  rows.push(row);
  return rows.map((r, i) => (i === 0 ? r : " ".repeat(hang) + r)).join("\n");
}

/** A word, in pieces if no line could hold it. */
function broken(word: string): string[] {
  if (word.length <= WORD_MAX) return [word];
  const letters = [...word];
  return Array.from({ length: Math.ceil(letters.length / WORD_MAX) }, (_, i) =>
    letters.slice(i * WORD_MAX, (i + 1) * WORD_MAX).join(""),
  );
}

/** Columns of a line: characters, not UTF-16 units. */
export const columns = (text: string) => [...text].length;

/** A heading in capitals. */
export function capitals(text: string, lang: string): string {
  return wrap(text.toLocaleUpperCase(lang));
}

/** Blocks with blank lines between them, and a line end at the end. */
export function blocks(parts: readonly string[]): string {
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}
