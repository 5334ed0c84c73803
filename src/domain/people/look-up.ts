/**
 * Staff look at one person: by the exact address, or from a row of a list. The read log has its line before anything is
 * shown. An address that nobody has any more can still answer "left on that day": from its mark, and only to staff.
 */
import type { Deps } from "../../deps.ts";
import { isRefusal, type Refusal, refuse, refuseForm } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { readLastMailUntil } from "../last-mails/views.ts";
import { type Actor, actorLabel, may } from "../staff/rules.ts";
import { normaliseAddress } from "./rules.ts";
import { readLogWrite } from "./store.ts";
import {
  findPerson,
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
  by: { address: string } | { personId: string },
): Promise<LookUp | Refusal> {
  const no = may(actor, "people.look-up");
  if (no) return no;
  if ("personId" in by) {
    await note(deps, actor, by.personId);
    const card = await readPersonCard(deps, by.personId);
    if (!card) return refuse("people.unknown");
    const own = normaliseAddress(card.address);
    return isRefusal(own) ? { card, left: [] } : { card, ...(await aboutAddress(deps, own.normalised)) };
  }
  const address = normaliseAddress(by.address);
  if (isRefusal(address)) return refuseForm([{ field: "address", code: address.code }]);
  const personId = await findPerson(deps, address.normalised);
  await note(deps, actor, personId);
  const [card, about] = await Promise.all([
    personId ? readPersonCard(deps, personId) : undefined,
    aboutAddress(deps, address.normalised),
  ]);
  return { ...(card ? { card } : {}), ...about };
}

/** What is held about an address besides the person. */
async function aboutAddress(deps: Deps, normalised: string): Promise<Omit<LookUp, "card">> {
  const [left, until, lastMailUntil] = await Promise.all([
    readLeftMarks(deps, normalised),
    readPendingSignUp(deps, normalised),
    readLastMailUntil(deps, normalised),
  ]);
  return {
    left,
    ...(until === undefined ? {} : { pendingSignUpUntil: until }),
    ...(lastMailUntil === undefined ? {} : { lastMailUntil }),
  };
}

async function note(deps: Deps, actor: Actor, subject: string | undefined): Promise<void> {
  const line = { id: deps.ids.uuid(), actor: actorLabel(actor), act: "people.look-up", subject, at: deps.clock.now() };
  await commit(deps, { change: [readLogWrite(deps.db, line)], proof: [] });
}
