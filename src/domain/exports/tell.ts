/**
 * What became of telling a recipient that people of his file have gone since (GDPR Art. 19, R156): it was done, or it is
 * impossible, with the reason. The letter itself is the office's; here stands the numbers of the rows, and that it was done.
 */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse, refuseForm } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { readLogOrigin } from "../institution/views.ts";
import { actEvidence } from "../proof-log/acts/act-evidence.ts";
import { reasonProblems, tidyReason } from "../proofs/rules/opening.ts";
import { type Actor, actorLabel, may, viaOf } from "../staff/rules.ts";
import { TOLD } from "./rules.ts";
import { toldWrite } from "./store.ts";
import { readExport, readGone } from "./views.ts";

export interface ToldInput {
  id: string;
  outcome: string;
  /** Why it is impossible; nothing where it was done. */
  reason: string;
  /** The moment of the page that showed the numbers, and how many they were. */
  upTo: number;
  n: number;
}

/** Records it, about exactly the rows that the person saw. */
export async function tellRecipient(deps: Deps, actor: Actor, input: ToldInput): Promise<undefined | Refusal> {
  const no = may(actor, "people.export");
  if (no) return no;
  const outcome = TOLD.find((one) => one === input.outcome);
  const problems = outcome === "impossible" ? reasonProblems("reason", input.reason) : [];
  if (!outcome) return refuseForm([{ field: "outcome", code: "form.choose" }]);
  if (problems.length > 0) return refuseForm(problems);
  const at = deps.clock.now();
  const upTo = Math.min(input.upTo, at);
  const [one, gone] = await Promise.all([readExport(deps.db, input.id), readGone(deps.db, input.id, upTo)]);
  if (!one) return refuse("exports.unknown");
  if (gone.untold.length === 0 || gone.untold.length !== input.n) return refuse("form.stale");
  const reason = outcome === "impossible" ? { reason: tidyReason(input.reason) } : {};
  const facts = { export: one.id, outcome, rows: input.n, ...reason, by: actorLabel(actor), ...viaOf(actor) };
  const done = await commit(deps, {
    change: [toldWrite(one.id, { outcome, upTo, n: input.n, at })],
    proof: [actEvidence(deps, { log: await readLogOrigin(deps.db), at, typ: "export.recipient-told", facts })],
  });
  if (done === "stale") return refuse("form.stale");
  await deps.queue.enqueue({ kind: "seal" });
  return undefined;
}
