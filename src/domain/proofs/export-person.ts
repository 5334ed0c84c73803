/**
 * The bundle of one person, to be handed out (PROOF 6.6): of somebody who is held, or of what was opened within the day. It
 * needs a reason of its own, because handing out is more than looking; every export is on record before its bytes leave.
 */
import type { Deps } from "../../deps.ts";
import { isRefusal, type Refusal, refuse, refuseForm } from "../../refusal.ts";
import { readReachable } from "../consent/views/reachable.ts";
import { bundleAct } from "../exports/acts/handed-out.ts";
import { normaliseAddress } from "../people/rules.ts";
import { commitReading, mayRead } from "../read-log/acts/record.ts";
import type { Actor } from "../staff/rules.ts";
import { personBundle } from "./acts/bundle/person.ts";
import { exportLines } from "./acts/lines.ts";
import { ownOpening } from "./acts/own-opening.ts";
import { type Ground, groundProblems, tidyReason } from "./rules/opening.ts";
import { readHeldRecords, readSealedRecords } from "./views/chain.ts";

export type PersonExport = { ground: string; reason: string } & (
  | { personId: string }
  /** `address`, as typed: the bundle then shows that it is about this address. Empty: it names nobody. */
  | { openingId: string; address: string }
);

/** The ZIP. */
export async function exportPerson(deps: Deps, actor: Actor, input: PersonExport): Promise<Uint8Array | Refusal> {
  const no = await mayRead(deps, actor, "proof.export", { act: "proofs.export" });
  if (no) return no;
  const whose = "personId" in input ? await ofHeld(deps, input.personId) : await ofOpened(deps, actor, input);
  const problems = groundProblems(input);
  if (isRefusal(whose)) return whose.fields ? refuseForm([...whose.fields, ...problems]) : whose;
  if (problems.length > 0) return refuseForm(problems);
  const { subject, records, email, personId } = whose;
  const bundle = await personBundle(deps, { records, email, personId });
  if (!bundle) return refuse("proofs.nothing_to_export");
  const reason = `${input.ground}: ${tidyReason(input.reason)}`;
  const act = await bundleAct(deps, actor, {
    kind: "person",
    subject: null,
    ground: input.ground as Ground,
    // What was typed may tell who it is, and this row outlives the person.
    reason: input.ground,
    people: 1,
    personId,
  });
  const lines = exportLines({ subject, records, reason });
  if ((await commitReading(deps, actor, lines, act)) === "stale") throw new Error("an export could not be recorded");
  return bundle;
}

interface Whose {
  /** Person or opening, for the read log. */
  subject: string;
  records: string[];
  /** Normalised. */
  email: string | undefined;
  /** Who is held. */
  personId?: string;
}

async function ofHeld(deps: Deps, personId: string): Promise<Whose | Refusal> {
  const [[held], records] = await Promise.all([readReachable(deps, [personId]), readHeldRecords(deps.db, personId)]);
  return held ? { subject: personId, personId, records, email: held.normalised } : refuse("people.unknown");
}

async function ofOpened(
  deps: Deps,
  actor: Actor,
  { openingId, address: typed }: { openingId: string; address: string },
): Promise<Whose | Refusal> {
  const opening = await ownOpening(deps, actor, openingId);
  if (isRefusal(opening)) return opening;
  if (opening.state !== "opened") return refuse("proofs.opening_ended");
  const records = opening.records ?? [];
  if (typed.trim() === "") return { subject: openingId, records, email: undefined };
  const address = normaliseAddress(typed);
  if (isRefusal(address)) return refuseForm([{ field: "address", code: address.code }]);
  const opens = new Set(await readSealedRecords(deps, address.normalised));
  if (!records.every((record) => opens.has(record)))
    return refuseForm([{ field: "address", code: "proofs.another_address" }]);
  return { subject: openingId, records, email: address.normalised };
}
