/** SQL of last mails: owed with the "no", taken up, gone. Whatever ends a row leaves one more in the count of its day. */
import { sql } from "drizzle-orm";
import { type Database, type Write, write } from "../../platform/db.ts";
import { hex } from "../../platform/encoding.ts";
import { lastMail } from "../../platform/schema.ts";
import type { OwedFence } from "../consent/rules/receipt.ts";
import type { LastMailOutcome } from "./rules.ts";

/** A last mail is owed from now on. */
export function oweLastMailWrite(
  db: Database,
  { eid, tag, sealed, at }: { eid: string; tag: Uint8Array; sealed: Uint8Array; at: number },
): Write {
  return write(db.read.insert(lastMail).values({ eid, tag, sealed, state: "due", tryAt: at, createdAt: at }));
}

const asRead = (eid: string, { state, tryAt }: OwedFence) =>
  sql`${lastMail.eid} = ${eid} and ${lastMail.state} = ${state} and ${lastMail.tryAt} = ${tryAt}`;

/** Moves a row on. Stale if somebody else did, or it is gone. */
export function moveLastMailWrite(db: Database, eid: string, from: OwedFence, to: OwedFence): Write {
  return write(db.read.update(lastMail).set(to).where(asRead(eid, from)), 1);
}

/** It is over: the row goes, and with it the address. Stale if it is gone already. */
export function endLastMailWrites(
  db: Database,
  eid: string,
  from: OwedFence,
  counted: { outcome: LastMailOutcome; day: string },
): Write[] {
  return [
    write(db.read.delete(lastMail).where(asRead(eid, from)), 1),
    {
      sql: `INSERT INTO last_mail_count (day, outcome, n) VALUES (?, ?, 1)
            ON CONFLICT (day, outcome) DO UPDATE SET n = n + 1`,
      args: [counted.day, counted.outcome],
    },
  ];
}

/** Rows of before this moment go, whatever became of them: an attempt of which nobody heard is unknown. */
export function endOldLastMailWrites(before: number, day: string): Write[] {
  return [
    {
      sql: `INSERT INTO last_mail_count (day, outcome, n)
            SELECT ?, iif(state = 'mailing', 'unknown', 'late') AS outcome, count(*) FROM last_mail
            WHERE created_at <= ? GROUP BY 2
            ON CONFLICT (day, outcome) DO UPDATE SET n = n + excluded.n`,
      args: [day, before],
    },
    { sql: "DELETE FROM last_mail WHERE created_at <= ?", args: [before] },
  ];
}

/** Nothing goes there any more: its owner has come back, or wants no mail whatever. */
export function dropLastMailWrite(addressTags: readonly Uint8Array[]): Write {
  return {
    sql: "DELETE FROM last_mail WHERE tag IN (SELECT unhex(value) FROM json_each(?))",
    args: [JSON.stringify(addressTags.map((tag) => hex(tag)))],
  };
}

/** All of them, on a copy of the database: nobody knows which have gone out since it was made. */
export function forgetLastMailsWrites(day: string): Write[] {
  return [
    {
      sql: `INSERT INTO last_mail_count (day, outcome, n) SELECT ?, 'unknown', n FROM (SELECT count(*) AS n FROM last_mail)
            WHERE n > 0 ON CONFLICT (day, outcome) DO UPDATE SET n = n + excluded.n`,
      args: [day],
    },
    { sql: "DELETE FROM last_mail", args: [] },
  ];
}
