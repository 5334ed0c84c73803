/**
 * Bugs to plant, to see that the simulation finds them: each takes one guard out of the engine, by changing its SQL or the
 * key on their way to the outside. `in` is how many seeds, from 1, may pass before it is found.
 */
import type { Bug } from "./house/town.ts";

export interface Mutation {
  name: string;
  bug: Bug;
  in: number;
}

/** Replaces a piece of one statement. The test fails if the statement is not there any more. */
function sql(where: RegExp, from: string | RegExp, to: string): Bug {
  return { sql: (text) => (where.test(text) ? text.replace(from, to) : text) };
}

const ATTEMPT = /UPDATE batch SET state='attempted'/;

const BEGIN = /UPDATE message SET begun_at=\?/;

export const MUTATIONS: readonly Mutation[] = [
  {
    name: "an attempt is taken though somebody left the batch",
    bug: sql(ATTEMPT, "AND sealed IS NOT NULL", ""),
    in: 200,
  },
  {
    name: "nobody asks in the line before the send whether the members may still be mailed",
    bug: sql(ATTEMPT, /AND NOT EXISTS \(SELECT 1 FROM message g[\s\S]*$/, "AND (1 OR ? IS NULL)"),
    in: 100,
  },
  {
    name: "an attempt is taken of a mailing that stands still",
    bug: sql(ATTEMPT, "m.state='sending'", "1"),
    in: 200,
  },
  {
    name: "an attempt has no fence: neither its number, nor its state, nor its lease",
    bug: sql(
      ATTEMPT,
      /WHERE id=\? AND attempt=\? AND state=\? AND state IN \('frozen','attempted'\) AND sealed IS NOT NULL([\s\S]*)coalesce\(lease_until, 0\) <= \?/,
      "WHERE id=? AND (1 OR attempt=? OR state=?)$1(1 OR ?)",
    ),
    in: 200,
  },
  {
    name: "a mail begins without a mark",
    bug: sql(BEGIN, "begun_at=?", "begun_at=iif(? > 0, begun_at, NULL)"),
    in: 50,
  },
  {
    name: "a mail begins though its mailing stands still",
    bug: sql(BEGIN, "m.state='sending'", "1"),
    in: 100,
  },
  {
    name: "what never began counts as unknown",
    bug: sql(/UPDATE message SET state='unknown', reason=/, "begun_at IS NOT NULL OR", "1 OR"),
    in: 50,
  },
  {
    name: "what had begun is planned again",
    bug: sql(/UPDATE message SET state='unknown', reason=/, "begun_at IS NOT NULL OR", ""),
    in: 50,
  },
  {
    name: "what became of a mail is not told before its line goes on",
    bug: sql(
      /UPDATE message SET reason=iif\(state IN/,
      "WHERE batch_id=?",
      "WHERE batch_id=? AND EXISTS (SELECT 1 FROM batch WHERE id=batch_id AND state='done')",
    ),
    in: 50,
  },
  {
    name: "a retry asks under a new key",
    bug: { key: newKeyEachTime() },
    in: 50,
  },
  {
    name: "leaving does not empty the batch",
    bug: sql(/UPDATE batch SET sealed=NULL, state=iif/, "SET sealed=NULL,", "SET"),
    in: 50,
  },
  {
    name: "leaving leaves no suppression",
    bug: sql(/INSERT INTO suppression/, "WHERE true", "WHERE 0"),
    in: 200,
  },
  {
    name: "a suppression does not look for what is live",
    bug: sql(
      /^SELECT iif\(\(NOT EXISTS \(SELECT 1 FROM json_each\(\?\) j, json_each/,
      "SELECT iif((",
      "SELECT iif((1 OR ",
    ),
    in: 800,
  },
  {
    name: "what has gone out is claimed by another batch",
    bug: sql(/UPDATE message SET state='claimed'/, "AND state='planned'", ""),
    in: 400,
  },
  {
    name: "what nobody knows is planned again",
    bug: sql(
      /UPDATE message SET state='unknown', reason=/,
      "state='unknown', reason=?",
      "state='planned', batch_id=NULL, reason=?",
    ),
    in: 50,
  },
  {
    name: "what was attempted is thawed as if nothing had gone out",
    bug: sql(/UPDATE batch SET sealed=NULL, state=iif/, "iif(state='frozen','thawed',state)", "'thawed'"),
    in: 50,
  },
  {
    name: "a mailing is over while messages wait",
    bug: sql(/UPDATE mailing SET state='sent'/, /AND NOT EXISTS[\s\S]*$/, ""),
    in: 400,
  },
  {
    name: "an act whose answer was lost is done again",
    bug: sql(/INSERT INTO commit_mark/, "VALUES (?, ?)", "VALUES (? || (SELECT count(*) FROM commit_mark), ?)"),
    in: 50,
  },
  {
    name: "what may have gone out is planned as if it had failed",
    bug: sql(/state='failed' AND sent_at IS NULL/, "state='failed' AND", "state IN ('failed','unknown') AND"),
    in: 200,
  },
  {
    name: "an older copy of the database goes on with its mailings by itself",
    bug: sql(
      /UPDATE mailing SET held_from=state, state='paused'/,
      /state='paused', held_at=\?, held_reason=\?\s+WHERE id=\?/,
      "state=iif(?2='restored', state, 'paused'), held_at=?1, held_reason=?2 WHERE id=?3",
    ),
    in: 200,
  },
  {
    name: "what is signed is not kept in the copy of the log",
    bug: { copy: "forgets" },
    in: 50,
  },
  {
    name: "what was erased is not kept in the erasure journal",
    bug: { copy: "forgets the journal" },
    in: 50,
  },
  {
    name: "entries that come back from the copy get no place",
    bug: sql(/UPDATE log_entry SET seq = -seq/, "WHERE seq > ?", "WHERE seq > ? AND 0"),
    in: 50,
  },
  {
    name: "a page of a list is written twice",
    bug: sql(/^DELETE FROM import_page WHERE import_id = \? AND n = \?/, "n = ?", "n = ? AND 0"),
    in: 50,
  },
];

/** Every request under a key of its own. */
function newKeyEachTime(): (key: string) => string {
  let n = 0;
  return (key) => `${key}/${n++}`;
}
