/**
 * Runs a call of one operation: permission, reading, the verb, the answer. With an Idempotency-Key a call that comes again is
 * answered as before and changes nothing (domain/api-calls).
 */
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { beginCall } from "../../../domain/api-calls/begin.ts";
import { endCall } from "../../../domain/api-calls/end.ts";
import { may } from "../../../domain/staff/rules.ts";
import { isRefusal, type Refusal, refuse } from "../../../refusal.ts";
import type { ApiContext } from "./env.ts";
import type { Call, Handled, Operation } from "./operation.ts";
import { problem } from "./problem.ts";
import { type Read, readCall } from "./read.ts";

type AnyCall = Call<unknown, unknown, unknown>;

/** The handler of an operation. */
export function runs(op: Operation): (c: ApiContext) => Promise<Response> {
  return async (c) => {
    const { actor, deps, lang } = c.var;
    const no = op.permission && !op.verbAsks ? may(actor, op.permission) : undefined;
    if (no) return problem(c, no);
    const read = await readCall(c, op);
    if (isRefusal(read)) return problem(c, read);
    const call = { ...read, c, deps, actor, lang } as AnyCall;
    const key = op.repeatable && c.req.header("Idempotency-Key");
    return key ? repeatable(call, op, read, key) : answer(c, op, await op.handle(call as never));
  };
}

function answer(c: ApiContext, op: Operation, handled: Handled): Response {
  if (handled instanceof Response) return handled;
  if (isRefusal(handled)) {
    const stale = handled.code === "form.stale" && c.req.header("If-Match") !== undefined;
    return problem(c, stale ? refuse("api.version_stale") : handled);
  }
  if (handled.version !== undefined) c.header("ETag", `"${handled.version}"`);
  return c.json(handled.value as object, op.answer.status);
}

/** The draft of the header: the same key with the same request gives the first answer, with another request a refusal. */
async function repeatable(call: AnyCall, op: Operation, read: Read, idempotencyKey: string): Promise<Response> {
  const { c, deps, actor } = call;
  const { personal = false, makes = false } = op.repeatable ?? {};
  const { pathname: path } = new URL(c.req.url);
  const said = { idempotencyKey, method: op.method, path, body: read.bytes, secret: c.var.secret, makes };
  const begun = await beginCall(deps, actor, said);
  if (isRefusal(begun)) return problem(c, begun);
  if (!begun.run) {
    c.header("Idempotency-Replayed", "true");
    if (begun.status !== null && begun.status >= 400) return answer(c, op, refusalOf(begun.answer));
    // Whether the act was done or a refused try put on record is not known where the answer was lost: who may not do it, has not.
    const no = begun.status === null && op.permission ? may(actor, op.permission) : undefined;
    if (no) return problem(c, no);
    const version = begun.answer !== null && (JSON.parse(begun.answer) as { version?: number }).version;
    if (version) c.header("ETag", `"${version}"`);
    if (begun.status !== null && begun.answer !== null)
      return c.body(begun.answer, begun.status as ContentfulStatusCode, { "Content-Type": "application/json" });
    return answer(c, op, op.show ? await op.show(call as never, begun.subject) : { value: {} });
  }
  const handled = await op.handle({ ...call, deps: begun.deps } as never);
  const answered = answer(c, op, handled);
  const wrote = begun.wrote();
  const kept = wrote ? keptOf(handled, personal) : null;
  // The answer is on its way whatever becomes of this: without it a repeated call reads anew what was made.
  const ended = await endCall(deps, begun.which, { wrote, status: answered.status, answer: kept });
  return ended === "ended" ? answered : problem(c, refuse("api.call_taken"));
}

/** What is remembered of an answer. Of a refusal its code, and what is nobody's; of a personal answer nothing else. */
function keptOf(handled: Handled, personal: boolean): string | null {
  if (handled instanceof Response) return null;
  if (isRefusal(handled)) return JSON.stringify(personal ? refuse(handled.code) : handled);
  return personal ? null : JSON.stringify(handled.value);
}

/** The refusal as it was remembered. */
function refusalOf(kept: string | null): Refusal {
  const said: unknown = kept === null ? undefined : JSON.parse(kept);
  if (!isRefusal(said)) throw new Error("a refused call is remembered without its code");
  return said;
}
