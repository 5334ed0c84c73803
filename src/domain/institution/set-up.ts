/** First start: the institution says who it is. Opens the public doors; from now on the log has its origin. */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse, refuseForm } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { type Actor, may } from "../staff/rules.ts";
import { senderProblems } from "./acts/sender.ts";
import { sitesProblems } from "./acts/sites.ts";
import { checkProfile, logOriginOf, tidyProfile } from "./rules/profile.ts";
import type { Institution } from "./rules.ts";
import { insertInstitution } from "./store.ts";
import { readInstitutionRow } from "./views.ts";

/** Saves the profile, once. The log origin is the public host, and never changes afterwards. */
export async function setUpInstitution(
  deps: Deps,
  actor: Actor,
  input: Institution,
): Promise<{ version: number } | Refusal> {
  const no = may(actor, "institution.change");
  if (no) return no;
  if (await readInstitutionRow(deps.db)) return refuse("institution.exists");
  const tidy = tidyProfile(input);
  const problems = [...checkProfile(tidy), ...senderProblems(deps, tidy), ...sitesProblems(deps, tidy)];
  if (problems.length > 0) return refuseForm(problems);

  const row = { profile: tidyProfile(input), logOrigin: logOriginOf(deps.config.publicUrl), at: deps.clock.now() };
  const done = await commit(deps, { change: [insertInstitution(deps.db, row)], proof: [] });
  return done === "done" ? { version: 1 } : refuse("institution.exists");
}
