/**
 * The proof log as anybody may read it (C2SP tlog-tiles): the signed checkpoint, hash tiles and entry bundles. Entries are
 * opaque commitments, so nothing here is personal; what is not sealed yet is not served.
 */
import { Hono } from "hono";
import { readTilePath } from "../domain/proof-log/rules/tile.ts";
import { readCheckpoint, readTile } from "../domain/proof-log/views.ts";
import type { PublicContext, PublicEnv } from "./env.ts";

const FOR_EVER = "public, max-age=31536000, immutable";

export const logDoor = new Hono<PublicEnv>()
  .get("/log/checkpoint", async (c) => {
    const head = await readCheckpoint(c.var.deps.db);
    if (!head) return nothing(c);
    return c.body(head.note, 200, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-cache" });
  })
  .get("/log/tile/*", async (c) => {
    const name = readTilePath(c.req.path.slice("/log/".length));
    const bytes = name && (await readTile(c.var.deps.db, name));
    if (!bytes) return nothing(c);
    return c.body(bytes.slice().buffer, 200, {
      "Content-Type": "application/octet-stream",
      "Cache-Control": FOR_EVER,
    });
  });

/** A tile that is missing today may exist tomorrow: this answer is not kept. */
function nothing(c: PublicContext): Response {
  return c.text("404 not found\n", 404, { "Cache-Control": "no-store" });
}
