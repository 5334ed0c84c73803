/** `keys`, `migrate`: what an operator does before anything else. */

import { openClient } from "../../node/database.ts";
import { migrateDatabase } from "../../node/migrate.ts";
import { newKeySet, parseEnvFile, readSettings } from "../../node/settings.ts";
import type { Command } from "../command.ts";

export const keys: Command = {
  name: "keys",
  usage: "",
  summary: "make a new set of keys and print it as environment lines",
  alone: async () => parseEnvFile(newKeySet()),
  show: (set: Record<string, string>) =>
    [
      "# Keys of Pieteka. Keep them outside the database and its backups; without them addresses and proofs are lost.",
      "# To rotate a ring, put the new key first and leave the old ones after a comma.",
      ...Object.entries(set).map(([name, value]) => `${name}=${value}`),
    ].join("\n"),
};

export const migrate: Command = {
  name: "migrate",
  usage: "",
  summary: "bring the database of DATABASE_URL to this version",
  alone: async () => {
    const config = readSettings(process.env, { demo: true });
    const client = await openClient(config);
    try {
      return { applied: await migrateDatabase(client) };
    } finally {
      client.close();
    }
  },
  show: ({ applied }: { applied: number }) =>
    applied === 0 ? "The database is up to date." : `Migrations applied: ${applied}.`,
};
