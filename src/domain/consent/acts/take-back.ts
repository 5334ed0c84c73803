/**
 * A "no" to a campaign that is taken back by its own link, while the person is held for another list: he is on this list
 * again as he was before, with a new consent to the text that was shown. The earlier "no" stays in the log.
 */
import type { Deps } from "../../../deps.ts";
import type { Write } from "../../../platform/db.ts";
import { readInstitutionRow } from "../../institution/views.ts";
import { readList } from "../../lists/views.ts";
import { asksMore } from "../../me/rules/offer.ts";
import type { Notice } from "../../notices/rules.ts";
import type { Evidence } from "../../proof-log/rules/event.ts";
import { readPurposes } from "../../purposes/views.ts";
import { silenced } from "../rules/sign-up.ts";
import type { Standing } from "../rules/standing.ts";
import { notSilencedHolds } from "../store/sign-up.ts";
import { readSuppressed } from "../views/sign-up.ts";
import { loadStanding } from "../views/standing.ts";
import { type LinkView, mayTakeBack } from "../views.ts";
import type { Door } from "./events.ts";
import { joinAct } from "./join.ts";

export interface TakeBackAct {
  change: Write[];
  proof: Evidence[];
  eid: string;
  standing: Standing;
}

/** Assembles the act; undefined where there is nothing to take back, or nobody to take back. */
export async function takeBackAct(
  deps: Deps,
  view: LinkView,
  door: Door,
  at: number,
  notice: Notice,
): Promise<TakeBackAct | undefined> {
  const { heldPerson, endedAt } = view;
  if (!mayTakeBack(view) || heldPerson === undefined || endedAt === undefined) return undefined;
  const [standing, office, purposes, list] = await Promise.all([
    loadStanding(deps, { personId: heldPerson }),
    readInstitutionRow(deps.db),
    readPurposes(deps.db),
    readList(deps.db, view.list.id),
  ]);
  const purpose = purposes.find((p) => p.id === list?.purposeId && p.state === "active" && p.basis === "a");
  if (!standing || !office || !list || list.state !== "active" || !purpose || asksMore(purpose)) return undefined;
  const tags = deps.vault.suppressionTags(standing.address.normalised).map((t) => t.tag);
  if (silenced(purpose.id, await readSuppressed(deps.db, tags))) return undefined;
  const act = joinAct(deps, {
    standing,
    office,
    purposes,
    address: standing.address,
    language: standing.person.language,
    // The answer is to the purpose as it was asked about.
    asked: [{ list, purpose: { ...purpose, version: view.campaign?.purposeVersion ?? purpose.version }, notice }],
    earlier: [{ subscriptionId: view.subscriptionId, listId: list.id, endedAt }],
    mistake: { personId: heldPerson, mailingId: view.mailingId },
    door,
    at,
  });
  const eid = act.given[0]?.eid;
  if (eid === undefined) return undefined;
  return { change: [notSilencedHolds(tags, [purpose.id]), ...act.change], proof: act.proof, eid, standing };
}
