/**
 * A campaign that turned out faulty is annulled before its deletion has begun: nobody is deleted for silence, and the
 * answers that were given stand, as does everybody who said nothing. Leaves `mailing.annulled` in the proof log.
 */
import type { Deps } from "../../../deps.ts";
import { type Refusal, refuse, refuseForm } from "../../../refusal.ts";
import { overWrite } from "../../alerts/store.ts";
import { commit } from "../../commit.ts";
import { readLogOrigin } from "../../institution/views.ts";
import { actEvidence } from "../../proof-log/acts/act-evidence.ts";
import { type Actor, actorLabel, may, viaOf } from "../../staff/rules.ts";
import { CLOSING_ALERT } from "../acts/closing.ts";
import { reasonProblems } from "../rules/ending.ts";
import { annulWrites } from "../store/ending.ts";
import { readMailing, readNumbers } from "../views.ts";

/** Annuls. Refuses a mailing that is not out whole (it can be cancelled), and one whose deletion has begun. */
export async function annulCampaign(
  deps: Deps,
  actor: Actor,
  input: { id: string; reason: string },
): Promise<{ id: string } | Refusal> {
  const no = may(actor, "mailing.cancel");
  if (no) return no;
  const mailing = await readMailing(deps.db, input.id);
  if (!mailing || mailing.kind === "reminder") return refuse("campaigns.unknown");
  if (mailing.state !== "sent") return refuse("campaigns.nothing_to_annul");
  const problems = reasonProblems(input.reason);
  if (problems.length > 0) return refuseForm(problems);
  const at = deps.clock.now();
  const { yes, no: refused, silent } = await readNumbers(deps.db, mailing.id);
  const reason = input.reason.trim().normalize("NFC");
  const facts = { mailing: mailing.id, yes, no: refused, silent, reason, by: actorLabel(actor), ...viaOf(actor) };
  const done = await commit(deps, {
    change: [...annulWrites(mailing.id, at), overWrite([CLOSING_ALERT], mailing.id, at)],
    proof: [actEvidence(deps, { log: await readLogOrigin(deps.db), at, typ: "mailing.annulled", facts })],
  });
  return done === "done" ? { id: mailing.id } : refuse("campaigns.nothing_to_annul");
}
