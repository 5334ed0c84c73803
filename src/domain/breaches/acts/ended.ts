/** The hand of retention for records of breaches: closed for so long, they go with all their versions. Open ones never do. */
import type { Counted, Hand } from "../../retention/acts/hand.ts";

const OVER = "FROM breach WHERE closed_at <= ?";

export const endedBreaches: Hand = {
  async count({ db }, as): Promise<Counted> {
    const found = await db.client.execute({ sql: `SELECT count(*) AS n ${OVER}`, args: [as.cutoff.ms] });
    return { due: Number(found.rows[0]?.n ?? 0), kept: 0 };
  },

  async page({ db }, _office, as, _cursor, most) {
    const found = await db.client.execute({
      sql: `SELECT id ${OVER} ORDER BY closed_at LIMIT ?`,
      args: [as.cutoff.ms, most],
    });
    const ids = JSON.stringify(found.rows.map((row) => String(row.id)));
    const change = [
      { sql: "DELETE FROM breach_version WHERE breach_id IN (SELECT value FROM json_each(?))", args: [ids] },
      { sql: "DELETE FROM breach WHERE id IN (SELECT value FROM json_each(?))", args: [ids] },
    ];
    return { change, proof: [], n: found.rows.length, cursor: found.rows.length < most ? null : "more" };
  },

  async samples({ db }, as, most) {
    const found = await db.client.execute({
      sql: `SELECT id, closed_at AS since ${OVER} ORDER BY closed_at LIMIT ?`,
      args: [as.cutoff.ms, most],
    });
    return found.rows.map((row) => ({ mark: String(row.id).slice(0, 8), since: Number(row.since) }));
  },
};
