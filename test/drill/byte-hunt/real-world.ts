/**
 * The house as real processes, seen as the journeys see a world: the built server over an embedded file or a libSQL server,
 * its mail in a folder, the database from here too. Only what the byte hunt needs.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Client } from "@libsql/client";
import type { Deps } from "../../../src/deps.ts";
import { systemClock } from "../../../src/platform/clock.ts";
import { readConfig } from "../../../src/platform/config.ts";
import type { CapturedMail } from "../../../src/platform/mailbox.ts";
import { createHouse } from "../../../src/runtime/house.ts";
import { openClient } from "../../../src/runtime/node/database.ts";
import { createNodeMailer, mailboxOf } from "../../../src/runtime/node/mailer.ts";
import { startChild } from "../../support/child.ts";
import type { World } from "../../support/open-world.ts";
import { browserAt, signedInAs } from "../../support/people.ts";
import { freePort, untilUp } from "../../support/port.ts";
import { KEY_SET } from "../../support/settings.ts";
import { startSqld } from "../../support/sqld.ts";
import { until } from "../../support/until.ts";

export interface RealWorld {
  world: World;
  /** Everything on the disk of the house: database or the server's data folder, log copy, journal, marks. Not the mailbox. */
  folder: string;
  /** What the server has written to its output. */
  output(): string;
  /** The server ends in order; the folder stays. */
  endServer(): Promise<void>;
  close(): Promise<void>;
}

/** What is still to be done by the jobs. */
const UNDONE = `SELECT
  (SELECT count(*) FROM import WHERE state IN ('uploading','checking','running'))
  + (SELECT count(*) FROM mailing WHERE state IN ('planning','sending'))
  + (SELECT count(*) FROM intake WHERE state IN ('new','mailing'))
  + (SELECT count(*) FROM receipt WHERE state IN ('due','mailing'))
  + (SELECT count(*) FROM export WHERE state = 'making')
  + (SELECT count(*) FROM log_entry) - (SELECT coalesce(max(size), 0) FROM checkpoint) AS n`;

/** Starts it. `server`: over a libSQL server of its own instead of a file. */
export async function openRealWorld({ server }: { server: boolean }): Promise<RealWorld> {
  const folder = mkdtempSync(join(tmpdir(), "pieteka-bytes-"));
  const sqld = server ? await startSqld(join(folder, "sqld")) : undefined;
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const settings = {
    ...KEY_SET,
    NODE_ENV: "development",
    PORT: String(port),
    PUBLIC_URL: url,
    DATABASE_URL: sqld?.url ?? `file:${join(folder, "pieteka.db")}`,
    LOG_FOLDER: join(folder, "log"),
  };
  const child = startChild(process.execPath, ["src/runtime/node/build.mjs", "server", "--demo"], settings);
  await untilUp(`${url}/health`, 60_000, child.died);
  const config = readConfig({ ...settings, MAILER: "capture" });
  const client = await openClient(config);
  const deps: Deps = createHouse(config, { clock: systemClock, line: () => {} }).depsOver({
    client,
    queue: { enqueue: async () => {} },
    mailer: createNodeMailer(config),
    defer: (work) => work(),
    afterErasure: () => {},
  });
  const mailbox = mailboxOf(config);
  const mails: CapturedMail[] = [];
  const seen = new Set<string>();
  const rows = async (sql: string, ...args: (string | number)[]) =>
    (await client.execute({ sql, args })).rows.map((row) => ({ ...row }) as Record<string, unknown>);
  const request = (path: string, init: RequestInit = {}) => fetch(new URL(path, url), { redirect: "manual", ...init });
  const world = {
    deps,
    client,
    rows,
    file: join(folder, "pieteka.db"),
    mailbox: { ...mailbox, mails },
    clock: { now: () => Date.now() },
    request,
    browser: () => browserAt(url, request),
    signIn: (role: Parameters<World["signIn"]>[0]) => signedInAs(world, role),
    async work() {
      await until("the work of the house", async () => Number((await rows(UNDONE))[0]?.n) === 0, 120_000);
      for (const { id } of (await mailbox.list()).reverse()) {
        if (seen.has(id)) continue;
        seen.add(id);
        const mail = await mailbox.get(id);
        if (mail) mails.push(mail);
      }
      return 0;
    },
  } as unknown as World & { client: Client };
  return {
    world,
    folder,
    output: child.output,
    endServer: () => child.stop(),
    async close() {
      client.close();
      await child.stop();
      await sqld?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
