/** Every minute: tells the officer of requests whose answer is due in three working days, or late. Each once. */
import type { Deps } from "../../deps.ts";
import { raiseOnceWrite } from "../alerts/store.ts";
import { readRaised } from "../alerts/views.ts";
import { commit } from "../commit.ts";
import { dayOf, later } from "../consent/rules/days.ts";
import { readInstitution } from "../institution/views.ts";
import { urgencyOf } from "./rules.ts";
import { readDueRequests } from "./views.ts";

const MOST = 200;
/** Three working days lie within so many, however the holidays fall. */
const AHEAD_DAYS = 14;

/** Raises what is due. Safe to run twice. */
export async function watchRequests(deps: Deps): Promise<void> {
  const institution = await readInstitution(deps.db);
  if (!institution) return;
  const at = deps.clock.now();
  const today = dayOf(at, institution.timeZone);
  const due = await readDueRequests(deps.db, later(today, { days: AHEAD_DAYS }), MOST);
  const raised = await readRaised(
    deps.db,
    due.map(({ id }) => id),
  );
  const change = due.flatMap((request) => {
    const urgency = urgencyOf(request, today);
    if (urgency !== "over" && urgency !== "soon") return [];
    const code = urgency === "over" ? "request.over" : "request.due";
    const since = request.extendedAt ?? 0;
    if (raised.some((one) => one.code === code && one.subject === request.id && one.at >= since)) return [];
    return [raiseOnceWrite({ id: deps.ids.uuid(), code, subject: request.id, at, since })];
  });
  if (change.length === 0) return;
  await commit(deps, { change, proof: [] });
  await deps.queue.enqueue({ kind: "tell" });
}
