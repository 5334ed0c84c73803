/** `campaign list | create | send | status | close`: ask a list again, without the desk. */

import type { Deps } from "../../deps.ts";
import { closeCampaign } from "../../domain/campaigns/close.ts";
import { createCampaign } from "../../domain/campaigns/create.ts";
import { recordOpinion } from "../../domain/campaigns/review/record-opinion.ts";
import { lastDay } from "../../domain/campaigns/rules/ending.ts";
import { type CampaignDraft, PILOT } from "../../domain/campaigns/rules.ts";
import { sendCampaign } from "../../domain/campaigns/send.ts";
import {
  type CampaignNumbers,
  type MailingRow,
  readMailing,
  readMailings,
  readNumbers,
  stillToSend,
} from "../../domain/campaigns/views.ts";
import { isRefusal, type Refusal, refuse } from "../../refusal.ts";
import { type Command, maybe, operatorOf, text, UsageError, word } from "./command.ts";
import { listNamed, readSheet } from "./input.ts";

/** The first wave of a campaign whose file says nothing of it. */
const USUAL_PILOT = { size: PILOT.size, waitHours: PILOT.waitHours };

/** What the word of these commands stands for. */
export const CAMPAIGN = { "<campaign>": "id of the campaign, shown by `campaign list`" };

interface Status {
  id: string;
  title: string;
  state: string;
  /** As the mails name it; and until when answers count, which may be later. */
  deadlineDay: string | null;
  lastDay: string | null;
  /** Of a paused one: since when, and why (domain/campaigns/rules/hold.ts). */
  held: { since: string; reason: string } | null;
  numbers: CampaignNumbers;
}

/** How a campaign stands. */
export async function statusOf(deps: Deps, id: string): Promise<Status | Refusal> {
  const mailing = await readMailing(deps.db, id);
  if (!mailing) return refuse("campaigns.unknown");
  const { title, state, deadlineDay, heldAt, heldReason } = mailing;
  const held = heldAt === null ? null : { since: new Date(heldAt).toISOString(), reason: heldReason ?? "person" };
  const zone = mailing.frozen?.institution.timeZone;
  const last = zone && deadlineDay ? lastDay({ ...mailing, deadlineDay }, zone).day : deadlineDay;
  return { id, title, state, deadlineDay, lastDay: last, held, numbers: await readNumbers(deps.db, id) };
}

/** The same for people. */
export const showStatus = ({ title, state, lastDay: last, held, numbers: n }: Status) =>
  [
    `${title}: ${state}, answers until ${last ?? "—"}.`,
    ...(held ? [`Paused since ${held.since}, because: ${WHY[held.reason] ?? held.reason}.`] : []),
    `Audience ${n.audience} = sent ${n.sent} + skipped ${n.skipped} + failed ${n.failed} + unknown ${n.unknown} + with the mail service ${n.handed} + still to send ${stillToSend(n)}.`,
    `Of the sent: yes ${n.yes}, no ${n.no}, silent ${n.silent}, bounced ${n.bounced}, ended by the deadline ${n.expired}, signed up on another list ${n.elsewhere}, stayed without an answer ${n.kept}, left otherwise ${n.left}.`,
  ].join("\n");

const WHY: Record<string, string> = {
  person: "somebody paused it",
  outage: "the program did not run for more than an hour",
  restored: "the database was restored from a copy, or stands in another place",
  bounces: "too many addresses do not exist",
  complaints: "recipients complain",
  "pilot-bounces": "more than 2 % of the addresses of the first wave do not exist",
  "pilot-complaints": "somebody of the first wave complains",
  policy: "receiving systems refuse the sender or the content",
  domain: "one domain refuses many e-mails",
  deadline: "the last day to answer passed before everything was sent",
  provider: "the mail service refuses us or the mails, or has answered nobody for an hour",
};

type Line = Pick<MailingRow, "id" | "title" | "state" | "deadlineDay" | "lastDay">;

export const all: Command = {
  name: "campaign list",
  usage: "",
  summary: "show the campaigns, newest first, with the id that the other commands take",
  run: async (deps) => {
    const lines: Line[] = [];
    for (let before: string | undefined; ; ) {
      const { rows, next } = await readMailings(deps.db, { ...(before ? { before } : {}), limit: 100 });
      lines.push(
        ...rows.map(({ id, title, state, deadlineDay, lastDay }) => ({ id, title, state, deadlineDay, lastDay })),
      );
      if (!next) return lines;
      before = next;
    }
  },
  show: (lines: Line[]) =>
    lines.length === 0
      ? "No campaign yet."
      : lines.map((l) => `${l.id}  ${l.state}, answers until ${l.lastDay ?? "—"}: ${l.title}`).join("\n"),
};

