/**
 * How the frame itself says no, in the manner of the door that was knocked at: a page of the desk, a public page, or a
 * bare status for programs. Faults end here too: the reader gets a sentence, the log a route pattern and a code.
 */
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { matchedRoutes } from "hono/route";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { type Refusal, refuse } from "../../refusal.ts";
import { failureTexts } from "../../texts/failures.ts";
import { say } from "../../texts/say.ts";
import { problem } from "../api/frame/problem.ts";
import type { PublicEnv } from "../env.ts";
import { refusedPage, statusOf } from "../failures.tsx";

type FrameContext = Context<PublicEnv>;

/** Programs read a status; people read a page. Those that call the API read why. */
const forPrograms = (path: string) => /^\/(health|log\/(?!verify|keys$)|webhooks|subscribe\.json)(\/|$)/.test(path);

/** Says no at the door of this request. A page that faults itself gives way to a plain sentence. */
export async function failed(c: FrameContext, no: Refusal): Promise<Response> {
  const status = statusOf(no) as ContentfulStatusCode;
  if (forPrograms(c.req.path)) return c.body(null, status);
  if (/^\/api\/(v1(\/|$)|openapi\.json$)/.test(c.req.path)) return problem(c, no);
  try {
    return await refusedPage(c, no, c.req.path.startsWith("/staff") ? "desk" : "public");
  } catch (error) {
    c.var.deps?.log.fault("failure page", error, { refusal: no.code });
    return c.text(say(failureTexts, c.var.lang ?? "lv")("page.fault"), 500);
  }
}

/** The path is one of ours, the method is not. */
export async function wrongMethod(c: FrameContext, allowed: string[]): Promise<Response> {
  c.header("Allow", allowed.join(", "));
  return failed(c, refuse("page.method"));
}

/** The one place where faults of requests end. */
export async function faultOf(error: Error, c: FrameContext): Promise<Response> {
  if (error instanceof HTTPException) return error.getResponse();
  c.var.deps?.log.fault("request", error, { route: routePattern(c), method: c.req.method });
  return failed(c, refuse("page.fault"));
}

/** `/u/:token`, never the path itself: paths hold tokens. */
function routePattern(c: FrameContext): string {
  return matchedRoutes(c).findLast((route) => !route.path.endsWith("*"))?.path ?? "*";
}
