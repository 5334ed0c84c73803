/** The officer or the auditor asks whether the last days of the log agree with the proof log. Reads nothing of any person. */
import type { Deps } from "../../deps.ts";
import type { Refusal } from "../../refusal.ts";
import { type Actor, may } from "../staff/rules.ts";
import { type ReadingsChecked, verifyReadings } from "./acts/verify.ts";
import { RECENT_DAYS } from "./rules/watch.ts";
import { readRecentDay } from "./views/digests.ts";

/** Checks. */
export async function checkRecent(deps: Deps, actor: Actor): Promise<ReadingsChecked | Refusal> {
  const no = may(actor, "reading.see");
  if (no) return no;
  const from = await readRecentDay(deps.db, RECENT_DAYS);
  return verifyReadings(deps, from === undefined ? {} : { from });
}
