/**
 * `replay`: for days on which the endpoint was down. First the events themselves, as the provider kept them for our
 * webhook (only what tells more than "sent" or "delivered", for each costs a request); they have the ids under which they
 * were told, so what was heard already counts as heard. Then the list of mails with the last that became of each.
 */
import type { Deps } from "../../../deps.ts";
import { endOfDay, isDay } from "../../../domain/consent/rules/days.ts";
import { readInstitution } from "../../../domain/institution/views.ts";
import { recordEvent } from "../../../domain/messages/record-event.ts";
import { type ProviderEvent, readEvent } from "../../../domain/messages/rules/event.ts";
import { afterEvent } from "../../../domain/messages/rules/life.ts";
import { hasDoubts, readNamed } from "../../../domain/messages/views/event.ts";
import { watchMailing } from "../../../domain/messages/watch.ts";
import { type Refusal, refuse } from "../../../refusal.ts";
import { type Command, text, UsageError } from "../command.ts";
import { type LoggedMail, openResendLog, ReadRefused } from "./resend-log.ts";

interface Replayed {
  /** Mails of those days that the provider knows. */
  mails: number;
  /** Events that told something new. */
  recorded: number;
  /** Mails to nobody we hold: sign-in codes, confirmations, other programs of the account, people who have left. */
  unknown: number;
  /** Refusals of which the provider does not say why any more: the message says so, the address stays. */
  unexplained: number;
  /** False: the events themselves could not be read, only the list. */
  events: boolean;
}

type Log = ReturnType<typeof openResendLog>;
type Span = { from: number; to: number };

/** Types of which the list of mails does not say enough. */
const TELLING = new Set(["email.bounced", "email.complained", "email.suppressed", "email.failed"]);
/** The last event of a mail → what it proves. An opening proves the delivery, and that is all we take from it. */
const PROVES: Record<string, string> = {
  scheduled: "email.scheduled",
  sent: "email.sent",
  delivery_delayed: "email.delivery_delayed",
  delivered: "email.delivered",
  opened: "email.delivered",
  clicked: "email.delivered",
  bounced: "email.bounced",
  suppressed: "email.suppressed",
  complained: "email.complained",
  failed: "email.failed",
};

/** Replays the days; refuses where the provider cannot be asked. What was recorded until then stays. */
export async function replayDays(
  deps: Deps,
  days: { from: string; to: string },
  tell: (line: string) => void,
): Promise<Replayed | Refusal> {
  const { mailer } = deps.config;
  if (mailer.kind !== "resend") return refuse("messages.replay_not_resend");
  const zone = (await readInstitution(deps.db))?.timeZone ?? "UTC";
  const span = { from: endOfDay(days.from, zone) - 24 * 3_600_000 + 1, to: endOfDay(days.to, zone) };
  const log = openResendLog(deps, mailer);
  const done: Replayed = { mails: 0, recorded: 0, unknown: 0, unexplained: 0, events: true };
  try {
    done.events = await replayEvents(deps, log, span, done, tell);
    await replayMails(deps, log, span, done, tell);
    return done;
  } catch (error) {
    if (!(error instanceof ReadRefused)) throw error;
    return error.sendOnly
      ? refuse("messages.replay_key")
      : refuse("messages.replay_refused", { values: { status: error.status } });
  }
}

/** False if the provider does not give them: an account without that feature, or a webhook that was deleted. */
async function replayEvents(deps: Deps, log: Log, span: Span, done: Replayed, tell: (line: string) => void) {
  let webhooks: string[];
  try {
    webhooks = await log.webhooks(`${deps.config.publicUrl}/webhooks/resend`);
  } catch (error) {
    if (error instanceof ReadRefused && [403, 404, 405].includes(error.status)) return false;
    throw error;
  }
  for (const webhook of webhooks)
    for await (const page of log.events(webhook, span.from)) {
      for (const { id, type, at } of page) {
        if (at > span.to || !TELLING.has(type) || (await readNamed(deps.db, { id })).heard) continue;
        const event = readEvent(await log.payload(webhook, id), id, deps.clock.now());
        if (event) done.recorded += await record(deps, event);
      }
      tell(`Events: ${page.length} looked at, ${done.recorded} new.`);
    }
  return webhooks.length > 0;
}

async function replayMails(deps: Deps, log: Log, span: Span, done: Replayed, tell: (line: string) => void) {
  for await (const page of log.mails(span.from)) {
    for (const mail of page) if (mail.at <= span.to) await replayMail(deps, log, mail, done);
    tell(`Mails: ${done.mails} looked at, ${done.recorded} new.`);
  }
}

async function replayMail(deps: Deps, log: Log, mail: LoggedMail, done: Replayed): Promise<void> {
  done.mails++;
  const type = PROVES[mail.lastEvent];
  if (!type) return;
  const id = `replay/${mail.id}/${mail.lastEvent}`;
  // When somebody complained is not told here: now, so that it is not taken for older than what he said before.
  const at = type === "email.complained" ? deps.clock.now() : mail.at;
  let event: ProviderEvent = { id, type, providerId: mail.id, at, madeAt: mail.at };
  let { message } = await readNamed(deps.db, event);
  if (!message && (type === "email.complained" || (await hasDoubts(deps.db)))) {
    // Ours perhaps: its id never came, or went with the person. Only our tag can tell.
    const { tag, letter, to } = readEvent({ type, data: await log.mail(mail.id) }, "replay", at) ?? {};
    event = { ...event, ...(tag && { tag }), ...(letter && { letter }), ...(to && { to }) };
    if (tag) message = (await readNamed(deps.db, event)).message;
  }
  if (!message) {
    // A letter of ours is to nobody on a list, but a complaint about it counts (messages/acts/complained.ts).
    if (event.letter && type === "email.complained") done.recorded += await record(deps, event);
    else done.unknown++;
  } else if (afterEvent(message, type, undefined)) {
    done.recorded += await record(deps, event);
    if (type === "email.bounced" || type === "email.suppressed") done.unexplained++;
  }
}

async function record(deps: Deps, event: ProviderEvent): Promise<number> {
  const { did, watch } = await recordEvent(deps, event);
  if (watch) await watchMailing(deps, watch);
  return did === "recorded" ? 1 : 0;
}

export const replay: Command = {
  name: "replay",
  usage: "--from <day> --to <day>",
  summary: "ask Resend what became of the mails of these days, because its events did not reach us",
  options: {
    from: { type: "string", required: true, about: "first day, YYYY-MM-DD" },
    to: { type: "string", required: true, about: "last day, YYYY-MM-DD; Resend remembers about 30 days" },
  },
  run: async (deps, given) => {
    const [from, to] = [text(given, "from"), text(given, "to")];
    if (!isDay(from) || !isDay(to)) throw new UsageError("--from and --to are days, for example 2026-11-22.");
    if (to < from) throw new UsageError("--to is before --from.");
    return replayDays(deps, { from, to }, (line) => process.stderr.write(`${line}\n`));
  },
  show: (r: Replayed) =>
    [
      `${r.mails} mails looked at: ${r.recorded} events were new, ${r.unknown} mails were to nobody who is on a list now.`,
      ...(r.events ? [] : ["Resend gave only the list of mails, not the events of our webhook."]),
      ...(r.unexplained > 0
        ? [`${r.unexplained} came back for a reason that Resend no longer gives; their addresses stay.`]
        : []),
    ].join("\n"),
};
