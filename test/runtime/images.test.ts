/** An image of the largest size that is taken goes into a libSQL server over HTTP and comes out of it whole, as on Workers. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Client } from "@libsql/client";
import { createClient } from "@libsql/client/web";
import { expect, it } from "vitest";
import type { Deps } from "../../src/deps.ts";
import { PICTURE } from "../../src/domain/images/rules/picture.ts";
import { uploadImage } from "../../src/domain/images/upload.ts";
import { readImage } from "../../src/domain/images/views.ts";
import { openDatabase } from "../../src/platform/db.ts";
import { randomIds } from "../../src/platform/ids.ts";
import { isRefusal } from "../../src/refusal.ts";
import { migrateDatabase } from "../../src/runtime/node/migrate.ts";
import { jpeg, segment } from "../support/pictures.ts";
import { startSqld } from "../support/sqld.ts";

it("an image of the largest size goes in and out of a libSQL server over HTTP", async () => {
  const folder = mkdtempSync(join(tmpdir(), "pieteka-images-"));
  const server = await startSqld(folder);
  try {
    const client = createClient({ url: server.url }) as Client;
    await migrateDatabase(client);
    const deps = { db: openDatabase(client), ids: randomIds, clock: { now: () => 1 } } as unknown as Deps;
    const profile = segment(0xe2, [...new TextEncoder().encode("ICC_PROFILE\0"), ...Array(65_000).fill(0xa5)]);
    const bytes = jpeg(800, 600, Array(30).fill(profile));
    expect(bytes.length).toBeGreaterThan(PICTURE.octets * 0.97);
    const stored = await uploadImage(deps, { kind: "staff", id: "a", role: "editor", via: "desk" }, { bytes });
    if (isRefusal(stored)) throw new Error(stored.code);
    const back = await readImage(deps.db, stored.sha256);
    expect([back?.type, back?.bytes.length, Buffer.from(back?.bytes ?? []).equals(bytes)]).toEqual([
      "jpeg",
      bytes.length,
      true,
    ]);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
});
