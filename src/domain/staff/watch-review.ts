/** Every hour: says once on the desk that the look at who can do what is due. */
import type { Deps } from "../../deps.ts";
import { raiseWrite } from "../alerts/store.ts";
import { readOpenAlerts } from "../alerts/views.ts";
import { commit } from "../commit.ts";
import { dayOf } from "../consent/rules/days.ts";
import { readInstitution } from "../institution/views.ts";
import { readAccess } from "./views/access.ts";

/** Raises the alert on the day. Safe to run twice. */
export async function watchAccessReview(deps: Deps): Promise<void> {
  const office = await readInstitution(deps.db);
  if (!office) return;
  const at = deps.clock.now();
  const { due, everybody } = await readAccess(deps, office.timeZone);
  if (everybody.length === 0 || due > dayOf(at, office.timeZone)) return;
  if ((await readOpenAlerts(deps.db)).some(({ code }) => code === "access.review-due")) return;
  await commit(deps, {
    change: [raiseWrite({ id: deps.ids.uuid(), code: "access.review-due", subject: "access", at })],
    proof: [],
  });
  await deps.queue.enqueue({ kind: "tell" });
}
