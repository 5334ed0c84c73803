/**
 * SQL that puts a page onto a list. Whatever enters the list enters `WHERE NOT EXISTS` a suppression of its purpose or of
 * everything, in the statement itself (promise P5), and where one is passed over the whole batch fails; each statement takes
 * a page as one JSON parameter, so a page is a handful of statements over HTTP as on a file.
 */
import type { Write } from "../../../platform/db.ts";
import { concat } from "../../../platform/encoding.ts";
import type { Written } from "../rules/findings.ts";

/** Somebody to be written to the list. `personId` is new unless `fresh` is absent. */
export interface Entrant {
  personId: string;
  addressId: string;
  subscriptionId: string;
  state: "active" | "unproven";
  since: string;
  salt: Uint8Array;
  suppressionTags: Uint8Array[];
  /** Only for people who are new to the institution. */
  fresh?: { language: string; tag: Uint8Array; sealed: Uint8Array };
}

export interface PageTarget {
  importId: string;
  n: number;
  listId: string;
  purposeId: string;
  addressKind: "official" | "unknown";
  tagKey: string;
  eventId: string;
  at: number;
}

/** The suppression tags of the row stand in one value, `keys` of them; the first parameter lists 0 … keys - 1. */
const NOT_SUPPRESSED = `NOT EXISTS (SELECT 1 FROM json_each(?) k
  CROSS JOIN suppression x ON x.tag = substr(?, (r.key * CAST(? AS INTEGER) + k.value) * 32 + 1, 32) AND x.scope IN (?, '*'))`;

/**
 * One page onto the list, all or nothing: each statement must write exactly the rows that the verb decided on, so a
 * person who leaves or arrives in between makes the page stale, and it is decided anew. What is bytes comes as one value for
 * the page, and each row takes its part: text in hexadecimal would cost more than the rows.
 */
export function pageWrites(to: PageTarget, entrants: Entrant[], written: Partial<Written>): Write[] {
  const fresh = entrants.flatMap((e) => (e.fresh ? [{ ...e, ...e.fresh }] : []));
  const writes: Write[] = [];
  if (fresh.length > 0) {
    let at = 1;
    const places = fresh.map((e) => {
      const place = [e.addressId, e.personId, at, e.sealed.length];
      at += e.sealed.length;
      return place;
    });
    writes.push(
      {
        sql: `INSERT INTO person (id, language, created_at)
          SELECT r.value ->> 0, r.value ->> 1, ? FROM json_each(?) r`,
        args: [to.at, JSON.stringify(fresh.map((e) => [e.personId, e.language]))],
        expect: fresh.length,
      },
      {
        sql: `INSERT INTO address (id, person_id, tag, tag_key, kind, sealed, created_at)
          SELECT r.value ->> 0, r.value ->> 1, substr(?, r.key * 32 + 1, 32), ?, ?,
            substr(?, r.value ->> 2, r.value ->> 3), ? FROM json_each(?) r`,
        args: [
          concat(...fresh.map((e) => e.tag)),
          to.tagKey,
          to.addressKind,
          concat(...fresh.map((e) => e.sealed)),
          to.at,
          JSON.stringify(places),
        ],
        expect: fresh.length,
      },
    );
  }
  const keys = entrants[0]?.suppressionTags.length ?? 0;
  if (entrants.length > 0)
    writes.push({
      sql: `INSERT INTO subscription (id, list_id, address_id, person_id, state, import_id, since, bulk_event, bulk_salt, created_at)
        SELECT r.value ->> 0, ?, r.value ->> 1, r.value ->> 2, r.value ->> 3, ?, r.value ->> 4, ?,
          substr(?, r.key * 32 + 1, 32), ?
        FROM json_each(?) r WHERE ${NOT_SUPPRESSED}
        AND EXISTS (SELECT 1 FROM address a WHERE a.id = r.value ->> 1 AND a.person_id = r.value ->> 2)
        AND NOT EXISTS (SELECT 1 FROM subscription s WHERE s.list_id = ? AND s.address_id = r.value ->> 1)`,
      args: [
        to.listId,
        to.importId,
        to.eventId,
        concat(...entrants.map((e) => e.salt)),
        to.at,
        JSON.stringify(entrants.map((e) => [e.subscriptionId, e.addressId, e.personId, e.state, e.since])),
        JSON.stringify(Array.from({ length: keys }, (_, i) => i)),
        concat(...entrants.flatMap((e) => e.suppressionTags)),
        keys,
        to.purposeId,
        to.listId,
      ],
      expect: entrants.length,
    });
  return [...writes, ...pageDone(to.importId, to.n, written)];
}

/** Deleting the page in the batch that writes it is what makes a second run of it impossible. */
export function pageDone(importId: string, n: number, written: Partial<Written>): Write[] {
  return [
    { sql: "DELETE FROM import_page WHERE import_id = ? AND n = ?", args: [importId, n], expect: 1 },
    countWritten(importId, written),
  ];
}

/** Adds to what the run has done; stale if it no longer runs. */
export function countWritten(importId: string, written: Partial<Written>): Write {
  const parts = Object.entries(written).filter(([, n]) => n !== 0);
  const sets = parts.map(([name]) => `, '$.written.${name}', coalesce(findings ->> '$.written.${name}', 0) + ?`);
  return {
    sql: `UPDATE import SET findings = json_set(findings${sets.join("")}) WHERE id = ? AND state = 'running'`,
    args: [...parts.map(([, n]) => n), importId],
    expect: 1,
  };
}
