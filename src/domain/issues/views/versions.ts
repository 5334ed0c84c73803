/** Reads of the versions of an issue. */
import { and, desc, eq, max } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { issueVersion } from "../../../platform/schema.ts";
import type { IssueDraft } from "../rules/issue.ts";
import type { VersionHead } from "../rules/versions.ts";

export interface IssueVersion extends VersionHead {
  title: string;
  draft: IssueDraft;
}

const HEAD = {
  n: issueVersion.n,
  how: issueVersion.how,
  auto: issueVersion.auto,
  title: issueVersion.title,
  by: issueVersion.by,
  at: issueVersion.at,
};

/** All versions of an issue, the newest first, without their texts. */
export async function readVersions(db: Database, mailingId: string): Promise<(VersionHead & { title: string })[]> {
  return db.read
    .select(HEAD)
    .from(issueVersion)
    .where(eq(issueVersion.mailingId, mailingId))
    .orderBy(desc(issueVersion.n));
}

/** One version, whole. */
export async function readVersion(db: Database, mailingId: string, n: number): Promise<IssueVersion | undefined> {
  const row = await db.read
    .select({ ...HEAD, draft: issueVersion.draft })
    .from(issueVersion)
    .where(and(eq(issueVersion.mailingId, mailingId), eq(issueVersion.n, n)))
    .get();
  return row && { ...row, draft: row.draft as unknown as IssueDraft };
}

/** Number of the newest version that this author left in this way. */
export async function readNewest(
  db: Database,
  mailingId: string,
  of: { by: string; how: VersionHead["how"] },
): Promise<number> {
  const row = await db.read
    .select({ n: max(issueVersion.n) })
    .from(issueVersion)
    .where(and(eq(issueVersion.mailingId, mailingId), eq(issueVersion.by, of.by), eq(issueVersion.how, of.how)))
    .get();
  return row?.n ?? 0;
}
