/**
 * "Go on": a person lets a paused mailing go on, whoever or whatever paused it. The only way out of a pause: nothing
 * resumes by itself (PEERS 2, pain 16). Leaves `mailing.resumed` in the proof log, with what had stopped it.
 */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse } from "../../refusal.ts";
import { overWrite } from "../alerts/store.ts";
import { commit } from "../commit.ts";
import { readLogOrigin } from "../institution/views.ts";
import { actEvidence } from "../proof-log/acts/act-evidence.ts";
import { type Actor, actorLabel, may, viaOf } from "../staff/rules.ts";
import { isTooLate } from "./rules/ending.ts";
import { resumeWrite } from "./store/hold.ts";
import { readMailing } from "./views.ts";

/** Resumes. Refuses a mailing that is not paused, and a question whose last day to answer is over (ending/postpone.ts moves it). */
export async function resumeMailing(
  deps: Deps,
  actor: Actor,
  input: { id: string; heldAt: number },
): Promise<{ id: string } | Refusal> {
  const no = may(actor, "mailing.resume");
  if (no) return no;
  const mailing = await readMailing(deps.db, input.id);
  if (!mailing) return refuse("campaigns.unknown");
  if (mailing.state !== "paused" || !mailing.heldFrom) return refuse("campaigns.not_paused");
  const at = deps.clock.now();
  const { frozen } = mailing;
  if (frozen && isTooLate(mailing, at, frozen.institution.timeZone)) return refuse("campaigns.deadline_over");
  const change = [resumeWrite(mailing.id, input.heldAt, at), overWrite(["mailing.paused"], mailing.id, at)];
  const held = { at: input.heldAt, reason: mailing.heldReason ?? "person" };
  const facts = { mailing: mailing.id, held, by: actorLabel(actor), ...viaOf(actor) };
  const proof = [actEvidence(deps, { log: await readLogOrigin(deps.db), at, typ: "mailing.resumed", facts })];
  if ((await commit(deps, { change, proof })) === "stale") return refuse("form.stale");
  await deps.queue.enqueue({ kind: mailing.heldFrom === "planning" ? "plan" : "deliver", mailingId: mailing.id });
  return { id: mailing.id };
}
