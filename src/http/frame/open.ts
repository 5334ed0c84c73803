/**
 * The guard before everything but the one-click POST and `/health`: an older copy of the database is not shown to anybody, and
 * takes nothing in, until the erasure journal has been applied to it. One-click is taken all the same: it only ends what may
 * have ended already, and a "no" must not be lost.
 */
import type { MiddlewareHandler } from "hono";
import { refuse } from "../../refusal.ts";
import type { PublicEnv } from "../env.ts";
import { failed } from "./failed.ts";

const RETRY_SECONDS = "60";

export const whileOpen: MiddlewareHandler<PublicEnv> = async (c, next) => {
  // Style sheets hold nothing of anybody, and the page that says so needs them.
  if (c.req.path === "/health" || c.req.path.startsWith("/assets/") || (await c.var.deps.mayServe())) return next();
  c.header("Retry-After", RETRY_SECONDS);
  return failed(c, refuse("page.shut"));
};
