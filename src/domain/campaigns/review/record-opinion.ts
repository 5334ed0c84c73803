/**
 * The opinion of the data protection officer on asking these people, recorded by himself, or by an admin who holds it in
 * writing. Nothing is sent without one that agrees; it counts for the reasons that it was given on (rules/review.ts).
 * Leaves `mailing.opinion-recorded` in the proof log.
 */
import type { Deps } from "../../../deps.ts";
import { type Refusal, refuse, refuseForm } from "../../../refusal.ts";
import { commit } from "../../commit.ts";
import { dayOf } from "../../consent/rules/days.ts";
import { readInstitution, readLogOrigin } from "../../institution/views.ts";
import { actEvidence } from "../../proof-log/acts/act-evidence.ts";
import { type Actor, actorLabel, may, viaOf } from "../../staff/rules.ts";
import { groundOf, isAuthor, mayRecord, type Opinion, opinionProblems, type Verdict } from "../rules/review.ts";
import { opinionWrite } from "../store/review.ts";
import { readMailing } from "../views.ts";

export interface OpinionInput {
  id: string;
  /** The version that the officer was shown. */
  version: number;
  verdict: Verdict;
  text: string;
  /** Day of the letter; only where an admin records it. */
  writtenDay?: string;
}

/** Records it. A newer one takes the place of an older one. Refuses a mailing that is no draft any more. */
export async function recordOpinion(
  deps: Deps,
  actor: Actor,
  input: OpinionInput,
): Promise<{ id: string; verdict: Verdict } | Refusal> {
  const no = may(actor, "campaign.opinion");
  if (no) return no;
  const [mailing, office] = await Promise.all([readMailing(deps.db, input.id), readInstitution(deps.db)]);
  if (!mailing || !office || mailing.kind === "newsletter") return refuse("campaigns.unknown");
  if (mailing.state !== "draft") return refuse("campaigns.sent_already");
  if (mailing.version !== input.version) return refuse("form.stale");
  const at = deps.clock.now();
  const byOfficer = actor.kind === "staff" && actor.role === "dpo";
  const by = actorLabel(actor);
  if (byOfficer && isAuthor(by, mailing)) return refuse("campaigns.own_draft");
  const refusal = mayRecord(mailing.review?.opinion, byOfficer);
  if (refusal) return refusal;
  const problems = opinionProblems(input, { today: dayOf(at, office.timeZone), byOfficer });
  if (problems.length > 0) return refuseForm(problems);
  const { id, verdict, writtenDay } = input;
  const text = input.text.trim().normalize("NFC");
  const written = byOfficer ? undefined : writtenDay;
  const opinion: Opinion = { verdict, text, at, by, about: groundOf(mailing), ...(written && { writtenDay: written }) };
  const facts = { mailing: id, about: "asking", verdict, text, by, ...viaOf(actor), ...(written && { written }) };
  const done = await commit(deps, {
    change: [opinionWrite({ id, version: mailing.version, opinion, byOfficer })],
    proof: [actEvidence(deps, { log: await readLogOrigin(deps.db), at, typ: "mailing.opinion-recorded", facts })],
  });
  return done === "done" ? { id, verdict } : refuse("form.stale");
}
