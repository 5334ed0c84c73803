/** What a door tells the person after an act. */

import type { Both } from "../../institution/rules.ts";
import type { Certificate } from "./certificate.ts";

/** What is kept after a "no", and until when (days in the institution's zone). */
export interface Kept {
  proofUntilDay: string;
  suppressionReviewDay: string;
  /** Day on which the last backup that could hold the sealed address has expired. */
  backupsCleanDay: string;
}

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
