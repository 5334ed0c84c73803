/** SQL of receipts: owed with the "yes", taken up, handed over. The row dies with the subscription (store.ts). */
import { sql } from "drizzle-orm";
import { type Database, type Write, write } from "../../../platform/db.ts";
import { receipt } from "../../../platform/schema.ts";

/** A receipt is owed for this event; in the batch of the event itself. */
export function oweWrite(db: Database, owed: { eid: string; subscriptionId: string; at: number }): Write {
  const { eid, subscriptionId, at } = owed;
  return write(db.read.insert(receipt).values({ eid, subscriptionId, state: "due", tryAt: at, createdAt: at }));
}

/** Takes it up for one attempt. Stale if somebody else did, or the person has left. */
export function takeReceiptWrite(
  db: Database,
  from: { eid: string; state: "due" | "mailing"; tryAt: number },
  tryAt: number,
): Write {
  return write(
    db.read
      .update(receipt)
      .set({ state: "mailing", tryAt })
      .where(
        sql`${receipt.eid} = ${from.eid} and ${receipt.state} = ${from.state} and ${receipt.tryAt} = ${from.tryAt}`,
      ),
    1,
  );
}

/** What became of the attempt. `due`: nothing went out, and it is tried again from `tryAt`. */
export function receiptWrite(
  db: Database,
  eid: string,
  to: { state: "due" | "mailing" | "mailed" | "given-up"; tryAt: number },
): Write {
  return write(db.read.update(receipt).set(to).where(sql`${receipt.eid} = ${eid} and ${receipt.state} = 'mailing'`));
}
