/**
 * One page of a closing: up to 100 people who were asked, reached, and did not answer. Those whom only the campaign spoke
 * for leave the list; who is on no other list is deleted. One bulk event (`consent.expired`) commits to everyone who ends.
 * Whoever has proved his consent stays as he is; everybody of a notice stays too, on the list's own basis. Safe to run twice: the cursor is the fence.
 */
import type { Deps } from "../../deps.ts";
import { commit } from "../commit.ts";
import { readInstitutionRow } from "../institution/views.ts";
import { readSilentPage } from "../messages/views/silent.ts";
import { expireAct } from "./acts/expire.ts";
import { closedWrite, closingPageWrite, restWrite, stayedWrite } from "./store.ts";
import { readMailing } from "./views.ts";

/** Of one page; a page holds an embedded database for some hundredths of a second, and others wait for it. */
const PAGE = 100;

/** Does the next page; enqueues itself until nobody silent is left, then the campaign is closed. */
export async function eraseSilentPage(deps: Deps, mailingId: string): Promise<void> {
  const mailing = await readMailing(deps.db, mailingId);
  const office = await readInstitutionRow(deps.db);
  if (mailing?.state !== "closing" || !mailing.frozen || !office) return;
  const from = mailing.cursor ?? "";
  const page = await readSilentPage(deps.db, mailingId, from, PAGE);
  const last = page.at(-1);
  if (!last) {
    await commit(deps, { change: [closedWrite(mailingId, from, deps.clock.now())], proof: [] });
    await deps.queue.enqueue({ kind: "seal" });
    return;
  }
  const ending = page.filter((row) => row.becomes === "expired");
  const staying = page.filter((row) => row.becomes !== "expired");
  const frozen = mailing.frozen;
  const act = await expireAct(deps, { mailing, frozen, office }, ending);
  const done = await commit(deps, {
    change: [
      closingPageWrite(mailingId, from, last.personId),
      ...act.change,
      ...(staying.length > 0 ? [stayedWrite(mailingId, staying)] : []),
      ...(mailing.kind === "notice" && staying.length > 0 ? [restWrite(staying)] : []),
    ],
    proof: act.proof,
  });
  // Stale: somebody answered or came while the page was being decided. Look again, after a breath.
  if (done === "done" && act.erased) deps.afterErasure();
  await deps.queue.enqueue({ kind: "erase-page", mailingId }, done === "stale" ? { delaySeconds: 1 } : {});
}
