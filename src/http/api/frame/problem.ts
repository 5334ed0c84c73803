/**
 * How the API says no: problem details (RFC 9457) with the code of the refusal and its sentence in the caller's language.
 *
 *     {"type":"about:blank","title":"Unprocessable Content","status":422,"detail":"…","code":"form.invalid",
 *      "fields":[{"field":"names.lv","code":"form.required","detail":"…"}]}
 */
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { type Refusal, refuse } from "../../../refusal.ts";
import { failureTexts } from "../../../texts/failures.ts";
import { refusalText } from "../../../texts/refusals/index.ts";
import { type Lang, say } from "../../../texts/say.ts";
import { statusOf } from "../../failures.tsx";

export const PROBLEM_TYPE = "application/problem+json";

/** Statuses that other doors do not know. */
const OWN: Readonly<Record<string, number>> = {
  "api-keys.not_let_in": 401,
  "api.no_json": 415,
  "api.version": 428,
  "api.version_stale": 412,
  "api.cursor": 400,
  "api.key_form": 400,
};

/** Titles are the phrases of RFC 9110 §15: with `about:blank` a problem has no other (RFC 9457 §4.2.1). */
const PHRASE: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  409: "Conflict",
  412: "Precondition Failed",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  422: "Unprocessable Content",
  428: "Precondition Required",
  429: "Too Many Requests",
  500: "Internal Server Error",
  503: "Service Unavailable",
};

export const apiStatus = (no: Refusal): number => OWN[no.code] ?? statusOf(no);

/** The body. */
export function problemOf(no: Refusal, lang: Lang) {
  const status = apiStatus(no);
  const own = no.code === "page.not_found" || no.code === "page.fault";
  const detail = own
    ? say(failureTexts, lang)(`${no.code as "page.not_found" | "page.fault"}.lead`)
    : refusalText(no.code === "form.invalid" ? refuse("api.fields") : no, lang);
  const fields = (no.fields ?? []).map((one) => ({ field: one.field, code: one.code, detail: refusalText(one, lang) }));
  return {
    type: "about:blank",
    title: PHRASE[status] ?? "Error",
    status,
    detail,
    code: no.code,
    ...(fields.length > 0 && { fields }),
  };
}

/** The answer, with what its status asks for: how to come in (RFC 6750 §3), when to come again. */
export function problem(c: Context, no: Refusal): Response {
  const body = problemOf(no, (c.get("lang") as Lang | undefined) ?? "en");
  c.header("Content-Type", PROBLEM_TYPE);
  c.header("Cache-Control", "no-store");
  if (body.status === 401) c.header("WWW-Authenticate", 'Bearer realm="api", error="invalid_token"');
  if (no.code === "api-keys.too_many") c.header("Retry-After", String(no.values?.seconds ?? 1));
  if (no.code === "api.call_taken") c.header("Retry-After", "5");
  return c.body(JSON.stringify(body), body.status as ContentfulStatusCode);
}
