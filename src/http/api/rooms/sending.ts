/** A campaign goes out, stands still, goes on, or ends before its time. */
import { z } from "zod";
import type { Deps } from "../../../deps.ts";
import { cancelMailing } from "../../../domain/campaigns/cancel.ts";
import { pauseMailing } from "../../../domain/campaigns/pause.ts";
import { resumeMailing } from "../../../domain/campaigns/resume.ts";
import { sendCampaign } from "../../../domain/campaigns/send.ts";
import { isRefusal, type Refusal } from "../../../refusal.ts";
import { type Handled, operation } from "../frame/operation.ts";
import { Campaign, oneCampaign } from "../schemas/campaign.ts";
import { byId, Count, Time, Version } from "../schemas/common.ts";
import { CAMPAIGN } from "../schemas/examples.ts";

const nothing = z.strictObject({});

/** The verb of every mailing, for a campaign alone. */
async function ofCampaign(deps: Deps, id: string, act: () => Promise<object | Refusal>): Promise<Handled> {
  const found = await oneCampaign(deps, id);
  if (isRefusal(found)) return found;
  const done = await act();
  return isRefusal(done) ? done : oneCampaign(deps, id);
}

export const sendingOperations = [
  operation({
    id: "sendCampaign",
    tag: "campaigns",
    method: "post",
    path: "/campaigns/{id}/send",
    permission: "campaign.send",
    params: byId,
    body: z.strictObject({ version: Version.optional(), audience: Count }),
    answer: { status: 202, schema: Campaign },
    refusals: [
      "form.invalid",
      "form.stale",
      "campaigns.unknown",
      "campaigns.sent_already",
      "campaigns.audience_changed",
      "campaigns.nobody_to_ask",
      "campaigns.list_is_asked",
    ],
    versioned: true,
    repeatable: {},
    example: { params: { id: CAMPAIGN }, body: { version: 2, audience: 1 } },
    async handle({ deps, actor, params, body, version }) {
      const done = await sendCampaign(deps, actor, { id: params.id, version: version ?? 0, audience: body.audience });
      return isRefusal(done) ? done : oneCampaign(deps, params.id);
    },
    show: ({ deps, params }) => oneCampaign(deps, params.id),
  }),
  operation({
    id: "pauseCampaign",
    tag: "campaigns",
    method: "post",
    path: "/campaigns/{id}/pause",
    permission: "mailing.pause",
    params: byId,
    body: nothing,
    answer: { status: 200, schema: Campaign },
    refusals: ["campaigns.unknown", "campaigns.not_under_way"],
    repeatable: {},
    example: { params: { id: CAMPAIGN }, body: {} },
    handle: ({ deps, actor, params: { id } }) => ofCampaign(deps, id, () => pauseMailing(deps, actor, { id })),
    show: ({ deps, params }) => oneCampaign(deps, params.id),
  }),
  operation({
    id: "resumeCampaign",
    tag: "campaigns",
    method: "post",
    path: "/campaigns/{id}/resume",
    permission: "mailing.resume",
    params: byId,
    body: z.strictObject({ heldAt: Time }),
    answer: { status: 200, schema: Campaign },
    refusals: ["form.stale", "campaigns.unknown", "campaigns.not_paused", "campaigns.deadline_over"],
    repeatable: {},
    example: { params: { id: CAMPAIGN }, body: { heldAt: "2026-11-22T09:00:00.000Z" } },
    handle: ({ deps, actor, params: { id }, body }) =>
      ofCampaign(deps, id, () => resumeMailing(deps, actor, { id, heldAt: Date.parse(body.heldAt) })),
    show: ({ deps, params }) => oneCampaign(deps, params.id),
  }),
  operation({
    id: "cancelCampaign",
    tag: "campaigns",
    method: "post",
    path: "/campaigns/{id}/cancel",
    permission: "mailing.cancel",
    params: byId,
    body: nothing,
    answer: { status: 200, schema: Campaign },
    refusals: ["campaigns.unknown", "campaigns.not_under_way"],
    repeatable: {},
    example: { params: { id: CAMPAIGN }, body: {} },
    handle: ({ deps, actor, params: { id } }) => ofCampaign(deps, id, () => cancelMailing(deps, actor, { id })),
    show: ({ deps, params }) => oneCampaign(deps, params.id),
  }),
];
