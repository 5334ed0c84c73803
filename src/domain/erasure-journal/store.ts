/** SQL of the erasure journal: what the database remembers of it, and what its lines change in an older copy. */
import type { Write } from "../../platform/db.ts";
import { cutRecordWrites } from "../read-log/store.ts";
import { type Line, readClosed, readTag } from "./rules/line.ts";

const json = (value: unknown) => JSON.stringify(value);

/** A writing begins: whatever is read afterwards is newer than it. Stale if another process began one meanwhile. */
export function beginWrite(mark: { n: number } | undefined, next: { journalId: string; n: number }): Write {
  return {
    sql: `INSERT INTO journal (id, journal_id, n) VALUES (1, ?, ?)
          ON CONFLICT (id) DO UPDATE SET journal_id=excluded.journal_id, n=excluded.n WHERE journal.n=? AND shut_at IS NULL`,
    args: [next.journalId, next.n, mark?.n ?? -1],
    expect: 1,
  };
}

/** The journal has these lines now; what was said anew meanwhile stays for the next writing. */
export function journalledWrite(lines: readonly Line[]): Write {
  return {
    sql: `DELETE FROM unjournalled WHERE (kind, key, said) IN
          (SELECT value ->> 'kind', value ->> 'key', value ->> 'said' FROM json_each(?))`,
    args: [json(lines)],
  };
}

/** This may be an older copy: the doors are shut until it has met the journal. */
export function shutWrite(at: number): Write {
  return {
    sql: `INSERT INTO journal (id, journal_id, n, shut_at) VALUES (1, '', 0, ?)
          ON CONFLICT (id) DO UPDATE SET shut_at=coalesce(journal.shut_at, excluded.shut_at)`,
    args: [at],
  };
}

/** The copy and the journal agree, up to this writing. */
export function openWrites(to: { journalId: string; n: number }): Write[] {
  const { journalId, n } = to;
  return [
    {
      sql: `UPDATE journal SET journal_id=?, n=max(n, ?), shut_at=NULL, page=NULL, pages=NULL, ended=0, tags=0, proofs=0, accounts=0
            WHERE id=1`,
      args: [journalId, n],
    },
  ];
}

/** A person has decided not to ask for what was before this writing. The doors stay shut: what came after it is applied first. */
export function knownUpToWrite({ journalId, n }: { journalId: string; n: number }): Write {
  return {
    sql: `UPDATE journal SET journal_id=?, n=max(n, ?), page=NULL, pages=NULL, ended=0, tags=0, proofs=0, accounts=0
          WHERE id=1`,
    args: [journalId, n],
  };
}

/** How far the applying is. `page`: the writing that the last applied page ends with. Stale if another process is further. */
export function appliedWrite(
  from: number | null,
  page: number | null,
  counts: { pages: number; ended: number; tags: number; proofs: number; accounts: number },
): Write {
  const { pages, ended, tags, proofs, accounts } = counts;
  return {
    sql: `UPDATE journal SET page=?, pages=?, ended=ended+?, tags=tags+?, proofs=proofs+?, accounts=accounts+?
          WHERE id=1 AND page IS ?`,
    args: [page, pages, ended, tags, proofs, accounts, from],
    expect: 1,
  };
}

/** What is known of people who end again: since when they are gone, and until when their proof is kept. */
export interface EndedAgain {
  id: string;
  purposeId: string;
  personId: string;
  at: number;
  shredDay: string;
  /** State of the record that the lost event left. */
  record: string | null;
}

/**
 * Before people are taken off again (`leaveWrites`): their records say what the lost event said. The record's chain stays
 * as it is: the entry of that event is in the log, and its bytes may be in the person's hands.
 */
export function recordsAgainWrite(ended: readonly EndedAgain[]): Write {
  return {
    sql: `UPDATE consent_record SET state=coalesce(j.record, consent_record.state), shred_day=j.day
          FROM (SELECT value ->> 'personId' AS person, value ->> 'purposeId' AS purpose, value ->> 'record' AS record,
                  value ->> 'shredDay' AS day FROM json_each(?)) j
          WHERE consent_record.person_id = j.person AND consent_record.purpose_id = j.purpose`,
    args: [json(ended)],
  };
}

/** After it: they ended when they said so, not now. */
export function endedAtWrite(ended: readonly EndedAgain[]): Write {
  return {
    sql: `UPDATE subscription SET ended_at=j.at FROM (SELECT value ->> 'id' AS id, value ->> 'at' AS at FROM json_each(?)) j
          WHERE subscription.id = j.id AND subscription.state = 'ended'`,
    args: [json(ended)],
  };
}

/** What this copy says of a tag, not yet in the journal, is another word than the line `j`: it was said here, after the copy. */
const SAID_HERE = `EXISTS (SELECT 1 FROM unjournalled u WHERE u.kind = 'tag'
  AND u.key = j.value ->> 'tag' || ' ' || (j.value ->> 'scope') AND u.said <> j.value ->> 'said')`;

/**
 * Tags as the journal knows them: the newest word holds, also that one is gone. What somebody has said to the copy itself is
 * newer than any line: a one-click is taken while the doors are shut.
 */
