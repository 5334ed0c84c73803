/**
 * Ends a restriction that was granted (GDPR Art. 18): with a reason, and only when the person has been told before (Art. 18(3)).
 * It starts from an answered request of the same address whose contents are still kept; a later one serves as well as its own.
 */
import type { Deps } from "../../deps.ts";
import { type FieldProblem, type Refusal, refuse, refuseForm } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { dayOf } from "../consent/rules/days.ts";
import { readInstitution } from "../institution/views.ts";
import { readingWrites, recordReading } from "../read-log/acts/record.ts";
import { type Actor, may } from "../staff/rules.ts";
import { openContents } from "./acts/contents.ts";
import { requestEvidence } from "./acts/evidence.ts";
import { tagsOf } from "./acts/tags.ts";
import { contentsPlace, keptText } from "./rules.ts";
import { endRestrictionWrite } from "./store/pause.ts";
import { contentsWrite } from "./store.ts";
import { isRestricted, readRequest } from "./views.ts";

/** Ends it. Where another request of the address is open, mail stays paused for that one. */
export async function liftRestriction(
  deps: Deps,
  actor: Actor,
  input: { id: string; reason: string; told: boolean },
): Promise<{ id: string } | Refusal> {
  const no = may(actor, "request.answer");
  if (no) return no;
  const { id } = input;
  const [request, institution] = await Promise.all([readRequest(deps.db, id), readInstitution(deps.db)]);
  if (!request || !institution) return refuse("requests.unknown");
  const reason = keptText(input.reason);
  const problems: FieldProblem[] = [];
  if (reason === "") problems.push({ field: "reason", code: "form.required" });
  if (!input.told) problems.push({ field: "told", code: "requests.lift_told" });
  if (problems.length > 0) return refuseForm(problems);
  if (request.outcome === null || request.answeredDay === null) return refuse("requests.still_open");
  const contents = await openContents(deps, id);
  if (!contents) return refuse("requests.gone");
  const tags = tagsOf(deps, contents);
  const look = { act: "requests.read", subject: id } as const;
  if (!(await isRestricted(deps.db, tags))) {
    await recordReading(deps, actor, { ...look, outcome: "none" });
    return refuse("requests.not_restricted");
  }

  const sealed = deps.vault.seal(contentsPlace(id), JSON.stringify({ ...contents, lifted: reason }));
  const change = [endRestrictionWrite(tags), contentsWrite(id, sealed), ...readingWrites(deps, actor, [look])];
  const { outcome, answeredDay: answered } = request;
  const lifted = dayOf(deps.clock.now(), institution.timeZone);
  const facts = { outcome, answered, lifted };
  const proof = [await requestEvidence(deps, actor, id, { typ: "request.answered", facts })];
  if ((await commit(deps, { change, proof })) === "stale") return refuse("requests.not_restricted");
  await deps.queue.enqueue({ kind: "seal" });
  return { id };
}
