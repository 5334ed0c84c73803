/** Re-consent campaigns: written, looked at, sent, stopped, counted. The officer's opinion and a second person's word are given at the desk. */
import { z } from "zod";
import { changeCampaign } from "../../../domain/campaigns/change.ts";
import { createCampaign } from "../../../domain/campaigns/create.ts";
import { previewCampaign } from "../../../domain/campaigns/preview.ts";
import { readMailings, readNumbers } from "../../../domain/campaigns/views.ts";
import { isRefusal } from "../../../refusal.ts";
import { operation } from "../frame/operation.ts";
import { fromCursor, pageOf, pageQuery, toCursor } from "../frame/paging.ts";
import { Campaign, CampaignRow, campaignDraft, Draft, Numbers, oneCampaign } from "../schemas/campaign.ts";
import { byId, Day, Id, Language, time, timeOr, Version } from "../schemas/common.ts";
import { CAMPAIGN, exampleCampaign, LIST } from "../schemas/examples.ts";

const written = { title: z.string().max(400), deadlineDay: Day.nullable(), draft: Draft };

export const campaignOperations = [
  operation({
    id: "listCampaigns",
    tag: "campaigns",
    method: "get",
    path: "/campaigns",
    permission: "desk.see",
    query: pageQuery.extend({ listId: Id.optional() }),
    answer: { status: 200, schema: pageOf(CampaignRow) },
    refusals: ["api.cursor"],
    example: { query: { limit: 50 } },
    async handle({ deps, query }) {
      const before = fromCursor(query.cursor);
      if (isRefusal(before)) return before;
      const { limit, listId } = query;
      const page = await readMailings(deps.db, { limit, ...(before && { before }), ...(listId && { listId }) });
      const items = page.rows.map(({ id, kind, title, state, listId: of, deadlineDay, createdAt, sentAt }) => ({
        id,
        kind,
        title,
        state,
        listId: of,
        deadlineDay,
        createdAt: time(createdAt),
        sentAt: timeOr(sentAt),
      }));
      return { value: { items, next: page.next ? toCursor(page.next) : null } };
    },
  }),
  operation({
    id: "readCampaign",
    tag: "campaigns",
    method: "get",
    path: "/campaigns/{id}",
    permission: "desk.see",
    params: byId,
    answer: { status: 200, schema: Campaign },
    refusals: ["campaigns.unknown"],
    example: { params: { id: CAMPAIGN } },
    handle: ({ deps, params }) => oneCampaign(deps, params.id),
  }),
  operation({
    id: "createCampaign",
    tag: "campaigns",
    method: "post",
    path: "/campaigns",
    permission: "campaign.write",
    body: z.strictObject({ listId: Id, mode: z.enum(["ask", "tell"]).optional(), ...written }),
    answer: { status: 201, schema: Campaign },
    refusals: ["form.invalid", "campaigns.not_consent", "campaigns.not_a_task", "campaigns.stays_on_consent"],
    repeatable: { makes: true },
    example: { body: { listId: LIST, ...exampleCampaign } },
    async handle({ deps, actor, body }) {
      const { draft, mode, ...rest } = body;
      const input = { ...rest, ...(mode && { mode }), draft: campaignDraft(draft) };
      const done = await createCampaign(deps, actor, input);
      return isRefusal(done) ? done : oneCampaign(deps, done.id);
    },
    show: ({ deps }, made) => oneCampaign(deps, made),
  }),
  operation({
    id: "changeCampaign",
    tag: "campaigns",
    method: "put",
    path: "/campaigns/{id}",
    permission: "campaign.write",
    params: byId,
    body: z.strictObject({ ...written, version: Version.optional() }),
    answer: { status: 200, schema: Campaign },
    refusals: ["form.invalid", "form.stale", "campaigns.unknown", "campaigns.sent_already"],
    versioned: true,
    repeatable: {},
    example: { params: { id: CAMPAIGN }, body: { ...exampleCampaign, version: 1 } },
    async handle({ deps, actor, params, body, version }) {
      const { title, deadlineDay, draft } = body;
      const input = { id: params.id, version: version ?? 0, title, deadlineDay, draft: campaignDraft(draft) };
      const done = await changeCampaign(deps, actor, input);
      return isRefusal(done) ? done : oneCampaign(deps, params.id);
    },
    show: ({ deps, params }) => oneCampaign(deps, params.id),
  }),
  operation({
    id: "previewCampaign",
    tag: "campaigns",
    method: "get",
    path: "/campaigns/{id}/preview",
    permission: "campaign.write",
    params: byId,
    query: z.strictObject({ language: Language }),
    answer: {
      status: 200,
      schema: z.strictObject({
        mail: z.strictObject({ subject: z.string(), html: z.string(), text: z.string() }),
        question: z.string(),
        audience: z.int(),
        problems: z.array(z.strictObject({ field: z.string(), code: z.string() })),
      }),
    },
    refusals: ["campaigns.unknown"],
    example: { params: { id: CAMPAIGN }, query: { language: "lv" } },
    async handle({ deps, actor, params, query }) {
      const made = await previewCampaign(deps, actor, { id: params.id, language: query.language });
      if (isRefusal(made)) return made;
      return { value: { ...made, problems: made.problems.map(({ field, code }) => ({ field, code })) } };
    },
  }),
  operation({
    id: "readCampaignNumbers",
    tag: "counts",
    method: "get",
    path: "/campaigns/{id}/numbers",
    permission: "desk.see",
    params: byId,
    answer: { status: 200, schema: Numbers },
    refusals: ["campaigns.unknown"],
    example: { params: { id: CAMPAIGN } },
    async handle({ deps, params }) {
      const found = await oneCampaign(deps, params.id);
      return isRefusal(found) ? found : { value: await readNumbers(deps.db, params.id) };
    },
  }),
];
