/** Reads of notices: the current text of a kind, one exact text by its hash, and all versions. */
import { and, desc, eq, isNull } from "drizzle-orm";
import type { Database } from "../../platform/db.ts";
import { notice } from "../../platform/schema.ts";
import type { Lang } from "../institution/rules.ts";
import type { Notice, NoticeKind } from "./rules.ts";

/** Which series of versions: the privacy notice has no purpose, a statement has one. */
export interface NoticeSeries {
  kind: NoticeKind;
  purposeId?: string | null;
}

/** The text with this hash (64 hex digits), whatever its kind. */
export async function readNotice(db: Database, sha256: string): Promise<Notice | undefined> {
  const row = await db.read.select().from(notice).where(eq(notice.sha256, sha256)).get();
  return row && asNotice(row);
}

/** The newest version of a series in one language. */
export async function currentNotice(
  db: Database,
  series: NoticeSeries & { language: Lang },
): Promise<Notice | undefined> {
  const row = await db.read
    .select()
    .from(notice)
    .where(and(inSeries(series), eq(notice.language, series.language)))
    .orderBy(desc(notice.version))
    .limit(1)
    .get();
  return row && asNotice(row);
}

/** Every text of a series, newest version first. */
export async function readVersions(db: Database, series: NoticeSeries): Promise<Notice[]> {
  const rows = await db.read
    .select()
    .from(notice)
    .where(inSeries(series))
    .orderBy(desc(notice.version), desc(notice.language));
  return rows.map(asNotice);
}

/** The texts of the newest version of a series, one for each language it was published in. */
export async function readNewest(db: Database, series: NoticeSeries): Promise<Notice[]> {
  const all = await readVersions(db, series);
  return all.filter((n) => n.version === all[0]?.version);
}

/** The newest statement of every purpose: its version and languages. A purpose without one is absent. */
export async function readStatements(db: Database): Promise<Map<string, { version: number; languages: Lang[] }>> {
  const rows = await db.read
    .select({ purposeId: notice.purposeId, version: notice.version, language: notice.language })
    .from(notice)
    .where(eq(notice.kind, "consent"))
    .orderBy(desc(notice.version), desc(notice.language));
  const found = new Map<string, { version: number; languages: Lang[] }>();
  for (const { purposeId, version, language } of rows) {
    if (purposeId === null) continue;
    const newest = found.get(purposeId) ?? { version, languages: [] };
    if (newest.version === version) newest.languages.push(language as Lang);
    found.set(purposeId, newest);
  }
  return found;
}

function inSeries({ kind, purposeId }: NoticeSeries) {
  return and(eq(notice.kind, kind), purposeId ? eq(notice.purposeId, purposeId) : isNull(notice.purposeId));
}

function asNotice(row: typeof notice.$inferSelect): Notice {
  return { ...row, language: row.language as Lang };
}
