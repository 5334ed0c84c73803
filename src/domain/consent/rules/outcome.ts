/** What a door tells the person after an act. */

import type { Both } from "../../institution/rules.ts";
import type { Certificate, Kept } from "./certificate.ts";

export type { Kept };

/** What an act decided. `already`: the press changed nothing, because it was so before. */
export interface Decided {
  decision: "given" | "refused" | "withdrawn" | "invalidated" | "already";
  /** Milliseconds: the time of the event, or of the earlier act. */
  at: number;
  /** Lists that ended with this act. */
  ended: Both[];
  /** Lists on which the person stays. */
  remaining: Both[];
  /** The address is deleted. */
  erased: boolean;
  /** Event id: the number of the receipt. Empty where nothing was written. */
  eid: string;
  kept: Kept;
  /** Of a "no" that was recorded. */
  certificate?: Certificate;
  /** A last mail goes out by then, ms; until it has, the address is held for it alone. */
  lastMailUntil?: number;
  /** What "by mistake" posts within ten minutes; only where consent can be given again. */
  returnSeal?: string;
}
