/**
 * One page of a mailing's audience becomes message rows, with one bulk event (`consent.requested`) that commits to every
 * person chosen to be asked. The event is logged before any mail: it proves whom the institution meant to ask, with which
 * question; whoever leaves before his batch is handed over gets none. Called by the planning job; safe to run twice or at
 * the same time: the cursor is the fence, the key refuses a second message to one person.
 */
import type { Deps } from "../../deps.ts";
import type { FrozenMailing } from "../campaigns/rules.ts";
import { readMailing } from "../campaigns/views.ts";
import { commit } from "../commit.ts";
import { readLogOrigin } from "../institution/views.ts";
import { actEvidence } from "../proof-log/acts/act-evidence.ts";
import { personCommitment } from "../proof-log/rules/event.ts";
import { plannedWrite, planWrites } from "./store/plan.ts";
import { type AudienceRow, readAudiencePage } from "./views/audience.ts";

const PAGE = 1_000;

/** Plans the next page. `more`: call again. `planned`: the audience is complete, sending may begin. */
export async function planPage(deps: Deps, mailingId: string): Promise<"more" | "planned" | "nothing"> {
  const mailing = await readMailing(deps.db, mailingId);
  if (mailing?.state !== "planning" || !mailing.frozen) return "nothing";
  const page = await readAudiencePage(deps.db, mailing.listId, mailing.cursor, PAGE);
  const last = page.at(-1);
  if (!last) {
    const done = await commit(deps, { change: [plannedWrite(mailingId, mailing.cursor)], proof: [] });
    return done === "done" ? "planned" : "nothing";
  }
  const frozen: FrozenMailing = mailing.frozen;
  const eid = deps.ids.uuid();
  const proof = actEvidence(deps, {
    log: await readLogOrigin(deps.db),
    eid,
    at: deps.clock.now(),
    typ: "consent.requested",
    facts: { mailing: mailingId, list: frozen.list.slug, purpose: frozen.purpose.id, questions: frozen.questions },
    people: page.map((p) => commitmentOf(p, eid)),
  });
  const done = await commit(deps, {
    change: planWrites(
      mailingId,
      page.map(({ personId, subscriptionId, language }) => ({
        personId,
        subscriptionId,
        language: language in frozen.texts ? language : (frozen.institution.languages[0] as string),
      })),
      mailing.cursor,
      last.cursor,
    ),
    proof: [proof],
  });
  return done === "done" ? "more" : "nothing";
}

/** Only the row's own salt can open it later; every way onto a list writes one. */
function commitmentOf({ salt, personId, subscriptionId }: AudienceRow, eid: string): Uint8Array {
  if (salt?.length !== 32) throw new Error("a subscription has no salt; nobody could open what is committed to");
  return personCommitment(salt, { eid, subject: personId, subscription: subscriptionId });
}
