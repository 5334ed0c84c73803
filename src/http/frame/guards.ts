/** Guards that the frame puts before doors: the size of what comes in, and where a form was sent from. */
import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { csrf } from "hono/csrf";
import { refuse } from "../../refusal.ts";
import type { PublicEnv } from "../env.ts";
import { failed } from "./failed.ts";

const KB = 1024;

/** Refuses bodies over `kilobytes` before they are read whole; `larger`: addresses that take more, and read it as it comes. */
export function upTo(kilobytes: number, larger: Record<string, number> = {}): MiddlewareHandler<PublicEnv> {
  const limitOf = (max: number) =>
    bodyLimit({ maxSize: max * KB, onError: (c) => failed(c, refuse("page.too_large", { values: { max } })) });
  const usual = limitOf(kilobytes);
  const others = new Map(Object.entries(larger).map(([path, max]) => [path, limitOf(max)]));
  // A door before this one (one-click) has read the body under its own limit and passed the request on.
  return (c, next) => (c.req.raw.bodyUsed ? next() : (others.get(c.req.path) ?? usual)(c, next));
}

const isOurs = (origin: string, c: Context): boolean =>
  origin === c.var.deps.config.publicUrl || origin === new URL(c.req.url).origin;

const ownForms = csrf({ origin: isOurs });

/** Whether this request was sent from a page of ours, as far as the browser says it; otherwise the guard below refuses it. */
export const fromHere = (c: Context): boolean =>
  c.req.header("sec-fetch-site") === "same-origin" || isOurs(c.req.header("origin") ?? "", c);

/**
 * Accepts forms only from our own pages. Behind a proxy the request's own address is not the one people see, so the
 * public one is accepted too. Never before the one-click door: mail services send no Origin (RFC 8058 §3.1).
 */
export const formsFromHere: MiddlewareHandler<PublicEnv> = async (c, next) => {
  let passed = false;
  try {
    await ownForms(c, async () => {
      passed = true;
    });
  } catch {
    return failed(c, refuse("page.other_site"));
  }
  if (passed) await next();
};
