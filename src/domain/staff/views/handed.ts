/** What was handed to a member when somebody else's account ended. */
import type { Database } from "../../../platform/db.ts";
import type { HandedKind } from "../rules/handover.ts";

export interface Handed {
  kind: HandedKind;
  /** Id of the mailing or import; empty for a duty. */
  subject: string;
  /** Title of the mailing, name of the file; empty where it is gone. */
  name: string;
  fromUser: string;
  at: number;
  seen: boolean;
}

const MOST = 200;

/** Everything that came to him, newest first. */
export async function readHanded(db: Database, userId: string): Promise<Handed[]> {
  const found = await db.client.execute({
    sql: `SELECT h.kind, h.subject, h.from_user, h.at, h.seen_at, coalesce(m.title, i.file_name, '') AS name
          FROM handover h
          LEFT JOIN mailing m ON h.kind = 'mailing' AND m.id = h.subject
          LEFT JOIN import i ON h.kind = 'import' AND i.id = h.subject
          WHERE h.to_user = ? ORDER BY h.at DESC, h.id LIMIT ${MOST}`,
    args: [userId],
  });
  return found.rows.map((row) => ({
    kind: row.kind as HandedKind,
    subject: String(row.subject),
    name: String(row.name),
    fromUser: String(row.from_user),
    at: Number(row.at),
    seen: row.seen_at !== null,
  }));
}

/** How many of them he has not seen. */
export async function countHanded(db: Database, userId: string): Promise<number> {
  const found = await db.client.execute({
    sql: "SELECT count(*) AS n FROM handover WHERE to_user = ? AND seen_at IS NULL",
    args: [userId],
  });
  return Number(found.rows[0]?.n ?? 0);
}
