/** SQL of waves and reminders, as people and the program decide about them. */
import type { Write } from "../../../platform/db.ts";
import type { FrozenMailing } from "../rules.ts";

/** Nothing waits after the pilot any more. Stale if nothing did, or the mailing stands still. */
export function releaseWrite(id: string): Write {
  return {
    sql: "UPDATE mailing SET wave=NULL, not_before=NULL WHERE id=? AND state='sending' AND wave='waiting'",
    args: [id],
    expect: 1,
  };
}

/** A reminder of a campaign begins to be planned. Stale if it has one, or does not wait for answers any more. */
export function remindWrites(m: {
  id: string;
  campaign: { id: string };
  frozen: FrozenMailing;
  by: string;
  at: number;
}): Write[] {
  return [
    {
      sql: `INSERT INTO mailing (id, kind, campaign_id, list_id, purpose_id, title, state, draft, frozen, deadline_day,
              created_by, created_at, sent_at)
            SELECT ?, 'reminder', id, list_id, purpose_id, title, 'planning', draft, ?, ?, ?, ?, ?
            FROM mailing WHERE id=? AND state='sent' AND ending ->> '$.remindedBy' IS NULL`,
      args: [m.id, JSON.stringify(m.frozen), m.frozen.deadlineDay, m.by, m.at, m.at, m.campaign.id],
      expect: 1,
    },
    {
      sql: "UPDATE mailing SET ending=json_set(coalesce(ending, '{}'), '$.remindedBy', ?) WHERE id=? AND state='sent'",
      args: [m.id, m.campaign.id],
      expect: 1,
    },
  ];
}
