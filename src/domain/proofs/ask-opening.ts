/**
 * A request to open a sealed proof, where the institution asks for a second person. It answers the same whether or not there is
 * a proof: nothing is looked for until somebody else has agreed. It keeps no address (rules/opening.ts), only a keyed tag, for
 * a week at most.
 */
import type { Deps } from "../../deps.ts";
import { isRefusal, type Refusal } from "../../refusal.ts";
import { commitReading, mayRead, recordRefused } from "../read-log/acts/record.ts";
import { type Actor, actorLabel } from "../staff/rules.ts";
import { lookLines } from "./acts/lines.ts";
import { readAsking, tooMany } from "./rules/opening.ts";
import { askWrite, notTooOftenHolds } from "./store/opening.ts";
import { looksTooOften } from "./views/openings.ts";

/** Asks. */
export async function askOpening(
  deps: Deps,
  actor: Actor,
  input: { address: string; ground: string; reason: string },
): Promise<{ id: string } | Refusal> {
  const no = await mayRead(deps, actor, "proof.open", { act: "proofs.ask" });
  if (no) return no;
  const asking = readAsking(input);
  if (isRefusal(asking)) return asking;
  const { normalised, ground, reason } = asking;
  const at = deps.clock.now();
  const by = actorLabel(actor);
  const often = () => recordRefused(deps, actor, { act: "proofs.ask" }, tooMany());
  if (await looksTooOften(deps.db, by, at)) return often();

  const [newest] = deps.vault.linkTags(normalised);
  if (!newest) throw new Error("a key ring is empty");
  const id = deps.ids.uuid();
  const change = [notTooOftenHolds(by, at), askWrite(deps.db, { id, ground, reason, by, at, tag: newest.tag })];
  // Nothing is looked for yet: whether there is anything is not said, here neither.
  const lines = lookLines({ act: "proofs.ask", subject: id, records: [], reason: `${ground}: ${reason}`, found: true });
  return (await commitReading(deps, actor, lines, { change, proof: [] })) === "stale" ? often() : { id };
}
