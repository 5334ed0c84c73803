/** A call that may be repeated begins: for the first time, again after a death, or not at all because it was done. */
import type { Deps } from "../../deps.ts";
import { isRefusal, type Refusal, refuse } from "../../refusal.ts";
import { commit } from "../commit.ts";
import type { KeyActor } from "../staff/rules.ts";
import { type Alongside, alongside, type Which } from "./acts/alongside.ts";
import { type Call, courseOf, keyProblem, marksOf } from "./rules.ts";
import { againWrite, beginWrites } from "./store.ts";
import { readCall } from "./views.ts";

export type Begun =
  | ({ run: true; which: Which } & Alongside)
  /** Done before. Without a status its answer was lost, or is not kept. */
  | { run: false; subject: string | null; status: number | null; answer: string | null };

/** Begins. Refuses a key of another call, and one that is under way; what it writes is no evidence. */
export async function beginCall(
  deps: Deps,
  actor: KeyActor,
  input: Call & { secret: Uint8Array; makes: boolean },
): Promise<Begun | Refusal> {
  const wrong = keyProblem(input.idempotencyKey);
  if (wrong) return wrong;
  const marks = marksOf(input.secret, input);
  const keyId = actor.id;
  const at = deps.clock.now();
  const course = courseOf(await readCall(deps.db, { keyId, ...marks }), at);
  if (isRefusal(course)) return course;
  if (course.do === "show") return { run: false, subject: course.subject, status: null, answer: null };
  if (course.do === "repeat") return { run: false, ...course };
  const from = course.do === "begin" ? 0 : course.attempt;
  const which = { keyId, mark: marks.mark, attempt: from + 1 };
  const change =
    course.do === "begin"
      ? beginWrites({ ...marks, ...which, id: deps.ids.uuid(), at })
      : [againWrite({ keyId, mark: marks.mark, from, at })];
  if ((await commit(deps, { change, proof: [] })) === "stale") return refuse("api.call_taken");
  return { run: true, which, ...alongside(deps, which, input.makes) };
}
