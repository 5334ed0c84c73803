/**
 * A legal hold (GDPR Art. 17(3)(e)): what the program would delete by a term stays until a day. It keeps the sealed proof and
 * what accounts for the mails, never anybody on a list: whoever says no leaves as ever, and his address goes.
 *
 * A hold by the address tells whether anything is kept of it: that is a look, on record before it is answered, also where
 * nothing is found, with the bound of looks at proofs. What is wrong with the form is told before anybody is looked for.
 */
import type { Deps } from "../../deps.ts";
import { isRefusal, type Refusal, refuse, refuseForm } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { dayOf } from "../consent/rules/days.ts";
import { readInstitutionRow } from "../institution/views.ts";
import { normaliseAddress } from "../people/rules.ts";
import { actEvidence } from "../proof-log/acts/act-evidence.ts";
import { tooMany } from "../proofs/rules/opening.ts";
import { notTooOftenHolds } from "../proofs/store/opening.ts";
import { looksTooOften } from "../proofs/views/openings.ts";
import { commitReading, readingWrites, recordRefused } from "../read-log/acts/record.ts";
import { type Actor, actorLabel, may, viaOf } from "../staff/rules.ts";
import { dayProblems, HOLD_YEARS, reasonProblems, tidy } from "./rules/input.ts";
import type { HoldScope } from "./rules/kinds.ts";
import { placeWrite } from "./store/holds.ts";
import { readHeldThing, readWhose } from "./views/holds.ts";

export interface HoldInput {
  scope: HoldScope;
  /** Exact address of a person; otherwise the id of the list, mailing or purpose. */
  whose: string;
  reason: string;
  /** Last day. */
  until: string;
}

/** Places it. Of an address of which nothing is held there is nothing to keep. */
export async function placeHold(deps: Deps, actor: Actor, input: HoldInput): Promise<{ id: string } | Refusal> {
  const no = may(actor, "retention.hold");
  if (no) return no;
  const office = await readInstitutionRow(deps.db);
  if (!office) return refuse("institution.missing");
  const at = deps.clock.now();
  const today = dayOf(at, office.profile.timeZone);
  const problems = [...reasonProblems(input.reason), ...dayProblems("until", input.until, today, HOLD_YEARS)];
  const { scope, until } = input;
  const by = actorLabel(actor);
  const person = scope === "person";
  const address = person ? normaliseAddress(input.whose) : undefined;
  if (isRefusal(address)) return refuseForm([{ field: "whose", code: address.code }, ...problems]);
  if (person && problems.length > 0) return refuseForm(problems);
  const often = () => recordRefused(deps, actor, { act: "hold.place" }, tooMany());
  const bound = person ? [notTooOftenHolds(by, at)] : [];
  if (person && (await looksTooOften(deps.db, by, at))) return often();
  const found = address
    ? await readWhose(deps, address.normalised)
    : await readHeldThing(deps.db, scope as Exclude<HoldScope, "person">, input.whose);
  if ("code" in found) {
    const none = { act: "hold.place", outcome: "none" } as const;
    if (person && (await commitReading(deps, actor, [none], { change: bound, proof: [] })) === "stale") return often();
    return refuseForm([{ field: "whose", code: found.code }, ...problems]);
  }
  if (problems.length > 0) return refuseForm(problems);
  const reason = tidy(input.reason);
  const id = deps.ids.uuid();
  const subject = found.subject ?? null;
  const facts = { hold: id, scope, ...(subject && { subject }), reason, until, by, ...viaOf(actor) };
  const hold = { id, scope, subject, tag: found.tag ?? null, records: found.records ?? null, reason, by, at, until };
  const looked = readingWrites(deps, actor, [{ act: "hold.place", subject: found.personId, reason }]);
  const done = await commit(deps, {
    change: [...bound, placeWrite(hold), ...(person ? looked : [])],
    proof: [actEvidence(deps, { log: office.logOrigin, at, typ: "hold.placed", facts })],
  });
  if (done === "done") return { id };
  return person ? often() : refuse("form.stale");
}
