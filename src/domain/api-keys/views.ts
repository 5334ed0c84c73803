/** Reads of keys: the one that a call carries, and all of them for the desk. */
import { asc, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "../../platform/db.ts";
import { apiKey, user } from "../../platform/schema.ts";
import type { KeyPermission, Role } from "../staff/rules.ts";

export interface Key {
  id: string;
  name: string;
  purpose: string;
  permissions: KeyPermission[];
  /** `staff:<id>`. */
  createdBy: string;
  createdAt: number;
  expiresAt: number;
  lastUsedDay: string | null;
  revokedAt: number | null;
  revokedBy: string | null;
}

const KEY = {
  id: apiKey.id,
  name: apiKey.name,
  purpose: apiKey.purpose,
  permissions: apiKey.permissions,
  createdBy: apiKey.createdBy,
  createdAt: apiKey.createdAt,
  expiresAt: apiKey.expiresAt,
  lastUsedDay: apiKey.lastUsedDay,
  revokedAt: apiKey.revokedAt,
  revokedBy: apiKey.revokedBy,
};
const asKey = (row: { permissions: string[] } & Omit<Key, "permissions">): Key => ({
  ...row,
  permissions: row.permissions as KeyPermission[],
});

/** A key as a call finds it, with the account of its maker; undefined where nothing has this hash. By the index of hashes. */
export async function readKeyByHash(
  db: Database,
  hash: Uint8Array,
): Promise<
  (Key & { hash: Uint8Array; tat: number; maker: string; role: Role; makerDisabledAt: number | null }) | undefined
> {
  const row = await db.read
    .select({
      ...KEY,
      hash: apiKey.hash,
      tat: apiKey.tat,
      maker: user.id,
      role: user.role,
      makerDisabledAt: user.disabledAt,
    })
    .from(apiKey)
    .innerJoin(user, eq(user.id, sql`substr(${apiKey.createdBy}, 7)`))
    .where(eq(apiKey.hash, hash))
    .get();
  return row && { ...row, permissions: row.permissions as KeyPermission[] };
}

/** One key. */
export async function readKey(db: Database, id: string): Promise<Key | undefined> {
  const row = await db.read.select(KEY).from(apiKey).where(eq(apiKey.id, id)).get();
  return row && asKey(row);
}

/** All keys, oldest first: an office has a handful. */
export async function readKeys(db: Database): Promise<Key[]> {
  const rows = await db.read.select(KEY).from(apiKey).orderBy(asc(apiKey.createdAt), asc(apiKey.id));
  return rows.map(asKey);
}

/** Those that open something. */
export async function readLiveKeys(db: Database): Promise<Key[]> {
  const rows = await db.read.select(KEY).from(apiKey).where(isNull(apiKey.revokedAt)).orderBy(asc(apiKey.expiresAt));
  return rows.map(asKey);
}

/** Labels (`api:<id>`) → names, for wherever it is said who did something. */
export async function readKeyNames(db: Database): Promise<Map<string, string>> {
  const rows = await db.read.select({ id: apiKey.id, name: apiKey.name }).from(apiKey);
  return new Map(rows.map(({ id, name }) => [`api:${id}`, name]));
}
