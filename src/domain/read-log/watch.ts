/**
 * Once a night the last days of the access log are compared with the proof log: lines that were taken out, put in or changed are an
 * alert, which is over when the log agrees again. It reads nothing of any person and changes nothing of the log.
 */
import type { Deps } from "../../deps.ts";
import { overWrite, raiseWrite } from "../alerts/store.ts";
import { commit } from "../commit.ts";
import { readInstitution } from "../institution/views.ts";
import { anythingWrong, verifyReadings } from "./acts/verify.ts";
import { RECENT_DAYS, watchHour } from "./rules/watch.ts";
import { readRecentDay } from "./views/digests.ts";

const CODE = "reading.broken";
const SUBJECT = "read-log";

/** Looks in its hour of the night; other turns do nothing. Safe to run twice. */
export async function watchReadings(deps: Deps): Promise<void> {
  const institution = await readInstitution(deps.db);
  const at = deps.clock.now();
  if (!institution || !watchHour(at, institution.timeZone)) return;
  const from = await readRecentDay(deps.db, RECENT_DAYS);
  const checked = await verifyReadings(deps, from === undefined ? {} : { from });
  const wrong = checked.days.filter(({ state }) => state !== "agrees" && state !== "aged").length;
  const told = anythingWrong(checked)
    ? raiseWrite({ id: deps.ids.uuid(), code: CODE, subject: SUBJECT, at, detail: { n: wrong } })
    : overWrite([CODE], SUBJECT, at);
  await commit(deps, { change: [told], proof: [] });
}
