/**
 * The house as the command line opens it: the same database, beside a running server or without one. Work that a command
 * sets off is done before the command ends; a server that does the same work meanwhile is no harm, claims see to that.
 */
import type { Deps } from "../../deps.ts";
import { recordDeadLetter } from "../../domain/dead-letters/record.ts";
import { reapplyErasures } from "../../domain/erasure-journal/reapply.ts";
import { beat } from "../../domain/pulse/beat.ts";
import { handleJob } from "../consume.ts";
import { createHouse } from "../house.ts";
import { nodeAead } from "../node/aead.ts";
import { openClient, walEmptier } from "../node/database.ts";
import { holdKeys } from "../node/hold-keys.ts";
import { logPlaceOf } from "../node/log/place.ts";
import { createNodeMailer } from "../node/mailer.ts";
import { migrateDatabase } from "../node/migrate.ts";
import { createLocalQueue } from "../node/queue.ts";
import { readSettings } from "../node/settings.ts";
import { createNodeCall } from "../node/web/call.ts";
import { createNodeExchange } from "../node/web/exchange.ts";
import { witnessOf } from "../node/witness.ts";
import { type CliDeps, UsageError } from "./command.ts";

/**
 * Opens the house, gives it to `work`, finishes what was queued, closes. Throws ConfigError for wrong settings, also where a key
 * is missing that rows need, unless `lacksKeys`: for a command that shows just that.
 */
export async function inHouse<T>(
  work: (deps: CliDeps) => Promise<T>,
  { lacksKeys = false, shut = false } = {},
): Promise<T> {
  const config = readSettings(process.env, { demo: true, beside: true });
  const client = await openClient(config);
  const waiting: Promise<void>[] = [];
  try {
    await migrateDatabase(client);
    // The log goes to stderr: stdout is the command's answer.
    const house = createHouse(config, { line: (json) => console.error(json), aead: nodeAead });
    const wal = walEmptier(client, config, () => {});
    const queue = createLocalQueue((job) => handleJob(deps, job), house.log, {
      dead: (job) => recordDeadLetter(deps, job),
    });
    const deps = house.depsOver({
      client,
      queue,
      mailer: createNodeMailer(config),
      defer: (deferred) => void waiting.push(deferred()),
      afterErasure: wal.soon,
      call: createNodeCall(config.mode !== "production"),
      exchange: createNodeExchange(config.mode !== "production"),
      witness: witnessOf(config),
      ...logPlaceOf(config),
    });
    if (!lacksKeys) await holdKeys(deps, console.error);
    // An older copy of the database is brought to the erasure journal before any command sees it.
    if (!(await broughtUp(deps)) && !shut)
      throw new UsageError("The doors are shut: nobody knows what this copy has missed. See: journal status.");
    await beat(deps);
    const answer = await work({ ...deps, finish: () => queue.idle() });
    await Promise.all(waiting);
    await queue.idle();
    await queue.stop(0);
    deps.mailer.close?.();
    await wal.now();
    return answer;
  } finally {
    client.close();
  }
}

/** Applies what is missing, to the end. False: nobody can know what that is. */
async function broughtUp(deps: Deps): Promise<boolean> {
  for (;;) {
    const { outcome } = await reapplyErasures(deps);
    if (outcome !== "later") return outcome !== "unknown";
    await deps.clock.pause(200);
  }
}
