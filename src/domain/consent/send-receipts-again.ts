/**
 * Receipts that did not go out, or of which nobody knows it, are owed anew: a person at the desk decides, knowing that those of
 * unknown outcome may come twice. Leaves `receipts.sent-again` in the proof log.
 */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse } from "../../refusal.ts";
import { overWrite } from "../alerts/store.ts";
import { commit } from "../commit.ts";
import { readLogOrigin } from "../institution/views.ts";
import { actEvidence } from "../proof-log/acts/act-evidence.ts";
import { type Actor, actorLabel, may, viaOf } from "../staff/rules.ts";
import { oweAgainWrite } from "./store/receipt.ts";
import { readUnsent } from "./views/receipt.ts";

/** Sends them. `n`: how many the person saw that it is about; refuses where it is another number by now. */
export async function sendReceiptsAgain(
  deps: Deps,
  actor: Actor,
  { n }: { n: number },
): Promise<{ receipts: number } | Refusal> {
  const no = may(actor, "delivery.decide");
  if (no) return no;
  const { givenUp, unknown } = await readUnsent(deps.db);
  const receipts = givenUp + unknown;
  if (receipts === 0) return refuse("messages.nothing_left");
  if (receipts !== n) return refuse("messages.number_stale", { values: { n: receipts } });
  const at = deps.clock.now();
  const facts = { receipts, unknown, by: actorLabel(actor), ...viaOf(actor) };
  const done = await commit(deps, {
    change: [oweAgainWrite(deps.db, receipts, at), overWrite(["receipt.unsent"], "receipts", at)],
    proof: [actEvidence(deps, { log: await readLogOrigin(deps.db), at, typ: "receipts.sent-again", facts })],
  });
  if (done === "stale") return refuse("form.stale");
  await deps.queue.enqueue({ kind: "receipts" });
  return { receipts };
}
