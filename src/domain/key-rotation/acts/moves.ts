/**
 * How a page of each table comes under the newest key: what is read, and what it becomes. Nothing is written here. A value that
 * does not open stays as it is, and its key with it: what is damaged is for a person to look at.
 */
import type { Deps } from "../../../deps.ts";
import type { Write } from "../../../platform/db.ts";
import { isRefusal } from "../../../refusal.ts";
import { normaliseAddress } from "../../people/rules.ts";
import { type KeyPlace, PLACES } from "../rules/places.ts";
import { type Moved, moveWrite } from "../store.ts";
import { tellsBy } from "../views/rows.ts";

type MoveDeps = Pick<Deps, "db" | "vault" | "config">;

/** A page of rows under an old key. */
export interface Page {
  /** Where the next one begins. */
  after: number;
  ids: string[];
  write: Write | undefined;
}

export interface Move {
  place: KeyPlace;
  /** How its rows tell their key. */
  by: string;
  /** Name of the column that finds a row. */
  id: string;
}

/** A sync compares tags of its file with those of addresses: as long as an import is under way they stay as they are. */
const NO_IMPORT = "NOT EXISTS (SELECT 1 FROM import_tag)";

/** The tables whose rows are moved. */
export const MOVES: readonly Move[] = PLACES.flatMap((place) => {
  const by = tellsBy(place);
  return place.becomes === "moved" && by ? [{ place, by, id: place.table === "event" ? "eid" : "id" }] : [];
});

/** The next page of rows under this key, behind the row `after`; undefined where there is none. */
export async function readPage(
  deps: MoveDeps,
  { place, by, id }: Move,
  key: { id: string; idBytes: Uint8Array },
  { after, size }: { after: number; size: number },
): Promise<Page | undefined> {
  const { table, column, says, ring } = place;
  const tagged = says.by === "column";
  const found = await deps.db.client.execute({
    sql: `SELECT rowid AS n, ${id} AS id, ${column} AS value${tagged ? ", sealed" : ""} FROM ${table}
          WHERE ${by} = ? AND ${column} IS NOT NULL AND rowid > ?${tagged ? ` AND ${NO_IMPORT}` : ""} ORDER BY rowid LIMIT ?`,
    args: [tagged ? key.id : key.idBytes, after, size],
  });
  const last = found.rows.at(-1);
  if (!last) return undefined;
  const moved = found.rows.flatMap((row): Moved[] => {
    const from = new Uint8Array(row.value as ArrayBuffer);
    const to = tagged
      ? tagOf(deps, table, String(row.id), row.sealed as ArrayBuffer | null)
      : anew(deps, place, String(row.id), from);
    return to ? [{ id: String(row.id), from, to }] : [];
  });
  const named = tagged ? { column: says.column, keyId: deps.config.rings[ring].newest.id } : undefined;
  return {
    after: Number(last.n),
    ids: moved.map((one) => one.id),
    write:
      moved.length === 0 ? undefined : moveWrite({ table, id, column }, moved, named ? { named, only: NO_IMPORT } : {}),
  };
}

/** The same under the newest key; undefined if it does not open. */
function anew({ vault }: MoveDeps, { ring, table, column }: KeyPlace, row: string, sealed: Uint8Array) {
  const place = { table, column, row };
  try {
    return ring === "PROOF_KEYS"
      ? vault.sealProofKey(place, vault.openProofKey(place, sealed))
      : vault.sealPiece(place, vault.openPiece(place, sealed));
  } catch {
    return undefined;
  }
}

/** The tag of the address that the row holds sealed; undefined if there is none to be read. */
function tagOf({ vault }: MoveDeps, table: string, row: string, sealed: ArrayBuffer | null): Uint8Array | undefined {
  if (!sealed) return undefined;
  try {
    const { address } = JSON.parse(vault.open({ table, column: "sealed", row }, new Uint8Array(sealed))) as {
      address?: string;
    };
    const checked = normaliseAddress(address ?? "");
    return isRefusal(checked) ? undefined : vault.tag(checked.normalised).tag;
  } catch {
    return undefined;
  }
}

/** How many of these rows are still under the key. */
export async function readLeft({ db }: MoveDeps, { place, by, id }: Move, key: string | Uint8Array, ids: string[]) {
  const found = await db.client.execute({
    sql: `SELECT count(*) AS n FROM ${place.table} WHERE ${id} IN (SELECT value FROM json_each(?)) AND ${by} = ?`,
    args: [JSON.stringify(ids), key],
  });
  return Number(found.rows[0]?.n ?? 0);
}
