/**
 * What commits when people leave a list because a term is over: the one erasure that every other end uses. An act of the
 * institution: nobody has said anything, so no tag keeps them out, and who is on no other list is deleted.
 */
import type { Deps } from "../../../deps.ts";
import { keptFrom, overwrites } from "../../consent/acts/leave.ts";
import { erasuresFacts } from "../../consent/rules/certificate.ts";
import { leaveWrites } from "../../consent/store.ts";
import { linkOf } from "../../consent/views/link.ts";
import { actEvidence } from "../../proof-log/acts/act-evidence.ts";
import { personCommitment } from "../../proof-log/rules/event.ts";
import { unrestrictedWrite } from "../store/leaving.ts";
import { readLeavers } from "../views/leavers.ts";
import { BEGIN, countOverPeople, type Place, readOverPeople, readOverSample } from "../views/over-people.ts";
import type { Target } from "../views/targets.ts";
import type { As, Hand, Office, Page } from "./hand.ts";

/** The hand of a rule that ends people on lists. */
export function leavingHand(rule: string, readTargets: (db: Deps["db"], as: As) => Promise<Target[]>): Hand {
  return {
    async count({ db }, as) {
      return countOverPeople(db, await readTargets(db, as), as.today);
    },
    async page(deps, office, as, cursor, most) {
      const from = cursor === null ? BEGIN : (JSON.parse(cursor) as Place);
      const { target, ids, next } = await readOverPeople(deps.db, await readTargets(deps.db, as), from, as.today, most);
      const act = target && ids.length > 0 ? await leavingAct(deps, office, rule, target, ids) : NOBODY;
      return { ...act, cursor: next ? JSON.stringify(next) : null };
    },
    async samples({ db }, as, most) {
      return readOverSample(db, await readTargets(db, as), as.today, most);
    },
  };
}

const NOBODY: Omit<Page, "cursor"> = { change: [], proof: [], n: 0 };

/** Assembles it for people of one list. Stale if one of them left, joined another list, or was restricted since he was read. */
async function leavingAct(deps: Deps, office: Office, rule: string, target: Target, ids: readonly string[]) {
  const at = deps.clock.now();
  const leavers = await readLeavers(deps.db, ids);
  if (leavers.length === 0) return NOBODY;
  const kept = keptFrom(office.profile, at);
  const eid = deps.ids.uuid();
  const erasures = leavers
    .filter(({ others }) => others === 0)
    .map(({ personId, addressId, sealed }) => ({ personId, ...linkOf(deps, addressId, sealed) }));
  const { listSlug: list, purposeId: purpose, reason } = target;
  const told = { institution: office.profile, at, kept, overwritten: overwrites(deps.db) };
  const proof = actEvidence(deps, {
    log: office.logOrigin,
    eid,
    at,
    typ: "retention.ended",
    facts: { rule, list, purpose, reason, erasure: erasuresFacts(told, erasures.length) },
    people: leavers.map((l) => personCommitment(l.salt, { eid, subject: l.personId, subscription: l.subscriptionId })),
  });
  return {
    change: [
      unrestrictedWrite(leavers.map(({ personId }) => personId)),
      ...leaveWrites({
        at,
        endings: leavers.map(({ subscriptionId, personId, state }) => ({
          subscriptionId,
          personId,
          recordId: null,
          reason: "removed",
          state,
        })),
        suppressions: [],
        erasures,
        staying: leavers.filter(({ others }) => others > 0).map(({ personId }) => personId),
        shredDay: kept.proofUntilDay,
      }),
    ],
    proof: [proof],
    n: leavers.length,
  };
}
