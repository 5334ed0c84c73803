/** A copy is nobody else's to read, from its first byte on. */
import { mkdtempSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readConfig } from "../../../../src/platform/config.ts";
import { makeCopy } from "../../../../src/runtime/node/backup/make.ts";
import { openClient } from "../../../../src/runtime/node/database.ts";
import { migrateDatabase } from "../../../../src/runtime/node/migrate.ts";
import { KEY_SET } from "../../../support/settings.ts";

it("a copy is made in a file that only its owner reads, whatever else the process would create", async () => {
  const folder = mkdtempSync(join(tmpdir(), "pieteka-make-"));
  const config = readConfig({
    NODE_ENV: "development",
    PUBLIC_URL: "http://localhost:4343",
    DATABASE_URL: `file:${join(folder, "live.db")}`,
    ...KEY_SET,
  });
  const client = await openClient(config);
  await migrateDatabase(client);
  // Nothing changes the mode after the file is made: what it is at the end it was from the first byte on.
  await makeCopy(config, join(folder, "copy.db"));
  expect(statSync(join(folder, "copy.db")).mode & 0o777).toBe(0o600);
  client.close();
});
