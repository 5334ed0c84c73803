/** SQL of holding: an address is kept and not mailed until a person decides. */
import type { Write } from "../../../platform/db.ts";

/** Holds subscriptions that live. */
export function holdWrite(subscriptionIds: readonly string[], at: number): Write {
  return {
    sql: `UPDATE subscription SET held_at=coalesce(held_at, ?)
          WHERE state <> 'ended' AND id IN (SELECT value FROM json_each(?))`,
    args: [at, JSON.stringify(subscriptionIds)],
  };
}

/** Lets everybody go who is held because mail of this mailing was refused. */
export function releaseWrite(mailingId: string): Write {
  return {
    sql: `UPDATE subscription SET held_at=NULL WHERE held_at IS NOT NULL AND id IN
            (SELECT subscription_id FROM message WHERE mailing_id=? AND state IN ('bounced','failed') AND reason GLOB 'bounce.*')`,
    args: [mailingId],
  };
}
