/**
 * One-click unsubscribe, RFC 8058: a mail provider POSTs `List-Unsubscribe=One-Click` to the URL of the List-Unsubscribe
 * header, without cookies, Origin or any other context. It stands outside csrf() and never redirects.
 *
 * Answers: 200 with an empty body whenever the person is off the list afterwards, also for a link that is not ours (a
 * provider must not retry it, and a stranger learns nothing); 503 when it could not be recorded, so that it is retried.
 * Our own page posts to the same URL with a field `scope`; that request goes on to the page.
 */
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { withdrawByLink } from "../domain/consent/withdraw.ts";
import type { PublicEnv } from "./env.ts";

const MAX_BODY = 4 * 1024;

export const oneClickDoor = new Hono<
  Pick<PublicEnv, never> & { Variables: Pick<PublicEnv["Variables"], "deps"> }
>().post("/u/:token", bodyLimit({ maxSize: MAX_BODY, onError: (c) => c.body(null, 413) }), async (c, next) => {
  const form = await c.req.parseBody().catch(() => ({}) as Record<string, unknown>);
  if (typeof form.scope === "string") return next();
  const { deps } = c.var;
  try {
    await withdrawByLink(deps, { token: c.req.param("token"), scope: "list", via: "one-click" });
    return c.body(null, 200);
  } catch (error) {
    deps.log.fault("one-click", error);
    return c.body(null, 503);
  }
});
