/** Records to a CSV file that Latvian Excel opens: UTF-8 with BOM (the caller's), semicolons (or commas), every cell quoted. */

/**
 * Writes a record. A cell that a spreadsheet would run as a formula gets an apostrophe in front (OWASP "CSV injection";
 * also where it begins with spaces or in wide letters): what came in from outside must not act on the desk of whoever opens it.
 */
export function csvLine(record: readonly (string | number)[], separator: ";" | "," = ";"): string {
  const cell = (value: string | number) => {
    const text = String(value);
    const safe = typeof value === "string" && /^\s*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
    return `"${safe.replaceAll('"', '""')}"`;
  };
  return `${record.map(cell).join(separator)}\r\n`;
}
