/**
 * `POST /webhooks/resend`: what became of mails, told by the provider. Outside csrf and sessions; the signature over the raw
 * body is the permission, and nothing is parsed before it holds. Nothing of a payload is logged.
 *
 * Answers, always without a body: 204 once it is recorded, also for repetitions and for mails that are none of ours; 401 to
 * whoever cannot sign, 400 to a signed body that is no event, 413 over 256 KB; 503 where the database cannot write, so that
 * the provider tries again (for about a day, PLATFORM 2.3); 404 where no secret is set.
 */
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { recordEvent } from "../../domain/messages/record-event.ts";
import { readEvent } from "../../domain/messages/rules/event.ts";
import { watchMailing } from "../../domain/messages/watch.ts";
import type { PublicEnv } from "../env.ts";
import { isGenuine } from "./signature.ts";

const MAX_BODY = 256 * 1024;

type DepsEnv = { Variables: Pick<PublicEnv["Variables"], "deps"> };

export const resendWebhook = new Hono<DepsEnv>().post(
  "/webhooks/resend",
  bodyLimit({ maxSize: MAX_BODY, onError: (c) => c.body(null, 413) }),
  async (c) => {
    const { deps } = c.var;
    const secrets = deps.config.resendWebhookSecret;
    if (!secrets) return c.body(null, 404);
    const id = c.req.header("svix-id") ?? "";
    const body = await rawText(c);
    if (body === undefined) return c.body(null, 400);
    const timestamp = c.req.header("svix-timestamp") ?? "";
    const signatures = c.req.header("svix-signature") ?? "";
    if (!isGenuine({ id, timestamp, signatures, body }, secrets, deps.clock.now())) return c.body(null, 401);
    const event = readEvent(parsed(body), id, deps.clock.now());
    if (!event) return c.body(null, 400);
    try {
      const { watch } = await recordEvent(deps, event);
      if (watch) await watchMailing(deps, watch);
      return c.body(null, 204);
    } catch (error) {
      deps.log.fault("webhook", error, { type: event.type });
      return c.body(null, 503);
    }
  },
);

/** The body as it was signed; undefined if it is not UTF-8. */
async function rawText(c: Context): Promise<string | undefined> {
  const bytes = await c.req.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
