/** The file of an import, sealed part by part: in the database, or beside it where the runtime has a store for pieces. */
import type { Deps } from "../../../deps.ts";
import { isRefusal, type Refusal } from "../../../refusal.ts";
import { decodePart } from "../file/arrival.ts";
import { type Each, readRecords, sepLine } from "../file/records.ts";
import { partPage } from "../rules/cursor.ts";
import type { Delimiter, Encoding } from "../rules/format.ts";
import { readPart } from "../views.ts";
import { pagePlace } from "./target.ts";

type SourceDeps = Pick<Deps, "db" | "vault" | "pieces">;

/** Name of a part beside the database. */
export const pieceKey = (importId: string, n: number) => `imports/${importId}/${n}`;

/** Seals the n-th part and puts it where it belongs; what goes into the row is returned. */
export async function putPart(
  deps: SourceDeps,
  importId: string,
  n: number,
  bytes: Uint8Array,
): Promise<{ n: number; sealed: Uint8Array }> {
  const page = partPage(n);
  const sealed = deps.vault.sealPiece(pagePlace(importId, page), bytes);
  if (!deps.pieces) return { n: page, sealed };
  await deps.pieces.put(pieceKey(importId, n), sealed);
  return { n: page, sealed: new Uint8Array(0) };
}

/** The text of the n-th part; undefined once it is deleted. */
export async function partText(
  deps: SourceDeps,
  importId: string,
  n: number,
  encoding: Encoding,
): Promise<string | undefined> {
  const row = await readPart(deps.db, importId, n);
  if (!row) return undefined;
  const sealed = row.sealed.length > 0 ? row.sealed : await deps.pieces?.get(pieceKey(importId, n));
  if (!sealed) return undefined;
  return decodePart(deps.vault.openPiece(pagePlace(importId, row.n), sealed), encoding, n === 0);
}

/** Forgets the pieces beside the database; the rows went in a commit before. */
export async function dropPieces(deps: Pick<Deps, "pieces">, importId: string): Promise<void> {
  await deps.pieces?.drop(`imports/${importId}/`);
}

/** A place in the file. */
export interface Place {
  part: number;
  at: number;
  row: number;
}

/**
 * Reads the whole records of one part from a place; where there is none because a record goes on into the next part, that
 * one. Gives the place after them; undefined if the file is gone.
 */
export async function readFrom(
  deps: SourceDeps,
  file: { importId: string; parts: number; encoding: Encoding; delimiter: Delimiter },
  place: Place,
  each: Each,
): Promise<Place | Refusal | undefined> {
  const { importId, parts, encoding, delimiter } = file;
  const whole = await partText(deps, importId, place.part, encoding);
  if (whole === undefined) return undefined;
  const begin = place.part === 0 && place.at === 0 ? sepLine(whole).length : place.at;
  let text = whole.slice(begin);
  let last = place.part === parts - 1;
  const read = readRecords(text, { delimiter, last, row: place.row }, each);
  if (isRefusal(read)) return read;
  if (last || read.at === text.length) return { part: place.part + 1, at: 0, row: read.row };
  if (read.row > place.row) return { part: place.part, at: begin + read.at, row: read.row };
  for (let part = place.part + 1; ; part++) {
    const more = await partText(deps, importId, part, encoding);
    if (more === undefined) return undefined;
    const before = text.length;
    text += more;
    last = part === parts - 1;
    const over = readRecords(text, { delimiter, last, row: place.row, limit: 1 }, each);
    if (isRefusal(over)) return over;
    if (over.row === place.row) continue;
    return over.at === text.length
      ? { part: part + 1, at: 0, row: over.row }
      : { part, at: over.at - before, row: over.row };
  }
}
