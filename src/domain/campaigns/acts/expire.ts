/** What commits when people leave a list by an act of the institution: for silence, or because the question did not reach them. */
import type { Deps } from "../../../deps.ts";
import type { Write } from "../../../platform/db.ts";
import { keptFrom, overwrites } from "../../consent/acts/leave.ts";
import { unmarkedWrites } from "../../consent/acts/unmarked.ts";
import { erasuresFacts } from "../../consent/rules/certificate.ts";
import { leaveWrites } from "../../consent/store.ts";
import { linkOf, readAddress } from "../../consent/views/link.ts";
import type { Institution } from "../../institution/rules.ts";
import type { SilentRow } from "../../messages/views/silent.ts";
import { actEvidence } from "../../proof-log/acts/act-evidence.ts";
import { type Evidence, personCommitment } from "../../proof-log/rules/event.ts";
import type { FrozenMailing } from "../rules.ts";
import { readSharing } from "../views.ts";

/** One person of a page. */
export type Ending = Omit<SilentRow, "becomes">;

interface Of {
  mailing: { id: string; purposeId: string; listId: string };
  frozen: FrozenMailing;
  office: { profile: Institution; logOrigin: string };
  /** Who decided, where a person did. */
  removedBy?: string;
}

/** Assembles it; nothing for nobody. Without `removedBy` they end as silent, and a tag keeps them out until they return. */
export async function expireAct(
  deps: Deps,
  { mailing, frozen, office, removedBy }: Of,
  page: readonly Ending[],
): Promise<{ change: Write[]; proof: Evidence[]; erased: boolean }> {
  if (page.length === 0) return { change: [], proof: [], erased: false };
  const at = deps.clock.now();
  const { today, ...kept } = keptFrom(office.profile, at);
  const people = page.map((row) => {
    if (!row.addressId || !row.sealed || !row.salt) throw new Error("a live row lacks its address or its salt");
    const normalised = readAddress(deps.vault, row.addressId, row.sealed)?.normalised;
    const [tag] = normalised === undefined ? [] : deps.vault.suppressionTags(normalised);
    const addressTags = normalised === undefined ? [] : deps.vault.tags(normalised).map((t) => t.tag);
    return { ...row, salt: row.salt, addressTags, tag, link: linkOf(deps, row.addressId, row.sealed) };
  });
  const erased = people.filter((p) => p.others === 0);
  const erasure = erasuresFacts(
    { institution: office.profile, at, kept, overwritten: overwrites(deps.db) },
    erased.length,
  );
  const eid = deps.ids.uuid();
  const about = { mailing: mailing.id, list: frozen.list.slug, purpose: frozen.purpose.id, erasure };
  const proof = actEvidence(deps, {
    log: office.logOrigin,
    eid,
    at,
    ...(removedBy
      ? { typ: "address.removed", facts: { ...about, reason: "not-reached", by: removedBy } }
      : { typ: "consent.expired", facts: { ...about, reason: "no-answer" } }),
    people: people.map((p) => personCommitment(p.salt, { eid, subject: p.personId, subscription: p.subscriptionId })),
  });
  // Whoever gets mail for the same purpose from another list is only taken off this one: his consent there stands.
  const ids = people.map((p) => p.personId);
  const sharing = removedBy ? new Set(ids) : await readSharing(deps.db, mailing.purposeId, mailing.listId, ids);
  return {
    erased: erased.length > 0,
    proof: [proof],
    change: [
      ...leaveWrites({
        at,
        endings: people.map((p) => ({
          subscriptionId: p.subscriptionId,
          personId: p.personId,
          recordId: null,
          reason: removedBy ? "removed" : "no_answer",
          state: "unproven",
        })),
        suppressions: people
          .filter((p) => !sharing.has(p.personId))
          .flatMap(({ tag, addressTags }) =>
            tag
              ? [
                  {
                    ...tag,
                    addressTags,
                    scope: mailing.purposeId,
                    reason: "no_answer",
                    day: today,
                    reviewDay: kept.suppressionReviewDay,
                  },
                ]
              : [],
          ),
        erasures: erased.map((p) => ({ personId: p.personId, ...p.link })),
        staying: people.filter((p) => p.others > 0).map((p) => p.personId),
        ...(removedBy ? {} : { spared: { purposeId: mailing.purposeId, people: [...sharing] } }),
        shredDay: kept.proofUntilDay,
      }),
      // Decided by a person, none of them has a tag.
      ...(removedBy ? [] : unmarkedWrites(deps, people.filter((p) => !p.tag && !sharing.has(p.personId)).length, at)),
    ],
  };
}
