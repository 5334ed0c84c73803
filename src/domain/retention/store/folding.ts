/** SQL by which messages become totals: in one batch they are added up and deleted, so that a mailing balances at any moment. */
import type { Write } from "../../../platform/db.ts";
import type { FoldingPage } from "../views/folding.ts";

const VALUES = `mailing_id, state, coalesce(reason, ''), coalesce(answer, ''), coalesce(way, ''), pilot, language`;

/** Folds a page. Stale if one of the messages is gone already. */
export function foldWrites({ mailingId, people, batches, last }: FoldingPage): Write[] {
  const those = "mailing_id = ? AND person_id IN (SELECT value FROM json_each(?))";
  const args = [mailingId, JSON.stringify(people)];
  return [
    {
      sql: `INSERT INTO mailing_total (mailing_id, state, reason, answer, way, pilot, language, n)
            SELECT ${VALUES}, count(*) FROM message WHERE ${those} GROUP BY ${VALUES}
            ON CONFLICT DO UPDATE SET n = n + excluded.n`,
      args,
    },
    { sql: `DELETE FROM message WHERE ${those}`, args, expect: people.length },
    {
      sql: `DELETE FROM batch WHERE id IN (SELECT value FROM json_each(?))
            AND NOT EXISTS (SELECT 1 FROM message WHERE batch_id = batch.id AND batch_id IS NOT NULL)`,
      args: [JSON.stringify(batches)],
    },
    // With its last message go the hand-overs that came to nothing, and the id where the planner had come to.
    ...(last
      ? [
          { sql: "DELETE FROM batch WHERE mailing_id = ?", args: [mailingId] },
          { sql: "UPDATE mailing SET cursor = NULL WHERE id = ?", args: [mailingId] },
        ]
      : []),
  ];
}
