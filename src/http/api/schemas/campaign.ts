/** A campaign as the API shows and takes it. */
import { z } from "zod";
import type { Deps } from "../../../deps.ts";
import { ASK_BASES, type CampaignDraft } from "../../../domain/campaigns/rules.ts";
import { readMailing } from "../../../domain/campaigns/views.ts";
import { refuse } from "../../../refusal.ts";
import type { Handled } from "../frame/operation.ts";
import { Count, Day, Id, Time, time, timeOr, Version } from "./common.ts";

const text = z.string().max(5_000);
const Text = z.strictObject({ subject: text, heading: text, lead: text }).meta({ id: "CampaignText" });

export const Draft = z
  .strictObject({
    texts: z.strictObject({ lv: Text.optional(), en: Text.optional() }),
    reasonToAsk: text,
    askBasis: z.enum(ASK_BASES).optional(),
    askNorm: text.optional(),
    movedReason: text.optional(),
    asksProven: z.boolean().optional(),
    pilot: z.strictObject({ size: z.int(), waitHours: z.int() }).optional(),
    reminder: z.strictObject({ whom: z.enum(["proven", "everybody"]), afterDays: z.int() }).optional(),
  })
  .meta({ id: "CampaignDraft" });
Draft.shape satisfies Record<keyof CampaignDraft, z.ZodType>;

/** What a call said: members that were left out are absent. */
export const campaignDraft = (draft: z.output<typeof Draft>): CampaignDraft => draft as CampaignDraft;

const row = {
  id: Id,
  kind: z.enum(["reconsent", "notice"]),
  title: z.string(),
  state: z.enum(["draft", "planning", "sending", "sent", "paused", "closing", "closed", "cancelled"]),
  listId: Id,
  deadlineDay: Day.nullable(),
  createdAt: Time,
  sentAt: Time.nullable(),
};
export const CampaignRow = z.strictObject(row).meta({ id: "CampaignRow" });
export const Campaign = z
  .strictObject({
    ...row,
    purposeId: Id,
    draft: Draft,
    version: Version,
    heldAt: Time.nullable(),
    closedAt: Time.nullable(),
  })
  .meta({ id: "Campaign" });

export const Numbers = z
  .strictObject({
    audience: Count,
    waiting: Count,
    handed: Count,
    sent: Count,
    skipped: Count,
    failed: Count,
    unknown: Count,
    yes: Count,
    no: Count,
    expired: Count,
    elsewhere: Count,
    kept: Count,
    left: Count,
    bounced: Count,
    silent: Count,
    told: z.strictObject({ delivered: Count, bounced: Count, complained: Count }),
  })
  .meta({ id: "CampaignNumbers" });

/** The campaign with this id; an issue of a newsletter and a reminder are none. */
export async function oneCampaign(deps: Deps, id: string | null): Promise<Handled> {
  const found = id === null ? undefined : await readMailing(deps.db, id);
  if (!found || (found.kind !== "reconsent" && found.kind !== "notice")) return refuse("campaigns.unknown");
  const { kind, title, state, listId, purposeId, deadlineDay, draft, version } = found;
  const value = {
    id: found.id,
    kind,
    title,
    state,
    listId,
    purposeId,
    deadlineDay,
    draft,
    version,
    createdAt: time(found.createdAt),
    sentAt: timeOr(found.sentAt),
    heldAt: timeOr(found.heldAt),
    closedAt: timeOr(found.closedAt),
  };
  return { value, version };
}
