/**
 * A request to open a sealed proof, where the institution asks for a second person. It answers the same whether or not there is
 * a proof: nothing is looked for until somebody else has agreed. It keeps no address (rules/opening.ts), only a keyed tag, for
 * a week at most.
 */
import type { Deps } from "../../deps.ts";
import { isRefusal, type Refusal } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { type Actor, actorLabel, may } from "../staff/rules.ts";
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
  const no = may(actor, "proof.open");
  if (no) return no;
  const asking = readAsking(input);
  if (isRefusal(asking)) return asking;
  const { normalised, ground, reason } = asking;
  const at = deps.clock.now();
  const by = actorLabel(actor);
  if (await looksTooOften(deps.db, by, at)) return tooMany();

  const [newest] = deps.vault.linkTags(normalised);
  if (!newest) throw new Error("a key ring is empty");
  const id = deps.ids.uuid();
  const change = [
    notTooOftenHolds(by, at),
    ...lookLines(deps, { by, act: "proofs.ask", subject: id, records: [], reason, at }),
    askWrite(deps.db, { id, ground, reason, by, at, tag: newest.tag }),
  ];
  return (await commit(deps, { change, proof: [] })) === "done" ? { id } : tooMany();
}
