/** Reads of imports: for their pages, for the job that runs them, and for the sweep that finds those a queue lost. */
import { and, asc, desc, eq, gte, inArray, lt, sql } from "drizzle-orm";
import type { Database } from "../../platform/db.ts";
import { importJob, importPage } from "../../platform/schema.ts";
import type { Vault } from "../../platform/vault.ts";
import { maskAddress } from "../people/rules.ts";
import type { Claim } from "./rules/claim.ts";
import type { Findings } from "./rules/findings.ts";

export interface Import {
  id: string;
  listId: string;
  state: "checked" | "running" | "done" | "dropped";
  claim: Claim;
  findings: Findings;
  fileName: string;
  fileSha256: string;
  createdBy: string;
  createdAt: number;
  finishedAt: number | null;
}

/** An import, or undefined; one whose check died half-way does not exist. */
export async function readImport(db: Database, id: string): Promise<Import | undefined> {
  const row = await db.read.select().from(importJob).where(eq(importJob.id, id)).get();
  return row && "rows" in row.findings ? asImport(row) : undefined;
}

/** The newest imports, at most `limit`. */
export async function readImports(db: Database, limit = 50): Promise<Import[]> {
  const rows = await db.read
    .select()
    .from(importJob)
    .orderBy(desc(importJob.createdAt), desc(importJob.id))
    .limit(limit);
  return rows.filter((row) => "rows" in row.findings).map(asImport);
}

function asImport(row: typeof importJob.$inferSelect): Import {
  return {
    ...row,
    claim: { origin: "unknown", ...row.claim } as unknown as Claim,
    findings: row.findings as unknown as Findings,
  };
}

/** Imports that are being written, oldest first: the sweep enqueues them again. */
export async function readRunningImports(db: Database): Promise<string[]> {
  const rows = await db.read
    .select({ id: importJob.id })
    .from(importJob)
    .where(eq(importJob.state, "running"))
    .orderBy(asc(importJob.createdAt));
  return rows.map((row) => row.id);
}

/** How many imports that are not running hold pages since before that moment. */
export async function countStale(db: Database, before: number): Promise<number> {
  const row = await db.read
    .select({ n: sql<number>`count(DISTINCT ${importPage.importId})` })
    .from(importPage)
    .innerJoin(importJob, eq(importJob.id, importPage.importId))
    .where(and(lt(importJob.createdAt, before), inArray(importJob.state, ["checked", "dropped"])))
    .get();
  return row?.n ?? 0;
}

export interface SealedPage {
  n: number;
  rows: number;
  sealed: Uint8Array;
}

/** The next page of accepted rows, in order; undefined when none is left. */
export async function readNextPage(db: Database, importId: string): Promise<SealedPage | undefined> {
  return db.read
    .select({ n: importPage.n, rows: importPage.rows, sealed: importPage.sealed })
    .from(importPage)
    .where(and(eq(importPage.importId, importId), gte(importPage.n, 0)))
    .orderBy(asc(importPage.n))
    .limit(1)
    .get();
}

/** The sealed text of the file, part by part, in order. */
export async function readSourceParts(db: Database, importId: string): Promise<SealedPage[]> {
  return db.read
    .select({ n: importPage.n, rows: importPage.rows, sealed: importPage.sealed })
    .from(importPage)
    .where(and(eq(importPage.importId, importId), lt(importPage.n, 0)))
    .orderBy(desc(importPage.n));
}

/** Where an address of a page stands already. */
export interface Known {
  addressId: string;
  personId: string;
  onList: boolean;
}

export interface PageStanding {
  /** Position in the page → the person. */
  known: Map<number, Known>;
  /** Position in the page → day of the newest suppression for this purpose or for everything. */
  left: Map<number, string>;
}

/**
 * Looks up a page of addresses in one round trip. `tags[i]` and `suppressionTags[i]` are the tags (hex) of the i-th
 * address under every key.
 */
export async function readPageStanding(
  db: Database,
  target: { listId: string; purposeId: string },
  tags: readonly (readonly string[])[],
  suppressionTags: readonly (readonly string[])[],
): Promise<PageStanding> {
  const flat = (all: readonly (readonly string[])[]) =>
    JSON.stringify(all.flatMap((some, i) => some.map((tag) => [i, tag])));
  const [people, gone] = await db.client.batch(
    [
      {
        sql: `SELECT r.value ->> 0 AS i, a.id AS address_id, a.person_id AS person_id, s.id IS NOT NULL AS on_list
          FROM json_each(?) r CROSS JOIN address a ON a.tag = unhex(r.value ->> 1)
          LEFT JOIN subscription s ON s.list_id = ? AND s.address_id = a.id`,
        args: [flat(tags), target.listId],
      },
      {
        sql: `SELECT r.value ->> 0 AS i, max(x.day) AS day
          FROM json_each(?) r CROSS JOIN suppression x ON x.tag = unhex(r.value ->> 1) AND x.scope IN (?, '*') GROUP BY 1`,
        args: [flat(suppressionTags), target.purposeId],
      },
    ],
    "read",
  );
  return {
    known: new Map(
      people?.rows.map((row) => [
        Number(row.i),
        { addressId: String(row.address_id), personId: String(row.person_id), onList: Number(row.on_list) === 1 },
      ]),
    ),
    left: new Map(gone?.rows.map((row) => [Number(row.i), String(row.day)])),
  };
}

/** What a person sees of the first rows to recognise the columns: never a whole address or name. */
export interface Sample {
  email: string;
  name: string;
  language: string;
}

/** One masked row of a checked import, if it can be one with a diacritic in the name: a wrong encoding shows there. */
export async function readSample(
  deps: { db: Database; vault: Pick<Vault, "open"> },
  importId: string,
): Promise<Sample | undefined> {
  const page = await readNextPage(deps.db, importId);
  if (!page) return undefined;
  const place = { table: "import_page", column: "sealed", row: `${importId}/${page.n}` };
  const rows = JSON.parse(deps.vault.open(place, page.sealed)) as { address: string; name: string; language: string }[];
  const masked = rows.map((row) => ({
    email: maskAddress(row.address),
    name: maskName(row.name),
    language: row.language,
  }));
  return masked.find((row) => /[^\p{ASCII}•]/u.test(row.name)) ?? masked.find((row) => row.name !== "") ?? masked[0];
}

/** `Ēriks Bērziņš` → `Ēri•• Bēr••`. */
function maskName(name: string): string {
  return name
    .split(" ")
    .filter(Boolean)
    .map((word) => `${word.slice(0, Math.min(3, Math.floor(word.length / 2)))}••`)
    .join(" ");
}
