/** Records of the institution, and those that a disposal act lets go. */
import { and, desc, eq, ne } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { mailing, recordFile } from "../../../platform/schema.ts";
import type { As } from "../acts/hand.ts";
import { mailingHeld } from "../rules/held.ts";

const OVER = ["closed", "cancelled"];

/** A campaign or an issue that was sent. `over`: nothing of it moves any more; an issue is over when it is out. */
export async function readRecord({ read }: Database, id: string): Promise<{ id: string; over: boolean } | undefined> {
  const row = await read
    .select({ id: mailing.id, state: mailing.state, kind: mailing.kind })
    .from(mailing)
    .where(and(eq(mailing.id, id), ne(mailing.kind, "reminder"), ne(mailing.state, "draft")))
    .get();
  return row && { id: row.id, over: OVER.includes(row.state) || (row.kind === "newsletter" && row.state === "sent") };
}

/** Campaigns and their places in the file index, newest first. */
export const readRecords = ({ read }: Database, most: number) =>
  read
    .select({
      id: mailing.id,
      title: mailing.title,
      sentAt: mailing.sentAt,
      closedAt: mailing.closedAt,
      code: recordFile.code,
      disposal: recordFile.disposal,
      disposalDay: recordFile.disposalDay,
    })
    .from(mailing)
    .leftJoin(recordFile, and(eq(recordFile.kind, "campaign"), eq(recordFile.subject, mailing.id)))
    .where(and(ne(mailing.kind, "reminder"), ne(mailing.state, "draft")))
    .orderBy(desc(mailing.createdAt))
    .limit(most)
    .all();

/** Over, named by an act whose day has come, and nobody can be told from it any more. Two parameters: the day, twice where held. */
const DUE = `FROM record_file f JOIN mailing m ON m.id = f.subject
  WHERE f.kind = 'campaign' AND f.disposal IS NOT NULL AND f.disposal_day <= ?
    AND (m.state IN ('closed','cancelled') OR (m.kind = 'newsletter' AND m.state = 'sent'))
    AND NOT EXISTS (SELECT 1 FROM message g JOIN mailing c ON c.id = g.mailing_id WHERE c.id = m.id OR c.campaign_id = m.id)`;
const HELD = mailingHeld("m.id");

export async function countDisposed({ client }: Database, as: As): Promise<{ due: number; kept: number }> {
  const { rows } = await client.execute({
    sql: `SELECT coalesce(sum(NOT ${HELD}), 0) AS due, coalesce(sum(${HELD}), 0) AS kept ${DUE}`,
    args: [as.today, as.today, as.today],
  });
  return { due: Number(rows[0]?.due ?? 0), kept: Number(rows[0]?.kept ?? 0) };
}

export async function readDisposed({ client }: Database, as: As, most: number) {
  const { rows } = await client.execute({
    sql: `SELECT m.id, m.title, f.disposal_day AS day ${DUE} AND NOT ${HELD} ORDER BY m.id LIMIT ?`,
    args: [as.today, as.today, most],
  });
  return rows.map(({ id, title, day }) => ({ id: String(id), title: String(title), day: String(day) }));
}
