/**
 * How an issue stood at one moment, for its chart: what became of the e-mails that went out, and how many people left by it.
 * Each is counted whole from the messages, so that no sum of changes can drift. Nothing of opens or clicks is known. Pure.
 */
/** `sent = delivered + bounced + complained + nothing`; `left` are people among them. */
export interface IssueReading {
  at: number;
  sent: number;
  delivered: number;
  bounced: number;
  complained: number;
  /** Nobody has told anything of them yet. */
  nothing: number;
  /** Left by a link of this issue. */
  left: number;
}

/** A reading of these counts. */
export function issueReading(
  at: number,
  { sent, told }: { sent: number; told: { delivered: number; bounced: number; complained: number } },
  ways: readonly { n: number }[],
): IssueReading {
  const { delivered, bounced, complained } = told;
  const left = ways.reduce((sum, { n }) => sum + n, 0);
  return { at, sent, delivered, bounced, complained, nothing: sent - delivered - bounced - complained, left };
}

const DAY = 86_400_000;

/** So long after it began readings are kept: what comes later is in the figures of the moment. */
export const READ_FOR_MS = 30 * DAY;
