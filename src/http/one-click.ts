/**
 * One-click unsubscribe, RFC 8058: a mail provider POSTs `List-Unsubscribe=One-Click` to the URL of the List-Unsubscribe
 * header, without cookies, Origin or any other context. It stands outside csrf() and never redirects.
 *
 * Answers: 200 with an empty body whenever the person is off the list afterwards, also for a link that is not ours (a
 * provider must not retry it, and a stranger learns nothing); 503 when it could not be recorded, so that it is retried.
 *
 * The body is not asked for its `List-Unsubscribe=One-Click` (§3.2 makes its sender write it, and asks nothing of us): the
 * link itself is proof that the POST comes out of that mail, GET and HEAD do nothing, and a "no" that a careless mail
 * service garbles must not be lost, since its person would never learn of it. One body means something else: our own
 * page's form has a field `scope`, and goes on to the page with all its guards.
 */
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { withdrawByLink } from "../domain/consent/withdraw.ts";
import type { PublicEnv } from "./env.ts";

const MAX_BODY = 4 * 1024;
const RETRY_SECONDS = "120";

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
    return c.body(null, 503, { "Retry-After": RETRY_SECONDS });
  }
});
