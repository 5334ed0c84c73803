/**
 * Stands before every page of the desk except sign-in: nobody gets further without a session. Who is signed in, with which
 * role, is read from the database each time, so that a changed role or an ended access holds from the next request on.
 */
import type { MiddlewareHandler } from "hono";
import { getCookie } from "hono/cookie";
import type { Institution } from "../../domain/institution/rules.ts";
import { asLang, LANGUAGES } from "../../texts/say.ts";
import type { StaffEnv } from "../env.ts";
import { returnTo } from "./sign-in/return-to.ts";

/** Sets `actor` and `staffName`, and the member's language where the browser has not chosen one. */
export const signedIn: MiddlewareHandler<StaffEnv> = async (c, next) => {
  const session = await c.var.deps.auth.session(c.req.raw.headers);
  c.header("Cache-Control", "no-store");
  if (!session) {
    // A page that asks for itself would put the sign-in page in the place of its figures: it is loaded anew instead.
    if (c.req.header("HX-Request")) return c.body(null, 401, { "HX-Refresh": "true" });
    const { pathname, search } = new URL(c.req.url);
    const reading = c.req.method === "GET" || c.req.method === "HEAD";
    const half = await c.var.deps.auth.halfWay(c.req.raw.headers);
    if (half) {
      const step = half.step === "code" ? "second" : "enrol";
      const to = reading ? returnTo(pathname + search) : "/staff/";
      return c.redirect(`/staff/sign-in/${step}?${new URLSearchParams({ to })}`, 303);
    }
    // What a form held is lost with the session: the page says so.
    const query = new URLSearchParams(reading ? { to: returnTo(pathname + search) } : { ended: "1" });
    return c.redirect(`/staff/sign-in?${query}`, 303);
  }
  c.set("actor", { kind: "staff", id: session.userId, role: session.role, via: "desk" });
  c.set("staffName", session.name);
  const offered = (c.var.institution as Institution | undefined)?.languages ?? LANGUAGES;
  const own = asLang(session.language);
  if (own && offered.includes(own) && !c.req.query("lang") && !getCookie(c, "lang")) c.set("lang", own);
  await next();
};
