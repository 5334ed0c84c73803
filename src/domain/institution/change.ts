/** The institution's settings, changed later. Published notices and sent mail keep what they said. */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse, refuseForm } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { actEvidence } from "../proof-log/acts/act-evidence.ts";
import { type Actor, actorLabel, may, viaOf } from "../staff/rules.ts";
import { senderProblems } from "./acts/sender.ts";
import { sitesProblems } from "./acts/sites.ts";
import { checkProfile, tidyProfile } from "./rules/profile.ts";
import type { Institution } from "./rules.ts";
import { updateInstitution } from "./store.ts";
import { readInstitutionRow } from "./views.ts";

/** Saves the profile over the version that the form was opened with; refuses if somebody was faster. */
export async function changeInstitution(
  deps: Deps,
  actor: Actor,
  input: { profile: Institution; version: number },
): Promise<{ version: number } | Refusal> {
  const no = may(actor, "institution.change");
  if (no) return no;
  const row = await readInstitutionRow(deps.db);
  if (!row) return refuse("institution.missing");
  if (row.version !== input.version) return refuse("form.stale");
  const { telling, retention, keeping, logo } = row.profile;
  const alone = {
    ...(telling && { telling }),
    ...(retention && { retention }),
    ...(keeping && { keeping }),
    ...(logo && { logo }),
  };
  const profile = { ...tidyProfile(input.profile), ...alone };
  const problems = [...checkProfile(profile), ...senderProblems(deps, profile), ...sitesProblems(deps, profile)];
  if (problems.length > 0) return refuseForm(problems);

  const update = updateInstitution(deps.db, { profile, version: input.version, at: deps.clock.now() });
  // Which of the settings, never what they say: they name people.
  const facts = {
    ver: String(input.version + 1),
    changed: changedFields(row.profile, profile),
    by: actorLabel(actor),
    ...viaOf(actor),
  };
  const at = deps.clock.now();
  const done = await commit(deps, {
    change: [update],
    proof: [actEvidence(deps, { log: row.logOrigin, at, typ: "institution.changed", facts })],
  });
  return done === "done" ? { version: input.version + 1 } : refuse("form.stale");
}

/** Names of the settings that differ. */
function changedFields(before: Institution, after: Institution): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof Institution)[];
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name])).sort();
}
