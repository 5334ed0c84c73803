/**
 * The nightly run: counts what is over, stops before the first deletion where that is more than the institution's ceiling, and
 * otherwise ends it rule by rule and page by page. One moment holds for the whole run (`at`), so that what was counted and
 * shown is what goes.
 */
import type { Deps } from "../../../deps.ts";
import { overWrite, raiseWrite } from "../../alerts/store.ts";
import { commit } from "../../commit.ts";
import { dayOf } from "../../consent/rules/days.ts";
import { actEvidence } from "../../proof-log/acts/act-evidence.ts";
import { cutoffOf, nightOf } from "../rules/period.ts";
import { DEFAULT_CEILING, isRuleName, RULE_NAMES, type RuleName, ruleOf } from "../rules.ts";
import { beginWrite, finishWrite, recountWrite, stepWrite, tallyWrite } from "../store.ts";
import { periodOf, type Run, readDecided, readOpenRun, readRun, sumOf } from "../views.ts";
import type { As, Office } from "./hand.ts";
import { handOf } from "./hands.ts";
import { tendCases } from "./tend.ts";

/** The alert that a run waits for a person. */
export const CEILING_ALERT = "retention.held";
/** Its subject. */
export const CEILING_SUBJECT = "retention";

/** Things of a rule in one commit. */
const PAGE = 1_000;

const NIGHTLY = RULE_NAMES.filter((name) => ruleOf(name).turn === "night");

/** One step of it. True: there is more to do at once. */
export async function nightly(deps: Deps, office: Office): Promise<boolean> {
  const open = await readOpenRun(deps.db);
  if (open?.state === "running") return goOn(deps, office, open);
  const night = nightOf(deps.clock.now(), office.profile.timeZone);
  if (open) return open.day < night || belowCeiling(open, office) ? countAnew(deps, office, open) : false;
  if (await readRun(deps.db, `night/${night}`)) return false;
  return begin(deps, office, night);
}

/** A ceiling that was raised lets a waiting run be counted again. */
const belowCeiling = (run: Run, office: Office) => sumOf(run.planned) <= ceilingOf(office);

const ceilingOf = ({ profile }: Office): number => profile.retention?.ceiling ?? DEFAULT_CEILING;

/** As of which moment a rule is asked. */
export function asOf(at: number, zone: string, period: string): As {
  return { at, today: dayOf(at, zone), zone, cutoff: cutoffOf(period, at, zone) };
}

type Plan = Pick<Run, "state" | "at" | "step" | "planned" | "kept" | "periods" | "ceiling">;

async function planOf(deps: Deps, office: Office, at: number): Promise<Plan> {
  const decided = await readDecided(deps.db);
  const planned: Record<string, number> = {};
  const kept: Record<string, number> = {};
  const periods: Record<string, string> = {};
  for (const name of NIGHTLY) {
    const period = periodOf(name, office.profile, decided);
    periods[name] = period;
    const counted = await handOf(name).count(deps, asOf(at, office.profile.timeZone, period));
    if (counted.due > 0) planned[name] = counted.due;
    if (counted.kept > 0) kept[name] = counted.kept;
  }
  const ceiling = ceilingOf(office);
  const state = sumOf(planned) > ceiling ? "held" : "running";
  return { state, at, step: NIGHTLY.find((name) => planned[name]) ?? null, planned, kept, periods, ceiling };
}

async function begin(deps: Deps, office: Office, day: string): Promise<boolean> {
  await tendCases(deps, office);
  const at = deps.clock.now();
  const plan = await planOf(deps, office, at);
  const quiet = plan.step === null;
  const run = {
    ...plan,
    id: `night/${day}`,
    day,
    finishedAt: quiet ? at : null,
    ...(quiet && { state: "done" as const }),
  };
  await commit(deps, { change: [beginWrite(run), ...alertOf(deps, plan)], proof: [] });
  return !quiet && plan.state === "running";
}

async function countAnew(deps: Deps, office: Office, run: Run): Promise<boolean> {
  const plan = await planOf(deps, office, deps.clock.now());
  const over = plan.state === "running" ? [overWrite([CEILING_ALERT], CEILING_SUBJECT, plan.at)] : [];
  await commit(deps, { change: [recountWrite(run, plan), ...alertOf(deps, plan), ...over], proof: [] });
  return plan.state === "running";
}

function alertOf(deps: Deps, { state, at, planned }: Plan) {
  if (state !== "held") return [];
  const detail = { n: sumOf(planned) };
  return [raiseWrite({ id: deps.ids.uuid(), code: CEILING_ALERT, subject: CEILING_SUBJECT, at, detail })];
}

async function goOn(deps: Deps, office: Office, run: Run): Promise<boolean> {
  const name = run.step;
  if (name === null || !isRuleName(name)) {
    await finish(deps, office, run);
    return false;
  }
  const as = asOf(run.at, office.profile.timeZone, run.periods[name] ?? "P0D");
  const page = await handOf(name).page(deps, office, as, run.cursor, ruleOf(name).most ?? PAGE);
  const done = page.cursor === null;
  const step = stepWrite(run, done ? nextOf(run, name) : name, page.cursor);
  const [first, ...rest] = page.change;
  const tally = page.n === 0 ? [] : [tallyWrite(run.id, name, page.n)];
  // Where the first write counts, the tally stands right behind it.
  const change = page.n === "first" && first ? [first, ...tally, ...rest] : [...page.change, ...tally];
  // Stale: somebody else did this page, or what it names has changed; the next turn reads anew.
  await commit(deps, { change: [step, ...change], proof: page.proof });
  deps.afterErasure();
  return true;
}

/** The rule after this one that had anything when the run began. */
function nextOf(run: Run, name: RuleName): RuleName | null {
  return NIGHTLY.slice(NIGHTLY.indexOf(name) + 1).find((rule) => run.planned[rule]) ?? null;
}

async function finish(deps: Deps, office: Office, run: Run): Promise<void> {
  const at = deps.clock.now();
  const { deleted, kept, day, confirmedBy } = run;
  const facts = { day, deleted, ...(sumOf(kept) > 0 && { kept }), ...(confirmedBy && { confirmed: confirmedBy }) };
  const proof = [actEvidence(deps, { log: office.logOrigin, at, typ: "retention.executed", facts })];
  await commit(deps, { change: [finishWrite(run, at)], proof });
  await deps.queue.enqueue({ kind: "seal" });
}
