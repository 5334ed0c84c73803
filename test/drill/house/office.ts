/** What every drilled house has besides its servers: the database seen from here, the command line, files, one wrong clock. */
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Deps } from "../../../src/deps.ts";
import { readLists } from "../../../src/domain/lists/views.ts";
import { type Clock, systemClock } from "../../../src/platform/clock.ts";
import { readConfig } from "../../../src/platform/config.ts";
import { createHouse } from "../../../src/runtime/house.ts";
import { createMailer } from "../../../src/runtime/mailer.ts";
import { openClient } from "../../../src/runtime/node/database.ts";
import { seedDemo } from "../../../src/runtime/node/demo.ts";
import { migrateDatabase } from "../../../src/runtime/node/migrate.ts";
import type { Built } from "./build.ts";
import { type Drilled, startDrilled } from "./process.ts";

export interface Office {
  /** The same database from here: to look, and to make links. */
  deps: Deps;
  /** Short name of the list that is mailed. */
  list: string;
  /** A command, to its end. Throws if it fails. */
  command<T>(...words: string[]): Promise<T>;
  /** A command that is started and may be killed. */
  beginCommand(...words: string[]): Drilled;
  /** A file for a command. */
  file(name: string, text: string): string;
}

/** The clock of a drill: the real one, wrong by `ms`. */
export interface WrongClock {
  ms: number;
}

export interface OpenOffice extends Office {
  /** Every process that was started here. */
  processes: Drilled[];
  /** Starts a built program with the settings and the clock of the house. */
  begin(program: string, args: string[], env?: Record<string, string>): Drilled;
  close(): Promise<void>;
}

/** Opens it over an empty database, which it migrates and fills with the demo institution. */
export async function openOffice(of: {
  folder: string;
  built: Built;
  clock: WrongClock;
  settings: Record<string, string>;
}): Promise<OpenOffice> {
  const { folder, built, clock, settings } = of;
  const config = readConfig({ ...settings, MAILER: "resend", RESEND_API_KEY: "re_unused_here" });
  const client = await openClient(config);
  await migrateDatabase(client);
  const wrong: Clock = { ...systemClock, now: () => Date.now() + clock.ms };
  const deps = createHouse(config, { clock: wrong, line: () => {} }).depsOver({
    client,
    queue: { enqueue: async () => {} },
    mailer: createMailer(config),
    defer: (work) => work(),
    afterErasure: () => {},
  });
  await seedDemo(deps);
  const list = (await readLists(deps.db)).find(({ kind }) => kind === "newsletter")?.slug ?? "";

  const processes: Drilled[] = [];
  const begin = (program: string, args: string[], env: Record<string, string> = {}) => {
    const begun = startDrilled(program, args, { ...settings, DRILL_CLOCK_MS: String(clock.ms), ...env });
    processes.push(begun);
    return begun;
  };
  const beginCommand = (...words: string[]) => begin(built.cli, [...words, "--json"]);
  return {
    deps,
    list,
    processes,
    begin,
    beginCommand,
    async command(...words) {
      const run = beginCommand(...words);
      const code = await run.ended;
      if (code !== 0) throw new Error(`${words.slice(0, 2).join(" ")} ended with ${code}:\n${run.output()}`);
      return JSON.parse(run.said());
    },
    file(name, text) {
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    },
    async close() {
      await Promise.all(processes.map((one) => one.kill()));
      client.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
