/** The officer or the auditor asks whether the last days of the log agree with the proof log. Reads nothing of any person. */
import type { Deps } from "../../deps.ts";
import type { Refusal } from "../../refusal.ts";
import { type Actor, may } from "../staff/rules.ts";
import { type ReadingsChecked, verifyReadings } from "./acts/verify.ts";
import { readRecentDay } from "./views/digests.ts";

/** Days with lines that a page looks at; the command line looks at all. */
export const RECENT_DAYS = 31;

/** Checks. */
export async function checkRecent(deps: Deps, actor: Actor): Promise<ReadingsChecked | Refusal> {
  const no = may(actor, "reading.see");
  if (no) return no;
  const from = await readRecentDay(deps.db, RECENT_DAYS);
  return verifyReadings(deps, from === undefined ? {} : { from });
}
