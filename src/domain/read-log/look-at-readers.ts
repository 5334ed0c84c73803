/**
 * The officer or the auditor asks who looked at a person, by the exact address. Of somebody who left it is found as far as a
 * sealed proof of him is kept. This look is on record like any other.
 */
import type { Deps } from "../../deps.ts";
import { isRefusal, type Refusal, refuseForm } from "../../refusal.ts";
import { normaliseAddress } from "../people/rules.ts";
import { findPerson } from "../people/views.ts";
import { readHeldRecords, readSealedRecords } from "../proofs/views/chain.ts";
import type { Actor } from "../staff/rules.ts";
import { mayRead, recordReading } from "./acts/record.ts";
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

/** Lines that are shown of each kind; older ones are in the log by colleague and by day. */
export const MOST_LINES = 200;

/** Asks. */
export async function lookAtReaders(deps: Deps, actor: Actor, input: { address: string }): Promise<Readers | Refusal> {
  const act = "reading.person";
  const no = await mayRead(deps, actor, "reading.see", { act });
  if (no) return no;
  const address = normaliseAddress(input.address);
  if (isRefusal(address)) return refuseForm([{ field: "address", code: address.code }]);
  const personId = await findPerson(deps, address.normalised);
  const sealed = await readSealedRecords(deps, address.normalised);
  const held = personId === undefined ? [] : await readHeldRecords(deps.db, personId);
  const found = personId !== undefined || sealed.length > 0;
  await recordReading(deps, actor, { act, subject: personId, outcome: found ? "found" : "none" });
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
