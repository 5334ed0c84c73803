/**
 * `/media/<sha256>`: pictures of mails and pages, named by their bytes. One address for all readers, no cookie, nothing noted of who
 * asks: a picture cannot tell who has opened a mail. Kept for ever by whoever has it.
 */
import { Hono } from "hono";
import { readImage } from "../domain/images/views.ts";
import type { PublicEnv } from "./env.ts";

export const mediaDoor = new Hono<PublicEnv>().get("/media/:sha256{[0-9a-f]{64}}", async (c) => {
  const found = await readImage(c.var.deps.db, c.req.param("sha256"));
  if (!found) return c.text("404 not found\n", 404, { "Cache-Control": "no-store" });
  return c.body(found.bytes.slice().buffer, 200, {
    "Content-Type": `image/${found.type}`,
    "Cache-Control": "public, max-age=31536000, immutable",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    // Web mail shows it within another site.
    "Cross-Origin-Resource-Policy": "cross-origin",
  });
});
