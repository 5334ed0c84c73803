/** SQL of "justify or delete". */
import type { Write } from "../../../platform/db.ts";
import type { CaseKind } from "../rules/kinds.ts";

/** A finding that somebody must answer by a day; one of a kind is open at a time. */
export function openCaseWrite(one: {
  id: string;
  kind: CaseKind;
  subject: string;
  at: number;
  answerDay: string;
}): Write {
  const { id, kind, subject, at, answerDay } = one;
  return {
    sql: `INSERT INTO review_case (id, kind, subject, opened_at, answer_day) VALUES (?, ?, ?, ?, ?)
          ON CONFLICT (kind, subject) WHERE closed_at IS NULL DO NOTHING`,
    args: [id, kind, subject, at, answerDay],
  };
}

/** What was decided, in the place of what was decided before. Stale if its cause is gone. */
export function decideCaseWrite(one: {
  id: string;
  decision: "justified" | "delete";
  reason: string;
  until: string | null;
  by: string;
  at: number;
}): Write {
  const { id, decision, reason, until, by, at } = one;
  return {
    sql: `UPDATE review_case SET decision=?, reason=?, until=?, decided_by=?, decided_at=?
          WHERE id=? AND closed_at IS NULL`,
    args: [decision, reason, until, by, at, id],
    expect: 1,
  };
}

/** Its cause is gone, or what it named is deleted; without an answer it says so. */
export function closeCaseWrite(id: string, at: number, today: string): Write {
  return {
    sql: `UPDATE review_case SET closed_at=?, decision=coalesce(decision, iif(answer_day < ?, 'unanswered', NULL))
          WHERE id=? AND closed_at IS NULL`,
    args: [at, today, id],
  };
}

/** A justification that is over: it is asked anew, with a new day to answer. */
export function askAnewWrite(id: string, answerDay: string): Write {
  return {
    sql: `UPDATE review_case SET decision=NULL, reason=NULL, until=NULL, decided_by=NULL, decided_at=NULL, answer_day=?
          WHERE id=? AND decision='justified' AND closed_at IS NULL`,
    args: [answerDay, id],
  };
}
