/** Deletes last mails that could not be handed over in time, with the addresses in them. The page has said so. */
import type { Deps } from "../../deps.ts";
import { commit } from "../commit.ts";
import { countedDay, ROW_LIFE_MS } from "./rules.ts";
import { endOldLastMailWrites } from "./store.ts";
import { anyOldLastMail } from "./views.ts";

/** Ends them. One read when there is none. */
export async function endOldLastMails(deps: Deps): Promise<void> {
  const now = deps.clock.now();
  if (!(await anyOldLastMail(deps.db, now))) return;
  // The "no" itself has left its proof; that its mail did not go is no act of anybody.
  await commit(deps, { change: endOldLastMailWrites(now - ROW_LIFE_MS, countedDay(now)), proof: [] });
  deps.afterErasure();
}
