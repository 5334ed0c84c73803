/** The most that one night deletes without a person, and how many days somebody has to say why a thing is kept. */
import type { Deps } from "../../deps.ts";
import { type FieldProblem, type Refusal, refuse, refuseForm } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { updateInstitution } from "../institution/store.ts";
import { readInstitutionRow } from "../institution/views.ts";
import { actEvidence } from "../proof-log/acts/act-evidence.ts";
import { type Actor, actorLabel, may, viaOf } from "../staff/rules.ts";
import { ANSWER_DAYS, CEILING } from "./rules/input.ts";

/** Saves both over the version that the form was opened with. */
export async function setLimits(
  deps: Deps,
  actor: Actor,
  input: { ceiling: number; answerDays: number; version: number },
): Promise<{ version: number } | Refusal> {
  const no = may(actor, "retention.change");
  if (no) return no;
  const { ceiling, answerDays, version } = input;
  const problems = [...within("ceiling", ceiling, CEILING), ...within("answerDays", answerDays, ANSWER_DAYS)];
  if (problems.length > 0) return refuseForm(problems);
  const row = await readInstitutionRow(deps.db);
  if (!row) return refuse("institution.missing");
  if (row.version !== version) return refuse("form.stale");
  const at = deps.clock.now();
  const profile = { ...row.profile, retention: { ceiling, answerDays } };
  const facts = { ver: String(version + 1), changed: ["retention"], by: actorLabel(actor), ...viaOf(actor) };
  const done = await commit(deps, {
    change: [updateInstitution(deps.db, { profile, version, at })],
    proof: [actEvidence(deps, { log: row.logOrigin, at, typ: "institution.changed", facts })],
  });
  return done === "done" ? { version: version + 1 } : refuse("form.stale");
}

function within(field: string, n: number, { least, most }: { least: number; most: number }): FieldProblem[] {
  return Number.isInteger(n) && n >= least && n <= most
    ? []
    : [{ field, code: "retention.number", values: { least, most } }];
}
