/**
 * One act of the nightly run. It counts what is over, stops before the first deletion where that is more than the
 * institution's ceiling, and otherwise ends it rule by rule and page by page. One moment holds for the whole run (`at`), so that
 * what was counted and shown is the most that goes: where a page would pass it, the run stops and is counted anew.
 */
import type { Deps } from "../../../deps.ts";
import { actEvidence } from "../../proof-log/acts/act-evidence.ts";
import { nightOf } from "../rules/period.ts";
import { isRuleName, NIGHTLY, type RuleName, ruleOf } from "../rules.ts";
import { checkedWrite, finishWrite, stepWrite, tallyWrite } from "../store.ts";
import { type Run, readOpenRun, readRun, restOf, sumOf } from "../views.ts";
import type { RunAct } from "./act.ts";
import type { Office } from "./hand.ts";
import { handOf } from "./hands.ts";
import { asOf, beginAct, ceilingOf, isAsCounted, recountAct, stopAct } from "./plan.ts";
import { tendAct } from "./tend.ts";

/** Things of a rule in one commit. */
const PAGE = 1_000;

/** The next act; undefined where nothing is to be done now. */
export async function nightlyAct(deps: Deps, office: Office): Promise<RunAct | undefined> {
  const open = await readOpenRun(deps.db);
  if (open?.state === "running") return goOnAct(deps, office, open);
  if (open?.state === "confirmed") return checkAct(deps, office, open);
  const night = nightOf(deps.clock.now(), office.profile.timeZone);
  const raised = open && sumOf(open.planned) <= ceilingOf(office);
  // The night of its last count: its own day is that on which it began.
  const counted = open && nightOf(open.at, office.profile.timeZone);
  const due = counted ? counted < night || raised : !(await readRun(deps.db, `night/${night}`));
  if (!due) return undefined;
  // Findings first, as an act of its own: what is justified by now must not be counted among what goes.
  const tended = await tendAct(deps, office);
  if (tended) return tended;
  return open ? recountAct(deps, office, open) : beginAct(deps, office, night);
}

/** Before the first deletion that a person confirmed: as much must be over as he was shown. */
async function checkAct(deps: Deps, office: Office, run: Run): Promise<RunAct> {
  if (!(await isAsCounted(deps, office, run))) return stopAct(deps, office, run);
  return { change: [checkedWrite(run)], proof: [], more: true };
}

async function goOnAct(deps: Deps, office: Office, run: Run): Promise<RunAct> {
  const name = run.step;
  if (name === null || !isRuleName(name)) return finishAct(deps, office, run);
  const as = asOf(run.at, office.profile.timeZone, run.periods[name] ?? "P0D");
  const page = await handOf(name).page(deps, office, as, run.cursor, ruleOf(name).most ?? PAGE);
  // What such a rule ends is read anew on every page; a rule of a column has the run's own moment as its bound.
  if (page.n !== "first" && page.n > restOf(run, name)) return stopAct(deps, office, run);
  const step = stepWrite(run, page.cursor === null ? nextOf(run, name) : name, page.cursor);
  const [first, ...rest] = page.change;
  const tally = page.n === 0 ? [] : [tallyWrite(run.id, name, page.n)];
  // Where the first write counts, the tally stands right behind it.
  const change = page.n === "first" && first ? [first, ...tally, ...rest] : [...page.change, ...tally];
  return { change: [step, ...change], proof: page.proof, more: true };
}

/** The rule after this one that had anything when the run began. */
function nextOf(run: Run, name: RuleName): RuleName | null {
  return NIGHTLY.slice(NIGHTLY.indexOf(name) + 1).find((rule) => run.planned[rule]) ?? null;
}

function finishAct(deps: Deps, office: Office, run: Run): RunAct {
  const at = deps.clock.now();
  const { deleted, kept, day, confirmedBy } = run;
  const facts = { day, deleted, ...(sumOf(kept) > 0 && { kept }), ...(confirmedBy && { confirmed: confirmedBy }) };
  const proof = [actEvidence(deps, { log: office.logOrigin, at, typ: "retention.executed", facts })];
  return { change: [finishWrite(run, at)], proof, more: false };
}
