/**
 * A member's account ends at once: sessions, codes, links, keys, and what only he could have gone on with. What waits for
 * somebody goes to a named person who may do it. His name stays beside what he did.
 */
import type { Deps } from "../../deps.ts";
import { isRefusal, type Refusal, refuse } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { readInstitutionRow } from "../institution/views.ts";
import { staffEvidence } from "./acts/evidence.ts";
import { chooseSuccessor, handedOf } from "./rules/handover.ts";
import { mayChangeAccess } from "./rules/members.ts";
import { type Actor, actorLabel, may } from "./rules.ts";
import { dutiesWrite, endingWrites, handedWrites, sameStill } from "./store/handover.ts";
import { readLeaving } from "./views/leaving.ts";

/** Ends the account; never one's own, never that of the last admin or the last officer. `successorId` where anything waits. */
export async function disableStaff(
  deps: Deps,
  actor: Actor,
  input: { userId: string; successorId?: string | undefined },
): Promise<{ userId: string } | Refusal> {
  const no = may(actor, "staff.manage");
  if (no) return no;
  const everybody = await deps.auth.users.list();
  const member = everybody.find((m) => m.id === input.userId);
  if (!member) return refuse("staff.unknown");
  const wrong = mayChangeAccess(actor, member, everybody, "disabled");
  if (wrong) return wrong;
  const leaving = await readLeaving(deps, member);
  const chosen = chooseSuccessor(leaving, member.id, everybody, input.successorId);
  if (isRefusal(chosen)) return chosen;
  const { successor } = chosen;

  const at = deps.clock.now();
  const office = leaving.telling || leaving.reviewing ? await readInstitutionRow(deps.db) : undefined;
  const done = await commit(deps, {
    change: [
      sameStill(member.id, leaving),
      ...(successor ? handedWrites({ from: member.id, to: successor.id, at, id: () => deps.ids.uuid() }, leaving) : []),
      ...(successor && office ? [dutiesWrite(deps.db, office, { leaver: member, successor, at })] : []),
      ...endingWrites({ from: member.id, by: actorLabel(actor), at }),
      ...deps.auth.users.disable(member),
    ],
    proof: await staffEvidence(deps, actor, {
      typ: "staff.disabled",
      user: member.id,
      role: member.role,
      ...(successor && { successor: successor.id, handed: handedOf(leaving) }),
      ended: leaving.ends,
    }),
  });
  return done === "done" ? { userId: member.id } : refuse("form.stale");
}
