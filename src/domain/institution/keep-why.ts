/** Why proofs and tags are kept, on what basis, and who reviews it: saved by itself, so that the profile's form does not carry it. */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse, refuseForm } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { actEvidence } from "../proof-log/acts/act-evidence.ts";
import { type Actor, actorLabel, may, viaOf } from "../staff/rules.ts";
import { readReviewers } from "../staff/views.ts";
import { type Keeping, keepingProblems, tidyKeeping } from "./rules/keeping.ts";
import { updateInstitution } from "./store.ts";
import { readInstitutionRow } from "./views.ts";

/** Saves it over the version that the form was opened with. */
export async function keepWhy(
  deps: Deps,
  actor: Actor,
  input: { keeping: Keeping; version: number },
): Promise<{ version: number } | Refusal> {
  const no = may(actor, "purpose.change");
  if (no) return no;
  const row = await readInstitutionRow(deps.db);
  if (!row) return refuse("institution.missing");
  if (row.version !== input.version) return refuse("form.stale");
  const keeping = tidyKeeping(input.keeping);
  const reviewers = new Set((await readReviewers(deps)).map((m) => m.id));
  const problems = keepingProblems(keeping, row.profile.languages, reviewers);
  if (problems.length > 0) return refuseForm(problems);
  const at = deps.clock.now();
  const update = updateInstitution(deps.db, { profile: { ...row.profile, keeping }, version: input.version, at });
  const facts = { ver: String(input.version + 1), changed: ["keeping"], by: actorLabel(actor), ...viaOf(actor) };
  const proof = [actEvidence(deps, { log: row.logOrigin, at, typ: "institution.changed", facts })];
  const done = await commit(deps, { change: [update], proof });
  return done === "done" ? { version: input.version + 1 } : refuse("form.stale");
}
