/**
 * Keeps "justify or delete" up to date, once a night before anything is counted: asks about what has come to be without a
 * reason, asks anew where a justification is over, and closes what has one again or is gone (R032).
 */
import type { Deps } from "../../../deps.ts";
import { overWrite, raiseWrite } from "../../alerts/store.ts";
import { dayOf, later } from "../../consent/rules/days.ts";
import { ANSWER_DAYS } from "../rules/input.ts";
import { CEILING_SUBJECT, REVIEW_ALERT } from "../rules/limits.ts";
import { askAnewWrite, closeCaseWrite, openCaseWrite } from "../store/review.ts";
import { readFindings, readOpenCases } from "../views/review.ts";
import type { RunAct } from "./act.ts";
import type { Office } from "./hand.ts";

/** What is to be written; undefined where everything is as it should be. */
export async function tendAct(deps: Deps, { profile }: Office): Promise<RunAct | undefined> {
  const at = deps.clock.now();
  const zone = profile.timeZone;
  const today = dayOf(at, zone);
  const answerDay = later(today, { days: profile.retention?.answerDays ?? ANSWER_DAYS.usual });
  const [findings, open] = await Promise.all([readFindings(deps.db, { today, zone }), readOpenCases(deps.db)]);
  const same = (a: { kind: string; subject: string }) => `${a.kind}/${a.subject}`;
  const found = new Set(findings.map(same));
  const asked = new Set(open.map(same));
  const fresh = findings.filter((one) => !asked.has(same(one)));
  const anew = open.filter((one) => found.has(same(one)) && one.decision === "justified" && (one.until ?? "") < today);
  const gone = open.filter((one) => !found.has(same(one)));
  if (fresh.length + anew.length + gone.length === 0) return undefined;
  const waiting = fresh.length + anew.length;
  const rest = open.filter((one) => one.decision === null && found.has(same(one))).length + waiting;
  const alert = { id: deps.ids.uuid(), code: REVIEW_ALERT, subject: CEILING_SUBJECT, at, detail: { n: waiting } };
  return {
    change: [
      ...fresh.map((one) => openCaseWrite({ ...one, id: deps.ids.uuid(), at, answerDay })),
      ...anew.map(({ id }) => askAnewWrite(id, answerDay)),
      ...gone.map(({ id }) => closeCaseWrite(id, at, today)),
      ...(waiting > 0 ? [raiseWrite(alert)] : []),
      ...(rest === 0 ? [overWrite([REVIEW_ALERT], CEILING_SUBJECT, at)] : []),
    ],
    proof: [],
    more: true,
  };
}
