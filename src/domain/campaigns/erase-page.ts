/**
 * The next pages of a closing: people who were asked, reached, and did not answer. Those whom only the campaign spoke
 * for leave the list; who is on no other list is deleted. One bulk event (`consent.expired`) commits to everyone of a page who ends.
 * Whoever has proved his consent stays as he is; everybody of a notice stays too, on the list's own basis. Safe to run twice: the cursor is the fence.
 */
import type { Deps } from "../../deps.ts";
import { commit } from "../commit.ts";
import { readInstitutionRow } from "../institution/views.ts";
import { readSilentPage } from "../messages/views/silent.ts";
import { expireAct } from "./acts/expire.ts";
import { closedWrite, closingPageWrite, restWrite, stayedWrite } from "./store.ts";
import { readMailing } from "./views.ts";

/** Of one page; a page holds an embedded database for a hundredth of a second, and whoever presses meanwhile waits for it. */
const PAGE = 25;
/** Of one job: over a network its beginning costs more than a page. */
const PAGES_PER_JOB = 4;

/** Does the next pages; enqueues itself until nobody silent is left, then the campaign is closed. */
export async function eraseSilentPage(deps: Deps, mailingId: string): Promise<void> {
  for (let n = 1; ; n++) {
    const page = await erasePage(deps, mailingId);
    if (page === "over") return;
    if (page === "stale" || n === PAGES_PER_JOB)
      // Stale: somebody answered or came while the page was being decided. Look again, after a breath.
      return deps.queue.enqueue({ kind: "erase-page", mailingId }, page === "stale" ? { delaySeconds: 1 } : {});
    await deps.queue.calm?.();
  }
}

async function erasePage(deps: Deps, mailingId: string): Promise<"done" | "stale" | "over"> {
  const mailing = await readMailing(deps.db, mailingId);
  const office = await readInstitutionRow(deps.db);
  if (mailing?.state !== "closing" || !mailing.frozen || !office) return "over";
  const from = mailing.cursor ?? "";
  const page = await readSilentPage(deps.db, mailingId, from, PAGE);
  const last = page.at(-1);
  if (!last) {
    await commit(deps, { change: [closedWrite(mailingId, from, deps.clock.now())], proof: [] });
    await deps.queue.enqueue({ kind: "seal" });
    return "over";
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
  if (done === "done" && act.erased) deps.afterErasure();
  return done;
}
