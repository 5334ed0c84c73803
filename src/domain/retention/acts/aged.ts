/** The hand of every rule that a column decides: SQL made from the rule alone. */
import type { InValue } from "@libsql/client";
import { mailingHeld } from "../rules/held.ts";
import type { Aged, Rule } from "../rules/rule.ts";
import { countedOf } from "../views/counted.ts";
import type { As, Hand } from "./hand.ts";

/** Table, its condition, and the values of it. */
interface Where {
  sql: string;
  args: InValue[];
}

/** What is over; `free`: and kept by no hold. */
export function overWhere(by: Aged, as: As, held?: "free"): Where {
  const { since, day, only = "true", mailing } = by;
  const over = `${since} <= ? AND ${only}`;
  const args: InValue[] = [day ? as.cutoff.day : as.cutoff.ms];
  if (!mailing || !held) return { sql: over, args };
  return { sql: `${over} AND NOT ${mailingHeld(mailing)}`, args: [...args, as.today] };
}

/** The hand of a rule that ages by a column. */
export function agedHand(rule: Rule, by: Aged): Hand {
  const { table } = by;
  return {
    async count({ db }, as, most) {
      const { sql, args } = countSql(by, as, most);
      const { rows } = await db.client.execute({ sql, args });
      return countedOf(rows[0], most);
    },

    async page({ db }, _office, as, _cursor, most) {
      const free = overWhere(by, as, "free");
      const found = await db.client.execute({
        sql: `SELECT count(*) AS n FROM (SELECT 1 FROM ${table} WHERE ${free.sql} LIMIT ?)`,
        args: [...free.args, most + 1],
      });
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

/**
 * Counts what is over, and what of it a hold keeps. With `most` it looks at so many rows and one more, whatever
 * becomes of them: a hold of a million rows must not make a page read a million.
 */
export function countSql({ table, since, day, only = "true", mailing }: Aged, as: As, most?: number): Where {
  const held = mailing ? mailingHeld(mailing) : "false";
  const bound = most === undefined ? "" : ` LIMIT ${most + 1}`;
  return {
    sql: `SELECT count(*) AS seen, coalesce(sum(NOT held), 0) AS due, coalesce(sum(held), 0) AS kept
          FROM (SELECT ${held} AS held FROM ${table} WHERE ${since} <= ? AND ${only}${bound})`,
    args: [...(mailing ? [as.today] : []), day ? as.cutoff.day : as.cutoff.ms],
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
