/** An issue goes out now or at a time, stands still, goes on, ends; and how many of its mails arrived. */
import { z } from "zod";
import type { Deps } from "../../../deps.ts";
import { cancelMailing } from "../../../domain/campaigns/cancel.ts";
import { pauseMailing } from "../../../domain/campaigns/pause.ts";
import { resumeMailing } from "../../../domain/campaigns/resume.ts";
import { readNumbers } from "../../../domain/campaigns/views.ts";
import { scheduleIssue } from "../../../domain/issues/sending/schedule.ts";
import { sendIssue } from "../../../domain/issues/sending/send.ts";
import { takeBackIssue } from "../../../domain/issues/sending/take-back.ts";
import { readIssue } from "../../../domain/issues/views.ts";
import { isRefusal, type Refusal, refuse } from "../../../refusal.ts";
import { type Handled, operation } from "../frame/operation.ts";
import { byId, Count, Day, Time, Version } from "../schemas/common.ts";
import { ISSUE } from "../schemas/examples.ts";
import { Issue, oneIssue } from "../schemas/issue.ts";

const nothing = z.strictObject({});
const HELD = ["issues.unknown", "campaigns.not_under_way"];

/** The verb of every mailing, for an issue alone. */
async function ofIssue(deps: Deps, id: string, act: () => Promise<object | Refusal>): Promise<Handled> {
  if (!(await readIssue(deps.db, id))) return refuse("issues.unknown");
  const done = await act();
  return isRefusal(done) ? done : oneIssue(deps, id);
}

export const issueSendingOperations = [
  operation({
    id: "sendIssue",
    tag: "issues",
    method: "post",
    path: "/issues/{id}/send",
    permission: "campaign.send",
    params: byId,
    body: z.strictObject({ version: Version.optional(), audience: Count }),
    answer: { status: 202, schema: Issue },
    refusals: ["form.invalid", "form.stale", "issues.unknown", "issues.sent_already", "campaigns.audience_changed"],
    versioned: true,
    repeatable: {},
    example: { params: { id: ISSUE }, body: { version: 2, audience: 1 } },
    async handle({ deps, actor, params, body, version }) {
      const done = await sendIssue(deps, actor, { id: params.id, version: version ?? 0, audience: body.audience });
      return isRefusal(done) ? done : oneIssue(deps, params.id);
    },
    show: ({ deps, params }) => oneIssue(deps, params.id),
  }),
  operation({
    id: "scheduleIssue",
    tag: "issues",
    method: "post",
    path: "/issues/{id}/schedule",
    permission: "campaign.send",
    params: byId,
    body: z.strictObject({ version: Version.optional(), day: Day, time: z.string().regex(/^\d{1,2}[.:]\d\d$/) }),
    answer: { status: 202, schema: Issue },
    refusals: ["form.invalid", "form.stale", "issues.unknown", "issues.sent_already"],
    versioned: true,
    repeatable: {},
    example: { params: { id: ISSUE }, body: { version: 2, day: "2026-12-01", time: "09:30" } },
    async handle({ deps, actor, params, body, version }) {
      const { day, time } = body;
      const done = await scheduleIssue(deps, actor, { id: params.id, version: version ?? 0, day, time });
      return isRefusal(done) ? done : oneIssue(deps, params.id);
    },
    show: ({ deps, params }) => oneIssue(deps, params.id),
  }),
  operation({
    id: "takeBackIssue",
    tag: "issues",
    method: "post",
    path: "/issues/{id}/take-back",
    permission: "mailing.pause",
    params: byId,
    body: z.strictObject({ startsAt: Time }),
    answer: { status: 200, schema: Issue },
    refusals: ["form.stale", "issues.unknown", "issues.not_scheduled"],
    repeatable: {},
    example: { params: { id: ISSUE }, body: { startsAt: "2026-12-01T07:30:00.000Z" } },
    async handle({ deps, actor, params, body }) {
      const done = await takeBackIssue(deps, actor, { id: params.id, from: Date.parse(body.startsAt) });
      return isRefusal(done) ? done : oneIssue(deps, params.id);
    },
    show: ({ deps, params }) => oneIssue(deps, params.id),
  }),
  operation({
    id: "pauseIssue",
    tag: "issues",
    method: "post",
    path: "/issues/{id}/pause",
    permission: "mailing.pause",
    params: byId,
    body: nothing,
    answer: { status: 200, schema: Issue },
    refusals: HELD,
    repeatable: {},
    example: { params: { id: ISSUE }, body: {} },
    handle: ({ deps, actor, params: { id } }) => ofIssue(deps, id, () => pauseMailing(deps, actor, { id })),
    show: ({ deps, params }) => oneIssue(deps, params.id),
  }),
  operation({
    id: "resumeIssue",
    tag: "issues",
    method: "post",
    path: "/issues/{id}/resume",
    permission: "mailing.resume",
    params: byId,
    body: z.strictObject({ heldAt: Time }),
    answer: { status: 200, schema: Issue },
    refusals: ["form.stale", "issues.unknown", "campaigns.not_paused"],
    repeatable: {},
    example: { params: { id: ISSUE }, body: { heldAt: "2026-11-22T09:00:00.000Z" } },
    handle: ({ deps, actor, params: { id }, body }) =>
      ofIssue(deps, id, () => resumeMailing(deps, actor, { id, heldAt: Date.parse(body.heldAt) })),
    show: ({ deps, params }) => oneIssue(deps, params.id),
  }),
  operation({
    id: "cancelIssue",
    tag: "issues",
    method: "post",
    path: "/issues/{id}/cancel",
    permission: "mailing.cancel",
    params: byId,
    body: nothing,
    answer: { status: 200, schema: Issue },
    refusals: HELD,
    repeatable: {},
    example: { params: { id: ISSUE }, body: {} },
    handle: ({ deps, actor, params: { id } }) => ofIssue(deps, id, () => cancelMailing(deps, actor, { id })),
    show: ({ deps, params }) => oneIssue(deps, params.id),
  }),
  operation({
    id: "readIssueNumbers",
    tag: "counts",
    method: "get",
    path: "/issues/{id}/numbers",
    permission: "desk.see",
    params: byId,
    answer: {
      status: 200,
      schema: z
        .strictObject({
          audience: Count,
          waiting: Count,
          handed: Count,
          sent: Count,
          skipped: Count,
          failed: Count,
          unknown: Count,
          left: Count,
          told: z.strictObject({ delivered: Count, bounced: Count, complained: Count }),
        })
        .meta({ id: "IssueNumbers" }),
    },
    refusals: ["issues.unknown"],
    example: { params: { id: ISSUE } },
    async handle({ deps, params }) {
      if (!(await readIssue(deps.db, params.id))) return refuse("issues.unknown");
      const { audience, waiting, handed, sent, skipped, failed, unknown, left, told } = await readNumbers(
        deps.db,
        params.id,
      );
      return { value: { audience, waiting, handed, sent, skipped, failed, unknown, left, told } };
    },
  }),
];
