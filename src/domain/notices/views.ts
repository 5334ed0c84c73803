/** Reads of notices: the current text of a kind, one exact text by its hash, and all versions. */
import { and, asc, desc, eq, isNull } from "drizzle-orm";
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
    .orderBy(desc(notice.version), asc(notice.language));
  return rows.map(asNotice);
}

function inSeries({ kind, purposeId }: NoticeSeries) {
  return and(eq(notice.kind, kind), purposeId ? eq(notice.purposeId, purposeId) : isNull(notice.purposeId));
}

function asNotice(row: typeof notice.$inferSelect): Notice {
  return { ...row, language: row.language as Lang };
}
