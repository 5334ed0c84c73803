/**
 * One page of a mailing's audience becomes message rows, with one bulk event (`consent.requested`) that commits to every
 * person chosen to be asked. The event is logged before any mail: it proves whom the institution meant to ask, with which
 * question; whoever leaves before his batch is handed over gets none. Whom the campaign may not ask, or need not, has his
 * row too, skipped with the reason. Called by the planning job; safe to run twice or at the same time: the cursor is the
 * fence, the key refuses a second message to one person. At the end the pilot is drawn.
 */
import type { Deps } from "../../../deps.ts";
import type { FrozenMailing } from "../../campaigns/rules.ts";
import { type Mailing, readMailing } from "../../campaigns/views.ts";
import { commit } from "../../commit.ts";
import { readLogOrigin } from "../../institution/views.ts";
import { actEvidence } from "../../proof-log/acts/act-evidence.ts";
import { personCommitment } from "../../proof-log/rules/event.ts";
import { plannedAct } from "../acts/planned.ts";
import { askingOf, leavesOut, remindedStates, wantedStates } from "../rules/permission.ts";
import { planWrites } from "../store/plan.ts";
import { type AudienceRow, readAudiencePage, readToRemind } from "../views/audience.ts";

const PAGE = 1_000;

/** What the event says was done with these people. */
const TOLD = { reconsent: "consent.requested", reminder: "consent.reminded", notice: "notice.given" } as const;

/** Plans the next page. `more`: call again. `planned`: the audience is complete, sending may begin. */
export async function planPage(deps: Deps, mailingId: string): Promise<"more" | "planned" | "nothing"> {
  const mailing = await readMailing(deps.db, mailingId);
  if (mailing?.state !== "planning" || !mailing.frozen || mailing.kind === "newsletter") return "nothing";
  const asking = askingOf(mailing);
  const page = await pageOf(deps, mailing);
  const last = page.at(-1);
  if (!last) {
    const change = await plannedAct(deps, mailing);
    return (await commit(deps, { change, proof: [] })) === "done" ? "planned" : "nothing";
  }
  const frozen: FrozenMailing = mailing.frozen;
  const chosen = page.filter((p) => p.skip === undefined);
  const eid = deps.ids.uuid();
  const proof = async () =>
    actEvidence(deps, {
      log: await readLogOrigin(deps.db),
      eid,
      at: deps.clock.now(),
      typ: TOLD[mailing.kind as keyof typeof TOLD],
      facts: { mailing: mailingId, list: frozen.list.slug, purpose: frozen.purpose.id, questions: frozen.questions },
      people: chosen.map((p) => commitmentOf(p, eid)),
    });
  const done = await commit(deps, {
    change: planWrites(
      mailingId,
      page.map(({ personId, subscriptionId, language, skip }) => ({
        personId,
        subscriptionId,
        language: language in frozen.texts ? language : (frozen.institution.languages[0] as string),
        ...(skip && { skip }),
      })),
      wantedStates(asking),
      { from: mailing.cursor, to: last.cursor },
    ),
    proof: chosen.length > 0 ? [await proof()] : [],
  });
  return done === "done" ? "more" : "nothing";
}

function pageOf(deps: Deps, mailing: Mailing): Promise<AudienceRow[]> {
  const asking = askingOf(mailing);
  const { listId, purposeId, kind, draft, campaignId, cursor } = mailing;
  const states = wantedStates(asking);
  if (kind === "reminder")
    return readToRemind(deps.db, campaignId ?? "", remindedStates(asking, draft.reminder?.whom), cursor, PAGE);
  return readAudiencePage(deps.db, { listId, purposeId, states, asks: leavesOut(asking) }, cursor, PAGE);
}

/** Only the row's own salt can open it later; every way onto a list writes one. */
function commitmentOf({ salt, personId, subscriptionId }: AudienceRow, eid: string): Uint8Array {
  if (salt?.length !== 32) throw new Error("a subscription has no salt; nobody could open what is committed to");
  return personCommitment(salt, { eid, subject: personId, subscription: subscriptionId });
}
