/** SQL of the end of a campaign. Each part of `ending` is written by its own path, so that two people never overwrite each other. */
import type { Write } from "../../../platform/db.ts";
import type { Ending } from "../rules/ending.ts";
import type { Mailing } from "../views.ts";
import { thawAllWrites } from "./hold.ts";
import { ownObjection } from "./review.ts";

const SENT = "WHERE id=? AND state='sent'";

/** Staff are told of the deletion that is to come. Stale if they were, or the campaign is not waiting any more. */
export function announcedWrite(id: string, at: number): Write {
  return {
    sql: `UPDATE mailing SET ending=json_set(coalesce(ending, '{}'), '$.announcedAt', ?) ${SENT}
          AND ending ->> '$.announcedAt' IS NULL`,
    args: [at, id],
    expect: 1,
  };
}

/**
 * The end is put off, once, and will be announced anew. What of its reminder is frozen and was not handed over is frozen
 * again, with the new day. Stale if it has gone on, or came to stand still, since it was read.
 */
export function postponeWrites(
  m: Pick<Mailing, "id" | "state" | "ending">,
  postponed: NonNullable<Ending["postponed"]>,
): Write[] {
  return [
    {
      sql: `UPDATE mailing SET ending=json_remove(json_set(coalesce(ending, '{}'), '$.postponed', json(?)), '$.announcedAt')
            WHERE id=? AND state=? AND ending ->> '$.postponed' IS NULL`,
      args: [JSON.stringify(postponed), m.id, m.state],
      expect: 1,
    },
    ...(m.ending?.remindedBy ? thawAllWrites(m.ending.remindedBy) : []),
  ];
}

/** What the officer says of the deletion. Stale once it has begun, or if somebody else would take his own objection back. */
export function endingOpinionWrite(
  id: string,
  opinion: NonNullable<Ending["opinion"]>,
  by: { officer: boolean },
): Write {
  return {
    sql: `UPDATE mailing SET ending=json_set(coalesce(ending, '{}'), '$.opinion', json(?)) ${SENT}
          AND (? OR NOT ${ownObjection("ending")})`,
    args: [JSON.stringify(opinion), id, by.officer ? 1 : 0],
    expect: 1,
  };
}

/** What was decided of those whom the question did not reach. Stale if somebody else has decided since `before`. */
export function unreachedWrite(
  id: string,
  before: number | undefined,
  decided: NonNullable<Ending["unreached"]>,
): Write {
  return {
    sql: `UPDATE mailing SET ending=json_set(coalesce(ending, '{}'), '$.unreached', json(?))
          WHERE id=? AND state IN ('sent','closing','closed') AND ending ->> '$.unreached.at' IS ?`,
    args: [JSON.stringify(decided), id, before ?? null],
    expect: 1,
  };
}

/**
 * The program was asleep, or stands on an older copy: what was announced is announced anew, and where answers may be lost
 * nothing is deleted until a person closes the campaign.
 */
export function holdEndingsWrite(woken: "outage" | "restored", at: number): Write {
  return {
    sql: `UPDATE mailing SET ending=json_set(json_remove(coalesce(ending, '{}'), '$.announcedAt'),
            iif(?, '$.restoredAt', '$.wokenAt'), ?) WHERE state='sent' AND kind='reconsent'`,
    args: [woken === "restored" ? 1 : 0, at],
  };
}

/** A campaign that was sent is annulled: nobody is deleted, what was answered stands. Stale once the deletion has begun. */
export function annulWrites(id: string, at: number): Write[] {
  return [
    {
      sql: `UPDATE mailing SET state='cancelled', closed_at=? ${SENT} AND kind IN ('reconsent','notice')`,
      args: [at, id],
      expect: 1,
    },
    noReminderWrite(id),
  ];
}

/** What of its reminder has not gone out does not go out any more: the `settle` job takes it back. */
export function noReminderWrite(id: string): Write {
  return {
    sql: `UPDATE mailing SET state='cancelled', held_from=NULL, held_at=NULL, held_reason=NULL
          WHERE campaign_id=? AND kind='reminder' AND state IN ('planning','sending','paused')`,
    args: [id],
  };
}
