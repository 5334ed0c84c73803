/** The drilled house: one database file, one or two servers over it, the command line beside them, one wrong clock for all. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Deps } from "../../src/deps.ts";
import { readLists } from "../../src/domain/lists/views.ts";
import { type Clock, systemClock } from "../../src/platform/clock.ts";
import { readConfig } from "../../src/platform/config.ts";
import { createHouse } from "../../src/runtime/house.ts";
import { createMailer } from "../../src/runtime/mailer.ts";
import { openClient } from "../../src/runtime/node/database.ts";
import { seedDemo } from "../../src/runtime/node/demo.ts";
import { migrateDatabase } from "../../src/runtime/node/migrate.ts";
import { freePort } from "../support/port.ts";
import { KEY_SET } from "../support/settings.ts";
import { until } from "../support/until.ts";
import { type Built, buildDrilled } from "./build.ts";
import { type Drilled, startDrilled } from "./process.ts";

export interface DrillHouse {
  /** The same database from here: to look, and to make links. */
  deps: Deps;
  /** Short name of the list that is mailed. */
  list: string;
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
  /** A command, to its end. Throws if it fails. */
  command<T>(...words: string[]): Promise<T>;
  /** A command that is started and may be killed. */
  beginCommand(...words: string[]): Drilled;
  /** A file for a command. */
  file(name: string, text: string): string;
  /** What all processes have written, the dead included. */
  output(): string;
  stop(): Promise<void>;
}

export async function openDrillHouse(options: {
  processes: number;
  seed: number;
  lost: number;
  settings: Record<string, string>;
}): Promise<DrillHouse> {
  const folder = mkdtempSync(join(tmpdir(), "pieteka-drill-"));
  const built: Built = await buildDrilled();
  const ports = await Promise.all(Array.from({ length: options.processes }, freePort));
  const urls = ports.map((port) => `http://localhost:${port}`);
  const settings = {
    ...KEY_SET,
    NODE_ENV: "test",
    PUBLIC_URL: urls[0] as string,
    DATABASE_URL: `file:${join(folder, "drill.db")}`,
    ...options.settings,
  };
  const servers: (Drilled | undefined)[] = ports.map(() => undefined);
  const commands: Drilled[] = [];
  let written = "";
  let clockMs = 0;
  let lives = 0;

  const client = await openClient({ databaseUrl: settings.DATABASE_URL, databaseAuthToken: undefined });
  await migrateDatabase(client);
  const config = readConfig({ ...settings, MAILER: "resend", RESEND_API_KEY: "re_unused_here" });
  const clock: Clock = { ...systemClock, now: () => Date.now() + clockMs };
  const deps = createHouse(config, { clock, line: () => {} }).depsOver({
    client,
    queue: { enqueue: async () => {} },
    mailer: createMailer(config),
    defer: (work) => work(),
    afterErasure: () => {},
  });
  await seedDemo(deps);
  const list = (await readLists(deps.db)).find(({ kind }) => kind === "newsletter")?.slug ?? "";

  const keep = (process: Drilled) => {
    void process.ended.then(() => (written += process.output()));
    return process;
  };
  const life = (port: number) => ({
    ...settings,
    PORT: String(port),
    DRILL_CLOCK_MS: String(clockMs),
    DRILL_SEED: String(options.seed * 1_000 + lives++),
    DRILL_LOST: String(options.lost),
  });
  const beginCommand = (...words: string[]) => {
    const begun = keep(startDrilled(built.cli, [...words, "--json"], life(0)));
    commands.push(begun);
    return begun;
  };

  return {
    deps,
    list,
    get clockMs() {
      return clockMs;
    },
    pass(ms) {
      clockMs += ms;
      for (const one of [...servers, ...commands]) one?.tell(clockMs);
    },
    urls,
    async start() {
      for (const [n, port] of ports.entries())
        if (!servers[n]?.alive) servers[n] = keep(startDrilled(built.server, [], life(port)));
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
    async command(...words) {
      const run = beginCommand(...words);
      const code = await run.ended;
      if (code !== 0) throw new Error(`${words.slice(0, 2).join(" ")} ended with ${code}:\n${run.output()}`);
      return JSON.parse(run.said());
    },
    beginCommand,
    file(name, text) {
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    },
    output: () => written + [...servers, ...commands].map((one) => (one?.alive ? one.output() : "")).join(""),
    async stop() {
      await Promise.all([...servers, ...commands].map((one) => one?.kill()));
      client.close();
      built.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
