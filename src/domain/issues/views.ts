/** Reads of issues: one whole, and those of the desk. */
import { and, desc, eq, inArray, lt, or } from "drizzle-orm";
import type { Database } from "../../platform/db.ts";
import { list, mailing } from "../../platform/schema.ts";
import type { Review } from "../campaigns/rules/review.ts";
import type { MailingState } from "../campaigns/rules.ts";
import type { Both } from "../institution/rules.ts";
import type { FrozenIssue, IssueDraft } from "./rules/issue.ts";

export interface Issue {
  id: string;
  listId: string;
  purposeId: string;
  title: string;
  state: MailingState;
  draft: IssueDraft;
  frozen: FrozenIssue | null;
  notBefore: number | null;
  review: Review | null;
  createdBy: string;
  createdAt: number;
  sentAt: number | null;
  finishedAt: number | null;
  version: number;
}

/** The issue with this id; undefined where there is none, or where it is another kind of mailing. */
export async function readIssue(db: Database, id: string): Promise<Issue | undefined> {
  const row = await db.read
    .select()
    .from(mailing)
    .where(and(eq(mailing.id, id), eq(mailing.kind, "newsletter")))
    .get();
  return row && asIssue(row);
}

/** The newest issue of a list that was sent; where none was, the newest draft. */
export async function readLastIssue(db: Database, listId: string): Promise<Issue | undefined> {
  const rows = await db.read
    .select()
    .from(mailing)
    .where(and(eq(mailing.listId, listId), eq(mailing.kind, "newsletter")))
    .orderBy(desc(mailing.sentAt), desc(mailing.createdAt), desc(mailing.id))
    .limit(1);
  return rows[0] && asIssue(rows[0]);
}

function asIssue(row: typeof mailing.$inferSelect): Issue {
  return {
    ...row,
    draft: row.draft as unknown as IssueDraft,
    frozen: row.frozen as unknown as FrozenIssue | null,
    review: row.review as Review | null,
  };
}

export interface IssueRow {
  id: string;
  title: string;
  state: MailingState;
  listId: string;
  listNames: Both;
  createdBy: string;
  createdAt: number;
  notBefore: number | null;
  sentAt: number | null;
}

/** Issues newest first, by key: `before` is `createdAt/id` of the last one seen. `states`: only these. */
export async function readIssues(
  db: Database,
  page: { before?: string; limit: number; listId?: string; states?: readonly MailingState[] },
): Promise<{ rows: IssueRow[]; next?: string }> {
  const [at, id] = page.before?.split("/") ?? [];
  const rows = await db.read
    .select({
      id: mailing.id,
      title: mailing.title,
      state: mailing.state,
      listId: list.id,
      listNames: list.names,
      createdBy: mailing.createdBy,
      createdAt: mailing.createdAt,
      notBefore: mailing.notBefore,
      sentAt: mailing.sentAt,
    })
    .from(mailing)
    .innerJoin(list, eq(list.id, mailing.listId))
    .where(
      and(
        eq(mailing.kind, "newsletter"),
        page.listId ? eq(mailing.listId, page.listId) : undefined,
        page.states ? inArray(mailing.state, [...page.states]) : undefined,
        at && id
          ? or(lt(mailing.createdAt, Number(at)), and(eq(mailing.createdAt, Number(at)), lt(mailing.id, id)))
          : undefined,
      ),
    )
    .orderBy(desc(mailing.createdAt), desc(mailing.id))
    .limit(page.limit + 1);
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  return { rows: shown, ...(rows.length > page.limit && last && { next: `${last.createdAt}/${last.id}` }) };
}
