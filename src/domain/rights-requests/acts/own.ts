/**
 * What a person does with his rights on his own page, as the desk sees it: an objection and a corrected name are met in the moment
 * they are made, and stand there answered, without who it was; a wish that needs people waits for its answer like any other.
 */
import type { Deps } from "../../../deps.ts";
import type { Write } from "../../../platform/db.ts";
import { isRefusal } from "../../../refusal.ts";
import { raiseOnceWrite } from "../../alerts/store.ts";
import { dayOf } from "../../consent/rules/days.ts";
import { readInstitution } from "../../institution/views.ts";
import { normaliseAddress } from "../../people/rules.ts";
import type { Evidence } from "../../proof-log/rules/event.ts";
import { actorLabel, type PersonActor } from "../../staff/rules.ts";
import { type Contents, contentsPlace, daysOf, keptText, type Right } from "../rules.ts";
import { pauseWrite } from "../store/pause.ts";
import { answerWrite, noteWrite } from "../store.ts";
import { requestEvidence } from "./evidence.ts";

const PERSON: PersonActor = { kind: "person", via: "own-page" };

interface Own {
  right: Right;
  /** Of the visit: its owner has shown that it is his. */
  address: string;
  words?: string;
  at: number;
}

interface OwnNote {
  id: string;
  receivedDay: string;
  change: Write[];
  proof: Evidence[];
}

/** A request that waits for its answer; from now on nothing is mailed to its address, and the officer is told. */
export async function noteOwn(deps: Deps, own: Own): Promise<OwnNote> {
  const note = await noted(deps, own);
  const told = raiseOnceWrite({ id: deps.ids.uuid(), code: "request.own", subject: note.id, at: own.at });
  return { ...note, change: [...note.change, pauseWrite(own.at), told] };
}

/** One that is met in the same act: who asked goes with it. `act`: the event by which it was met. */
export async function metAtOnce(deps: Deps, own: Own & { act?: string }): Promise<Omit<OwnNote, "id" | "receivedDay">> {
  const { id, receivedDay: answered, change, proof } = await noted(deps, own);
  const answer = answerWrite({
    id,
    outcome: "met",
    answeredDay: answered,
    sealed: null,
    by: actorLabel(PERSON),
    at: own.at,
  });
  const facts = { outcome: "met", answered, ...(own.act !== undefined && { act: own.act }) };
  return {
    change: [...change, answer],
    proof: [...proof, await requestEvidence(deps, PERSON, id, { typ: "request.answered", facts })],
  };
}

async function noted(deps: Deps, { right, address: typed, words = "", at }: Own): Promise<OwnNote> {
  const institution = await readInstitution(deps.db);
  const address = normaliseAddress(typed);
  if (!institution || isRefusal(address))
    throw new Error("a visit without an institution, or to an address that is none");
  const id = deps.ids.uuid();
  const receivedDay = dayOf(at, institution.timeZone);
  const dueDay = daysOf({ receivedDay }).law;
  const contents: Contents = { address: address.address, contact: "", words: keptText(words), doubt: "" };
  const note = noteWrite({
    id,
    right,
    channel: "own-page",
    receivedDay,
    dueDay,
    tags: deps.vault.tags(address.normalised),
    sealed: deps.vault.seal(contentsPlace(id), JSON.stringify(contents)),
    by: actorLabel(PERSON),
    at,
  });
  const facts = { right, channel: "own-page", received: receivedDay, due: dueDay };
  const proof = [await requestEvidence(deps, PERSON, id, { typ: "request.noted", facts })];
  return { id, receivedDay, change: [note], proof };
}
