/** Records to a CSV file that Latvian Excel opens: UTF-8 with BOM, semicolons, every cell quoted. */

/**
 * Writes a file. A cell that a spreadsheet would run as a formula gets an apostrophe in front (OWASP "CSV injection"):
 * what came in from outside must not act on the desk of whoever opens it.
 */
export function writeCsv(records: readonly (readonly (string | number)[])[]): string {
  const cell = (value: string | number) => {
    const text = String(value);
    const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return `"${safe.replaceAll('"', '""')}"`;
  };
  return `\ufeff${records.map((record) => `${record.map(cell).join(";")}\r\n`).join("")}`;
}