export function tagsAgainWrites(lines: readonly Line[]): Write[] {
  const rows = lines.map(({ key, said }) => {
    const [tag, scope] = key.split(" ");
    return { tag, scope, said, ...readTag(said) };
  });
  const [there, gone] = [rows.filter(({ day }) => day), rows.filter(({ day }) => !day)];
  return [
    ...(there.length > 0
      ? [
          {
            // Where the copy's own word is that it is gone, the tag comes back: the worse mistake is to mail.
            sql: `INSERT INTO suppression (tag, key_id, scope, reason, day, review_day)
                  SELECT unhex(j.value ->> 'tag'), j.value ->> 'keyId', j.value ->> 'scope', j.value ->> 'reason',
                    j.value ->> 'day', j.value ->> 'reviewDay' FROM json_each(?) j
                  WHERE NOT (${SAID_HERE} AND EXISTS (SELECT 1 FROM suppression s
                    WHERE s.tag = unhex(j.value ->> 'tag') AND s.scope = j.value ->> 'scope' AND s.day >= j.value ->> 'day'))
                  ON CONFLICT (tag, scope) DO UPDATE SET reason=excluded.reason, day=excluded.day, review_day=excluded.review_day`,
            args: [json(there)],
          },
        ]
      : []),
    ...(gone.length > 0
      ? [
          {
            sql: `DELETE FROM suppression WHERE (tag, scope) IN
                  (SELECT unhex(j.value ->> 'tag'), j.value ->> 'scope' FROM json_each(?) j WHERE NOT ${SAID_HERE})`,
            args: [json(gone)],
          },
        ]
      : []),
  ];
}

/** Sealed proofs that were destroyed, what old links led to, and who had looked at them. */
export function proofsAgainWrites(ids: readonly string[]): Write[] {
  if (ids.length === 0) return [];
  const records = "(SELECT value FROM json_each(?))";
  const args = [json(ids)];
  return [
    { sql: `DELETE FROM disclosure WHERE eid IN (SELECT eid FROM event WHERE record_id IN ${records})`, args },
    { sql: `DELETE FROM event WHERE record_id IN ${records}`, args },
    { sql: `DELETE FROM link_tag WHERE record_id IN ${records}`, args },
    ...cutRecordWrites(records, json(ids)),
    { sql: `DELETE FROM subscription WHERE state = 'ended' AND record_id IN ${records}`, args },
    { sql: `DELETE FROM consent_record WHERE id IN ${records}`, args },
  ];
}

/** Accounts of staff, closed or open as the journal knows them. */
export function accountsAgainWrite(lines: readonly Line[]): Write {
  return {
    sql: `UPDATE user SET disabled_at=j.at FROM (SELECT value ->> 'key' AS id, value ->> 'at' AS at FROM json_each(?)) j
          WHERE user.id = j.id AND (user.disabled_at IS NULL) <> (j.at IS NULL)`,
    args: [json(lines.map(({ key, said }) => ({ key, at: readClosed(said) ?? null })))],
  };
}

/**
 * What the triggers noted of lines that the journal has: it need not be told again. An ending that is applied again is noted
 * with another moment than the line's; of tags, and of what came back, another word is one that was said here.
 */
export function knownAgainWrite(lines: readonly Line[]): Write {
  return {
    sql: `DELETE FROM unjournalled WHERE (kind, key) IN (SELECT j.value ->> 'kind', j.value ->> 'key' FROM json_each(?) j
          WHERE (j.value ->> 'kind' <> 'tag' AND j.value ->> 'said' <> 'back') OR j.value ->> 'said' = unjournalled.said)`,
    args: [json(lines)],
  };
}

/**
 * What an older copy lets nobody do by itself: staff sign in anew (a session of then may have been ended since), and the
 * next heartbeat finds another database, so that every mailing under way stands still until a person has looked.
 */
export function standStillWrites(): Write[] {
  return [
    { sql: "DELETE FROM session", args: [] },
    { sql: "DELETE FROM verification", args: [] },
    { sql: "UPDATE pulse SET origin='an older copy'", args: [] },
  ];
}

/** Open sign-ups that must not be followed up. */
export function dropRequestsWrites(ids: readonly string[]): Write[] {
  const asked = "(SELECT value FROM json_each(?))";
  return [
    { sql: `DELETE FROM token WHERE subject IN ${asked}`, args: [json(ids)] },
    { sql: `DELETE FROM intake WHERE id IN ${asked}`, args: [json(ids)] },
  ];
}

/**
 * Somebody had come back since this copy was made, and the copy knows only that he had left: his return is lost with it. What
 * holds here is noted anew, so that journal and database say the same again.
 */
export function endedAnewWrite(subscriptionIds: readonly string[]): Write {
  return {
    sql: `INSERT INTO unjournalled (kind, key, said)
          SELECT 'ended', s.id, coalesce(s.ended_reason, 'erased') || ' ' || coalesce(s.ended_at, 0) FROM subscription s
          WHERE s.state = 'ended' AND s.id IN (SELECT j.value FROM json_each(?) j)
          ON CONFLICT (kind, key) DO UPDATE SET said = excluded.said`,
    args: [json(subscriptionIds)],
  };
}
