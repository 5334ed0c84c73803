/** SQL of standing still: a mailing is paused, goes on, or is cancelled, at any moment. */
import type { Write } from "../../../platform/db.ts";
import type { HoldReason } from "../rules/hold.ts";

/**
 * Pauses a mailing. Batches that are frozen are taken apart, so that no address waits in them; attempted ones are with
 * the provider, and their outcome is still written. Stale if it neither plans nor sends.
 */
export function pauseWrites(mailingId: string, reason: HoldReason, at: number): Write[] {
  return [
    {
      sql: `UPDATE mailing SET held_from=state, state='paused', held_at=?, held_reason=?
            WHERE id=? AND state IN ('planning','sending')`,
      args: [at, reason, mailingId],
      expect: 1,
    },
    ...thawAllWrites(mailingId),
  ];
}

/** Lets a paused mailing go on where it stood; the stop rule counts anew. Stale if it was resumed, cancelled or paused anew meanwhile. */
export function resumeWrite(mailingId: string, heldAt: number, at: number): Write {
  return {
    sql: `UPDATE mailing SET state=held_from, held_from=NULL, held_at=NULL, held_reason=NULL, resumed_at=?
          WHERE id=? AND state='paused' AND held_at=?`,
    args: [at, mailingId, heldAt],
    expect: 1,
  };
}

/** Cancels a mailing for good. What is planned is skipped by the `settle` job. Stale if it is neither under way nor paused. */
export function cancelWrites(mailingId: string, at: number): Write[] {
  return [
    {
      sql: `UPDATE mailing SET state='cancelled', finished_at=?, held_from=NULL, held_at=NULL, held_reason=NULL
            WHERE id=? AND state IN ('planning','sending','paused')`,
      args: [at, mailingId],
      expect: 1,
    },
    ...thawAllWrites(mailingId),
  ];
}

/** Nothing of a frozen batch has gone out: its messages are planned again. */
export function thawAllWrites(mailingId: string): Write[] {
  return [
    {
      sql: `UPDATE message SET state='planned', batch_id=NULL WHERE state='claimed'
            AND batch_id IN (SELECT id FROM batch WHERE mailing_id=? AND state='frozen')`,
      args: [mailingId],
    },
    {
      sql: "UPDATE batch SET state='thawed', sealed=NULL, lease_until=NULL WHERE mailing_id=? AND state='frozen'",
      args: [mailingId],
    },
  ];
}
