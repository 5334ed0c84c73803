/** What of the house needs a person now, most urgent first. Pure: from what is so to what the home page lists. */
import { isForOfficer } from "../../domain/alerts/rules.ts";
import type { Alert } from "../../domain/alerts/views.ts";
import type { Breach } from "../../domain/breaches/rules.ts";
import { type CampaignNumbers, type MailingRow, stillToSend, type Today } from "../../domain/campaigns/views.ts";
import type { Import } from "../../domain/imports/views.ts";
import { type RightsRequest, urgencyOf } from "../../domain/rights-requests/rules.ts";

export type Task =
  /** The mail provider refuses us, or its quota is used up; or an alert that this version does not know. */
  | { kind: "alert"; alert: Alert }
  /** A mailing stands still, and only a person lets it go on. `n` people wait for their mail; not known while planning. */
  | { kind: "paused"; n: number | undefined; campaign: MailingRow }
  /** The addresses of `n` silent people will be deleted soon, by itself. */
  | { kind: "closing"; n: number; campaign: MailingRow }
  /** The deadline is over, and the campaign does not close by itself: the officer objects, or answers may be lost. */
  | { kind: "over"; n: number; campaign: MailingRow }
  /** Letters of which nobody knows whether they arrived; that failed through a fault of ours; addresses that a system refused. */
  | { kind: "unknown" | "failed" | "held"; n: number; campaign: { id: string; title: string } }
  /** A breach is open: hours run. */
  | { kind: "breach"; breach: Breach }
  /** The answer to somebody who uses his rights is late, or due within three working days. */
  | { kind: "request"; request: RightsRequest; over: boolean }
  /** Requests to open a sealed proof wait for this member of staff as the second person. */
  | { kind: "openings"; n: number }
  /** Handed-out files whose recipients are to be told of people who have gone. */
  | { kind: "tell"; n: number }
  /** Work of a colleague whose account ended came to this member of staff. */
  | { kind: "handed"; n: number }
  /** Requests to take a lost second factor off wait for this member of staff as the second person. */
  | { kind: "resets"; n: number }
  /** Jobs that failed as often as they may. */
  | { kind: "dead"; n: number }
  /** Why proofs and tags are kept is not decided: nothing real can be sent. */
  | { kind: "keeping" }
  /** A file was checked and waits for the decision to write it. */
  | { kind: "import"; n: number; job: Import }
  | { kind: "draft"; n: number; campaign: MailingRow };

export interface House {
  campaigns: Today;
  /** Numbers of the campaigns that are running, standing still or awaiting answers, by id. */
  numbers: ReadonlyMap<string, CampaignNumbers>;
  imports: readonly Import[];
  /** Open alerts, newest first. */
  alerts: readonly Alert[];
  /** E-mails that failed through a fault of ours and may be sent again, by mailing. */
  failed: ReadonlyMap<string, number>;
  /** Held addresses of the mailings that have such an alert, by id. */
  held: ReadonlyMap<string, number>;
  /** Open breaches that this member of staff may decide about, and requests that are due. */
  breaches?: readonly Breach[];
  requests?: readonly RightsRequest[];
  /** Requests to open a sealed proof that this member of staff may decide about. */
  openings: number;
  /** Handed-out files whose recipients are to be told; none for whoever may not export. */
  tell: number;
  /** What was handed to this member and not seen; requests about a second factor that he may decide. */
  handed?: number;
  resets?: number;
  /** Jobs that failed as often as they may. */
  dead: number;
  /** Whether this member of staff is to decide why proofs and tags are kept. */
  keeping?: boolean;
  /** Today in the institution's zone, `YYYY-MM-DD`. */
  today: string;
}

/** Whether the last day for answers is over. */
export const isOver = (campaign: MailingRow, today: string) => campaign.lastDay !== null && campaign.lastDay < today;

/** Whether the day is over that mails would name now: none goes out any more. */
const isPast = ({ namedDay }: MailingRow, today: string) => namedDay !== null && namedDay < today;

/** Alerts that are told by what they are about: the mailing that stands, the jobs that died. */
const TOLD_ELSEWHERE = new Set(["mailing.paused", "mailing.unknown", "mailing.held", "campaign.closing", "job.dead"]);

/** Everything that waits for a decision. */
export function tasksOf({
  campaigns,
  numbers,
  imports,
  alerts,
  failed,
  held,
  breaches = [],
  requests = [],
  openings,
  tell,
  handed = 0,
  resets = 0,
  dead,
  today,
  keeping = false,
}: House): Task[] {
  const tasks: Task[] = [];
  for (const breach of breaches) tasks.push({ kind: "breach", breach });
  for (const request of requests) {
    const urgency = urgencyOf(request, today);
    if (urgency === "over" || urgency === "soon") tasks.push({ kind: "request", request, over: urgency === "over" });
  }
  // A quota is renewed by itself; a service that refuses us is not.
  const outside = alerts.filter(({ code }) => !TOLD_ELSEWHERE.has(code) && !isForOfficer(code));
  for (const quota of [false, true])
    for (const alert of outside) if ((alert.code === "provider.quota") === quota) tasks.push({ kind: "alert", alert });
  for (const campaign of campaigns.paused) {
    const counted = campaign.heldFrom === "planning" ? undefined : numbers.get(campaign.id);
    tasks.push({ kind: "paused", n: counted && stillToSend(counted), campaign });
  }
  for (const campaign of campaigns.awaiting) {
    const n = numbers.get(campaign.id)?.silent ?? 0;
    const announced = alerts.some(({ code, subject }) => code === "campaign.closing" && subject === campaign.id);
    if (announced && !campaign.waitsForPerson) tasks.push({ kind: "closing", n, campaign });
    else if (campaign.waitsForPerson && isOver(campaign, today)) tasks.push({ kind: "over", n, campaign });
  }
  for (const campaign of [...campaigns.paused, ...campaigns.awaiting, ...campaigns.running]) {
    const n = numbers.get(campaign.id)?.unknown ?? 0;
    if (n > 0) tasks.push({ kind: "unknown", n, campaign });
    const again = failed.get(campaign.id) ?? 0;
    if (again > 0 && !isPast(campaign, today)) tasks.push({ kind: "failed", n: again, campaign });
  }
  for (const { code, subject, title } of alerts) {
    const n = code === "mailing.held" ? (held.get(subject) ?? 0) : 0;
    if (n > 0) tasks.push({ kind: "held", n, campaign: { id: subject, title: title ?? "" } });
  }
  if (openings > 0) tasks.push({ kind: "openings", n: openings });
  if (tell > 0) tasks.push({ kind: "tell", n: tell });
  if (resets > 0) tasks.push({ kind: "resets", n: resets });
  if (handed > 0) tasks.push({ kind: "handed", n: handed });
  if (dead > 0) tasks.push({ kind: "dead", n: dead });
  if (keeping) tasks.push({ kind: "keeping" });
  for (const job of imports) if (job.state === "checked") tasks.push({ kind: "import", n: job.findings.rows, job });
  for (const campaign of campaigns.drafts) tasks.push({ kind: "draft", n: 1, campaign });
  return tasks;
}

/** The steps of a new house, in order, and whether each is done. */
export function stepsOf(has: { purpose: boolean; list: boolean; people: boolean; campaign: boolean }) {
  return (["purpose", "list", "import", "campaign"] as const).map((step) => ({
    step,
    done: has[step === "import" ? "people" : step],
  }));
}
