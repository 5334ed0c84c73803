/** SQL of receipts: owed with the "yes", taken up, handed over. The row dies with the subscription (store.ts). */
import { sql } from "drizzle-orm";
import { type Database, type Write, write } from "../../../platform/db.ts";
import { receipt } from "../../../platform/schema.ts";
import type { ReceiptState } from "../rules/receipt.ts";

/** A receipt is owed for this event; in the batch of the event itself. */
export function oweWrite(db: Database, owed: { eid: string; subscriptionId: string; at: number }): Write {
  const { eid, subscriptionId, at } = owed;
  return write(db.read.insert(receipt).values({ eid, subscriptionId, state: "due", tryAt: at, createdAt: at }));
}

/** What is known of a row: its state, and until when it is somebody's. */
export interface Fence {
  eid: string;
  state: ReceiptState;
  tryAt: number;
}

/** Moves it on. Stale if somebody else did, or the person has left. */
export function moveReceiptWrite(db: Database, from: Fence, to: { state: ReceiptState; tryAt: number }): Write {
  const is = sql`${receipt.eid} = ${from.eid} and ${receipt.state} = ${from.state} and ${receipt.tryAt} = ${from.tryAt}`;
  return write(db.read.update(receipt).set(to).where(is), 1);
}

/** Those that did not go out are owed anew, from now on. */
export function oweAgainWrite(db: Database, count: number, at: number): Write {
  const set = { state: "due" as const, tryAt: at, createdAt: at };
  return write(db.read.update(receipt).set(set).where(sql`${receipt.state} in ('given-up', 'unknown')`), count);
}
