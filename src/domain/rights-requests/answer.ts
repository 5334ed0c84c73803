/**
 * Writes down the answer: met, met in part, or refused with the reasons and the information on complaint and court (Art. 12(4)).
 * Mail to the address resumes, unless its restriction was what was asked for. An erasure is met by erasing, never by a note; an
 * objection may be honoured already, by the person's own link, while another purpose holds the address.
 */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse, refuseForm } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { dayOf } from "../consent/rules/days.ts";
import { readInstitution } from "../institution/views.ts";
import { recordReading } from "../read-log/acts/record.ts";
import { type Actor, may } from "../staff/rules.ts";
import { closingWrites } from "./acts/close.ts";
import { openContents } from "./acts/contents.ts";
import { requestEvidence } from "./acts/evidence.ts";
import { tagsOf } from "./acts/tags.ts";
import { answerProblems, keptText, type RequestOutcome, type TypedAnswer } from "./rules.ts";
import { isHeld, readRequest } from "./views.ts";

/** Closes it. */
export async function answerRequest(
  deps: Deps,
  actor: Actor,
  input: TypedAnswer & { id: string },
): Promise<{ id: string } | Refusal> {
  const no = may(actor, "request.answer");
  if (no) return no;
  const { id } = input;
  const [request, institution] = await Promise.all([readRequest(deps.db, id), readInstitution(deps.db)]);
  if (!request || !institution) return refuse("requests.unknown");
  if (request.closedAt !== null) return refuse("requests.closed");
  const at = deps.clock.now();
  const problems = answerProblems(input, request, dayOf(at, institution.timeZone));
  const outcome = input.outcome as RequestOutcome;
  const contents = await openContents(deps, id);
  const tags = tagsOf(deps, contents);
  if (problems.length === 0 && outcome === "met" && request.right === "erase") {
    // The answer tells whether the address is on a list.
    const held = await isHeld(deps.db, tags);
    await recordReading(deps, actor, { act: "requests.read", subject: id, outcome: held ? "found" : "none" });
    if (held) problems.push({ field: "outcome", code: "requests.end_first" });
  }
  if (problems.length > 0) return refuseForm(problems);

  const answered = input.day;
  const kept = contents && { ...contents, answer: keptText(input.reason) };
  const change = closingWrites(deps, actor, request, { outcome, answeredDay: answered, at }, kept, tags);
  const proof = [await requestEvidence(deps, actor, id, { typ: "request.answered", facts: { outcome, answered } })];
  if ((await commit(deps, { change, proof })) === "stale") return refuse("requests.closed");
  await deps.queue.enqueue({ kind: "seal" });
  return { id };
}
