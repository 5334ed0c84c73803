/**
 * What the data protection officer says of the deletion at the end of a campaign. If he objects, nothing is deleted until
 * he has said otherwise or the campaign is annulled; his agreement orders nothing. Leaves `mailing.opinion-recorded`.
 */
import type { Deps } from "../../../deps.ts";
import { type Refusal, refuse, refuseForm } from "../../../refusal.ts";
import { commit } from "../../commit.ts";
import { dayOf } from "../../consent/rules/days.ts";
import { readLogOrigin } from "../../institution/views.ts";
import { actEvidence } from "../../proof-log/acts/act-evidence.ts";
import { type Actor, actorLabel, may, viaOf } from "../../staff/rules.ts";
import { mayRecord, opinionProblems, type Verdict } from "../rules/review.ts";
import { endingOpinionWrite } from "../store/ending.ts";
import { readMailing } from "../views.ts";

export interface EndingOpinionInput {
  id: string;
  verdict: Verdict;
  text: string;
  /** Day of the letter; only where an admin records it. */
  writtenDay?: string;
}

/** Records it. Refuses once the deletion has begun, and where nothing will be deleted. */
export async function recordEndingOpinion(
  deps: Deps,
  actor: Actor,
  input: EndingOpinionInput,
): Promise<{ id: string; verdict: Verdict } | Refusal> {
  const no = may(actor, "campaign.opinion");
  if (no) return no;
  const mailing = await readMailing(deps.db, input.id);
  if (!mailing?.frozen || mailing.kind !== "reconsent") return refuse("campaigns.unknown");
  if (mailing.state !== "sent") return refuse("campaigns.deletion_begun");
  const at = deps.clock.now();
  const byOfficer = actor.kind === "staff" && actor.role === "dpo";
  const refusal = mayRecord(mailing.ending?.opinion, byOfficer);
  if (refusal) return refusal;
  const problems = opinionProblems(input, { today: dayOf(at, mailing.frozen.institution.timeZone), byOfficer });
  if (problems.length > 0) return refuseForm(problems);
  const { id, verdict } = input;
  const by = actorLabel(actor);
  const text = input.text.trim().normalize("NFC");
  const writtenDay = byOfficer ? undefined : input.writtenDay;
  const facts = {
    mailing: id,
    about: "deletion",
    verdict,
    text,
    by,
    ...viaOf(actor),
    ...(writtenDay && { written: writtenDay }),
  };
  const done = await commit(deps, {
    change: [
      endingOpinionWrite(id, { verdict, text, at, by, ...(writtenDay && { writtenDay }) }, { officer: byOfficer }),
    ],
    proof: [actEvidence(deps, { log: await readLogOrigin(deps.db), at, typ: "mailing.opinion-recorded", facts })],
  });
  return done === "done" ? { id, verdict } : refuse("campaigns.deletion_begun");
}
