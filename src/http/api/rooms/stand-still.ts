/** A mailing that goes out stands still, goes on, or ends before its time: of campaigns and issues the same verbs, each under its own name. */
import { z } from "zod";
import type { Deps } from "../../../deps.ts";
import { cancelMailing } from "../../../domain/campaigns/cancel.ts";
import { pauseMailing } from "../../../domain/campaigns/pause.ts";
import { resumeMailing } from "../../../domain/campaigns/resume.ts";
import { isRefusal, type Refusal } from "../../../refusal.ts";
import type { ApiOperationId, ApiTag } from "../../../texts/api-docs.ts";
import { type Handled, type Operation, operation } from "../frame/operation.ts";
import { byId, Time } from "../schemas/common.ts";

/** One kind of mailing. */
export interface MailingCalls {
  /** Of pausing, going on, ending. */
  ids: readonly [ApiOperationId, ApiOperationId, ApiOperationId];
  tag: ApiTag;
  path: `/${string}/{id}`;
  schema: z.ZodType;
  /** Said where there is none of this kind. */
  unknown: string;
  /** What else may keep it from going on. */
  mayNotResume: readonly string[];
  /** Its id in examples. */
  example: string;
  read(deps: Deps, id: string): Promise<Handled>;
}

const nothing = z.strictObject({});

/** Its three calls. */
export function standStillOperations(kind: MailingCalls): Operation[] {
  const [pause, resume, cancel] = kind.ids;
  const { tag, path, read, example } = kind;
  const answer = { status: 200, schema: kind.schema } as const;
  const stops = [kind.unknown, "campaigns.not_under_way"];
  /** The verb of every mailing, for this kind alone. */
  const only = async (deps: Deps, id: string, act: () => Promise<object | Refusal>): Promise<Handled> => {
    const found = await read(deps, id);
    if (isRefusal(found)) return found;
    const done = await act();
    return isRefusal(done) ? done : read(deps, id);
  };
  return [
    operation({
      id: pause,
      tag,
      method: "post",
      path: `${path}/pause`,
      permission: "mailing.pause",
      params: byId,
      body: nothing,
      answer,
      refusals: stops,
      repeatable: {},
      example: { params: { id: example }, body: {} },
      handle: ({ deps, actor, params: { id } }) => only(deps, id, () => pauseMailing(deps, actor, { id })),
      show: ({ deps, params }) => read(deps, params.id),
    }),
    operation({
      id: resume,
      tag,
      method: "post",
      path: `${path}/resume`,
      permission: "mailing.resume",
      params: byId,
      body: z.strictObject({ heldAt: Time }),
      answer,
      refusals: ["form.stale", kind.unknown, "campaigns.not_paused", ...kind.mayNotResume],
      repeatable: {},
      example: { params: { id: example }, body: { heldAt: "2026-11-22T09:00:00.000Z" } },
      handle: ({ deps, actor, params: { id }, body }) =>
        only(deps, id, () => resumeMailing(deps, actor, { id, heldAt: Date.parse(body.heldAt) })),
      show: ({ deps, params }) => read(deps, params.id),
    }),
    operation({
      id: cancel,
      tag,
      method: "post",
      path: `${path}/cancel`,
      permission: "mailing.cancel",
      params: byId,
      body: nothing,
      answer,
      refusals: stops,
      repeatable: {},
      example: { params: { id: example }, body: {} },
      handle: ({ deps, actor, params: { id } }) => only(deps, id, () => cancelMailing(deps, actor, { id })),
      show: ({ deps, params }) => read(deps, params.id),
    }),
  ];
}
