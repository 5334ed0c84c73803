/**
 * Staff look at one person: by the exact address, or from a row of a list. The read log has its line before anything is
 * shown. An address that nobody has any more can still answer "left on that day": from its mark, and only to staff.
 */
import type { Deps } from "../../deps.ts";
import { isRefusal, type Refusal, refuse, refuseForm } from "../../refusal.ts";
import { readLastMailUntil } from "../last-mails/views.ts";
import { mayRead, type Recorded, recordReading } from "../read-log/acts/record.ts";
import type { Why } from "../read-log/rules/why.ts";
import type { Actor } from "../staff/rules.ts";
import { normaliseAddress } from "./rules.ts";
import {
  findPerson,
  isHeld,
  type LeftMark,
  type PersonCard,
  readLeftMarks,
  readPendingSignUp,
  readPersonCard,
} from "./views.ts";

export interface LookUp {
  card?: PersonCard;
  /** Purposes the address left; also for somebody who is still on other lists. */
  left: LeftMark[];
  /** A sign-up of the address waits for confirmation and is held until then, ms. */
  pendingSignUpUntil?: number;
  /** Its owner has just left, and a last mail waits: it is held for that until then, ms. */
  lastMailUntil?: number;
}

/** Looks a person up. No card, no mark, no sign-up, no last mail: nothing is held about the address. */
export async function lookUpPerson(
  deps: Deps,
  actor: Actor,
  by: ({ address: string } | { personId: string }) & { why?: Why | undefined },
): Promise<LookUp | Refusal> {
  const act = "personId" in by ? "people.open" : "people.look-up";
  const no = await mayRead(deps, actor, "people.look-up", { act });
  if (no) return no;
  if ("personId" in by) {
    const { personId } = by;
    const held = await isHeld(deps.db, personId);
    // What was typed in the place of an id is not kept.
    const recorded = await recordReading(
      deps,
      actor,
      held ? { act, subject: personId, reason: by.why } : { act, reason: by.why, outcome: "none" },
    );
    const card = held ? await readPersonCard(deps, recorded, personId) : undefined;
    if (!card) return refuse("people.unknown");
    const own = normaliseAddress(card.address);
    return isRefusal(own) ? { card, left: [] } : { card, ...(await aboutAddress(deps, recorded, own.normalised)) };
  }
  const address = normaliseAddress(by.address);
  if (isRefusal(address)) return refuseForm([{ field: "address", code: address.code }]);
  const subject = await findPerson(deps, address.normalised);
  const recorded = await recordReading(deps, actor, {
    act,
    subject,
    reason: by.why,
    outcome: subject ? "found" : "none",
  });
  const [card, about] = await Promise.all([
    subject ? readPersonCard(deps, recorded, subject) : undefined,
    aboutAddress(deps, recorded, address.normalised),
  ]);
  return { ...(card ? { card } : {}), ...about };
}

/** What is held about an address besides the person. */
async function aboutAddress(deps: Deps, recorded: Recorded, normalised: string): Promise<Omit<LookUp, "card">> {
  const [left, until, lastMailUntil] = await Promise.all([
    readLeftMarks(deps, recorded, normalised),
    readPendingSignUp(deps, recorded, normalised),
    readLastMailUntil(deps, normalised),
  ]);
  return {
    left,
    ...(until === undefined ? {} : { pendingSignUpUntil: until }),
    ...(lastMailUntil === undefined ? {} : { lastMailUntil }),
  };
}
