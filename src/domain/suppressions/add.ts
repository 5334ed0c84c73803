/**
 * Staff put one address under a tag: a complaint that came another way, a dead mailbox, a wish told to another system, a
 * decision never to write. The address is typed, tagged and forgotten; subscriptions that the tag stands against end in the same
 * batch. What a person says to staff himself is recorded by consent/record-refusal.ts, with a proof of his own.
 */
import type { Deps } from "../../deps.ts";
import { isRefusal, type Refusal, refuse, refuseForm } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { TRIES_AFTER_RACE } from "../consent/acts/races.ts";
import { readInstitutionRow } from "../institution/views.ts";
import { normaliseAddress } from "../people/rules.ts";
import { findPerson } from "../people/views.ts";
import { recordReading } from "../read-log/acts/record.ts";
import { type Actor, actorLabel, may, viaOf } from "../staff/rules.ts";
import { readScope } from "./acts/scope.ts";
import { type Counts, ownActs, silenceAct, silenced } from "./acts/silence.ts";
import { isGivenReason, WORDS_MAX } from "./rules.ts";

export interface AddInput {
  /** As typed; stored nowhere. */
  address: string;
  /** Purpose id, or `*`. */
  scope: string;
  reason: string;
  /** How the office knows, in its own words; never with the address in it. */
  source: string;
}

/**
 * Adds it. `known`: a tag stood already, and nothing was changed. That answers whether the address may be mailed, so it is a
 * look, and on record as one; what was added is in the proof log.
 */
export async function addSuppression(deps: Deps, actor: Actor, input: AddInput): Promise<Counts | Refusal> {
  const no = may(actor, "suppression.add");
  if (no) return no;
  const office = await readInstitutionRow(deps.db);
  if (!office) return refuse("institution.missing");
  const address = normaliseAddress(input.address);
  const scope = await readScope(deps.db, input.scope);
  const source = input.source.trim();
  const { reason } = input;
  const problems = [
    ...(isRefusal(address) ? [{ field: "address", code: address.code }] : []),
    ...(scope ? [] : [{ field: "scope", code: "form.choose" as const }]),
    ...(isGivenReason(reason) ? [] : [{ field: "reason", code: "form.choose" as const }]),
    ...(source === "" ? [{ field: "source", code: "form.required" as const }] : []),
    ...(source.length > WORDS_MAX
      ? [{ field: "source", code: "form.too_long" as const, values: { max: WORDS_MAX } }]
      : []),
    ...(source.includes("@") ? [{ field: "source", code: "suppressions.address_in_words" as const }] : []),
  ];
  if (problems.length > 0 || isRefusal(address) || !scope || !isGivenReason(reason)) return refuseForm(problems);
  const by = actorLabel(actor);
  const ground = { scope, endsProven: true, office, by, facts: { source, by, ...viaOf(actor) } };
  const rows = [silenced(deps, { normalised: address.normalised, reason })];
  let own = 0;
  for (let tries = TRIES_AFTER_RACE; tries > 0; tries--) {
    const [told] = await ownActs(deps, rows, ground);
    if (told && (await commit(deps, told)) === "stale") continue;
    if (told) own = 1;
    const { counts, change, proof } = await silenceAct(deps, rows, ground);
    if (change.length > 0 && (await commit(deps, { change, proof })) === "stale") continue;
    if (change.length === 0 && own === 0) {
      const subject = await findPerson(deps, address.normalised);
      await recordReading(deps, actor, { act: "suppression.look-up", subject });
    }
    if (counts.ended + own > 0) deps.afterErasure();
    await deps.queue.enqueue({ kind: "seal" });
    return own > 0 ? { ...counts, added: 1, known: 0, ended: own } : counts;
  }
  throw new Error("a suppression lost every race for its rows");
}
