/**
 * Where a sign-up was sent from, by the Origin that the browser writes: our own page, a site that the institution has named
 * (`signUpSites`), or anything else. There is no session and no cookie that a foreign page could use; naming sites keeps the
 * evidence exact. Every other form of ours is taken from our own pages only (frame/guards.ts).
 */
import type { PublicContext } from "../../env.ts";
import { fromHere } from "../../frame/guards.ts";

export type From = { is: "here" } | { is: "named"; site: string } | { is: "other" };

export function sentFrom(c: PublicContext): From {
  if (fromHere(c)) return { is: "here" };
  const site = c.req.header("origin") ?? "";
  return c.var.institution.signUpSites?.includes(site) ? { is: "named", site } : { is: "other" };
}
