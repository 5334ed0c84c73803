/**
 * `npm run deploy`: brings this version to Cloudflare. Checks what must be there first and says what is missing, makes
 * the queues, migrates the database, then deploys; code never runs over a schema it does not know.
 *
 * Needs in the environment: CLOUDFLARE_API_TOKEN, CLOUDFLARE_ACCOUNT_ID, and DATABASE_URL with DATABASE_AUTH_TOKEN for
 * the migration. Secrets of the Worker are set once: `npx wrangler secret put NAME`. `--dry-run` builds and uploads nothing.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { openClient } from "./database.ts";
import { migrateDatabase } from "./migrate.ts";

const dryRun = process.argv.includes("--dry-run");

try {
  if (!dryRun) {
    checkEnvironment();
    checkSecrets();
    makeQueues();
    await migrate();
  }
  wrangler(["deploy", ...(dryRun ? ["--dry-run", "--outdir", ".build/worker"] : [])], "inherit");
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}

function checkEnvironment(): void {
  const wanted = ["CLOUDFLARE_API_TOKEN", "CLOUDFLARE_ACCOUNT_ID", "DATABASE_URL", "DATABASE_AUTH_TOKEN"];
  const missing = wanted.filter((name) => !process.env[name]);
  if (missing.length > 0) throw new Error(`Set these in the environment first: ${missing.join(", ")}.`);
  if (process.env.DATABASE_URL?.startsWith("file:"))
    throw new Error("DATABASE_URL is a file. The Worker needs a libSQL server, for example libsql://name.turso.io.");
}

/** Names only: nobody can read the values back. */
function checkSecrets(): void {
  const listed = JSON.parse(wrangler(["secret", "list", "--format", "json"]) || "[]") as { name: string }[];
  const names = new Set(listed.map((secret) => secret.name));
  const toml = readFileSync("wrangler.toml", "utf8");
  const required = [...(/\[secrets\]\nrequired = \[([^\]]*)\]/.exec(toml)?.[1] ?? "").matchAll(/"(\w+)"/g)].map(
    (m) => m[1],
  );
  const missing = required.filter((name) => name && !names.has(name));
  if (missing.length > 0)
    throw new Error(`The Worker lacks secrets. For each: npx wrangler secret put NAME\n  ${missing.join("\n  ")}`);
}

function makeQueues(): void {
  const existing = wrangler(["queues", "list"]);
  const wanted = [...readFileSync("wrangler.toml", "utf8").matchAll(/^(?:queue|dead_letter_queue) = "([\w-]+)"/gm)].map(
    (m) => m[1],
  );
  for (const name of new Set(wanted))
    if (name && !new RegExp(`\\b${name}\\b(?!-)`).test(existing)) wrangler(["queues", "create", name], "inherit");
}

async function migrate(): Promise<void> {
  const { DATABASE_URL: databaseUrl = "", DATABASE_AUTH_TOKEN: databaseAuthToken } = process.env;
  const client = await openClient({ databaseUrl, databaseAuthToken });
  console.log(`Migrations applied: ${await migrateDatabase(client)}.`);
  client.close();
}

function wrangler(args: string[], output: "pipe" | "inherit" = "pipe"): string {
  const run = spawnSync(process.execPath, ["node_modules/wrangler/bin/wrangler.js", ...args], {
    stdio: ["inherit", output, "inherit"],
    encoding: "utf8",
    env: { ...process.env, WRANGLER_SEND_METRICS: "false" },
  });
  if (run.status !== 0) throw new Error(`wrangler ${args[0]} failed; the lines above say why.`);
  return run.stdout ?? "";
}
