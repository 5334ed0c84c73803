/** SQL of the records of the institution. */
import type { Write } from "../../../platform/db.ts";

export function fileWrite(file: {
  subject: string;
  code: string;
  disposal: string | null;
  disposalDay: string | null;
  by: string;
  at: number;
}): Write {
  const { subject, code, disposal, disposalDay, by, at } = file;
  return {
    sql: `INSERT INTO record_file (kind, subject, code, disposal, disposal_day, changed_by, changed_at)
          VALUES ('campaign', ?, ?, ?, ?, ?, ?)
          ON CONFLICT (kind, subject) DO UPDATE SET code=excluded.code, disposal=excluded.disposal,
            disposal_day=excluded.disposal_day, changed_by=excluded.changed_by, changed_at=excluded.changed_at`,
    args: [subject, code, disposal, disposalDay, by, at],
  };
}

/** Destroys campaigns with their reminders: texts, readings, totals. The line of the file index stays and says by which act. */
export function disposeWrites(ids: readonly string[]): Write[] {
  const those =
    "(SELECT id FROM mailing WHERE id IN (SELECT value FROM json_each(?)) OR campaign_id IN (SELECT value FROM json_each(?)))";
  const args = [JSON.stringify(ids), JSON.stringify(ids)];
  return [
    ...["mailing_reading", "mailing_total", "refusal_count", "batch", "issue_version"].map((table) => ({
      sql: `DELETE FROM ${table} WHERE mailing_id IN ${those}`,
      args,
    })),
    // Its images stay as long as anything else shows them, and then until their own rule ends them.
    { sql: `DELETE FROM image_use WHERE subject IN ${those}`, args },
    // Texts that a proof names by their hash stay with the proof.
    { sql: `DELETE FROM mailing WHERE id IN ${those}`, args },
  ];
}
