/**
 * A newsletter list is moved to a public task (GDPR Art. 6(1)(e)) with a written reason (R105): its people were mailed
 * without proof of consent, and consent is not what the mail rests on. Nobody gets mail by this act: who is on the list
 * stays without proof until a notice with a way out has reached him and was closed. Leaves `list.moved` in the proof log.
 *
 * What must stay true: whoever has given his consent is not moved to another basis behind his back (EDPB 05/2020, 121-123), so a
 * list with proven people stays; whoever left for the old purpose is as safe from the new one.
 */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse, refuseForm } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { readLogOrigin } from "../institution/views.ts";
import { actEvidence } from "../proof-log/acts/act-evidence.ts";
import { readPurpose } from "../purposes/views.ts";
import { type Actor, actorLabel, may, viaOf } from "../staff/rules.ts";
import { moveProblems } from "./rules.ts";
import { carryTags, moveHolds, moveList } from "./store.ts";
import { readList, readListCounts, readLists } from "./views.ts";

export interface MoveInput {
  id: string;
  version: number;
  /** A purpose of its own: active, a public task, of no other list. */
  purposeId: string;
  reason: string;
}

/** Moves it. Refuses a list that is no newsletter, is being asked, or holds people who have given their consent. */
export async function moveToTask(deps: Deps, actor: Actor, input: MoveInput): Promise<{ version: number } | Refusal> {
  const no = may(actor, "list.move");
  if (no) return no;
  const [list, lists, counts] = await Promise.all([
    readList(deps.db, input.id),
    readLists(deps.db),
    readListCounts(deps.db, input.id),
  ]);
  if (!list) return refuse("lists.unknown");
  if (list.state === "ended") return refuse("lists.ended");
  if (list.kind !== "newsletter") return refuse("lists.no_newsletter");
  if (list.version !== input.version) return refuse("form.stale");
  const { active = 0, unproven = 0 } = counts.get(list.id) ?? {};
  if (active > 0) return refuse("lists.proven_stay", { values: { n: active } });
  const purpose = await readPurpose(deps.db, input.purposeId);
  const used = lists.some((other) => other.purposeId === input.purposeId);
  const problems = moveProblems({ reason: input.reason, purpose, used });
  if (problems.length > 0) return refuseForm(problems);
  const at = deps.clock.now();
  const { id, version, purposeId: to } = input;
  const done = await commit(deps, {
    change: [
      moveList({ id, version, purposeId: to }),
      ...moveHolds({ id, purposeId: to }),
      carryTags({ from: list.purposeId, to }),
    ],
    proof: [
      actEvidence(deps, {
        log: await readLogOrigin(deps.db),
        at,
        typ: "list.moved",
        facts: {
          list: list.slug,
          from: list.purposeId,
          to,
          reason: input.reason.trim(),
          n: unproven,
          by: actorLabel(actor),
          ...viaOf(actor),
        },
      }),
    ],
  });
  if (done === "done") await deps.queue.enqueue({ kind: "seal" });
  return done === "done" ? { version: version + 1 } : refuse("lists.move_stale");
}
