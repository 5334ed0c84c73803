/** One act of a run, assembled; run.ts commits it. */
import type { Write } from "../../../platform/db.ts";
import type { Evidence } from "../../proof-log/rules/event.ts";

export interface RunAct {
  change: Write[];
  proof: Evidence[];
  /** There is more to do at once. */
  more: boolean;
}
