/**
 * A person's part in an act of the institution: commitment → place among the people of the act → root in the event (RFC 6962
 * hashing over `HMAC-SHA-256(salt, "pieteka/person/1" ‖ facts)`).
 */
import { unbase64url } from "../../../../../platform/encoding.ts";
import { personCommitment } from "../../../../proof-log/rules/commitment.ts";
import { verifyInclusion } from "../../../../proof-log/rules/proofs.ts";
import { leafHash } from "../../../../proof-log/rules/tree.ts";
import { type PersonInAct, readPeople } from "../../bundle/people.ts";
import type { Entry, Notes } from "../entry.ts";

/** Says of whom the bundle proves a part in an act, but holds no record of his. Without any record there is nothing to compare. */
export function checkSubjects(
  people: readonly PersonInAct[],
  records: readonly Entry[],
  path: string,
  { note }: Notes,
): void {
  const subjects = new Set(records.flatMap(({ event }) => event?.subject ?? []));
  const strangers = people.filter(({ facts: { subject, person } }) => !subjects.has(String(subject ?? person)));
  if (subjects.size > 0 && strangers.length > 0)
    note("people.no_record", "not-checkable", path, { n: strangers.length });
}

/** The people whose part is proved. */
export function checkPeople(entry: Entry, bytes: Uint8Array | undefined, path: string, notes: Notes): PersonInAct[] {
  if (!bytes) return [];
  const people = readPeople(bytes);
  if (!people) {
    notes.note("people.malformed", "invalid", path);
    return [];
  }
  const stated = (entry.event as { people?: { count?: unknown; root?: unknown } } | undefined)?.people;
  const root = typeof stated?.root === "string" ? unbase64url(stated.root) : undefined;
  if (!root || typeof stated?.count !== "number") {
    notes.note("people.none", "invalid", path);
    return [];
  }
  return people.filter((one) => {
    notes.look("people");
    const { eid } = one.facts;
    if (eid !== undefined && eid !== entry.event?.eid) {
      notes.note("people.other_act", "invalid", path);
      return false;
    }
    const leaf = leafOf(one);
    const claim = { index: one.index, size: stated.count as number, root };
    if (leaf && verifyInclusion({ ...claim, leaf }, one.proof)) return true;
    notes.note("people.not_in_act", "invalid", path, { n: one.index });
    return false;
  });
}

/** Facts outside the profile of canonical JSON were never committed to. */
function leafOf({ salt, facts }: PersonInAct): Uint8Array | undefined {
  try {
    return leafHash(personCommitment(salt, facts));
  } catch {
    return undefined;
  }
}
