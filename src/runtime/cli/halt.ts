/** `campaign pause | resume | cancel | send-again`: stop a mailing, let it go on, end it, mend it, without the desk. */
import type { Deps } from "../../deps.ts";
import { cancelMailing } from "../../domain/campaigns/cancel.ts";
import { pauseMailing } from "../../domain/campaigns/pause.ts";
import { resumeMailing } from "../../domain/campaigns/resume.ts";
import { readMailing, readNumbers, stillToSend } from "../../domain/campaigns/views.ts";
import { planAnew } from "../../domain/messages/plan-anew.ts";
import { type FailedOfOurs, readFailedOfOurs } from "../../domain/messages/views/failed.ts";
import type { StaffActor } from "../../domain/staff/rules.ts";
import { isRefusal, type Refusal, refuse } from "../../refusal.ts";
import { CAMPAIGN, showStatus, statusOf } from "./campaigns.ts";
import { type CliDeps, type Command, operatorOf, word } from "./command.ts";
import { confirmed } from "./input.ts";

/** Does it, waits for the work it sets off, and tells how the mailing stands then. */
async function and(deps: CliDeps, done: { id: string } | Refusal) {
  if (isRefusal(done)) return done;
  await deps.finish();
  return statusOf(deps, done.id);
}

export const pause: Command = {
  name: "campaign pause",
  usage: "<campaign>",
  summary: "stop sending at once; what is with the mail service already stays with it",
  words: 1,
  about: CAMPAIGN,
  run: async (deps, given) => and(deps, await pauseMailing(deps, operatorOf(given), { id: word(given, 0) })),
  show: showStatus,
};

export const resume: Command = {
  name: "campaign resume",
  usage: "<campaign>",
  summary: "resume a paused campaign where it stood, and hand over its e-mails before the command ends",
  words: 1,
  about: CAMPAIGN,
  run: async (deps, given) => and(deps, await goOn(deps, word(given, 0), operatorOf(given))),
  show: showStatus,
};

async function goOn(deps: Deps, id: string, operator: StaffActor): Promise<{ id: string } | Refusal> {
  const mailing = await readMailing(deps.db, id);
  return mailing ? resumeMailing(deps, operator, { id, heldAt: mailing.heldAt ?? 0 }) : refuse("campaigns.unknown");
}

export const cancel: Command = {
  name: "campaign cancel",
  usage: "<campaign> [--yes]",
  summary: "end a campaign before all of it has gone out; cannot be undone, answers to what was sent still count",
  words: 1,
  about: CAMPAIGN,
  options: { yes: { type: "boolean", about: "do not ask first" } },
  run: async (deps, given) => {
    const id = word(given, 0);
    const mailing = await readMailing(deps.db, id);
    if (!mailing) return refuse("campaigns.unknown");
    if (!["planning", "sending", "paused"].includes(mailing.state)) return refuse("campaigns.not_under_way");
    const n = await readNumbers(deps.db, id);
    const left =
      mailing.state === "sending" || mailing.heldFrom === "sending" ? `${stillToSend(n)} people` : "All of them";
    await confirmed(
      `Cancel “${mailing.title}” for good? ${left} will get no e-mail; ${n.sent} e-mails are out and stay out. Nobody is taken off the list for silence.`,
      given,
    );
    return and(deps, await cancelMailing(deps, operatorOf(given), { id }));
  },
  show: showStatus,
};

type Failed = { id: string } & FailedOfOurs;

export const sendAgain: Command = {
  name: "campaign send-again",
  usage: "<campaign> [--look]",
  summary: "send the e-mails that failed through a fault of ours, now that it is repaired; nobody gets one twice",
  words: 1,
  about: CAMPAIGN,
  options: { look: { type: "boolean", about: "only tell how many there are, and why they failed" } },
  run: async (deps, given) => {
    const id = word(given, 0);
    if (!(await readMailing(deps.db, id))) return refuse("campaigns.unknown");
    const failed = await readFailedOfOurs(deps.db, id);
    if (given.options.look) return { id, ...failed } satisfies Failed;
    return and(deps, await planAnew(deps, operatorOf(given), { mailingId: id, n: failed.n }));
  },
  show: (answer: Failed | Exclude<Awaited<ReturnType<typeof statusOf>>, Refusal>) =>
    "reasons" in answer
      ? [
          `${answer.n} e-mails failed through a fault of ours.`,
          ...answer.reasons.map(({ reason, n }) => `  ${n}  ${reason}`),
        ].join("\n")
      : showStatus(answer),
};
