/** The Worker in workerd, with its queues and crons, by `wrangler dev`: the same bundle that is deployed. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { startChild } from "./child.ts";
import { freePort, untilUp } from "./port.ts";

const WRANGLER = "node_modules/wrangler/bin/wrangler.js";
const UP_MS = 60_000;

export interface Workerd {
  url: string;
  output(): string;
  /** One turn of the clock: the cron trigger of every minute, or another one, now. */
  tick(cron?: string): Promise<void>;
  stop(): Promise<void>;
  /** Ends it without a word; what its queues held is gone. */
  kill(): Promise<void>;
}

/** Bundles the Worker, or another entry in its place, as a deployment would. Gives the path of the bundle. */
export async function bundleWorker(folder: string, entry = "src/runtime/worker.ts"): Promise<string> {
  const bundle = join(folder, "bundle");
  const made = startChild(
    process.execPath,
    [WRANGLER, "deploy", entry, "--dry-run", "--outdir", bundle],
    envOf(folder),
  );
  const end = await made.died;
  const path = join(bundle, basename(entry).replace(/\.ts$/, ".js"));
  if (!existsSync(path)) throw new Error(end);
  await made.stop();
  return path;
}

const envOf = (folder: string) => ({
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  WRANGLER_SEND_METRICS: "false",
  CI: "1",
  WRANGLER_LOG_PATH: folder,
  // A shell's mode of tests or production must not decide what is bundled.
  NODE_ENV: undefined,
});

/**
 * Starts it with these settings. Resolves when it answers with the status that is expected. With `watch` it follows
 * changes of the source; otherwise the bundle of this moment stays, or the one of `bundleWorker` that is given.
 */
export async function startWorkerd(
  settings: Record<string, string>,
  options: { port?: number; watch?: boolean; bundle?: string; up?: { path: string; status: number } } = {},
): Promise<Workerd> {
  const { up = { path: "/health", status: 200 } } = options;
  const folder = mkdtempSync(join(tmpdir(), "pieteka-workerd-"));
  const at = options.port ?? (await freePort());
  const envFile = join(folder, "settings.env");
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`);
  writeFileSync(envFile, lines.join(""), { mode: 0o600 });
  const bundle = options.watch ? undefined : (options.bundle ?? (await bundleWorker(folder)));
  // The file sets only what wrangler.toml declares; these are settings of development, and optional ones.
  const undeclared = Object.keys(settings)
    .filter((name) => /^(NODE_ENV|PORT|RESEND_BASE_URL|TSA(_.+)?)$/.test(name))
    .flatMap((name) => ["--var", `${name}:${settings[name]}`]);
  const child = startChild(
    process.execPath,
    // biome-ignore format: one option a line
    [
      WRANGLER, "dev", "--config", "wrangler.toml", ...(bundle ? [bundle, "--no-bundle"] : []),
      "--local", "--ip", "127.0.0.1", "--port", String(at),
      "--inspector-port", String(await freePort()), "--persist-to", join(folder, "state"),
      "--env-file", envFile, ...undeclared, "--show-interactive-dev-session=false",
    ],
    envOf(folder),
  );
  const url = `http://localhost:${at}`;
  await untilUp(`${url}${up.path}`, UP_MS, child.died, up.status).catch(async (error) => {
    await child.stop();
    throw new Error(`${(error as Error).message}\n${child.output().slice(-3000)}`);
  });
  return {
    url,
    output: child.output,
    async tick(cron = "* * * * *") {
      const turn = await fetch(`${url}/cdn-cgi/handler/scheduled?cron=${cron.replaceAll(" ", "+")}`);
      if (!turn.ok) throw new Error(`the clock of the Worker did not turn: ${turn.status}`);
    },
    async stop() {
      await child.stop();
      rmSync(folder, { recursive: true, force: true });
    },
    async kill() {
      await child.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
