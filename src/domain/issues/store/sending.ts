/** SQL of an issue on its way out: planned for a time, taken back, begun. What follows is the engine's (domain/messages/store). */
import type { Write } from "../../../platform/db.ts";
import type { FrozenIssue } from "../rules/issue.ts";

/** The list still takes issues: it is there, its purpose is the one that was frozen, active, and of the same basis. */
const STANDS = `EXISTS (SELECT 1 FROM list l JOIN purpose p ON p.id = l.purpose_id WHERE l.id = mailing.list_id
  AND l.purpose_id = mailing.purpose_id AND l.state='active' AND p.state='active' AND p.basis IS ?)`;

interface Going {
  id: string;
  version: number;
  frozen: FrozenIssue;
  /** The institution wants a second person: his approval must be of this version. */
  approval: boolean;
}

const DRAFT = `WHERE id=? AND version=? AND kind='newsletter' AND state='draft'
  AND (? = 0 OR review ->> '$.approval.version' = version) AND ${STANDS}`;
const draftArgs = ({ id, version, approval, frozen }: Going) => [id, version, approval ? 1 : 0, frozen.purpose.basis];

/** It goes out at once. Stale if the draft, its approval or its list changed since they were read. */
export function sendWrite(m: Going & { at: number }): Write {
  return {
    sql: `UPDATE mailing SET state='planning', frozen=?, sent_at=?, not_before=NULL ${DRAFT}`,
    args: [JSON.stringify(m.frozen), m.at, ...draftArgs(m)],
    expect: 1,
  };
}

/** It waits, frozen, for its time. Stale as `sendWrite`. */
export function scheduleWrite(m: Going & { notBefore: number }): Write {
  return {
    sql: `UPDATE mailing SET state='scheduled', frozen=?, not_before=? ${DRAFT}`,
    args: [JSON.stringify(m.frozen), m.notBefore, ...draftArgs(m)],
    expect: 1,
  };
}

/** Another time for one that waits. Stale if it has begun, was taken back or got another time meanwhile. */
export function moveWrite(id: string, from: number, to: number): Write {
  return {
    sql: "UPDATE mailing SET not_before=? WHERE id=? AND state='scheduled' AND not_before=?",
    args: [to, id, from],
    expect: 1,
  };
}

/** It is a draft again, as it was written and approved. Stale if it has begun or got another time meanwhile. */
export function takeBackWrite(id: string, notBefore: number): Write {
  return {
    sql: `UPDATE mailing SET state='draft', frozen=NULL, not_before=NULL
          WHERE id=? AND kind='newsletter' AND state='scheduled' AND not_before=?`,
    args: [id, notBefore],
    expect: 1,
  };
}

/** Of an older copy, whose last entry is of `until`: every draft may have gone out since, and its approval was for that. */
export function olderCopyWrite(until: number): Write {
  return {
    sql: `UPDATE mailing SET review=json_set(json_remove(coalesce(review, '{}'), '$.approval'), '$.olderCopy', ?)
          WHERE kind='newsletter' AND state='draft'`,
    args: [until],
  };
}

/** Its time has come. Stale if it was taken back or moved, or its list does not take issues any more. */
export function beginWrite(m: { id: string; notBefore: number; now: number; basis: string }): Write {
  return {
    sql: `UPDATE mailing SET state='planning', sent_at=?
          WHERE id=? AND state='scheduled' AND not_before=? AND not_before <= ? AND ${STANDS}`,
    args: [m.now, m.id, m.notBefore, m.now, m.basis],
    expect: 1,
  };
}
