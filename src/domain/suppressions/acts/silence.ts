/**
 * What a page of tags commits, from a list or from one address typed in: the tags, and the end of every subscription they
 * stand against, in one batch (so that no live subscription can stand against a tag). Whoever has given his consent here is
 * spared by an older word of another system: he is counted as kept, and gets no tag.
 *
 * Somebody whose own word a list brings (he left there, he complained) and who has a record here gets an event of his own, as
 * by a letter; those acts come first, each a commit of its own, and the page then finds them gone.
 */
import type { Deps } from "../../../deps.ts";
import type { Write } from "../../../platform/db.ts";
import { KeyMissing } from "../../../platform/vault.ts";
import { keptFrom, leaveAct, overwrites } from "../../consent/acts/leave.ts";
import { erasuresFacts } from "../../consent/rules/certificate.ts";
import { dayOf } from "../../consent/rules/days.ts";
import { dropAllWrites } from "../../consent/store/sign-up.ts";
import { leaveWrites, type NewSuppression } from "../../consent/store.ts";
import { linkOf } from "../../consent/views/link.ts";
import { loadStanding } from "../../consent/views/standing.ts";
import type { Institution } from "../../institution/rules.ts";
import { actEvidence } from "../../proof-log/acts/act-evidence.ts";
import type { Json } from "../../proof-log/rules/canonical.ts";
import { type Evidence, personCommitment } from "../../proof-log/rules/event.ts";
import { EVERYTHING, type GivenReason, outweighs, SILENCE } from "../rules.ts";
import { type Live, readStanding } from "../views/live.ts";

/** One address, as tags alone. */
export interface Silenced {
  /** Under every suppression key the page knows, the newest first; only the first is written. */
  tags: { tag: Uint8Array; keyId: string }[];
  /** Look-up tags under every key. */
  look: Uint8Array[];
  reason: GivenReason;
  day?: string | undefined;
}

/** The tags of an address: from here on the address itself is gone. */
export function silenced(
  { vault }: Pick<Deps, "vault">,
  { normalised, reason, day }: { normalised: string; reason: GivenReason; day?: string | undefined },
): Silenced {
  return { tags: vault.suppressionTags(normalised), look: vault.tags(normalised).map((t) => t.tag), reason, day };
}

export interface Ground {
  scope: string;
  /** The word is newer than any consent given here. */
  endsProven: boolean;
  office: { profile: Institution; logOrigin: string };
  /** What the event says beside the counts: source, import, who decided. */
  facts: Record<string, Json | undefined>;
  /** `staff:…` who decided. */
  by: string;
}

/** What a verb commits. */
export interface SilenceAct {
  change: Write[];
  proof: Evidence[];
}

export interface Counts {
  added: number;
  known: number;
  /** People who were taken off lists. */
  ended: number;
  /** People who have consented here, and not before. */
  kept: number;
}

/** Positions of those whom the page may not touch, because they consented here and later. */
export function keptOf(rows: readonly Pick<Silenced, "day">[], live: readonly Live[], ground: Ground): Set<number> {
  if (ground.endsProven) return new Set();
  const zone = ground.office.profile.timeZone;
  const spared = live.filter(
    (l) => l.proven && !(l.saidAt !== undefined && (rows[l.i]?.day ?? "") > dayOf(l.saidAt, zone)),
  );
  return new Set(spared.map((l) => l.i));
}

/** The acts of those whose own word it is, each for a commit of its own, before the page's. */
export async function ownActs(deps: Deps, rows: readonly Silenced[], ground: Ground): Promise<SilenceAct[]> {
  const { live } = await standingOf(deps, rows, ground);
  const kept = keptOf(rows, live, ground);
  const theirs = live.filter((l) => l.proven && !kept.has(l.i) && isOwnWord(rows[l.i]?.reason));
  const acts: SilenceAct[] = [];
  for (const l of new Map(theirs.map((one) => [one.personId, one])).values()) {
    const standing = await loadStanding(deps, { personId: l.personId }).catch(noneWithoutKey);
    const row = rows[l.i];
    // Of an address whose key is gone the file knows more than we do: the page ends him, with the tag of what it names.
    if (!standing || standing.address.lost || !row) continue;
    const at = deps.clock.now();
    const door = {
      method: "staff.former-system",
      channel: "staff" as const,
      class: "staff" as const,
      by: ground.by.replace(/^staff:/, ""),
      reason: `person/${row.day ?? dayOf(at, ground.office.profile.timeZone)}`,
    };
    const scope = ground.scope === EVERYTHING ? "everything" : "list";
    const purposeId = ground.scope === EVERYTHING ? "" : ground.scope;
    const complained = row.reason === "complained";
    const { change, proof } = leaveAct(deps, standing, { purposeId, scope, door, at, complained });
    acts.push({ change, proof });
  }
  return acts;
}

