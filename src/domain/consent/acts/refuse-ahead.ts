/**
 * A "no" of somebody who is not on the list it is about: there is nothing to end, but the wish counts for what is to
 * come (an import that waits, a list that is merged). Leaves the suppression tag and the proof, and keeps no address.
 */
import type { Deps } from "../../../deps.ts";
import type { Write } from "../../../platform/db.ts";
import { dropLastMailWrite } from "../../last-mails/store.ts";
import type { Evidence } from "../../proof-log/rules/event.ts";
import { stepOnNo } from "../rules/answer.ts";
import type { Standing } from "../rules/standing.ts";
import { dropAllWrites } from "../store/sign-up.ts";
import { type NewSuppression, recordWrites, suppressWrites } from "../store.ts";
import { type ActPurpose, actOnRecord, type Door } from "./events.ts";
import { keptFrom } from "./leave.ts";

export interface AheadInput {
  normalised: string;
  /** Known by another list, or nobody we hold. */
  standing: Standing | undefined;
  office: Pick<Standing, "institution" | "logOrigin">;
  purposes: ActPurpose[];
  /** Purpose id, or `*` for everything. */
  scope: string;
  reason: NewSuppression["reason"];
  door: Door;
  at: number;
}

/** Assembles the act. */
export function refuseAheadAct(
  deps: Deps,
  input: AheadInput,
): { change: Write[]; proof: Evidence[]; eid: string; proofUntilDay: string } {
  const { normalised, standing, office, at } = input;
  const { today, proofUntilDay, suppressionReviewDay } = keptFrom(office.institution, at);
  const [tag] = deps.vault.suppressionTags(normalised);
  const [link] = deps.vault.linkTags(normalised);
  if (!tag || !link) throw new Error("a key ring is empty");
  const { scope, reason } = input;
  const addressTags = deps.vault.tags(normalised).map((t) => t.tag);
  const change = [
    ...suppressWrites([{ ...tag, addressTags, scope, reason, day: today, reviewDay: suppressionReviewDay }]),
    ...dropAllWrites(addressTags),
    ...(reason === "deceased" ? [dropLastMailWrite(addressTags)] : []),
  ];
  const proof: Evidence[] = [];
  for (const purpose of input.purposes) {
    const record = standing?.records.find((r) => r.purposeId === purpose.purposeId);
    const step = stepOnNo("unproven", record?.state, purpose.basis);
    if (step.does !== "end") continue;
    const ground = {
      logOrigin: office.logOrigin,
      person: { id: standing?.person.id ?? deps.ids.uuid() },
      address: { normalised },
    };
    const made = actOnRecord(deps, ground, purpose, record, step, input.door, at, undefined, {
      scope: scope === "*" ? "everything" : "purpose",
      shredDay: proofUntilDay,
    });
    const personId = standing ? made.step.personId : null;
    change.push(...recordWrites(deps.db, { ...made.step, personId, link }));
    proof.push(made.evidence);
  }
  return { change, proof, eid: proof[0]?.eid ?? "", proofUntilDay };
}
