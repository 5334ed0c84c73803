/** Who is told of what cannot wait: the second channel, saved by itself, so that the profile's form does not carry it. */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse, refuseForm } from "../../refusal.ts";
import { type Telling, tellingProblems, tidyTelling } from "../alerts/rules/telling.ts";
import { commit } from "../commit.ts";
import { type Actor, may } from "../staff/rules.ts";
import { updateInstitution } from "./store.ts";
import { readInstitutionRow } from "./views.ts";

/** Saves it over the version that the form was opened with. */
export async function tellWhom(
  deps: Deps,
  actor: Actor,
  input: { telling: Telling; version: number },
): Promise<{ version: number } | Refusal> {
  const no = may(actor, "institution.change");
  if (no) return no;
  const row = await readInstitutionRow(deps.db);
  if (!row) return refuse("institution.missing");
  if (row.version !== input.version) return refuse("form.stale");
  const telling = tidyTelling(input.telling);
  const problems = tellingProblems(telling, deps.config.mode !== "production");
  if (problems.length > 0) return refuseForm(problems);
  const profile = { ...row.profile, telling };
  const update = updateInstitution(deps.db, { profile, version: input.version, at: deps.clock.now() });
  const done = await commit(deps, { change: [update], proof: [] });
  return done === "done" ? { version: input.version + 1 } : refuse("form.stale");
}
