/** A campaign goes out, stands still, goes on, or ends before its time. */
import { z } from "zod";
import { sendCampaign } from "../../../domain/campaigns/send.ts";
import { isRefusal } from "../../../refusal.ts";
import { operation } from "../frame/operation.ts";
import { Campaign, oneCampaign } from "../schemas/campaign.ts";
import { byId, Count, Version } from "../schemas/common.ts";
import { CAMPAIGN } from "../schemas/examples.ts";
import { type MailingCalls, standStillOperations } from "./stand-still.ts";

const CAMPAIGN_CALLS: MailingCalls = {
  ids: ["pauseCampaign", "resumeCampaign", "cancelCampaign"],
  tag: "campaigns",
  path: "/campaigns/{id}",
  schema: Campaign,
  unknown: "campaigns.unknown",
  mayNotResume: ["campaigns.deadline_over"],
  example: CAMPAIGN,
  read: oneCampaign,
};

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
  ...standStillOperations(CAMPAIGN_CALLS),
];
