/** A person lets a nightly run go on that would delete more than the institution's ceiling: exactly what was counted and shown. */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse } from "../../refusal.ts";
import { overWrite } from "../alerts/store.ts";
import { commit } from "../commit.ts";
import { readInstitutionRow } from "../institution/views.ts";
import { actEvidence } from "../proof-log/acts/act-evidence.ts";
import { type Actor, actorLabel, may, viaOf } from "../staff/rules.ts";
import { CEILING_ALERT, CEILING_SUBJECT } from "./rules/limits.ts";
import { confirmWrite } from "./store.ts";
import { leftOf, readRun } from "./views.ts";

/**
 * `planned` is the number that the page showed: if it was counted anew since, nothing goes. Nor does anything if another number
 * is over by now than was counted: the run looks once more before its first deletion (acts/nightly.ts), and asks again.
 */
export async function confirmRun(
  deps: Deps,
  actor: Actor,
  input: { id: string; planned: number },
): Promise<{ id: string } | Refusal> {
  const no = may(actor, "retention.decide");
  if (no) return no;
  const run = await readRun(deps.db, input.id);
  if (run?.state !== "held") return refuse("retention.not_held");
  if (leftOf(run) !== input.planned) return refuse("form.stale");
  const office = await readInstitutionRow(deps.db);
  if (!office) return refuse("institution.missing");
  const at = deps.clock.now();
  const by = actorLabel(actor);
  const facts = { day: run.day, planned: run.planned, ceiling: run.ceiling, by, ...viaOf(actor) };
  const done = await commit(deps, {
    change: [confirmWrite(run, by, at), overWrite([CEILING_ALERT], CEILING_SUBJECT, at)],
    proof: [actEvidence(deps, { log: office.logOrigin, at, typ: "retention.confirmed", facts })],
  });
  if (done === "stale") return refuse("form.stale");
  await deps.queue.enqueue({ kind: "retain-page" });
  return { id: run.id };
}
