/** A campaign goes out, stands still, goes on, or ends before its time. */
import { z } from "zod";
import { cancelMailing } from "../../../domain/campaigns/cancel.ts";
import { pauseMailing } from "../../../domain/campaigns/pause.ts";
import { resumeMailing } from "../../../domain/campaigns/resume.ts";
import { sendCampaign } from "../../../domain/campaigns/send.ts";
import { isRefusal } from "../../../refusal.ts";
import { operation } from "../frame/operation.ts";
import { Campaign, oneCampaign } from "../schemas/campaign.ts";
import { byId, Count, Time, Version } from "../schemas/common.ts";
import { CAMPAIGN } from "../schemas/examples.ts";

const nothing = z.strictObject({});

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
    async handle({ deps, actor, params }) {
      const done = await pauseMailing(deps, actor, { id: params.id });
      return isRefusal(done) ? done : oneCampaign(deps, params.id);
    },
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
    async handle({ deps, actor, params, body }) {
      const done = await resumeMailing(deps, actor, { id: params.id, heldAt: Date.parse(body.heldAt) });
      return isRefusal(done) ? done : oneCampaign(deps, params.id);
    },
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
    async handle({ deps, actor, params }) {
      const done = await cancelMailing(deps, actor, { id: params.id });
      return isRefusal(done) ? done : oneCampaign(deps, params.id);
    },
    show: ({ deps, params }) => oneCampaign(deps, params.id),
  }),
];
