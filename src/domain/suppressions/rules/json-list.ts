/** A list in JSON, as services' interfaces give it, to records with titles: the same reader then reads both. Pure. */

const ADDRESS = /^(e-?mail|e-?mail[_ ]?address|address|recipient|destination)$/i;
const MOST_COLUMNS = 50;

/** Whether a text is JSON and not rows. */
export const looksLikeJson = (text: string): boolean => /^\s*[[{]/.test(text);

/** Records, the first of them titles; undefined if it is no JSON, or holds no addresses. One object a line will do. */
export function jsonRecords(text: string): string[][] | undefined {
  const whole = parse(text);
  const items = whole === undefined ? byLine(text) : itemsOf(whole);
  if (!items) return undefined;
  if (items.every((item) => typeof item === "string")) return items.map((item) => [item as string]);
  const objects = items.filter(isObject);
  const titles = [...new Set(objects.flatMap((o) => Object.keys(o)))].slice(0, MOST_COLUMNS);
  if (!titles.some((title) => ADDRESS.test(title))) return undefined;
  return [titles.map((t) => (ADDRESS.test(t) ? "email" : t)), ...objects.map((o) => titles.map((t) => cell(o[t])))];
}

/** The array itself, or the first one inside: `data`, `result`, `SuppressedDestinationSummaries`. */
function itemsOf(value: unknown): unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (!isObject(value)) return undefined;
  const inside = Object.values(value).find((v) => Array.isArray(v));
  return inside ? (inside as unknown[]) : [value];
}

function byLine(text: string): unknown[] | undefined {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "");
  const items = lines.map(parse);
  return items.length > 0 && items.every(isObject) ? items : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isObject = (v: unknown): v is Record<string, unknown> => typeof v === "object" && v !== null && !Array.isArray(v);

function cell(value: unknown): string {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}
