/** Notices: the exact texts that people were shown, by their hash. Published, never changed. */
import { z } from "zod";
import type { Deps } from "../../../deps.ts";
import { publishNotice } from "../../../domain/notices/publish.ts";
import type { Notice } from "../../../domain/notices/rules.ts";
import { readNewest, readNotice } from "../../../domain/notices/views.ts";
import { isRefusal, refuse } from "../../../refusal.ts";
import { type Handled, operation } from "../frame/operation.ts";
import { Id, Language, Sha256, Time, time, Version } from "../schemas/common.ts";
import { exampleStatement, NOTICE, PURPOSE } from "../schemas/examples.ts";

const NoticeSchema = z
  .strictObject({
    sha256: Sha256,
    kind: z.enum(["privacy", "consent", "question", "form"]),
    purposeId: Id.nullable(),
    mailingId: Id.nullable(),
    version: Version,
    language: Language,
    body: z.string(),
    createdAt: Time,
  })
  .meta({ id: "Notice" });

const Newest = z
  .strictObject({ version: z.int().min(0), notices: z.array(NoticeSchema) })
  .meta({ id: "NewestNotices" });

const shown = ({ createdAt, ...rest }: Notice) => ({ ...rest, createdAt: time(createdAt) });

async function newest(
  deps: Deps,
  series: { kind: "privacy" } | { kind: "consent"; purposeId: string },
): Promise<Handled> {
  const found = await readNewest(deps.db, series);
  return { value: { version: found[0]?.version ?? 0, notices: found.map(shown) } };
}

const text = z.string().max(20_000);

export const noticeOperations = [
  operation({
    id: "readStatement",
    tag: "notices",
    method: "get",
    path: "/purposes/{id}/statement",
    permission: "desk.see",
    params: z.strictObject({ id: Id }),
    answer: { status: 200, schema: Newest },
    example: { params: { id: PURPOSE } },
    handle: ({ deps, params }) => newest(deps, { kind: "consent", purposeId: params.id }),
  }),
  operation({
    id: "publishStatement",
    tag: "notices",
    method: "post",
    path: "/purposes/{id}/statement",
    permission: "notice.publish",
    params: z.strictObject({ id: Id }),
    body: z.strictObject({ texts: z.strictObject({ lv: text.optional(), en: text.optional() }) }),
    answer: { status: 201, schema: Newest },
    refusals: ["form.invalid", "form.stale", "notices.unchanged", "purposes.unknown", "purposes.ended"],
    repeatable: {},
    example: { params: { id: PURPOSE }, body: { texts: exampleStatement } },
    async handle({ deps, actor, params, body }) {
      const { lv, en } = body.texts;
      const texts = { ...(lv !== undefined && { lv }), ...(en !== undefined && { en }) };
      const done = await publishNotice(deps, actor, { kind: "consent", purposeId: params.id, texts });
      return isRefusal(done) ? done : newest(deps, { kind: "consent", purposeId: params.id });
    },
    show: ({ deps, params }) => newest(deps, { kind: "consent", purposeId: params.id }),
  }),
  operation({
    id: "readPrivacyNotice",
    tag: "notices",
    method: "get",
    path: "/privacy-notice",
    permission: "desk.see",
    answer: { status: 200, schema: Newest },
    example: {},
    handle: ({ deps }) => newest(deps, { kind: "privacy" }),
  }),
  operation({
    id: "publishPrivacyNotice",
    tag: "notices",
    method: "post",
    path: "/privacy-notice",
    permission: "notice.publish",
    body: z.strictObject({}),
    answer: { status: 201, schema: Newest },
    refusals: ["form.stale", "notices.incomplete", "notices.unchanged"],
    repeatable: {},
    example: { body: {} },
    async handle({ deps, actor }) {
      const done = await publishNotice(deps, actor, { kind: "privacy" });
      return isRefusal(done) ? done : newest(deps, { kind: "privacy" });
    },
    show: ({ deps }) => newest(deps, { kind: "privacy" }),
  }),
  operation({
    id: "readNotice",
    tag: "notices",
    method: "get",
    path: "/notices/{sha256}",
    permission: "desk.see",
    params: z.strictObject({ sha256: Sha256 }),
    answer: { status: 200, schema: NoticeSchema },
    refusals: ["notices.unknown"],
    example: { params: { sha256: NOTICE } },
    async handle({ deps, params }) {
      const found = await readNotice(deps.db, params.sha256);
      return found ? { value: shown(found) } : refuse("notices.unknown");
    },
  }),
];
