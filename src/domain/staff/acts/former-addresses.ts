/** Work addresses of former members of staff: replaced by one that reaches nobody, so that the account stays as an author's name. */
import type { Hand } from "../../retention/acts/hand.ts";

const OVER = "disabled_at <= ? AND email NOT LIKE '%@former.invalid'";

export const formerAddresses: Hand = {
  async count({ db }, { cutoff }) {
    const found = await db.client.execute({ sql: `SELECT count(*) AS n FROM user WHERE ${OVER}`, args: [cutoff.ms] });
    return { due: Number(found.rows[0]?.n ?? 0), kept: 0 };
  },

  // The hand of staff's own tables writes it (platform/auth), as everything of them.
  async page(deps, _office, as, _cursor, most) {
    const { due } = await formerAddresses.count(deps, as);
    return {
      change: deps.auth.users.forget(as.cutoff.ms, most),
      proof: [],
      n: "first",
      cursor: due > most ? "more" : null,
    };
  },

  async samples({ db }, { cutoff }, most) {
    const found = await db.client.execute({
      sql: `SELECT substr(id, 1, 8) AS mark, disabled_at AS since FROM user WHERE ${OVER} ORDER BY disabled_at LIMIT ?`,
      args: [cutoff.ms, most],
    });
    return found.rows.map(({ mark, since }) => ({ mark: String(mark), since: Number(since) }));
  },
};
