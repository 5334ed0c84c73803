/** Another period for a rule, within its bounds, with the reason. What it changes is shown before (acts/simulate.ts). */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse, refuseForm } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { readInstitutionRow } from "../institution/views.ts";
import { actEvidence } from "../proof-log/acts/act-evidence.ts";
import { type Actor, actorLabel, may, viaOf } from "../staff/rules.ts";
import { FORESEEN } from "./acts/forecast.ts";
import { BOUND, simulate } from "./acts/simulate.ts";
import { reasonProblems, tidy } from "./rules/input.ts";
import { periodProblems } from "./rules/period.ts";
import { isRuleName, ruleOf } from "./rules.ts";
import { decideWrite } from "./store/decided.ts";
import { startForecastWrite } from "./store/forecast.ts";
import { periodOf, readDecided } from "./views.ts";

/** `version` is that of the decision which the form was opened with; 0: there was none. */
export async function changeRule(
  deps: Deps,
  actor: Actor,
  input: { name: string; period: string; reason: string; version: number },
): Promise<{ name: string } | Refusal> {
  const no = may(actor, "retention.change");
  if (no) return no;
  const { name, period } = input;
  const rule = isRuleName(name) ? ruleOf(name) : undefined;
  if (!isRuleName(name) || !rule?.bounds) return refuse("retention.fixed");
  const problems = [...periodProblems(period, rule.bounds), ...reasonProblems(input.reason)];
  if (problems.length > 0) return refuseForm(problems);
  const office = await readInstitutionRow(deps.db);
  if (!office) return refuse("institution.missing");
  const decided = await readDecided(deps.db);
  const from = periodOf(name, office.profile, decided);
  const at = deps.clock.now();
  const { tonight } = await simulate(deps, office, name, { period, at, most: BOUND });
  const reason = tidy(input.reason);
  const by = actorLabel(actor);
  const facts = {
    rule: name,
    from,
    to: period,
    due: tonight.due,
    ...(tonight.more && { bound: BOUND }),
    reason,
    by,
    ...viaOf(actor),
  };
  const done = await commit(deps, {
    change: [decideWrite({ name, period, reason, by, at }, input.version), startForecastWrite(at, FORESEEN[0])],
    proof: [actEvidence(deps, { log: office.logOrigin, at, typ: "retention.changed", facts })],
  });
  if (done === "stale") return refuse("form.stale");
  await deps.queue.enqueue({ kind: "forecast" });
  return { name };
}
