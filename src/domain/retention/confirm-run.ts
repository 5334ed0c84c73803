/** A person lets a nightly run go on that would delete more than the institution's ceiling: exactly what was counted and shown. */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse } from "../../refusal.ts";
import { overWrite } from "../alerts/store.ts";
import { commit } from "../commit.ts";
import { readLogOrigin } from "../institution/views.ts";
import { actEvidence } from "../proof-log/acts/act-evidence.ts";
import { type Actor, actorLabel, may, viaOf } from "../staff/rules.ts";
import { CEILING_ALERT, CEILING_SUBJECT } from "./rules/limits.ts";
import { confirmWrite } from "./store.ts";
import { readRun, sumOf } from "./views.ts";

/** `planned` is the number that the page showed: if it was counted anew since, nothing goes. */
export async function confirmRun(
  deps: Deps,
  actor: Actor,
  input: { id: string; planned: number },
): Promise<{ id: string } | Refusal> {
  const no = may(actor, "retention.decide");
  if (no) return no;
  const run = await readRun(deps.db, input.id);
  if (run?.state !== "held") return refuse("retention.not_held");
  if (sumOf(run.planned) !== input.planned) return refuse("form.stale");
  const at = deps.clock.now();
  const by = actorLabel(actor);
  const facts = { day: run.day, planned: run.planned, ceiling: run.ceiling, by, ...viaOf(actor) };
  const log = await readLogOrigin(deps.db);
  const done = await commit(deps, {
    change: [confirmWrite(run, by, at), overWrite([CEILING_ALERT], CEILING_SUBJECT, at)],
    proof: [actEvidence(deps, { log, at, typ: "retention.confirmed", facts })],
  });
  if (done === "stale") return refuse("form.stale");
  await deps.queue.enqueue({ kind: "retain" });
  return { id: run.id };
}
