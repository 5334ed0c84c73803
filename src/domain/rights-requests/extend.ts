/** Two months more, once, where it is complex or there are many; the person has been told why within the first month (Art. 12(3)). */
import type { Deps } from "../../deps.ts";
import { type FieldProblem, type Refusal, refuse, refuseForm } from "../../refusal.ts";
import { overWrite } from "../alerts/store.ts";
import { commit } from "../commit.ts";
import { dayOf } from "../consent/rules/days.ts";
import { readInstitution } from "../institution/views.ts";
import { type Actor, actorLabel, may } from "../staff/rules.ts";
import { openContents } from "./acts/contents.ts";
import { requestEvidence } from "./acts/evidence.ts";
import { contentsPlace, daysOf, extensionProblem, GROUNDS, keptText } from "./rules.ts";
import { extendWrite } from "./store.ts";
import { readRequest } from "./views.ts";

export interface ExtendInput {
  id: string;
  ground: string;
  /** As the person was told. */
  reason: string;
  told: boolean;
}

/** Extends it. Refuses what comes after the first month, or a second time. */
export async function extendRequest(deps: Deps, actor: Actor, input: ExtendInput): Promise<{ id: string } | Refusal> {
  const no = may(actor, "request.answer");
  if (no) return no;
  const { id } = input;
  const [request, institution] = await Promise.all([readRequest(deps.db, id), readInstitution(deps.db)]);
  if (!request || !institution) return refuse("requests.unknown");
  const at = deps.clock.now();
  const late = extensionProblem(request, dayOf(at, institution.timeZone));
  if (late) return refuse(late);
  const ground = GROUNDS.find((one) => one === input.ground);
  const reason = keptText(input.reason);
  const problems: FieldProblem[] = [];
  if (!ground) problems.push({ field: "ground", code: "form.choose" });
  if (reason === "") problems.push({ field: "reason", code: "form.required" });
  if (!input.told) problems.push({ field: "told", code: "requests.told" });
  if (problems.length > 0 || !ground) return refuseForm(problems);

  const contents = await openContents(deps, id);
  const sealed = contents
    ? deps.vault.seal(contentsPlace(id), JSON.stringify({ ...contents, extension: reason }))
    : null;
  const dueDay = daysOf(request).extended;
  const change = [
    extendWrite({ id, dueDay, ground, sealed, by: actorLabel(actor), at }),
    overWrite(["request.due", "request.over"], id, at),
  ];
  const proof = [await requestEvidence(deps, actor, id, { typ: "request.extended", facts: { ground, due: dueDay } })];
  if ((await commit(deps, { change, proof })) === "stale") return refuse("requests.extended");
  await deps.queue.enqueue({ kind: "seal" });
  return { id };
}
