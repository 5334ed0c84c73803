/**
 * What the end of dead addresses commits: nobody has said anything, the mailbox does not exist any more. All the
 * subscriptions end as bounced, the address is deleted, and a tag keeps it out until its owner returns. Whoever had given
 * his consent keeps the proof of it, to its day. One act of the institution for one person or for a page of them.
 */
import type { Deps } from "../../../deps.ts";
import type { Write } from "../../../platform/db.ts";
import type { Institution } from "../../institution/rules.ts";
import { actEvidence } from "../../proof-log/acts/act-evidence.ts";
import { type Evidence, personCommitment } from "../../proof-log/rules/event.ts";
import { erasuresFacts } from "../rules/certificate.ts";
import { dropAllWrites } from "../store/sign-up.ts";
import { leaveWrites } from "../store.ts";
import type { Reachable } from "../views/reachable.ts";
import { keptFrom, overwrites } from "./leave.ts";
import { unmarkedWrites } from "./unmarked.ts";

export interface Unreachable {
  office: { profile: Institution; logOrigin: string };
  at: number;
  /** The mailing whose mail came back. */
  mailing: string;
  /** Why, for example `bounce.address`. */
  reason: string;
  /** Who decided: `system:…` or `staff:…`. */
  by: string;
}

/** Assembles the act. Stale if one of the people came onto another list, or left, since he was read. */
export function unreachableAct(
  deps: Pick<Deps, "db" | "ids" | "vault" | "config">,
  people: readonly Reachable[],
  { office, at, mailing, reason, by }: Unreachable,
): { change: Write[]; proof: Evidence[] } {
  const { today, ...kept } = keptFrom(office.profile, at);
  const eid = deps.ids.uuid();
  const ended = people.flatMap((p) => p.subscriptions.map((s) => ({ ...s, personId: p.personId })));
  const proof = actEvidence(deps, {
    log: office.logOrigin,
    eid,
    at,
    typ: "address.unreachable",
    facts: {
      mailing,
      reason,
      by,
      erasure: erasuresFacts(
        { institution: office.profile, at, kept, overwritten: overwrites(deps.db) },
        people.length,
      ),
    },
    people: ended.map((s) => personCommitment(s.salt, { eid, subject: s.personId, subscription: s.id })),
  });
  const tagged = people.flatMap(({ normalised }) => {
    if (normalised === undefined) return [];
    const [tag] = deps.vault.suppressionTags(normalised);
    if (!tag) throw new Error("a key ring is empty");
    return [{ tag, addressTags: deps.vault.tags(normalised).map((t) => t.tag) }];
  });
  const change = [
    ...leaveWrites({
      at,
      endings: ended.map(({ id, personId, state }) => ({
        subscriptionId: id,
        personId,
        recordId: null,
        reason: "bounced",
        state,
      })),
      suppressions: tagged.map(({ tag, addressTags }) => ({
        ...tag,
        addressTags,
        scope: "*",
        reason: "bounced",
        day: today,
        reviewDay: kept.suppressionReviewDay,
      })),
      erasures: people.map(({ personId, link }) => ({ personId, ...link })),
      staying: [],
      shredDay: kept.proofUntilDay,
    }),
    // An open sign-up would hold the address on.
    ...dropAllWrites(tagged.flatMap((t) => t.addressTags)),
    ...unmarkedWrites(deps, people.length - tagged.length, at),
  ];
  return { change, proof: [proof] };
}
