/** Campaigns that are asking people now: what everybody may know of them, so that a mail can be checked. */
import { and, asc, inArray, isNotNull } from "drizzle-orm";
import type { Database } from "../../../platform/db.ts";
import { mailing } from "../../../platform/schema.ts";
import type { Both } from "../../institution/rules.ts";
import { type Ending, lastDay } from "../rules/ending.ts";
import type { CampaignText, FrozenMailing } from "../rules.ts";

export interface RunningCampaign {
  id: string;
  kind: "reconsent" | "notice";
  list: { id: string; names: Both };
  purpose: { id: string; names: Both };
  sender: FrozenMailing["institution"]["sender"];
  texts: Record<string, CampaignText>;
  sentAt: number;
  /** As the mails name it. */
  deadlineDay: string;
  /** Until when answers count: later, where the last mail went out late or the end was postponed. */
  lastDay: string;
  timeZone: string;
}

/** From "send" until it is closed or cancelled, the oldest first. */
export async function readRunning(db: Database): Promise<RunningCampaign[]> {
  const rows = await db.read
    .select({
      id: mailing.id,
      kind: mailing.kind,
      state: mailing.state,
      frozen: mailing.frozen,
      sentAt: mailing.sentAt,
      finishedAt: mailing.finishedAt,
      ending: mailing.ending,
    })
    .from(mailing)
    .where(
      and(
        inArray(mailing.kind, ["reconsent", "notice"]),
        inArray(mailing.state, ["planning", "sending", "paused", "sent"]),
        isNotNull(mailing.frozen),
        isNotNull(mailing.sentAt),
      ),
    )
    .orderBy(asc(mailing.sentAt), asc(mailing.id));
  return rows.map(({ id, kind, state, frozen, sentAt, finishedAt, ending }) => {
    const { list, purpose, institution, texts, deadlineDay } = frozen as unknown as FrozenMailing;
    return {
      id,
      kind: kind as RunningCampaign["kind"],
      list: { id: list.id, names: list.names },
      purpose: { id: purpose.id, names: purpose.names },
      sender: institution.sender,
      texts,
      sentAt: sentAt ?? 0,
      deadlineDay,
      lastDay: lastDay({ kind, state, deadlineDay, finishedAt, ending: ending as Ending | null }, institution.timeZone)
        .day,
      timeZone: institution.timeZone,
    };
  });
}
