/**
 * The officer or the auditor asks who looked at a person, by the exact address. Of somebody who left it is found as far as a
 * sealed proof of him is kept; the seal itself is not opened. That an address led to anything is said here, so this look asks
 * why, is on record like any other, and falls under the bound of looks at proofs: nobody tries addresses by the thousand.
 */
import type { Deps } from "../../deps.ts";
import { isRefusal, type Refusal, refuseForm } from "../../refusal.ts";
import { normaliseAddress } from "../people/rules.ts";
import { findPerson } from "../people/views.ts";
import { tooMany } from "../proofs/rules/opening.ts";
import { notTooOftenHolds } from "../proofs/store/opening.ts";
import { readHeldRecords, readSealedRecords } from "../proofs/views/chain.ts";
import { looksTooOften } from "../proofs/views/openings.ts";
import { type Actor, actorLabel } from "../staff/rules.ts";
import { commitReading, mayRead, recordRefused } from "./acts/record.ts";
import { MOST_LINES } from "./rules/acts.ts";
import { asWhy } from "./rules/why.ts";
import { type Naming, readLinesAbout, readListLines, readNamingOf, type ShownLine } from "./views/lines.ts";

export interface Readers {
  /** Who is held. */
  personId?: string;
  /** Nobody is held, but a sealed proof is. */
  left: boolean;
  lines: ShownLine[];
  /** Looks at whole lists on which he was. */
  lists: ShownLine[];
  naming?: Naming;
}

/** Asks. */
export async function lookAtReaders(
  deps: Deps,
  actor: Actor,
  input: { address: string; why: string },
): Promise<Readers | Refusal> {
  const act = "reading.person";
  const no = await mayRead(deps, actor, "reading.see", { act });
  if (no) return no;
  const address = normaliseAddress(input.address);
  const why = asWhy(input.why);
  if (isRefusal(address) || !why)
    return refuseForm([
      ...(isRefusal(address) ? [{ field: "address", code: address.code }] : []),
      ...(why ? [] : [{ field: "why", code: "form.choose" } as const]),
    ]);
  const at = deps.clock.now();
  const by = actorLabel(actor);
  const often = () => recordRefused(deps, actor, { act }, tooMany());
  if (await looksTooOften(deps.db, by, at)) return often();
  const personId = await findPerson(deps, address.normalised);
  const sealed = await readSealedRecords(deps, address.normalised);
  const held = personId === undefined ? [] : await readHeldRecords(deps.db, personId);
  const found = personId !== undefined || sealed.length > 0;
  const look = { act, subject: personId, outcome: found ? "found" : "none", reason: why } as const;
  const bound = { change: [notTooOftenHolds(by, at)], proof: [] };
  if ((await commitReading(deps, actor, [look], bound)) === "stale") return often();
  const records = [...new Set([...held, ...sealed])];
  const [lines, lists, naming] = await Promise.all([
    readLinesAbout(deps.db, { personId, records }, MOST_LINES),
    personId === undefined ? [] : readListLines(deps.db, personId, MOST_LINES),
    personId === undefined ? undefined : readNamingOf(deps.db, personId),
  ]);
  return {
    ...(personId !== undefined && { personId }),
    left: personId === undefined && sealed.length > 0,
    lines,
    lists,
    ...(naming && { naming }),
  };
}
