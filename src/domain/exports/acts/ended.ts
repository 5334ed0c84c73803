/**
 * The rule of retention `exports`: what is known of a handed-out file ends two years after it left, oldest first, unless its
 * recipient is still to be told of somebody. Files that nobody fetched end within the hour after their day (end.ts).
 */
import type { Database } from "../../../platform/db.ts";
import type { Hand } from "../../retention/acts/hand.ts";
import { readForgotten } from "../views.ts";

const countIn = async (db: Database, sql: string, arg: string) =>
  Number((await db.client.execute({ sql, args: [arg] })).rows[0]?.n ?? 0);

export const endedExports: Hand = {
  count: async ({ db }, { cutoff }) => ({ due: (await readForgotten(db, cutoff.ms)).n, kept: 0 }),

  async page({ db }, _office, { cutoff }, _cursor, most) {
    const { first, n } = await readForgotten(db, cutoff.ms);
    if (first === undefined) return { change: [], proof: [], n: 0, cursor: null };
    const rows = await countIn(db, "SELECT count(*) AS n FROM export_person WHERE export_id = ?", first.id);
    const people = {
      sql: "DELETE FROM export_person WHERE rowid IN (SELECT rowid FROM export_person WHERE export_id = ? LIMIT ?)",
      args: [first.id, most],
    };
    // A long one goes in several pages; it counts with its last.
    if (rows > most) return { change: [people], proof: [], n: 0, cursor: "more" };
    const whole = { sql: "DELETE FROM export WHERE id = ?", args: [first.id] };
    return { change: [people, whole], proof: [], n: 1, cursor: n > 1 ? "more" : null };
  },

  async samples({ db }, { cutoff }, most) {
    const { all } = await readForgotten(db, cutoff.ms, most);
    return all.map(({ id, at }) => ({ mark: id.slice(0, 8), since: at }));
  },
};
