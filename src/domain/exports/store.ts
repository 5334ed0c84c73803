/** SQL of exports: asked, made page by page, fetched, told of, and over. What an erasure does to them stands here too. */
import { type Database, holds, type Write, write } from "../../platform/db.ts";
import { exportJob } from "../../platform/schema.ts";
import { type Export, FETCH_MS, type Mark, unfetched } from "./rules.ts";

type Row = typeof exportJob.$inferInsert;

/** A list is asked for. */
export function askWrite(
  db: Database,
  row: Pick<Row, "id" | "subject" | "form" | "recipient" | "recipientName" | "reason" | "askedBy" | "askedAt">,
): Write {
  return write(db.read.insert(exportJob).values({ ...row, kind: "list", state: "making" }));
}

/**
 * One page of a list, from after `from` up to `to`: whoever is on it at this moment, whose data are not restricted (GDPR
 * Art. 18) and whose address can be opened. `keyIds`: of the keys that open addresses. The cursor is the fence: two runs of
 * one page write it once.
 */
export function pageWrites(
  one: Pick<Export, "id" | "subject" | "cursor">,
  from: Mark | undefined,
  to: Mark,
  keyIds: readonly string[],
): Write[] {
  const after = from?.state === to.state ? from : { createdAt: -1, id: "" };
  return [
    {
      sql: `INSERT INTO export_person (export_id, n, person_id, subscription_id)
            SELECT ?, (SELECT coalesce(max(n), 0) FROM export_person WHERE export_id = ?)
              + row_number() OVER (ORDER BY s.created_at, s.id), s.person_id, s.id
            FROM subscription s JOIN person p ON p.id = s.person_id JOIN address a ON a.id = s.address_id
            WHERE s.list_id = ? AND s.state = ? AND (s.created_at, s.id) > (?, ?) AND (s.created_at, s.id) <= (?, ?)
              AND p.restricted_at IS NULL
              AND lower(hex(substr(a.sealed, 1, 4))) IN (SELECT value FROM json_each(?))`,
      args: [
        one.id,
        one.id,
        one.subject,
        to.state,
        after.createdAt,
        after.id,
        to.createdAt,
        to.id,
        JSON.stringify(keyIds),
      ],
    },
    {
      sql: `UPDATE export SET people = people + changes(), cursor = ?
            WHERE id = ? AND state = 'making' AND coalesce(cursor, '') = ?`,
      args: [JSON.stringify(to), one.id, one.cursor ?? ""],
      expect: 1,
    },
  ];
}

/** All are in; from now on it can be fetched. */
export function readyWrite(one: Pick<Export, "id" | "cursor">, now: number): Write {
  return {
    sql: "UPDATE export SET state='ready', until=? WHERE id = ? AND state = 'making' AND coalesce(cursor, '') = ?",
    args: [now + FETCH_MS, one.id, one.cursor ?? ""],
    expect: 1,
  };
}

/** It leaves the house. Stale if it is over, or was dropped meanwhile. */
export function fetchedWrite(id: string, now: number): Write {
  return {
    sql: `UPDATE export SET fetches = fetches + 1, handed_out_at = coalesce(handed_out_at, ?)
          WHERE id = ? AND state = 'ready' AND until > ?`,
    args: [now, id, now],
    expect: 1,
  };
}

/** It is not wanted any more; only before it was fetched. Its people go with the next turn of `overWrites`. */
export function dropWrite(id: string): Write {
  return { sql: "UPDATE export SET state='over' WHERE id = ? AND fetches = 0", args: [id], expect: 1 };
}

/** What is handed out at once, and never waits: a bundle of proofs. `personId`: of one who is held. */
export function handedOutWrites(
  db: Database,
  row: Pick<Row, "id" | "subject" | "recipient" | "recipientName" | "reason" | "askedBy" | "askedAt" | "people"> & {
    kind: "proofs" | "person";
    personId?: string | undefined;
  },
): Write[] {
  const { personId, ...given } = row;
  const at = row.askedAt;
  return [
    write(
      db.read.insert(exportJob).values({ ...given, state: "over", form: {}, until: at, fetches: 1, handedOutAt: at }),
    ),
    ...(personId
      ? [{ sql: "INSERT INTO export_person (export_id, n, person_id) VALUES (?, 1, ?)", args: [row.id, personId] }]
      : []),
  ];
}

/** What the recipient was told about those who had gone when the page was shown. `n`: as many as the person saw. */
export function toldWrite(id: string, told: { outcome: string; upTo: number; n: number; at: number }): Write {
  return {
    sql: `UPDATE export_person SET told = ?, told_at = ?
          WHERE export_id = ? AND told IS NULL AND ended_at IS NOT NULL AND ended_at <= ?`,
    args: [told.outcome, told.at, id, told.upTo],
    expect: told.n,
  };
}

/** Subscriptions that end, as JSON of `subscriptionId` and `personId`: out of what nobody fetched, marked in what was. */
export function leftWrites(endings: string, at: number): Write[] {
  const theirs = `person_id IN (SELECT value ->> 'personId' FROM json_each(?))
    AND subscription_id IN (SELECT value ->> 'subscriptionId' FROM json_each(?))`;
  return [
    {
      sql: `DELETE FROM export_person WHERE ${theirs} AND export_id IN (SELECT id FROM export WHERE fetches = 0)`,
      args: [endings, endings],
    },
    {
      sql: `UPDATE export_person SET ended_at = coalesce(ended_at, ?) WHERE ${theirs}`,
      args: [at, endings, endings],
    },
  ];
}

/** People who are erased, as JSON of `personId`: nothing that was not fetched holds them, and what was loses its tie to them. */
export function erasedWrites(erased: string, at: number): Write[] {
  const theirs = "person_id IN (SELECT value ->> 'personId' FROM json_each(?))";
  return [
    {
      sql: `DELETE FROM export_person WHERE ${theirs} AND export_id IN (SELECT id FROM export WHERE fetches = 0)`,
      args: [erased],
    },
    {
      sql: `UPDATE export_person SET ended_at = coalesce(ended_at, ?), person_id = NULL, subscription_id = NULL WHERE ${theirs}`,
      args: [at, erased],
    },
  ];
}

/** Holds while nothing else was handed out about this person than what the act has told him. */
export function noOtherHandedOut(personId: string, known: readonly string[]): Write {
  return holds(
    `NOT EXISTS (SELECT 1 FROM export_person p JOIN export e ON e.id = p.export_id
       WHERE p.person_id = ? AND e.fetches > 0 AND e.id NOT IN (SELECT value FROM json_each(?)))`,
    [personId, JSON.stringify(known)],
  );
}

/** One page of what nobody fetched: first the people, then the exports that have none left; and what can no longer be fetched is over. */
export function overWrites(now: number, page: number): Write[] {
  const { where, args } = unfetched(now);
  return [
    { sql: "UPDATE export SET state='over' WHERE state = 'ready' AND until <= ?", args: [now] },
    {
      sql: `DELETE FROM export_person WHERE rowid IN (SELECT p.rowid FROM export e JOIN export_person p ON p.export_id = e.id
            WHERE ${where} LIMIT ?)`,
      args: [...args, page],
    },
    {
      sql: `DELETE FROM export AS e WHERE (${where}) AND NOT EXISTS (SELECT 1 FROM export_person p WHERE p.export_id = e.id)`,
      args,
    },
  ];
}
