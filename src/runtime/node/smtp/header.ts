/** Header lines (RFC 5322): free text that is encoded where it must be (RFC 2047), names, and lines that are not too long. */
import { phrase } from "../../../delivery/headers.ts";
import type { OutgoingMail } from "../../../deps.ts";

const PLAIN = /^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/;

/** Free text of a header: as it is, or encoded where it is not plain or could be taken for encoded. */
export function unstructured(text: string): string {
  return PLAIN.test(text) && !text.includes("=?") ? text : encodedWords(text);
}

/** A display name: a quoted string, or encoded. */
export function named({ name, address }: OutgoingMail["from"]): string {
  if (!name) return address;
  return `${PLAIN.test(name) && !name.includes("=?") ? phrase(name) : encodedWords(name)} <${address}>`;
}

/** RFC 2047 §2: so short that the first one fits on the line of `Subject:`. No letter is cut in two. */
function encodedWords(text: string): string {
  const words: string[] = [];
  let word = "";
  for (const letter of text) {
    if (Buffer.byteLength(word + letter) > 39) {
      words.push(word);
      word = "";
    }
    word += letter;
  }
  return [...words, word].map((w) => `=?UTF-8?B?${Buffer.from(w).toString("base64")}?=`).join(" ");
}

/**
 * Breaks a header line at spaces (RFC 5322 §2.2.3); never so that a line holds nothing but space, nor right after the name,
 * unless an encoded word would be too far right (RFC 2047 §2).
 */
export function fold(header: string): string {
  const [name = "", first = "", ...words] = header.split(/(?<=\S) (?=\S)/);
  const apart = first.startsWith("=?") && name.length + 1 + first.length > 76;
  const lines = apart ? [name] : [];
  let line = apart ? first : `${name} ${first}`;
  for (const word of words) {
    if (line.length + 1 + word.length > 76) {
      lines.push(line);
      line = word;
    } else line = `${line} ${word}`;
  }
  return [...lines, line].join("\r\n ");
}
