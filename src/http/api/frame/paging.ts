/** Pages of a list by cursor: what comes after the last one seen, whatever was added meanwhile. A cursor holds a time and an id. */
import { z } from "zod";
import { base64url, unbase64url, utf8 } from "../../../platform/encoding.ts";
import { type Refusal, refuse } from "../../../refusal.ts";

const LIMIT = { usual: 50, most: 200 } as const;
const decoder = new TextDecoder();

export const pageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(LIMIT.most).default(LIMIT.usual).meta({ example: 50 }),
  cursor: z.string().max(200).optional(),
});

/** A page: at most `limit` items, and the cursor of the next; null: there is none. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), next: z.string().nullable() });

export const toCursor = (key: string): string => base64url(utf8(key));

/** The key of a cursor that `toCursor` made: `<number>/<id>`. */
export function fromCursor(cursor: string | undefined): string | undefined | Refusal {
  if (cursor === undefined) return undefined;
  const bytes = unbase64url(cursor);
  const key = bytes && decoder.decode(bytes);
  return key && /^\d{1,16}\/[0-9a-f-]{36}$/.test(key) ? key : refuse("api.cursor");
}

/** A page of a short list that is read whole, in its order. */
export function pageWhole<T>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): { rows: T[]; next: string | null } | Refusal {
  const after = fromCursor(cursor);
  if (typeof after === "object") return after;
  const from = after === undefined ? 0 : rows.findIndex((row) => keyOf(row) === after) + 1;
  if (after !== undefined && from === 0) return refuse("api.cursor");
  const shown = rows.slice(from, from + limit);
  const last = shown.at(-1);
  return { rows: shown, next: last && from + limit < rows.length ? toCursor(keyOf(last)) : null };
}
