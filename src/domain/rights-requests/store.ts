/** SQL of requests. Each step is guarded by the state it starts from. */
import { holds, type Write } from "../../platform/db.ts";
import { hex } from "../../platform/encoding.ts";
import type { GROUNDS, RequestChannel, RequestOutcome, Right } from "./rules.ts";

const listOf = (tags: readonly Uint8Array[]) => JSON.stringify(tags.map((tag) => hex(tag)));
const IN = "IN (SELECT unhex(value) FROM json_each(?))";

/**
 * A new request with its number. The tag is the one under which its person is found, if there is one, otherwise the newest;
 * none where no address was given.
 */
export function noteWrite(r: {
  id: string;
  right: Right;
  channel: RequestChannel;
  receivedDay: string;
  dueDay: string;
  /** Tags of the address under all keys, newest first. */
  tags: readonly { tag: Uint8Array; keyId: string }[];
  sealed: Uint8Array;
  by: string;
  at: number;
}): Write {
  const tags = listOf(r.tags.map(({ tag }) => tag));
  const newest = r.tags[0];
  return {
    sql: `INSERT INTO rights_request (id, n, right, channel, received_day, due_day, tag, tag_key, sealed, noted_by, noted_at)
          SELECT ?, coalesce(max(n), 0) + 1, ?, ?, ?, ?,
            coalesce((SELECT tag FROM address WHERE tag ${IN} LIMIT 1), ?),
            coalesce((SELECT tag_key FROM address WHERE tag ${IN} LIMIT 1), ?), ?, ?, ? FROM rights_request`,
    args: [
      r.id,
      r.right,
      r.channel,
      r.receivedDay,
      r.dueDay,
      tags,
      newest?.tag ?? null,
      tags,
      newest?.keyId ?? null,
      r.sealed,
      r.by,
      r.at,
    ],
    expect: 1,
  };
}

/** Holds while no request for this right waits under these tags. Stands before `noteWrite`. */
export const noOpenHolds = (tags: readonly Uint8Array[], right: Right): Write =>
  holds(`NOT EXISTS (SELECT 1 FROM rights_request WHERE tag ${IN} AND closed_at IS NULL AND right = ?)`, [
    listOf(tags),
    right,
  ]);

/** The time is extended, once; the contents with the reasons that were told. */
export function extendWrite(r: {
  id: string;
  dueDay: string;
  ground: (typeof GROUNDS)[number];
  sealed: Uint8Array | null;
  by: string;
  at: number;
}): Write {
  return {
    sql: `UPDATE rights_request SET due_day=?, extended_by=?, extended_at=?, extended_for=?, sealed=?
          WHERE id=? AND closed_at IS NULL AND extended_at IS NULL`,
    args: [r.dueDay, r.by, r.at, r.ground, r.sealed, r.id],
    expect: 1,
  };
}

/**
 * People who are erased: requests of theirs that were answered let go of who asked, and of his words. One that is open needs
 * them for its answer, and their certificate says so. `people` is an SQL list of ids with its argument.
 */
export const letGoWrite = (people: string, arg: string): Write => ({
  sql: `UPDATE rights_request SET sealed = NULL, tag = NULL, tag_key = NULL
        WHERE closed_at IS NOT NULL AND tag IN (SELECT a.tag FROM address a WHERE a.person_id IN ${people})`,
  args: [arg],
});

/** It is answered. `sealed` null: who asked, and his words, go at once. */
export function answerWrite(r: {
  id: string;
  outcome: RequestOutcome;
  answeredDay: string;
  sealed: Uint8Array | null;
  by: string;
  at: number;
}): Write {
  return {
    sql: `UPDATE rights_request SET outcome=?, answered_day=?, sealed=?, tag=iif(? IS NULL, NULL, tag),
            tag_key=iif(? IS NULL, NULL, tag_key), closed_by=?, closed_at=? WHERE id=? AND closed_at IS NULL`,
    args: [r.outcome, r.answeredDay, r.sealed, r.sealed, r.sealed, r.by, r.at, r.id],
    expect: 1,
  };
}

/** The contents of an answered request, written anew while they are kept. */
export const contentsWrite = (id: string, sealed: Uint8Array): Write => ({
  sql: "UPDATE rights_request SET sealed=? WHERE id=? AND sealed IS NOT NULL AND closed_at IS NOT NULL",
  args: [sealed, id],
  expect: 1,
});
