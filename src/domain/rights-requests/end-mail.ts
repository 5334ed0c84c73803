/**
 * Erasure or objection with one press: the same act as a "no" told to staff, which ends the lists and deletes the address when
 * nothing else holds it, and in the same commit the answer to the request. With the address go the note's own copy and words.
 */
import type { Deps } from "../../deps.ts";
import { isRefusal, type Refusal, refuse } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { afterNo } from "../consent/acts/decided.ts";
import type { Door } from "../consent/acts/events.ts";
import { leaveAct } from "../consent/acts/leave.ts";
import { TRIES_AFTER_RACE } from "../consent/acts/races.ts";
import { dayOf } from "../consent/rules/days.ts";
import { loadStanding } from "../consent/views/standing.ts";
import { readInstitution } from "../institution/views.ts";
import { normaliseAddress } from "../people/rules.ts";
import { readingWrites, recordReading } from "../read-log/acts/record.ts";
import { type Actor, may } from "../staff/rules.ts";
import { closingWrites } from "./acts/close.ts";
import { openContents } from "./acts/contents.ts";
import { requestEvidence } from "./acts/evidence.ts";
import { tagsOf } from "./acts/tags.ts";
import { ENDS_MAIL, type RequestChannel } from "./rules.ts";
import { readRequest } from "./views.ts";

/** How it was told, in the words that a "no" told to staff knows. */
const HOW: Record<RequestChannel, "phone" | "letter" | "reply" | "in-person"> = {
  email: "reply",
  form: "reply",
  "own-page": "reply",
  letter: "letter",
  "e-address": "letter",
  other: "letter",
  phone: "phone",
  "in-person": "in-person",
};

export interface Ended {
  id: string;
  /** The address is deleted; otherwise other lists hold it. */
  erased: boolean;
  ended: { lv: string; en: string }[];
  remaining: { lv: string; en: string }[];
}

/** Ends it. `purposeId`: of an objection, the one purpose that ends; an erasure ends everything. */
export async function endMail(
  deps: Deps,
  actor: Actor,
  input: { id: string; purposeId: string | "everything" },
): Promise<Ended | Refusal> {
  // Whoever answers requests may also write a "no" down (staff/rules.ts).
  const no = may(actor, "request.answer");
  if (no) return no;
  const { id } = input;
  const [request, institution] = await Promise.all([readRequest(deps.db, id), readInstitution(deps.db)]);
  if (!request || !institution) return refuse("requests.unknown");
  if (request.closedAt !== null) return refuse("requests.closed");
  if (!ENDS_MAIL.includes(request.right)) return refuse("requests.no_end");
  const contents = await openContents(deps, id);
  const address = normaliseAddress(contents?.address ?? "");
  if (!contents || isRefusal(address)) return refuse("requests.gone");
  const everything = request.right === "erase" || input.purposeId === "everything";

  for (let tries = TRIES_AFTER_RACE; tries > 0; tries--) {
    const standing = await loadStanding(deps, { normalised: address.normalised });
    const there = standing?.subscriptions.some((s) => everything || s.purposeId === input.purposeId);
    if (!standing || !there) {
      const look = { act: "people.refusal", subject: standing?.person.id, outcome: "none", reason: "request" } as const;
      await recordReading(deps, actor, look);
      return refuse("requests.not_held");
    }
    const at = deps.clock.now();
    const door: Door = {
      method: `staff.${HOW[request.channel]}`,
      channel: "staff",
      class: "staff",
      by: actor.kind === "staff" ? actor.id : "system",
      reason: `person/${request.receivedDay}`,
    };
    // The certificate names requests that are still open: this one is answered in the same act.
    const answering = { ...standing, openRequests: standing.openRequests.filter((n) => n !== request.n) };
    const act = leaveAct(deps, answering, {
      purposeId: everything ? "" : input.purposeId,
      scope: everything ? "everything" : "list",
      door,
      at,
    });
    const answered = dayOf(at, institution.timeZone);
    const end = { outcome: "met" as const, answeredDay: answered, at };
    // An address that is deleted must not live on in the note about its deletion.
    const closing = closingWrites(deps, actor, request, end, act.erased ? undefined : contents, tagsOf(deps, contents));
    const facts = { outcome: "met", answered, act: act.eid };
    const proof = [...act.proof, await requestEvidence(deps, actor, id, { typ: "request.answered", facts })];
    // Its answer says where the address was: before the person goes, so that the line lets go of him too.
    const looked = readingWrites(deps, actor, [
      { act: "people.refusal", subject: standing.person.id, reason: "request" },
    ]);
    if ((await commit(deps, { change: [...looked, ...act.change, ...closing], proof })) === "stale") {
      if ((await readRequest(deps.db, id))?.closedAt !== null) return refuse("requests.closed");
      continue;
    }
    await afterNo(deps, act);
    const names = (all: typeof act.ended) => all.map((s) => s.listNames);
    return { id, erased: act.erased, ended: names(act.ended), remaining: names(act.remaining) };
  }
  throw new Error("an erasure lost every race for its rows");
}
