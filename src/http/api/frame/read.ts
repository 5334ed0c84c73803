/** Reads a call: path, query, body, version. What does not fit the description is refused field by field, in our codes. */
import type { z } from "zod";
import { type FieldProblem, isRefusal, type Refusal, refuse, refuseForm } from "../../../refusal.ts";
import type { ApiContext } from "./env.ts";
import type { Operation } from "./operation.ts";

export interface Read {
  params: unknown;
  query: unknown;
  body: unknown;
  version: number | undefined;
  /** The bytes of the body, for the mark of a call that may be repeated. */
  bytes: Uint8Array;
}

const decoder = new TextDecoder("utf-8", { fatal: true });
const NOTHING = new Uint8Array();

/** Reads it; the file of a form is left to the operation. */
export async function readCall(c: ApiContext, op: Operation): Promise<Read | Refusal> {
  const bytes = op.body ? new Uint8Array(await c.req.arrayBuffer()) : NOTHING;
  const json = op.body ? asJson(c, bytes) : undefined;
  if (isRefusal(json)) return json;
  // An id that is no id is the id of nothing.
  const params = op.params?.safeParse(c.req.param());
  if (params && !params.success) return refuse("page.not_found");
  const query = op.query?.safeParse(c.req.query());
  const body = op.body?.safeParse(json);
  const problems = [query, body].flatMap((part) =>
    part && !part.success ? part.error.issues.flatMap(problemsIn) : [],
  );
  if (problems.length > 0) return refuseForm(problems);
  const version = op.versioned ? versionOf(c, body?.data) : undefined;
  if (isRefusal(version)) return version;
  return { params: params?.data, query: query?.data, body: body?.data, version, bytes };
}

function asJson(c: ApiContext, bytes: Uint8Array): unknown {
  if (!/^application\/json\s*(;|$)/i.test(c.req.header("Content-Type") ?? "")) return refuse("api.no_json");
  try {
    return JSON.parse(decoder.decode(bytes)) as unknown;
  } catch {
    return refuse("api.no_json");
  }
}

/** `["texts","lv","subject"]` → `texts.lv.subject`. */
function problemsIn(issue: z.core.$ZodIssue): FieldProblem[] {
  const path = issue.path.map(String);
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ field: [...path, key].join("."), code: "api.unknown_field" }));
  const missing = issue.code === "invalid_type" && issue.input === undefined;
  return [{ field: path.join("."), code: missing ? "form.required" : "api.field" }];
}

/** `If-Match: "3"`, or the field `version`. Neither: the call could undo what it has not seen (RFC 6585 §3). */
function versionOf(c: ApiContext, body: unknown): number | Refusal {
  const etag = /^"(\d{1,9})"$/.exec(c.req.header("If-Match") ?? "")?.[1];
  const said = (body as { version?: number } | undefined)?.version;
  return etag !== undefined ? Number(etag) : (said ?? refuse("api.version"));
}
