/**
 * "May this address be mailed?", asked by staff with the address in hand. The look is on record before anything is answered,
 * and nothing of the address is kept.
 */
import type { Deps } from "../../deps.ts";
import { isRefusal, type Refusal, refuseForm } from "../../refusal.ts";
import { normaliseAddress } from "../people/rules.ts";
import { findPerson, type LeftMark, readLeftMarks } from "../people/views.ts";
import { mayRead, recordReading } from "../read-log/acts/record.ts";
import type { Actor } from "../staff/rules.ts";
import { hasTag } from "./views.ts";

export interface Answer {
  marks: LeftMark[];
  /** Somebody on a list has the address (for another purpose than those of the marks). */
  onList: boolean;
}

/** Looks it up. */
export async function lookUpSuppression(
  deps: Deps,
  actor: Actor,
  input: { address: string },
): Promise<Answer | Refusal> {
  const no = await mayRead(deps, actor, "suppression.look-up", { act: "suppression.look-up" });
  if (no) return no;
  const address = normaliseAddress(input.address);
  if (isRefusal(address)) return refuseForm([{ field: "address", code: address.code }]);
  const personId = await findPerson(deps, address.normalised);
  const had = await hasTag(deps, address.normalised);
  const line = { act: "suppression.look-up", subject: personId, outcome: had ? "found" : "none" } as const;
  const marks = await readLeftMarks(deps, await recordReading(deps, actor, line), address.normalised);
  return { marks, onList: personId !== undefined };
}
