/**
 * "Send": the last act a person makes for a campaign. Its inputs are frozen, its questions stored by hash, and the
 * people are counted again at this moment; from here the jobs do the work. Leaves `mailing.sent` in the proof log, with the
 * basis for asking and what the data protection officer and the second person said of it.
 */
import type { Deps } from "../../deps.ts";
import { isRefusal, type Refusal, refuse, refuseForm } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { keepingDecided } from "../institution/rules/keeping.ts";
import { readLogOrigin } from "../institution/views.ts";
import { countAsked } from "../messages/views/audience.ts";
import { actEvidence } from "../proof-log/acts/act-evidence.ts";
import { type Actor, actorLabel, may } from "../staff/rules.ts";
import { mailProblems, sendProblems } from "./acts/check.ts";
import { freeze } from "./acts/freeze.ts";
import { audienceOf, groundFacts } from "./acts/ground.ts";
import { groundOf } from "./rules/review.ts";
import { questionWrite, sendWrite } from "./store.ts";
import { readMailing } from "./views.ts";

export interface SendInput {
  id: string;
  version: number;
  /** The number the sender saw on the page: if it is another one by now, the page is shown again. */
  audience?: number;
}

/** Sends. Refuses an incomplete draft, an empty list, a list that is being asked already, and a number that changed. */
export async function sendCampaign(
  deps: Deps,
  actor: Actor,
  input: SendInput,
): Promise<{ id: string; audience: number } | Refusal> {
  const no = may(actor, "campaign.send");
  if (no) return no;
  const mailing = await readMailing(deps.db, input.id);
  if (!mailing) return refuse("campaigns.unknown");
  if (mailing.state !== "draft") return refuse("campaigns.sent_already");
  if (mailing.version !== input.version) return refuse("form.stale");
  const made = await freeze(deps, mailing);
  if (isRefusal(made)) return made;
  if (!keepingDecided(made.institution, deps.config.mode)) return refuse("suppressions.keeping_unset");
  const at = deps.clock.now();
  const problems = sendProblems(mailing, made.institution, at, made.frozen);
  if (problems.length > 0) return refuseForm(problems);
  const [unfit] = mailProblems(deps, made.frozen);
  if (unfit) return refuse(unfit.code, { values: unfit.values });
  const { asked: audience, ...left } = await countAsked(deps.db, audienceOf(mailing));
  if (audience === 0) return refuse("campaigns.nobody_to_ask");
  if (input.audience !== undefined && input.audience !== audience)
    return refuse("campaigns.audience_changed", { values: { audience } });

  const { frozen, questions } = made;
  const done = await commit(deps, {
    change: [
      ...questions.map((q) =>
        questionWrite(deps.db, { ...q, mailingId: mailing.id, purposeId: mailing.purposeId, at }),
      ),
      sendWrite({
        id: mailing.id,
        version: mailing.version,
        frozen,
        at,
        basis: mailing.kind === "notice" ? "e" : "a",
        about: groundOf(mailing),
        approval: made.institution.secondPerson === true,
      }),
    ],
    proof: [
      actEvidence(deps, {
        log: await readLogOrigin(deps.db),
        at,
        typ: "mailing.sent",
        facts: {
          mailing: mailing.id,
          list: frozen.list.slug,
          purpose: frozen.purpose.id,
          deadline: frozen.deadlineDay,
          questions: frozen.questions,
          ...groundFacts(mailing),
          audience,
          left,
          by: actorLabel(actor),
        },
      }),
    ],
  });
  if (done === "stale") {
    const now = await readMailing(deps.db, mailing.id);
    return refuse(now?.state === "draft" && now.version === mailing.version ? "campaigns.list_is_asked" : "form.stale");
  }
  await deps.queue.enqueue({ kind: "plan", mailingId: mailing.id });
  return { id: mailing.id, audience };
}
