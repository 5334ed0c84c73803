/** SQL of planning failed messages anew. */
import { holds, type Write } from "../../../platform/db.ts";
import { NEVER_SENT } from "../views/failed.ts";

/**
 * Those of a mailing are planned as if for the first time; the mailing sends again if it was finished. Whoever may no longer
 * be mailed is skipped when his batch is made, like everybody. Stale if they are not exactly so many, or the mailing is over.
 */
export function planAnewWrites(mailingId: string, n: number): Write[] {
  return [
    {
      sql: `UPDATE message SET state='planned', reason=NULL, batch_id=NULL, begun_at=NULL, tries=0, try_at=NULL
            WHERE mailing_id=? AND ${NEVER_SENT}`,
      args: [mailingId],
      expect: n,
    },
    { sql: "UPDATE mailing SET state='sending', finished_at=NULL WHERE id=? AND state='sent'", args: [mailingId] },
    holds("EXISTS (SELECT 1 FROM mailing WHERE id=? AND state IN ('sending','paused'))", [mailingId]),
  ];
}