/** Where a key of his is gone, no event of his own can be made: the page ends him, among those it counts. */
function noneWithoutKey(error: unknown): undefined {
  if (!(error instanceof KeyMissing)) throw error;
}

const isOwnWord = (reason: GivenReason | undefined) => reason === "withdrawn" || reason === "complained";

/** Assembles the page. */
export async function silenceAct(
  deps: Deps,
  rows: readonly Silenced[],
  ground: Ground,
): Promise<SilenceAct & { counts: Counts }> {
  const { office, scope } = ground;
  const at = deps.clock.now();
  const { today, ...days } = keptFrom(office.profile, at);
  const { live, known } = await standingOf(deps, rows, ground);
  const kept = keptOf(rows, live, ground);
  const leavers = live.filter((l) => !kept.has(l.i));
  const fresh = rows.flatMap((row, i) => {
    const before = known.get(i);
    return kept.has(i) || (before !== undefined && !outweighs(row.reason, before)) ? [] : [{ ...row, i }];
  });
  const suppressions = fresh.map(({ tags, look, reason }): NewSuppression => {
    const [tag] = tags;
    if (!tag) throw new Error("a key ring is empty");
    return { ...tag, addressTags: look, scope, reason, day: today, reviewDay: days.suppressionReviewDay };
  });
  const people = [...new Map(leavers.map((l) => [l.personId, l])).values()];
  const counts = {
    added: fresh.length,
    known: rows.length - fresh.length - kept.size,
    ended: people.length,
    kept: kept.size,
  };
  if (fresh.length + leavers.length === 0) return { change: [], proof: [], counts };
  const eid = deps.ids.uuid();
  const reasons: Record<string, number> = {};
  for (const { reason } of fresh) reasons[reason] = (reasons[reason] ?? 0) + 1;
  const commitments = leavers.map((l) =>
    personCommitment(l.salt, { eid, subject: l.personId, subscription: l.subscriptionId }),
  );
  const change: Write[] = [
    ...leaveWrites({
      at,
      endings: leavers.map((l) => ({
        subscriptionId: l.subscriptionId,
        personId: l.personId,
        recordId: null,
        reason: endsAs(rows[l.i]?.reason),
        state: l.state,
      })),
      suppressions,
      erasures: people
        .filter((l) => l.others === 0)
        .map((l) => ({ personId: l.personId, ...linkOf(deps, l.addressId, l.sealed) })),
      staying: people.filter((l) => l.others > 0).map((l) => l.personId),
      shredDay: days.proofUntilDay,
    }),
    // Whoever asked for silence has no open sign-up; and nothing goes on holding an address that is deleted.
    ...dropAllWrites([
      ...fresh.filter((row) => SILENCE.includes(row.reason)).flatMap((row) => row.look),
      ...people.filter((l) => l.others === 0).flatMap((l) => rows[l.i]?.look ?? []),
    ]),
  ];
  const proof = actEvidence(deps, {
    log: office.logOrigin,
    eid,
    at,
    typ: "suppression.added",
    facts: {
      ...ground.facts,
      scope: scope === EVERYTHING ? "everything" : scope,
      rows: fresh.length,
      reasons,
      erasure: erasuresFacts(
        { institution: office.profile, at, kept: days, overwritten: overwrites(deps.db) },
        people.filter((l) => l.others === 0).length,
      ),
    },
    ...(commitments.length > 0 ? { people: commitments } : {}),
  });
  return { change, proof: [proof], counts };
}

const standingOf = (deps: Deps, rows: readonly Silenced[], { scope }: Ground) =>
  readStanding(deps.db, scope, {
    looks: rows.map((r) => r.look),
    tags: rows.map((r) => r.tags.map((t) => t.tag)),
  });

/** How a subscription ends that a tag of this reason ends: "never" is the institution's own decision. */
function endsAs(reason: GivenReason | undefined): "withdrawn" | "complained" | "bounced" | "removed" {
  return reason === undefined || reason === "never" ? "removed" : reason;
}
