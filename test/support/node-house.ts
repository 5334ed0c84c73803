/** The house as `npm start` runs it on Node: the built server in a process of its own, over a database in a new folder. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startChild } from "./child.ts";
import { freePort, untilUp } from "./port.ts";

export interface NodeHouse {
  url: string;
  /** Signs the demo's admin in, once. */
  signInUrl: string;
  /** Path of the database file. */
  file: string;
  output(): string;
  stop(): Promise<void>;
}

/** Builds and starts it. `env` overrides settings. */
export async function startNodeHouse(env: Record<string, string> = {}): Promise<NodeHouse> {
  const folder = mkdtempSync(join(tmpdir(), "pieteka-node-"));
  const file = join(folder, "pieteka.db");
  const port = await freePort();
  const child = startChild(process.execPath, ["src/runtime/node/build.mjs", "server", "--demo"], {
    NODE_ENV: "development",
    PORT: String(port),
    PUBLIC_URL: undefined,
    DATABASE_URL: `file:${file}`,
    ...env,
  });
  const stop = async () => {
    await child.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilUp(`http://localhost:${port}/health`, 30_000, child.died);
    const signInUrl = await said(child.output, /http\S+\/staff\/sign-in\/\S+/);
    return { url: `http://localhost:${port}`, signInUrl, file, output: child.output, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function said(output: () => string, what: RegExp): Promise<string> {
  for (let i = 0; i < 100; i++) {
    const found = what.exec(output())?.[0];
    if (found) return found;
    await new Promise((next) => setTimeout(next, 50));
  }
  throw new Error(`the server did not print its links:\n${output()}`);
}
