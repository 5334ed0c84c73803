/**
 * Starts the house on Node: settings, database, migrations, queue, timers, server. With `demo` (npm start) it also makes
 * what a first visitor needs, a demo institution, and prints where to look.
 */
import { createApp } from "../../app.ts";
import { recordDeadLetter } from "../../domain/dead-letters/record.ts";
import { senderProblems, signingDomain } from "../../domain/institution/acts/sender.ts";
import { domainOfSender } from "../../domain/institution/rules/alignment.ts";
import { readInstitution } from "../../domain/institution/views.ts";
import { beat } from "../../domain/pulse/beat.ts";
import { handleJob } from "../consume.ts";
import { createHouse } from "../house.ts";
import { nodeAead } from "./aead.ts";
import { openClient, walEmptier } from "./database.ts";
import { seedDemoIssues } from "./demo/issues.ts";
import { seedDemo } from "./demo.ts";
import { holdKeys } from "./hold-keys.ts";
import { logPlaceOf } from "./log/place.ts";
import { createNodeMailer, shownMailbox } from "./mailer.ts";
import { migrateDatabase } from "./migrate.ts";
import { createLocalQueue } from "./queue.ts";
import { startServer, stopServer, withAssets } from "./serve.ts";
import { rememberAddress, settingsOrExit } from "./settings.ts";
import { startTimers } from "./timers.ts";
import { createTraffic } from "./traffic.ts";
import { createNodeCall } from "./web/call.ts";
import { createNodeExchange } from "./web/exchange.ts";
import { welcome } from "./welcome.ts";
import { witnessOf } from "./witness.ts";

const GRACE_MS = 10_000;

/** Runs until a signal ends it. Returns when the server listens. */
export async function start(options: { demo: boolean }): Promise<void> {
  const say = (sentence: string) => console.log(sentence);
  const config = settingsOrExit(process.env, { demo: options.demo, say });
  const client = await openClient(config);
  const migrations = await migrateDatabase(client);
  if (migrations > 0) say(`Migrations applied: ${migrations}.`);

  const house = createHouse(config, { aead: nodeAead });
  const wal = walEmptier(client, config, (error) => house.log.fault("wal", error));
  const traffic = createTraffic();
  const queue = createLocalQueue((job) => handleJob(deps, job), house.log, {
    dead: (job) => recordDeadLetter(deps, job),
    calm: traffic.calm,
  });
  const deps = house.depsOver({
    client,
    queue,
    mailer: createNodeMailer(config),
    defer: (work) => void work(),
    afterErasure: wal.soon,
    vacuum: wal.vacuum,
    call: createNodeCall(config.mode !== "production"),
    exchange: createNodeExchange(config.mode !== "production"),
    witness: witnessOf(config),
    ...logPlaceOf(config),
  });
  await holdKeys(deps, say);
  if (!(await deps.mayServe()))
    say("The doors are shut until the erasure journal is applied to this copy of the database.");
  // Before anybody can set work off: what stands on an older copy, or was asleep, waits for a person.
  await beat(deps);

  const demo = options.demo && config.mode === "development";
  if (demo && (await seedDemo(deps)) === "seeded") {
    await seedDemoIssues(deps);
    say("Made a demo institution with purposes, lists and notices, four readers and a newsletter.");
  }

  const app = createApp(() => deps);
  const hostname = process.env.HOST || (config.mode === "production" ? "0.0.0.0" : "127.0.0.1");
  const server = await startServer(withAssets(app, { mailbox: shownMailbox(config), traffic }).fetch, {
    port: config.port,
    hostname,
  });
  rememberAddress(config);
  const stopTimers = startTimers(queue);
  await welcome(deps, { demo, say });
  const institution = await readInstitution(deps.db);
  if (institution && senderProblems(deps, institution).length > 0)
    console.error(
      `DKIM_DOMAIN (${signingDomain(deps)}) is not the domain of the sender (${domainOfSender(institution.sender.address)}): mail fails DMARC. Change one of them.`,
    );

  const stop = async () => {
    stopTimers();
    await stopServer(server, GRACE_MS);
    await queue.stop(GRACE_MS);
    deps.mailer.close?.();
    await wal.now().catch(() => {});
    client.close();
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop());
}
