/** Files that are no list, told by how they begin, so that each is refused in words that help. */
import { type Refusal, refuse } from "../../../refusal.ts";

const ARCHIVES = ["\x1f\x8b", "7z\xbc\xaf", "Rar!\x1a\x07"];

/** Why a file that begins with these bytes is no text; undefined if it may be. */
export function foreignBytes(start: Uint8Array): Refusal | undefined {
  const text = String.fromCharCode(...start);
  // A ZIP archive: workbooks are such, and name their parts at once; Mailchimp's download is one of CSV files.
  if (text.startsWith("PK")) return refuse(/\.csv|\.txt|\.tsv/i.test(text) ? "imports.archive" : "imports.spreadsheet");
  if (text.startsWith("\xd0\xcf\x11\xe0")) return refuse("imports.spreadsheet");
  return ARCHIVES.some((mark) => text.startsWith(mark)) ? refuse("imports.archive") : undefined;
}

const OTHERS =
  /^\s*(<(!doctype|html|\?xml|table|head|meta|style|div)|\{\s*"|\[\s*[{["]|begin:vcard|\{\\rtf|%pdf-|from: |received: )/i;

/** Whether a text is something else than rows: a web page, JSON, address cards. */
export const isOtherText = (text: string): boolean => OTHERS.test(text.slice(0, 200));