export const create: Command = {
  name: "campaign create",
  usage: "--list <list> --file <campaign.json>",
  summary: "make a draft from a JSON file (its form: campaign create --help)",
  options: {
    list: { type: "string", required: true, about: "short name or id of the list" },
    file: {
      type: "string",
      required: true,
      about:
        '{"title", "deadlineDay", "reasonToAsk", "askBasis": "e|c|f", "askNorm", "texts": {"lv": {"subject", "heading", "lead"}, "en": …}, "asksProven", "pilot": {"size", "waitHours"}, "reminder": {"whom": "proven|everybody", "afterDays"}}; with "mode": "tell" and "movedReason" a notice; a text that is "@lead.lv.txt" is read from that file beside this one; - is stdin',
    },
  },
  run: async (deps, given) => {
    type Sheet = Partial<CampaignDraft> & { title?: string; deadlineDay?: string; mode?: "ask" | "tell" };
    const sheet = readSheet<Sheet>(text(given, "file"));
    const { title = "", deadlineDay = null, mode = "ask", texts = {}, reasonToAsk = "" } = sheet;
    const { askBasis, askNorm, movedReason, asksProven, pilot = USUAL_PILOT, reminder } = sheet;
    const plan = { askBasis, askNorm, movedReason, asksProven, pilot, reminder };
    const said = Object.fromEntries(Object.entries(plan).filter(([, value]) => value !== undefined));
    const { id: listId } = await listNamed(deps, text(given, "list"));
    return createCampaign(deps, operatorOf(given), {
      mode,
      listId,
      title,
      deadlineDay,
      draft: { texts, reasonToAsk, ...said },
    });
  },
  show: ({ id }: { id: string }) =>
    `Draft ${id}. Look at it at the desk; then: campaign opinion ${id} --agrees --text … --written …, campaign send ${id}`,
};

export const opinion: Command = {
  name: "campaign opinion",
  usage: "<campaign> (--agrees | --objects) --text <text> --written <day>",
  summary: "record what the data protection officer has given in writing; without his agreement nothing is sent",
  words: 1,
  about: CAMPAIGN,
  options: {
    agrees: { type: "boolean", about: "he has no objection" },
    objects: { type: "boolean", about: "he objects: nothing is sent" },
    text: { type: "string", required: true, about: "his words" },
    written: { type: "string", required: true, about: "day of his letter, YYYY-MM-DD" },
  },
  run: async (deps, given) => {
    const id = word(given, 0);
    if ((given.options.agrees === true) === (given.options.objects === true))
      throw new UsageError("Either --agrees or --objects.");
    const mailing = await readMailing(deps.db, id);
    if (!mailing) return refuse("campaigns.unknown");
    const verdict = given.options.agrees === true ? "agrees" : "objects";
    const input = { id, version: mailing.version, verdict, text: text(given, "text") } as const;
    return recordOpinion(deps, operatorOf(given), { ...input, writtenDay: text(given, "written") });
  },
  show: ({ id, verdict }: { id: string; verdict: string }) => `Campaign ${id}: the officer ${verdict}.`,
};

export const send: Command = {
  name: "campaign send",
  usage: "<campaign> [--audience <n>]",
  summary: "send a draft, and hand over its mails before the command ends",
  words: 1,
  about: CAMPAIGN,
  options: { audience: { type: "string", about: "refuse if the audience is another number by now" } },
  run: async (deps, given) => {
    const id = word(given, 0);
    const mailing = await readMailing(deps.db, id);
    if (!mailing) return refuse("campaigns.unknown");
    const expected = maybe(given, "audience");
    if (expected !== undefined && !/^\d+$/.test(expected)) throw new UsageError("--audience is a number.");
    const audience = expected === undefined ? undefined : Number(expected);
    const sent = await sendCampaign(deps, operatorOf(given), { id, version: mailing.version, audience });
    if (isRefusal(sent)) return sent;
    await deps.finish();
    return statusOf(deps, id);
  },
  show: showStatus,
};

export const status: Command = {
  name: "campaign status",
  usage: "<campaign>",
  summary: "show how a campaign stands, in numbers that add up",
  words: 1,
  about: CAMPAIGN,
  run: (deps, given) => statusOf(deps, word(given, 0)),
  show: showStatus,
};

export const close: Command = {
  name: "campaign close",
  usage: "<campaign>",
  summary:
    "after the deadline: takes those who did not answer off the list; deletes addresses that are on no other list",
  words: 1,
  about: CAMPAIGN,
  run: async (deps, given) => {
    const closed = await closeCampaign(deps, operatorOf(given), { id: word(given, 0) });
    if (isRefusal(closed)) return closed;
    await deps.finish();
    return statusOf(deps, closed.id);
  },
  show: showStatus,
};
