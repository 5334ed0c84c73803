/**
 * `/media/<sha256>`: pictures of mails and pages, named by their bytes. What went out has one address for all readers, no cookie,
 * nothing noted of who asks: a picture cannot tell who has opened a mail. Kept for ever by whoever has it. What is still being
 * written is for staff alone; to others it is not there.
 */
import { type Context, Hono } from "hono";
import { isPublished, readImage } from "../domain/images/views.ts";
import { may } from "../domain/staff/rules.ts";
import type { PublicEnv } from "./env.ts";

export const mediaDoor = new Hono<PublicEnv>().get("/media/:sha256{[0-9a-f]{64}}", async (c) => {
  const sha256 = c.req.param("sha256");
  const { db } = c.var.deps;
  const found = await readImage(db, sha256);
  const open = found !== undefined && (await isPublished(db, sha256));
  if (!found || !(open || (await isStaff(c)))) return c.text("404 not found\n", 404, { "Cache-Control": "no-store" });
  return c.body(found.bytes.slice().buffer, 200, {
    "Content-Type": `image/${found.type}`,
    "Cache-Control": open ? "public, max-age=31536000, immutable" : "no-store",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    // Web mail shows it within another site.
    "Cross-Origin-Resource-Policy": open ? "cross-origin" : "same-origin",
  });
});

/** Asked only about pictures that are not out yet: a reader's request is never looked up. */
async function isStaff(c: Context<PublicEnv>): Promise<boolean> {
  const session = await c.var.deps.auth.session(c.req.raw.headers);
  if (!session) return false;
  return may({ kind: "staff", id: session.userId, role: session.role, via: "desk" }, "desk.see") === undefined;
}
