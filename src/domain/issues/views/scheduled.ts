/** Reads of issues that wait for their time. */
import { and, asc, eq } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { mailing } from "../../../platform/schema.ts";
import type { Review } from "../../campaigns/rules/review.ts";
import type { FrozenIssue } from "../rules/issue.ts";

/** One of them, frozen as it will go out. */
export interface Scheduled {
  id: string;
  listId: string;
  title: string;
  frozen: FrozenIssue;
  /** When it goes out, ms. */
  notBefore: number;
  review: Review | null;
  version: number;
}

/** All, the next to go out first. */
export async function readScheduled(db: Database): Promise<Scheduled[]> {
  const rows = await db.read
    .select({
      id: mailing.id,
      listId: mailing.listId,
      title: mailing.title,
      frozen: mailing.frozen,
      notBefore: mailing.notBefore,
      review: mailing.review,
      version: mailing.version,
    })
    .from(mailing)
    .where(and(eq(mailing.kind, "newsletter"), eq(mailing.state, "scheduled")))
    .orderBy(asc(mailing.notBefore), asc(mailing.id));
  return rows.map((row) => {
    if (!row.frozen || row.notBefore === null) throw new Error("a planned issue lacks its time or what was frozen");
    const { frozen, notBefore, review } = row;
    return { ...row, frozen: frozen as unknown as FrozenIssue, notBefore, review: review as Review | null };
  });
}
