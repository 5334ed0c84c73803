/** Mailings that are over for so long that their messages become totals. */
import type { Database } from "../../../platform/db.ts";
import type { As, Counted } from "../acts/hand.ts";
import { mailingHeld } from "../rules/held.ts";
import { countedOf } from "./counted.ts";

/** Closed or called off, with the campaign that it belongs to, or a newsletter that is out, before the moment of the parameter. */
const OVER = `FROM mailing m LEFT JOIN mailing c ON c.id = m.campaign_id
  WHERE (coalesce(c.state, m.state) IN ('closed','cancelled') OR (m.kind = 'newsletter' AND m.state = 'sent'))
    AND coalesce(c.closed_at, c.finished_at, m.closed_at, m.finished_at) <= ?
    AND EXISTS (SELECT 1 FROM message g WHERE g.mailing_id = m.id)`;
const HELD = mailingHeld("m.id");
const MESSAGES = "(SELECT count(*) FROM message g WHERE g.mailing_id = m.id)";

/**
 * Messages of such mailings, and how many of them a hold keeps. With `most` it looks at so many and one more, and says whether
 * there were more.
 */
export async function countFolding({ client }: Database, as: As, most?: number): Promise<Counted> {
  if (most !== undefined) {
    const { rows } = await client.execute({
      sql: `SELECT count(*) AS seen, coalesce(sum(NOT held), 0) AS due, coalesce(sum(held), 0) AS kept FROM
              (SELECT o.held FROM (SELECT m.id, ${HELD} AS held ${OVER}) o CROSS JOIN message g ON g.mailing_id = o.id LIMIT ?)`,
      args: [as.today, as.cutoff.ms, most + 1],
    });
    return countedOf(rows[0], most);
  }
  const [all, kept] = await client.batch(
    [
      { sql: `SELECT coalesce(sum(${MESSAGES}), 0) AS n ${OVER} AND NOT ${HELD}`, args: [as.cutoff.ms, as.today] },
      { sql: `SELECT coalesce(sum(${MESSAGES}), 0) AS n ${OVER} AND ${HELD}`, args: [as.cutoff.ms, as.today] },
    ],
    "read",
  );
  return { due: Number(all?.rows[0]?.n ?? 0), kept: Number(kept?.rows[0]?.n ?? 0) };
}

export interface FoldingPage {
  mailingId: string;
  people: string[];
  batches: string[];
  /** No message of the mailing is left behind these. */
  last: boolean;
}

/** People of one mailing whose messages are folded next. Undefined: nothing is left. */
export async function readFolding({ client }: Database, as: As, most: number): Promise<FoldingPage | undefined> {
  const found = await client.execute({
    sql: `SELECT m.id ${OVER} AND NOT ${HELD} ORDER BY m.id LIMIT 1`,
    args: [as.cutoff.ms, as.today],
  });
  const mailingId = found.rows[0]?.id;
  if (mailingId === undefined) return undefined;
  const { rows } = await client.execute({
    sql: "SELECT person_id AS person, batch_id AS batch FROM message WHERE mailing_id = ? ORDER BY person_id LIMIT ?",
    args: [mailingId, most + 1],
  });
  const page = rows.slice(0, most);
  const batches = new Set(page.flatMap(({ batch }) => (batch === null ? [] : [String(batch)])));
  return {
    mailingId: String(mailingId),
    people: page.map(({ person }) => String(person)),
    batches: [...batches],
    last: rows.length <= most,
  };
}

/** Titles and days of such mailings, for a sample. */
export async function readFoldingTitles({ client }: Database, as: As, most: number) {
  const { rows } = await client.execute({
    sql: `SELECT m.title, coalesce(c.closed_at, c.finished_at, m.closed_at, m.finished_at) AS at ${OVER}
          ORDER BY at LIMIT ?`,
    args: [as.cutoff.ms, most],
  });
  return rows.map(({ title, at }) => ({ mark: String(title), since: Number(at) }));
}
