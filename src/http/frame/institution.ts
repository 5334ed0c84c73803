/** Reads the institution for every page. Before set-up there is none: the public sees that, staff are led to set-up. */
import type { MiddlewareHandler } from "hono";
import { readInstitution } from "../../domain/institution/views.ts";
import { refuse } from "../../refusal.ts";
import type { PublicEnv } from "../env.ts";
import { failed } from "./failed.ts";

/** Sets `c.var.institution` where there is one. */
export const institution: MiddlewareHandler<PublicEnv> = async (c, next) => {
  const found = await readInstitution(c.var.deps.db);
  if (found) c.set("institution", found);
  await next();
};

/** Public pages are closed until set-up is finished. */
export const openToPublic: MiddlewareHandler<PublicEnv> = async (c, next) =>
  c.var.institution ? next() : failed(c, refuse("page.being_set_up"));

/** Staff pages lead to set-up until it is finished. */
export const afterSetUp: MiddlewareHandler<PublicEnv> = async (c, next) =>
  c.var.institution ? next() : c.redirect("/staff/setup", 303);
