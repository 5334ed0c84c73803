/** The hand of every rule that a column decides: SQL made from the rule alone. */
import type { InValue } from "@libsql/client";
import { mailingHeld } from "../rules/held.ts";
import type { Aged, Rule } from "../rules/rule.ts";
import type { As, Hand } from "./hand.ts";

/** Table, its condition, and the values of it. */
interface Where {
  sql: string;
  args: InValue[];
}

/** What is over; with `held`, only what is kept or only what is not. */
export function overWhere(by: Aged, as: As, held?: "kept" | "free"): Where {
  const { since, day, only = "true", mailing } = by;
  const over = `${since} <= ? AND ${only}`;
  const args: InValue[] = [day ? as.cutoff.day : as.cutoff.ms];
  if (!mailing) return held === "kept" ? { sql: "false", args: [] } : { sql: over, args };
  if (!held) return { sql: over, args };
  return { sql: `${over} AND ${held === "free" ? "NOT " : ""}${mailingHeld(mailing)}`, args: [...args, as.today] };
}

/** The hand of a rule that ages by a column. */
export function agedHand(rule: Rule, by: Aged): Hand {
  const { table } = by;
  const count = (where: Where, most?: number) =>
    most === undefined
      ? { sql: `SELECT count(*) AS n FROM ${table} WHERE ${where.sql}`, args: where.args }
      : {
          sql: `SELECT count(*) AS n FROM (SELECT 1 FROM ${table} WHERE ${where.sql} LIMIT ?)`,
          args: [...where.args, most],
        };
  return {
    async count({ db }, as) {
      const asked = [count(overWhere(by, as, "free")), ...(by.mailing ? [count(overWhere(by, as, "kept"))] : [])];
      const [due, kept] = await db.client.batch(asked, "read");
      return { due: Number(due?.rows[0]?.n ?? 0), kept: Number(kept?.rows[0]?.n ?? 0) };
    },

    async page({ db }, _office, as, _cursor, most) {
      const free = overWhere(by, as, "free");
      const found = await db.client.execute(count(free, most + 1));
      return {
        change: [pageWrite(rule, by, as, most)],
        proof: [],
        n: "first",
        cursor: Number(found.rows[0]?.n ?? 0) > most ? "more" : null,
      };
    },

    async samples({ db }, as, most) {
      const free = overWhere(by, as, "free");
      const { rows } = await db.client.execute({
        sql: `SELECT ${by.since} AS since FROM ${table} WHERE ${free.sql} ORDER BY ${by.since} LIMIT ?`,
        args: [...free.args, most],
      });
      return rows.map((row) => ({ mark: "", since: by.day ? String(row.since) : Number(row.since) }));
    },
  };
}

/** Ends one page of it: the rows, or the columns that the rule names. */
export function pageWrite(rule: Rule, by: Aged, as: As, most: number): { sql: string; args: InValue[] } {
  const where = overWhere(by, as, "free");
  const those = `rowid IN (SELECT rowid FROM ${by.table} WHERE ${where.sql} LIMIT ?)`;
  const columns = rule.ends.find(({ table }) => table === by.table)?.columns;
  const sql = columns
    ? `UPDATE ${by.table} SET ${columns.map((name) => `${name}=NULL`).join(", ")} WHERE ${those}`
    : `DELETE FROM ${by.table} WHERE ${those}`;
  return { sql, args: [...where.args, most] };
}
