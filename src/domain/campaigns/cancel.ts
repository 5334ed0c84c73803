/**
 * "Cancel": a mailing ends for good before all of it went out. Who has his mail keeps it, and his answer counts; the
 * others get none. Leaves `mailing.cancelled` in the proof log: it tells why people who were to be asked were not.
 */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse } from "../../refusal.ts";
import { overWrite } from "../alerts/store.ts";
import { commit } from "../commit.ts";
import { readLogOrigin } from "../institution/views.ts";
import { actEvidence } from "../proof-log/acts/act-evidence.ts";
import { type Actor, actorLabel, may, viaOf } from "../staff/rules.ts";
import { cancelWrites } from "./store/hold.ts";
import { readMailing, readNumbers } from "./views.ts";

/** Cancels. Refuses a mailing that was not sent yet, is out whole, or is over. */
export async function cancelMailing(
  deps: Deps,
  actor: Actor,
  input: { id: string },
): Promise<{ id: string } | Refusal> {
  const no = may(actor, "mailing.cancel");
  if (no) return no;
  const mailing = await readMailing(deps.db, input.id);
  if (!mailing) return refuse("campaigns.unknown");
  if (mailing.state === "cancelled") return { id: mailing.id };
  const at = deps.clock.now();
  const { audience, sent, unknown } = await readNumbers(deps.db, mailing.id);
  const { heldAt, heldReason } = mailing;
  const held = heldAt !== null && heldReason !== null ? { at: heldAt, reason: heldReason } : undefined;
  const facts = { mailing: mailing.id, audience, sent, unknown, held, by: actorLabel(actor), ...viaOf(actor) };
  const done = await commit(deps, {
    change: [...cancelWrites(mailing.id, at), overWrite(["mailing.paused"], mailing.id, at)],
    proof: [actEvidence(deps, { log: await readLogOrigin(deps.db), at, typ: "mailing.cancelled", facts })],
  });
  if (done === "stale") return refuse("campaigns.not_under_way");
  await deps.queue.enqueue({ kind: "settle", mailingId: mailing.id });
  return { id: mailing.id };
}
