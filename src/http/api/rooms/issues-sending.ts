/** An issue goes out now or at a time, stands still, goes on, ends; and how many of its mails arrived. */
import { z } from "zod";
import { readNumbers } from "../../../domain/campaigns/views.ts";
import { scheduleIssue } from "../../../domain/issues/sending/schedule.ts";
import { sendIssue } from "../../../domain/issues/sending/send.ts";
import { takeBackIssue } from "../../../domain/issues/sending/take-back.ts";
import { readIssue } from "../../../domain/issues/views.ts";
import { isRefusal, refuse } from "../../../refusal.ts";
import { operation } from "../frame/operation.ts";
import { byId, Count, Day, Time, Version } from "../schemas/common.ts";
import { ISSUE } from "../schemas/examples.ts";
import { Issue, oneIssue } from "../schemas/issue.ts";
import { type MailingCalls, standStillOperations } from "./stand-still.ts";

const ISSUE_CALLS: MailingCalls = {
  ids: ["pauseIssue", "resumeIssue", "cancelIssue"],
  tag: "issues",
  path: "/issues/{id}",
  schema: Issue,
  unknown: "issues.unknown",
  mayNotResume: [],
  example: ISSUE,
  read: oneIssue,
};

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
  ...standStillOperations(ISSUE_CALLS),
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
