/** SQL of what is heard of messages after they left us. */
import { holds, type Write } from "../../../platform/db.ts";
import type { Life } from "../rules/life.ts";
import { knownWrite } from "./decide.ts";

export interface NewEvent {
  id: string;
  providerId?: string;
  /** Of the message it names; absent where it names none of ours. */
  message?: { mailingId: string; personId: string };
  type: string;
  bounceClass?: string;
  /** Of a letter of ours that belongs to no mailing. */
  letter?: boolean;
  at: number;
}

/**
 * Writes an event down, once: stale if it was heard before. The provider's id is kept while the person is, and of mails
 * that are none of ours; never of a letter that brought a complaint.
 */
export function eventWrite(event: NewEvent): Write {
  const { id, message, letter = false, type, bounceClass = null, at } = event;
  const providerId = letter ? null : (event.providerId ?? null);
  return {
    sql: `INSERT INTO provider_event (id, provider_id, mailing_id, type, bounce_class, known, at)
          SELECT ?, iif(? IS NULL OR EXISTS (SELECT 1 FROM person WHERE id=?), ?, NULL), ?, ?, ?, ?, ? WHERE true
          ON CONFLICT (id) DO NOTHING`,
    args: [
      id,
      message?.personId ?? null,
      message?.personId ?? null,
      providerId,
      message?.mailingId ?? null,
      type,
      bounceClass,
      message || letter ? 1 : 0,
      at,
    ],
    expect: 1,
  };
}

/** A message as it was read, and what is now known of it. */
export interface Moving {
  mailingId: string;
  personId: string;
  from: Life & { batchId: string | null };
  to: Life;
  providerId: string | undefined;
  /** When the provider took it, where we have not heard it. */
  sentAt: number;
}

/**
 * Moves a message on. Stale if it is not as it was read. One that waited in a frozen batch takes the batch apart, so that
 * nobody in it is mailed twice. The provider's id is kept only while the person is.
 */
export function moveWrites({ mailingId, personId, from, to, providerId, sentAt }: Moving): Write[] {
  return [
    {
      sql: `UPDATE message SET state=?, reason=?,
              sent_at=coalesce(sent_at, (SELECT b.first_attempt_at FROM batch b WHERE b.id = message.batch_id), ?),
              provider_id=coalesce(provider_id, (SELECT ? FROM person p WHERE p.id = message.person_id))
            WHERE mailing_id=? AND person_id=? AND state=? AND reason IS ? AND batch_id IS ?`,
      args: [
        to.state,
        to.reason,
        sentAt,
        providerId ?? null,
        mailingId,
        personId,
        from.state,
        from.reason,
        from.batchId,
      ],
      expect: 1,
    },
    ...(from.state === "claimed" && from.batchId ? thawWrites(from.batchId) : []),
    ...(from.state === "unknown" ? [knownWrite(mailingId, sentAt)] : []),
  ];
}

function thawWrites(batchId: string): Write[] {
  return [
    {
      sql: `UPDATE message SET state='planned', batch_id=NULL WHERE batch_id=? AND state='claimed'
            AND EXISTS (SELECT 1 FROM batch WHERE id=message.batch_id AND state='frozen')`,
      args: [batchId],
    },
    {
      sql: "UPDATE batch SET state='thawed', sealed=NULL, lease_until=NULL WHERE id=? AND state='frozen'",
      args: [batchId],
    },
  ];
}

/** The counter of a receiving domain in one mailing. */
export interface Counter {
  mailingId: string;
  /** When a person last let the mailing go on; 0 for never. */
  since: number;
  mark: string;
}

/** Counts a refusal of a domain in a row that ends by itself, an hour after the first one. An ended one begins anew. */
export function refusedThereWrite({ mailingId, since, mark }: Counter, now: number, until: number): Write {
  return {
    sql: `INSERT INTO refusal_count (mailing_id, since, mark, n, until) VALUES (?, ?, ?, 1, ?)
          ON CONFLICT DO UPDATE SET until=iif(refusal_count.until <= ?, excluded.until, refusal_count.until),
            n=iif(refusal_count.until <= ?, 1, refusal_count.n + 1)`,
    args: [mailingId, since, mark, until, now, now],
  };
}

/**
 * Holds while fewer refusals than `fewerThan` are counted there: of refusals that are told at the same moment, each must
 * have been decided with those before it. Stands before `refusedThereWrite`.
 */
export function refusedThereHolds({ mailingId, since, mark }: Counter, now: number, fewerThan: number): Write {
  return holds("coalesce((SELECT n FROM refusal_count WHERE mailing_id=? AND since=? AND mark=? AND until>?),0) < ?", [
    mailingId,
    since,
    mark,
    now,
    fewerThan,
  ]);
}
