/** Somebody looks at who can do what and says of everybody: keep, change, end. Changing and ending are acts of their own. */
import type { Deps } from "../../deps.ts";
import { isRefusal, type Refusal, refuse } from "../../refusal.ts";
import { overWrite } from "../alerts/store.ts";
import { readLiveKeys } from "../api-keys/views.ts";
import { commit } from "../commit.ts";
import { dayOf } from "../consent/rules/days.ts";
import { readInstitutionRow } from "../institution/views.ts";
import { actEvidence } from "../proof-log/acts/act-evidence.ts";
import { readReview, type Verdict } from "./rules/review.ts";
import { type Actor, actorLabel, may } from "./rules.ts";
import { reviewWrite } from "./store/review.ts";
import { readStaff } from "./views.ts";

/** Keeps the look with what everybody had at that moment; leaves `access.reviewed` in the proof log. */
export async function reviewAccess(
  deps: Deps,
  actor: Actor,
  input: { verdicts: ReadonlyMap<string, string>; nextDay: string },
): Promise<{ id: string } | Refusal> {
  const no = may(actor, "access.review");
  if (no) return no;
  const [office, everybody, live] = await Promise.all([
    readInstitutionRow(deps.db),
    readStaff(deps),
    readLiveKeys(deps.db),
  ]);
  if (!office) return refuse("institution.missing");
  const at = deps.clock.now();
  const members = everybody.filter(({ disabledAt }) => disabledAt === undefined);
  const keys = live.flatMap(({ id, createdBy }) => {
    const maker = everybody.find((m) => `staff:${m.id}` === createdBy);
    return maker ? [{ id, role: maker.role }] : [];
  });
  const read = readReview(input, { members, keys, today: dayOf(at, office.profile.timeZone) });
  if (isRefusal(read)) return read;
  const { people, nextDay } = read;
  const id = deps.ids.uuid();
  const by = actorLabel(actor);
  const count = (verdict: Verdict) => people.filter((one) => one.verdict === verdict).length;
  await commit(deps, {
    change: [reviewWrite(deps.db, { id, by, at, nextDay, people }), overWrite(["access.review-due"], "access", at)],
    proof: [
      actEvidence(deps, {
        log: office.logOrigin,
        at,
        typ: "access.reviewed",
        facts: {
          review: id,
          members: people.length - keys.length,
          ...(keys.length > 0 && { keys: keys.length }),
          keep: count("keep"),
          change: count("change"),
          end: count("end"),
          next: nextDay,
          by,
        },
      }),
    ],
  });
  return { id };
}
