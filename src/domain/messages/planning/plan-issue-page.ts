/**
 * One page of a list becomes the message rows of an issue: everybody who gets the list's mail and belongs to the issue's
 * segment, as it was frozen. Who of them may be mailed is asked when his batch is frozen, so that whoever is held, paused or
 * restricted has his row too, skipped with the reason. No event of its own: an issue asks nothing of anybody, and
 * `issue.sent` tells to how many it goes. Safe to run twice or at the same time, as plan-page.ts is.
 */
import type { Deps } from "../../../deps.ts";
import { commit } from "../../commit.ts";
import { plannedAct } from "../acts/planned.ts";
import { wantedStates } from "../rules/permission.ts";
import { planWrites } from "../store/plan.ts";
import { readOutgoing } from "../views/outgoing.ts";
import { readRecipientsPage } from "../views/recipients/segment.ts";

const PAGE = 1_000;

/** Plans the next page. `more`: call again. `planned`: the audience is complete, sending may begin. */
export async function planIssuePage(deps: Deps, mailingId: string): Promise<"more" | "planned" | "nothing"> {
  const mailing = await readOutgoing(deps.db, mailingId);
  if (mailing?.kind !== "newsletter" || mailing.state !== "planning" || !mailing.frozen) return "nothing";
  const { listId, cursor, frozen } = mailing;
  const { timeZone, languages } = frozen.institution;
  const page = await readRecipientsPage(deps.db, { listId, segment: frozen.segment, timeZone }, cursor, PAGE);
  if (!page) {
    const change = await plannedAct(deps, mailing);
    return (await commit(deps, { change, proof: [] })) === "done" ? "planned" : "nothing";
  }
  const written = languages.filter((lang) => frozen.texts[lang]);
  const people = page.rows.map((row) => ({
    ...row,
    language: written.find((lang) => lang === row.language) ?? (written[0] as string),
  }));
  const change = planWrites(mailingId, people, wantedStates(mailing), { from: cursor, to: page.cursor });
  return (await commit(deps, { change, proof: [] })) === "done" ? "more" : "nothing";
}
