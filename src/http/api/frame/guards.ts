/** The guards before every room of /api/v1: the caller's language, and his key. No cookie is read or set, and no other site may call. */
import type { MiddlewareHandler } from "hono";
import { letIn } from "../../../domain/api-keys/let-in.ts";
import { isRefusal, refuse } from "../../../refusal.ts";
import { LANGUAGES, type Lang } from "../../../texts/say.ts";
import { askedLanguage } from "../../frame/language.ts";
import type { ApiEnv } from "./env.ts";
import { problem } from "./problem.ts";

/** The language of sentences: what `Accept-Language` asks for among the institution's. */
export const spoken: MiddlewareHandler<ApiEnv> = async (c, next) => {
  // Before set-up there is no institution, whatever the type says.
  const offered: readonly Lang[] = c.var.institution?.languages ?? LANGUAGES;
  c.set("lang", askedLanguage(c, offered, offered[0] ?? "lv"));
  await next();
  c.res.headers.set("Cache-Control", "no-store");
  c.res.headers.set("X-Robots-Tag", "noindex");
  c.res.headers.set("Content-Language", c.var.lang);
  c.res.headers.append("Vary", "Accept-Language, Authorization");
};

/** Lets a call in by its key, from the header alone: never from an address, where it would stand in logs. */
export const keyed: MiddlewareHandler<ApiEnv> = async (c, next) => {
  if (!c.var.institution) return problem(c, refuse("page.being_set_up"));
  const key = /^Bearer ([^\s]+)$/i.exec(c.req.header("Authorization") ?? "")?.[1] ?? "";
  const entry = await letIn(c.var.deps, { key, timeZone: c.var.institution.timeZone });
  if (isRefusal(entry)) return problem(c, entry);
  c.set("actor", entry.actor);
  c.set("secret", entry.secret);
  await next();
};
