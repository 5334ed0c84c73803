/** SQL of what others say of a draft. Each part is written by its own path, so that two people never overwrite each other. */
import type { Write } from "../../../platform/db.ts";
import type { Approval, Opinion } from "../rules/review.ts";

/** The officer has objected himself: only he takes that back. `part` is the column. */
export const ownObjection = (part: "review" | "ending") =>
  `(${part} ->> '$.opinion.verdict' IS 'objects' AND ${part} ->> '$.opinion.writtenDay' IS NULL)`;

/** The officer's opinion on a draft. Stale if it was sent, its reasons may have changed, or he objected himself, meanwhile. */
export function opinionWrite(m: { id: string; version: number; opinion: Opinion; byOfficer: boolean }): Write {
  return {
    sql: `UPDATE mailing SET review=json_set(coalesce(review, '{}'), '$.opinion', json(?))
          WHERE id=? AND version=? AND state='draft' AND (? OR NOT ${ownObjection("review")})`,
    args: [JSON.stringify(m.opinion), m.id, m.version, m.byOfficer ? 1 : 0],
    expect: 1,
  };
}

/** A second person's approval of one version. Stale if it was changed or sent meanwhile. */
export function approveWrite(m: { id: string; version: number; approval: Approval }): Write {
  return {
    sql: `UPDATE mailing SET review=json_set(json_remove(coalesce(review, '{}'), '$.olderCopy'), '$.approval', json(?))
          WHERE id=? AND version=? AND state='draft'`,
    args: [JSON.stringify(m.approval), m.id, m.version],
    expect: 1,
  };
}
