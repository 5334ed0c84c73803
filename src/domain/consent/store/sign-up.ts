/** SQL of sign-ups: the sealed request, its link, and the answer to it. */
import { sql } from "drizzle-orm";
import { type Database, holds, type Write, write } from "../../../platform/db.ts";
import { hex } from "../../../platform/encoding.ts";
import { intake, person, token } from "../../../platform/schema.ts";
import { REQUEST_LIFE_MS } from "../rules/sign-up.ts";

const hexes = (tags: readonly Uint8Array[]) => JSON.stringify(tags.map((t) => hex(t)));

export interface RequestRow {
  id: string;
  tag: Uint8Array;
  cap: Uint8Array;
  sealed: Uint8Array;
  tryAt: number;
  createdAt: number;
}

/** A new request, for the job to look at. */
export function requestWrite(db: Database, row: RequestRow): Write {
  return write(db.read.insert(intake).values({ ...row, state: "new" }));
}

export interface Attempt {
  id: string;
  /** As it was read: nobody else may have taken it up meanwhile. */
  from: { state: "new" | "mailing"; tryAt: number };
  sealed: Uint8Array;
  /** Until then nobody else takes it up. */
  tryAt: number;
  /** Of a sign-up or of one's own page; the links of a question need no row. */
  link: { hash: Uint8Array; kind: "confirm" | "me"; expiresAt: number } | undefined;
}

/** Takes a request up for one attempt of its mail, and makes its link at the first. */
export function attemptWrites(db: Database, attempt: Attempt): Write[] {
  const { id, from, sealed, tryAt, link } = attempt;
  return [
    write(
      db.read
        .update(intake)
        .set({ state: "mailing", sealed, tryAt })
        .where(sql`${intake.id} = ${id} and ${intake.state} = ${from.state} and ${intake.tryAt} = ${from.tryAt}`),
      1,
    ),
    ...(link
      ? [
          write(
            db.read
              .insert(token)
              .values({ ...link, subject: id })
              .onConflictDoNothing(),
          ),
        ]
      : []),
  ];
}

/** Holds while nobody else has mailed this mailbox since it was counted. Stands before `attemptWrites`. */
export function countHolds(caps: readonly Uint8Array[], counted: number, now: number): Write {
  return holds(
    `(SELECT count(*) FROM intake WHERE state IN ('mailing', 'mailed') AND created_at > ?
      AND cap IN (SELECT unhex(value) FROM json_each(?))) = ?`,
    [now - REQUEST_LIFE_MS, hexes(caps), counted],
  );
}

/** The mail is with the provider; the seal no longer holds the link. */
export function mailedWrite(db: Database, id: string, sealed: Uint8Array): Write {
  return write(
    db.read
      .update(intake)
      .set({ state: "mailed", sealed })
      .where(sql`${intake.id} = ${id} and ${intake.state} = 'mailing'`),
    1,
  );
}

/** It waits for a quieter hour, untouched. */
export function waitWrite(db: Database, id: string, from: { tryAt: number }, tryAt: number): Write {
  return write(
    db.read
      .update(intake)
      .set({ tryAt })
      .where(sql`${intake.id} = ${id} and ${intake.state} = 'new' and ${intake.tryAt} = ${from.tryAt}`),
    1,
  );
}

/** The provider asks for patience. */
export function laterWrite(db: Database, id: string, tryAt: number): Write {
  return write(db.read.update(intake).set({ tryAt }).where(sql`${intake.id} = ${id} and ${intake.state} = 'mailing'`));
}

/** Deletes a request that leads to nothing, with its link. `from`: as it was read; stale where somebody has taken it up since. */
export function dropWrites(db: Database, id: string, from?: { state: string; tryAt: number }): Write[] {
  const dropped = db.read.delete(intake);
  return [
    write(db.read.delete(token).where(sql`${token.subject} = ${id}`)),
    from
      ? write(
          dropped.where(
            sql`${intake.id} = ${id} and ${intake.state} = ${from.state} and ${intake.tryAt} = ${from.tryAt}`,
          ),
          1,
        )
      : write(dropped.where(sql`${intake.id} = ${id}`)),
  ];
}

/** The request is answered: it goes, and its link says from now on what was answered. One answer wins. */
export function answeredWrites(db: Database, id: string, hash: Uint8Array, subject: string): Write[] {
  return [
    write(db.read.update(token).set({ subject }).where(sql`${token.hash} = ${hash} and ${token.subject} = ${id}`), 1),
    write(db.read.delete(intake).where(sql`${intake.id} = ${id}`), 1),
  ];
}

/**
 * All open requests of an address go, with their links: its owner has just said no. `stays`: he is held on, and goes on
 * with his visit to his own page.
 */
export function dropAllWrites(tags: readonly Uint8Array[], { stays = false } = {}): Write[] {
  const list = hexes(tags);
  const but = stays ? " AND state <> 'used'" : "";
  const theirs = `SELECT id FROM intake WHERE tag IN (SELECT unhex(value) FROM json_each(?))${but}`;
  return [
    { sql: `DELETE FROM token WHERE subject IN (${theirs})`, args: [list] },
    { sql: `DELETE FROM intake WHERE id IN (${theirs})`, args: [list] },
  ];
}

/** Holds while no complaint, "never again" or death stands against these purposes. */
export function notSilencedHolds(tags: readonly Uint8Array[], purposeIds: readonly string[]): Write {
  return holds(
    `NOT EXISTS (SELECT 1 FROM suppression WHERE reason IN ('complained', 'never', 'deceased')
      AND tag IN (SELECT unhex(value) FROM json_each(?))
      AND (scope = '*' OR scope IN (SELECT value FROM json_each(?))))`,
    [hexes(tags), JSON.stringify(purposeIds)],
  );
}

/** The language in which he asked to be written to. */
export function languageWrite(db: Database, personId: string, language: string): Write {
  return write(db.read.update(person).set({ language }).where(sql`${person.id} = ${personId}`));
}
