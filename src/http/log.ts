/**
 * The proof log as anybody may read it (C2SP tlog-tiles): the signed checkpoint, hash tiles and entry bundles; beside them the
 * keys that sign it and the schema of what it commits to. Entries are opaque commitments, so nothing here is personal; what
 * is not sealed yet is not served.
 */
import { Hono } from "hono";
import { readLogOrigin } from "../domain/institution/views.ts";
import { keysJson } from "../domain/proof-log/rules/keys-json.ts";
import { eventSchema } from "../domain/proof-log/rules/schema/schema.ts";
import { readTilePath } from "../domain/proof-log/rules/tile.ts";
import { readPastLogs } from "../domain/proof-log/views/copy.ts";
import { readKeys } from "../domain/proof-log/views/keys.ts";
import { isSetUp, readCheckpoint, readTile } from "../domain/proof-log/views.ts";
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
  })
  .get("/log/keys.json", async (c) => {
    const { db } = c.var.deps;
    if (!(await isSetUp(db))) return nothing(c);
    const [origin, past, keys] = [await readLogOrigin(db), await readPastLogs(db), await readKeys(db)];
    return json(c, JSON.stringify(keysJson(origin, past, keys), null, 2), "no-cache");
  })
  .get("/log/schema/:name{[a-z0-9-]+\\.json}", (c) => {
    const { text, sha256 } = eventSchema();
    const name = c.req.param("name");
    if (name === `${sha256}.json`) return json(c, text, FOR_EVER, "application/schema+json");
    return name === "consent-event-1.json" ? json(c, text, "no-cache", "application/schema+json") : nothing(c);
  });

/** Text that its hash names, or that may be read from any page. */
function json(c: PublicContext, text: string, cache: string, type = "application/json"): Response {
  return c.body(text, 200, { "Content-Type": `${type}; charset=utf-8`, "Cache-Control": cache });
}

/** A tile that is missing today may exist tomorrow: this answer is not kept. */
function nothing(c: PublicContext): Response {
  return c.text("404 not found\n", 404, { "Cache-Control": "no-store" });
}
