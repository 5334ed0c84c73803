/** `campaign pause | resume | cancel`: stop a mailing at any moment, let it go on, or end it, without the desk. */
import type { Deps } from "../../deps.ts";
import { cancelMailing } from "../../domain/campaigns/cancel.ts";
import { pauseMailing } from "../../domain/campaigns/pause.ts";
import { resumeMailing } from "../../domain/campaigns/resume.ts";
import { readMailing } from "../../domain/campaigns/views.ts";
import { isRefusal, type Refusal, refuse } from "../../refusal.ts";
import { CAMPAIGN, showStatus, statusOf } from "./campaigns.ts";
import { type CliDeps, type Command, OPERATOR, word } from "./command.ts";

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
  run: async (deps, given) => and(deps, await pauseMailing(deps, OPERATOR, { id: word(given, 0) })),
  show: showStatus,
};

export const resume: Command = {
  name: "campaign resume",
  usage: "<campaign>",
  summary: "resume a paused campaign where it stood, and hand over its e-mails before the command ends",
  words: 1,
  about: CAMPAIGN,
  run: async (deps, given) => and(deps, await goOn(deps, word(given, 0))),
  show: showStatus,
};

async function goOn(deps: Deps, id: string): Promise<{ id: string } | Refusal> {
  const mailing = await readMailing(deps.db, id);
  return mailing ? resumeMailing(deps, OPERATOR, { id, heldAt: mailing.heldAt ?? 0 }) : refuse("campaigns.unknown");
}

export const cancel: Command = {
  name: "campaign cancel",
  usage: "<campaign>",
  summary: "end a campaign before all of it has gone out; cannot be undone, answers to what was sent still count",
  words: 1,
  about: CAMPAIGN,
  run: async (deps, given) => and(deps, await cancelMailing(deps, OPERATOR, { id: word(given, 0) })),
  show: showStatus,
};
