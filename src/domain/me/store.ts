/** SQL of visits to one's own page. A visit is a row of `token` and lives only with the request that it came of. */
import { sql } from "drizzle-orm";
import { type Database, type Write, write } from "../../platform/db.ts";
import { intake, token } from "../../platform/schema.ts";

export interface Entering {
  intakeId: string;
  /** Of the link; it must not have been used. */
  link: Uint8Array;
  /** The request without its link. */
  sealed: Uint8Array;
  visit: Uint8Array;
  now: number;
  until: number;
}

/** Spends the link and begins the visit; one press wins. From then on its mail is not among those that are counted. */
export function enterWrites(db: Database, { intakeId, link, sealed, visit, now, until }: Entering): Write[] {
  return [
    write(
      db.read
        .update(token)
        .set({ kind: "me-used" })
        .where(sql`${token.hash} = ${link} and ${token.kind} = 'me' and ${token.expiresAt} > ${now}`),
      1,
    ),
    write(db.read.update(intake).set({ state: "used", sealed }).where(sql`${intake.id} = ${intakeId}`), 1),
    write(db.read.insert(token).values({ hash: visit, kind: "visit", subject: intakeId, expiresAt: until })),
  ];
}

/**
 * Nothing of this list before `until`; null ends the pause. A batch with him that was frozen and not yet handed over is taken apart,
 * so that the others go out without him; what is on its way goes on.
 */
export function pauseListWrites(subscriptionId: string, until: string | null): Write[] {
  const set = {
    sql: "UPDATE subscription SET paused_until=? WHERE id=? AND state <> 'ended'",
    args: [until, subscriptionId],
    expect: 1,
  };
  if (until === null) return [set];
  const his = "SELECT batch_id FROM message WHERE subscription_id=? AND state='claimed'";
  return [
    set,
    {
      sql: `UPDATE batch SET sealed=NULL, state='thawed' WHERE state='frozen' AND id IN (${his})`,
      args: [subscriptionId],
    },
    {
      sql: `UPDATE message SET state='planned', batch_id=NULL WHERE state='claimed' AND batch_id IN (${his})
            AND batch_id IN (SELECT id FROM batch WHERE state='thawed')`,
      args: [subscriptionId],
    },
  ];
}
