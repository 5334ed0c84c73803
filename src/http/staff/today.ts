/** What of the house needs a person now, most urgent first. Pure: from what is so to what the home page lists. */
import type { CampaignNumbers, MailingRow, Today } from "../../domain/campaigns/views.ts";
import type { Import } from "../../domain/imports/views.ts";

export type Task =
  /** The deadline day is over and somebody has to close the campaign. `n` people were silent. */
  | { kind: "over"; n: number; campaign: MailingRow }
  /** Letters of which nobody knows whether they arrived. */
  | { kind: "unknown"; n: number; campaign: MailingRow }
  /** A file was checked and waits for the decision to write it. */
  | { kind: "import"; n: number; job: Import }
  | { kind: "draft"; n: number; campaign: MailingRow };

export interface House {
  campaigns: Today;
  /** Numbers of the campaigns that are running or awaiting answers, by id. */
  numbers: ReadonlyMap<string, CampaignNumbers>;
  imports: readonly Import[];
  /** Today in the institution's zone, `YYYY-MM-DD`. */
  today: string;
}

/** Whether the last day for answers is over. */
export const isOver = (campaign: MailingRow, today: string) =>
  campaign.deadlineDay !== null && campaign.deadlineDay < today;

/** Everything that waits for a decision. */
export function tasksOf({ campaigns, numbers, imports, today }: House): Task[] {
  const tasks: Task[] = [];
  for (const campaign of campaigns.awaiting) {
    if (isOver(campaign, today)) tasks.push({ kind: "over", n: numbers.get(campaign.id)?.silent ?? 0, campaign });
  }
  for (const campaign of [...campaigns.awaiting, ...campaigns.running]) {
    const n = numbers.get(campaign.id)?.unknown ?? 0;
    if (n > 0) tasks.push({ kind: "unknown", n, campaign });
  }
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
