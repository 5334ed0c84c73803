/**
 * The cookie of a visit to one's own page: 32 random bytes, half an hour, this site only. `__Host-` binds it to this very
 * host over https; Strict, so that no other site opens the page, not even by a link. Needed for what the person asked for.
 */
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { VISIT_MS } from "../../../domain/me/rules.ts";
import { readVisit, type Visit } from "../../../domain/me/views.ts";
import type { PublicContext } from "../../env.ts";

const NAME = "me";

const secure = (c: PublicContext) => c.var.deps.config.publicUrl.startsWith("https:");
/** Over plain http, which only development has, browsers refuse the prefix. */
const prefix = (c: PublicContext) => (secure(c) ? ("host" as const) : undefined);

/** What the browser brings; undefined if it brings nothing. */
export const visitSecret = (c: PublicContext) => getCookie(c, NAME, prefix(c));

/** Who is here; undefined: nobody, or no longer. */
export async function visitOf(c: PublicContext): Promise<Visit | undefined> {
  const secret = visitSecret(c);
  return secret === undefined ? undefined : readVisit(c.var.deps, secret);
}

export function beginVisit(c: PublicContext, secret: string): void {
  setCookie(c, NAME, secret, {
    ...(secure(c) && { prefix: "host" }),
    path: "/",
    maxAge: VISIT_MS / 1000,
    httpOnly: true,
    secure: secure(c),
    sameSite: "Strict",
  });
}

export function endVisit(c: PublicContext): void {
  deleteCookie(c, NAME, {
    ...(secure(c) && { prefix: "host" }),
    path: "/",
    httpOnly: true,
    secure: secure(c),
    sameSite: "Strict",
  });
}
