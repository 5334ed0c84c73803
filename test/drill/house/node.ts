/** The drilled house on Node: one database file, one or two servers over it, the command line beside them. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../support/port.ts";
import { KEY_SET } from "../../support/settings.ts";
import { until } from "../../support/until.ts";
import { buildDrilled } from "./build.ts";
import { type Office, openOffice } from "./office.ts";
import type { Drilled } from "./process.ts";

export interface DrillHouse extends Office {
  /** Milliseconds by which the clock of the house is wrong. */
  readonly clockMs: number;
  /** The clock is moved, for every process that lives and that comes. */
  pass(ms: number): void;
  /** Addresses of the servers, alive or dead. */
  urls: readonly string[];
  /** Starts the dead servers; resolves when they answer. */
  start(): Promise<void>;
  /** Kills servers without a word. Resolves when they are dead. */
  kill(which: number | "all"): Promise<void>;
  /** What all processes have written, the dead included. */
  output(): string;
  /** Figures of its own for the table. */
  figures(): Promise<Record<string, number>>;
  stop(): Promise<void>;
}

export interface HouseOptions {
  processes: number;
  seed: number;
  /** Share of jobs that the queue loses. */
  lost: number;
  settings: Record<string, string>;
}

export async function openNodeHouse({ processes, seed, lost, settings }: HouseOptions): Promise<DrillHouse> {
  const folder = mkdtempSync(join(tmpdir(), "pieteka-drill-"));
  const built = await buildDrilled();
  const ports = await Promise.all(Array.from({ length: processes }, freePort));
  const urls = ports.map((port) => `http://localhost:${port}`);
  const clock = { ms: 0 };
  const office = await openOffice({
    folder,
    built,
    clock,
    settings: {
      ...KEY_SET,
      NODE_ENV: "test",
      PUBLIC_URL: urls[0] as string,
      DATABASE_URL: `file:${join(folder, "drill.db")}`,
      ...settings,
    },
  });
  const servers: (Drilled | undefined)[] = ports.map(() => undefined);
  let lives = 0;

  return {
    ...office,
    get clockMs() {
      return clock.ms;
    },
    pass(ms) {
      clock.ms += ms;
      for (const one of office.processes) one.tell(clock.ms);
    },
    urls,
    async start() {
      for (const [n, port] of ports.entries()) {
        if (servers[n]?.alive) continue;
        const life = { PORT: String(port), DRILL_SEED: String(seed * 1_000 + lives++), DRILL_LOST: String(lost) };
        servers[n] = office.begin(built.server, [], life);
      }
      for (const [n, url] of urls.entries())
        await until(`server ${n + 1}`, async () => {
          // One that is killed while it starts is not waited for.
          if (!servers[n]?.alive) return true;
          return (await fetch(`${url}/health`).catch(() => undefined))?.ok;
        });
    },
    async kill(which) {
      const hit = which === "all" ? servers : [servers[which]];
      await Promise.all(hit.map((server) => server?.kill()));
    },
    output: () => office.processes.map((one) => one.output()).join(""),
    figures: async () => ({}),
    stop: office.close,
  };
}
