/** Reads of lists that come in. */
import { and, asc, desc, eq, gt, inArray, lt } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { suppressionImport, suppressionImportTag } from "../../../platform/schema.ts";
import type { RefusalCode } from "../../../refusal.ts";
import type { Silenced } from "../acts/silence.ts";
import type { GivenReason } from "../rules.ts";

/** What a list holds, in numbers: fresh + known + kept = addresses; addresses + duplicates + stillIn + refused = rows. */
export interface Findings {
  rows: number;
  addresses: number;
  fresh: number;
  /** They have a tag that covers this already. */
  known: number;
  /** People on our lists who will be taken off. */
  ending: number;
  /** People who have consented here, and not before they left there. */
  kept: number;
  duplicates: number;
  stillIn: number;
  refused: { code: RefusalCode; rows: number; first: number[] }[];
  reasons: Partial<Record<GivenReason, number>>;
}

export interface ListJob {
  id: string;
  scope: string;
  source: string;
  reason: GivenReason;
  endsProven: boolean;
  /** Keyed tag of the file (`vault.suppressionListTag`), in hex. */
  fileSha256: string;
  state: "arriving" | "checked" | "running" | "done" | "dropped";
  findings: Findings;
  written: Partial<Record<"added" | "known" | "ended" | "kept", number>>;
  createdBy: string;
  startedBy: string | null;
  createdAt: number;
  finishedAt: number | null;
}

const asJob = (row: typeof suppressionImport.$inferSelect): ListJob => ({
  ...row,
  reason: row.reason as GivenReason,
  findings: row.findings as unknown as Findings,
});

export async function readListJob(db: Database, id: string): Promise<ListJob | undefined> {
  const row = await db.read.select().from(suppressionImport).where(eq(suppressionImport.id, id)).get();
  return row && asJob(row);
}

/** The newest lists that came in whole. */
export async function readListJobs(db: Database, most: number): Promise<ListJob[]> {
  const rows = await db.read
    .select()
    .from(suppressionImport)
    .where(inArray(suppressionImport.state, ["checked", "running", "done"]))
    .orderBy(desc(suppressionImport.createdAt))
    .limit(most);
  return rows.map(asJob);
}

export async function readRunningLists(db: Database): Promise<string[]> {
  const rows = await db.read
    .select({ id: suppressionImport.id })
    .from(suppressionImport)
    .where(eq(suppressionImport.state, "running"));
  return rows.map((r) => r.id);
}

/** Lists that nobody ran or dropped in their time. */
export async function readStaleLists(db: Database, before: number): Promise<string[]> {
  const rows = await db.read
    .select({ id: suppressionImport.id })
    .from(suppressionImport)
    .where(and(inArray(suppressionImport.state, ["arriving", "checked"]), lt(suppressionImport.createdAt, before)))
    .limit(20);
  return rows.map((r) => r.id);
}

/** The next staged tags after one, in their own order. */
export async function readStaged(
  db: Database,
  importId: string,
  limit: number,
  after: Uint8Array = new Uint8Array(0),
): Promise<Silenced[]> {
  const rows = await db.read
    .select()
    .from(suppressionImportTag)
    .where(and(eq(suppressionImportTag.importId, importId), gt(suppressionImportTag.tag, after)))
    .orderBy(asc(suppressionImportTag.tag))
    .limit(limit);
  return rows.map(({ tag, keyId, look, reason, day }) => ({
    tags: [{ tag, keyId }],
    look: Array.from({ length: look.length / 32 }, (_, i) => look.slice(i * 32, (i + 1) * 32)),
    reason: reason as GivenReason,
    day: day ?? undefined,
  }));
}
