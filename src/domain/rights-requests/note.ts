/**
 * Notes a request, in whatever form it came (GDPR Art. 12): the month counts from the day on which it was received, and from
 * this moment nothing is mailed to its address. Whether somebody is there with it, the note does not tell.
 */
import type { Deps } from "../../deps.ts";
import { type FieldProblem, isRefusal, type Refusal, refuse, refuseForm } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { dayOf } from "../consent/rules/days.ts";
import { readInstitution } from "../institution/views.ts";
import { normaliseAddress } from "../people/rules.ts";
import { type Actor, actorLabel, may } from "../staff/rules.ts";
import { requestEvidence } from "./acts/evidence.ts";
import { CHANNELS, type Contents, contentsPlace, dayProblem, daysOf, keptText, RIGHTS } from "./rules.ts";
import { pauseWrite } from "./store/pause.ts";
import { noteWrite } from "./store.ts";

export interface NoteInput {
  /** As typed; may be empty where `contact` says where to answer. */
  address: string;
  contact: string;
  channel: string;
  day: string;
  right: string;
  words: string;
  doubt: string;
}

/** Notes it. Refuses a day that has not come, and a request that nobody could answer. */
export async function noteRequest(deps: Deps, actor: Actor, input: NoteInput): Promise<{ id: string } | Refusal> {
  const no = may(actor, "request.note");
  if (no) return no;
  const institution = await readInstitution(deps.db);
  if (!institution) return refuse("institution.missing");
  const at = deps.clock.now();
  const right = RIGHTS.find((one) => one === input.right);
  const channel = CHANNELS.find((one) => one === input.channel);
  const typed = input.address.trim();
  const contact = keptText(input.contact);
  const address = typed === "" ? undefined : normaliseAddress(input.address);
  const problems: FieldProblem[] = [];
  if (address && isRefusal(address)) problems.push({ field: "address", code: address.code });
  if (!address && contact === "") problems.push({ field: "address", code: "requests.nowhere" });
  const day = dayProblem("day", input.day, dayOf(at, institution.timeZone));
  if (!channel) problems.push({ field: "channel", code: "form.choose" });
  if (day) problems.push(day);
  if (!right) problems.push({ field: "right", code: "form.choose" });
  if (problems.length > 0 || !right || !channel) return refuseForm(problems);

  const id = deps.ids.uuid();
  const known = address && !isRefusal(address) ? address : undefined;
  const contents: Contents = {
    address: known?.address ?? "",
    contact,
    words: keptText(input.words),
    doubt: keptText(input.doubt),
  };
  const dueDay = daysOf({ receivedDay: input.day }).law;
  const note = {
    id,
    right,
    channel,
    receivedDay: input.day,
    dueDay,
    tags: known ? deps.vault.tags(known.normalised) : [],
    sealed: deps.vault.seal(contentsPlace(id), JSON.stringify(contents)),
    by: actorLabel(actor),
    at,
  };
  const facts = { right, channel, received: input.day, due: dueDay };
  const proof = [await requestEvidence(deps, actor, id, { typ: "request.noted", facts })];
  await commit(deps, { change: [noteWrite(note), pauseWrite(at)], proof });
  await deps.queue.enqueue({ kind: "seal" });
  return { id };
}
