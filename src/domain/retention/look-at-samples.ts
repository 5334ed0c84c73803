/** A few of the things that a rule will delete next, without an address or a name. Still a look at people: it is on record. */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse } from "../../refusal.ts";
import { readInstitutionRow } from "../institution/views.ts";
import { mayRead, recordReading } from "../read-log/acts/record.ts";
import type { Actor } from "../staff/rules.ts";
import type { Sample } from "./acts/hand.ts";
import { handOf } from "./acts/hands.ts";
import { asOf } from "./acts/plan.ts";
import { nextNightAt } from "./rules/period.ts";
import { isRuleName } from "./rules.ts";
import { periodOf, readDecided } from "./views.ts";

const MOST = 5;
const MONTH_MS = 29 * 24 * 3_600_000;

/** Of what is over within thirty days, the first. */
export async function lookAtSamples(deps: Deps, actor: Actor, input: { name: string }): Promise<Sample[] | Refusal> {
  const no = await mayRead(deps, actor, "retention.see", { act: "retention.samples" });
  if (no) return no;
  const office = await readInstitutionRow(deps.db);
  const { name } = input;
  if (!office || !isRuleName(name)) return refuse("page.not_found");
  const zone = office.profile.timeZone;
  const period = periodOf(name, office.profile, await readDecided(deps.db));
  const as = asOf(nextNightAt(deps.clock.now(), zone) + MONTH_MS, zone, period);
  const samples = await handOf(name).samples(deps, as, MOST);
  await recordReading(deps, actor, {
    act: "retention.samples",
    outcome: samples.length > 0 ? "found" : "none",
    count: samples.length,
    reason: name,
  });
  return samples;
}
