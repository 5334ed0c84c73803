/**
 * What a spam complaint commits: the person's withdrawal of that mailing's purpose, told by his mail provider, with the
 * same event and the same deletion as from every other door, and nothing for the purpose ever again (promise P5).
 */
import type { Deps } from "../../../deps.ts";
import { isRefusal } from "../../../refusal.ts";
import { keptFrom, leaveAct } from "../../consent/acts/leave.ts";
import { dropAllWrites } from "../../consent/store/sign-up.ts";
import { suppressWrites } from "../../consent/store.ts";
import { readLastYes } from "../../consent/views/reachable.ts";
import { loadStanding } from "../../consent/views/standing.ts";
import { readInstitution } from "../../institution/views.ts";
import { dropLastMailWrite } from "../../last-mails/store.ts";
import { normaliseAddress } from "../../people/rules.ts";
import type { NamedMessage } from "../views/event.ts";
import { type Drawn, NOTHING } from "./refused.ts";

/** `to` is the recipient as the provider names him: the address of somebody who is gone is nowhere else. */
export async function complainedAct(
  deps: Deps,
  message: NamedMessage,
  complaint: { at: number; to: string | undefined },
): Promise<Drawn> {
  const { purposeId, mailingId } = message;
  const address = normaliseAddress(complaint.to ?? "");
  const normalised = isRefusal(address) ? undefined : address.normalised;
  const named = await loadStanding(deps, { subscriptionId: message.subscriptionId });
  // Of an address whose key is lost the provider's word is all there is to make a tag of.
  const told = normalised && (!named || named.address.lost) ? await loadStanding(deps, { normalised }) : undefined;
  const standing = told ?? named;
  if (standing?.subscriptions.some((s) => s.purposeId === purposeId)) {
    // He came back after it, or pressed "yes" in a later mail: the newer word counts.
    if ((await readLastYes(deps.db, standing.person.id, purposeId)) > complaint.at) return NOTHING;
    const door = { method: "provider.complaint", channel: "provider" as const, mailing: mailingId };
    const at = deps.clock.now();
    const act = leaveAct(deps, standing, { purposeId, scope: "list", door, at, complained: true });
    return { change: act.change, proof: act.proof, erased: act.erased, held: false };
  }
  return normalised ? silence(deps, normalised, purposeId) : NOTHING;
}

/**
 * A complaint about a letter: the one that asks whether an address was typed by its owner, the one with the link of a
 * question or of one's own page, the receipt of a "yes", or the last mail after a "no". Which lists it was about is kept nowhere, so it counts for all: nothing is ever sent to the address again, no request for it stays open, and whoever is
 * on a list leaves it. `normalised` is the recipient as the provider names him.
 */
export async function letterComplainedAct(
  deps: Deps,
  { normalised, at }: { normalised: string; at: number },
): Promise<Drawn> {
  const standing = await loadStanding(deps, { normalised });
  const purposeId = standing?.subscriptions[0]?.purposeId;
  if (standing && purposeId) {
    // He answered after it: the newer word counts.
    if ((await readLastYes(deps.db, standing.person.id)) > at) return NOTHING;
    const door = { method: "provider.complaint", channel: "provider" as const };
    const now = deps.clock.now();
    const act = leaveAct(deps, standing, { purposeId, scope: "everything", door, at: now, complained: true });
    return { change: act.change, proof: act.proof, erased: act.erased, held: false };
  }
  const { change } = await silence(deps, normalised, "*");
  const tags = deps.vault.tags(normalised).map((t) => t.tag);
  return { ...NOTHING, change: [...change, ...dropAllWrites(tags)], erased: true };
}

/** Of whom we hold nothing, or only a withdrawal that is proved: the tag alone is written, or grows stronger. */
async function silence(deps: Deps, normalised: string, scope: string): Promise<Drawn> {
  const office = await readInstitution(deps.db);
  const [tag] = deps.vault.suppressionTags(normalised);
  if (!office || !tag) return NOTHING;
  const { today: day, suppressionReviewDay: reviewDay } = keptFrom(office, deps.clock.now());
  const addressTags = deps.vault.tags(normalised).map((t) => t.tag);
  const tags = suppressWrites([{ ...tag, addressTags, scope, reason: "complained", day, reviewDay }]);
  return { ...NOTHING, change: [...tags, dropLastMailWrite(addressTags)] };
}
