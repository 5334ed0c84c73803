/** Issues of newsletters: written, saved and looked at. A second person's word is given at the desk. */
import { z } from "zod";
import { createIssue } from "../../../domain/issues/drafts/create.ts";
import { previewIssue } from "../../../domain/issues/drafts/preview.ts";
import { saveIssue } from "../../../domain/issues/drafts/save.ts";
import { readIssues } from "../../../domain/issues/views.ts";
import { isRefusal } from "../../../refusal.ts";
import { operation } from "../frame/operation.ts";
import { fromCursor, pageOf, pageQuery, toCursor } from "../frame/paging.ts";
import { byId, Count, Id, Language, Version } from "../schemas/common.ts";
import { exampleIssue, ISSUE, LIST } from "../schemas/examples.ts";
import { Issue, IssueDraft, IssueRow, oneIssue, shownRow } from "../schemas/issue.ts";

export const issueOperations = [
  operation({
    id: "listIssues",
    tag: "issues",
    method: "get",
    path: "/issues",
    permission: "desk.see",
    query: pageQuery.extend({ listId: Id.optional() }),
    answer: { status: 200, schema: pageOf(IssueRow) },
    refusals: ["api.cursor"],
    example: { query: { limit: 50 } },
    async handle({ deps, query }) {
      const before = fromCursor(query.cursor);
      if (isRefusal(before)) return before;
      const { limit, listId } = query;
      const page = await readIssues(deps.db, { limit, ...(before && { before }), ...(listId && { listId }) });
      return { value: { items: page.rows.map(shownRow), next: page.next ? toCursor(page.next) : null } };
    },
  }),
  operation({
    id: "readIssue",
    tag: "issues",
    method: "get",
    path: "/issues/{id}",
    permission: "desk.see",
    params: byId,
    answer: { status: 200, schema: Issue },
    refusals: ["issues.unknown"],
    example: { params: { id: ISSUE } },
    handle: ({ deps, params }) => oneIssue(deps, params.id),
  }),
  operation({
    id: "createIssue",
    tag: "issues",
    method: "post",
    path: "/issues",
    permission: "campaign.write",
    body: z.strictObject({ listId: Id, title: z.string().max(400) }),
    answer: { status: 201, schema: Issue },
    refusals: ["form.invalid"],
    repeatable: { makes: true },
    example: { body: { listId: LIST, title: exampleIssue.title } },
    async handle({ deps, actor, body }) {
      const done = await createIssue(deps, actor, body);
      return isRefusal(done) ? done : oneIssue(deps, done.id);
    },
    show: ({ deps }, made) => oneIssue(deps, made),
  }),
  operation({
    id: "changeIssue",
    tag: "issues",
    method: "put",
    path: "/issues/{id}",
    permission: "campaign.write",
    params: byId,
    body: z.strictObject({ title: z.string().max(400), draft: IssueDraft, version: Version.optional() }),
    answer: { status: 200, schema: Issue },
    refusals: ["form.invalid", "issues.conflict", "issues.unknown", "issues.sent_already"],
    versioned: true,
    repeatable: {},
    example: { params: { id: ISSUE }, body: { ...exampleIssue, version: 1 } },
    async handle({ deps, actor, params, body, version }) {
      const { title, draft } = body;
      const done = await saveIssue(deps, actor, { id: params.id, version: version ?? 0, title, draft });
      return isRefusal(done) ? done : oneIssue(deps, params.id);
    },
    show: ({ deps, params }) => oneIssue(deps, params.id),
  }),
  operation({
    id: "previewIssue",
    tag: "issues",
    method: "get",
    path: "/issues/{id}/preview",
    permission: "campaign.write",
    params: byId,
    query: z.strictObject({ language: Language }),
    answer: {
      status: 200,
      schema: z.strictObject({
        language: Language,
        mail: z.strictObject({ subject: z.string(), html: z.string(), text: z.string() }).nullable(),
        findings: z.array(z.strictObject({ level: z.enum(["stop", "advise"]), code: z.string(), language: Language })),
        size: Count,
        version: Version,
      }),
    },
    refusals: ["issues.unknown"],
    example: { params: { id: ISSUE }, query: { language: "lv" } },
    async handle({ deps, actor, params, query }) {
      const made = await previewIssue(deps, actor, { id: params.id, language: query.language });
      if (isRefusal(made)) return made;
      const { language, mail = null, size, version } = made;
      const findings = made.findings.map((one) => ({ level: one.level, code: one.code, language: one.language }));
      return { value: { language, mail, findings, size, version } };
    },
  }),
];
