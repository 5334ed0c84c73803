/** SQL of reviews: what was decided, and what it does to tags, a page at a time by the index of their day. */
import { type Database, holds, type Write, write } from "../../../platform/db.ts";
import { suppressionReview } from "../../../platform/schema.ts";

/** A decision, unless one about the same tags runs, or has changed their number since it was read. */
export function decidedWrites(db: Database, row: typeof suppressionReview.$inferInsert): Write[] {
  const { scope, reason, upTo, n } = row;
  return [
    holds("NOT EXISTS (SELECT 1 FROM suppression_review WHERE state = 'running' AND scope = ? AND reason = ?)", [
      scope,
      reason,
    ]),
    holds(
      `(SELECT count(*) FROM suppression INDEXED BY suppression_due
        WHERE scope = ? AND reason = ? AND review_day <= ?) = ?`,
      [scope, reason, upTo, n],
    ),
    write(db.read.insert(suppressionReview).values(row)),
  ];
}

const PAGE_OF = `(SELECT tag FROM suppression INDEXED BY suppression_due
  WHERE review_day <= ? AND scope = ? AND reason = ? LIMIT ?)`;

/** The next page of a decision; `changes()` of the first statement is counted by the second. */
export function applyWrites(
  review: {
    id: string;
    scope: string;
    reason: string;
    upTo: string;
    decision: "prolong" | "end";
    until: string | null;
  },
  page: number,
): Write[] {
  const { id, scope, reason, upTo, decision, until } = review;
  const of = [upTo, scope, reason, page];
  const change: Write =
    decision === "prolong"
      ? {
          sql: `UPDATE suppression SET review_day = ? WHERE scope = ? AND reason = ? AND tag IN ${PAGE_OF}`,
          args: [until, scope, reason, ...of],
        }
      : {
          sql: `DELETE FROM suppression WHERE scope = ? AND reason = ? AND review_day <= ? AND tag IN ${PAGE_OF}`,
          args: [scope, reason, upTo, ...of],
        };
  return [
    change,
    { sql: "UPDATE suppression_review SET done = done + changes() WHERE id = ? AND state = 'running'", args: [id] },
    {
      sql: `UPDATE suppression_review SET state = 'done' WHERE id = ? AND NOT EXISTS (SELECT 1 FROM suppression
            INDEXED BY suppression_due WHERE review_day <= ? AND scope = ? AND reason = ?)`,
      args: [id, upTo, scope, reason],
    },
  ];
}

/** A page of tags that end without a decision. */
export function endWrite({ scope, reason, upTo }: Group, n: number): Write {
  return {
    sql: `DELETE FROM suppression WHERE scope = ? AND reason = ? AND review_day <= ? AND tag IN ${PAGE_OF}`,
    args: [scope, reason, upTo, upTo, scope, reason, n],
    expect: n,
  };
}

/** A page of tags that stand on without a decision. */
export function standOnWrite({ scope, reason, upTo, until }: Group & { until: string }, n: number): Write {
  return {
    sql: `UPDATE suppression SET review_day = ? WHERE scope = ? AND reason = ? AND review_day <= ? AND tag IN ${PAGE_OF}`,
    args: [until, scope, reason, upTo, upTo, scope, reason, n],
    expect: n,
  };
}

interface Group {
  scope: string;
  reason: string;
  /** Last review day of those that are meant. */
  upTo: string;
}
