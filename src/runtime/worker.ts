/**
 * The Worker: requests, queues and the clock. Settings are read once per isolate; the database client is made for each
 * invocation, because Workers may not share a connection between requests.
 */
import { createClient } from "@libsql/client/web";
import { createApp } from "../app.ts";
import type { Deps, Queue } from "../deps.ts";
import { recordDeadLetter } from "../domain/dead-letters/record.ts";
import { SMALL_FILE_BYTES } from "../domain/imports/rules/limits.ts";
import { missingError } from "../domain/key-rotation/acts/missing.ts";
import { readMissingKeys } from "../domain/key-rotation/views.ts";
import { type Job, LANE } from "../jobs.ts";
import { type Config, ConfigError, type Environment, readConfig } from "../platform/config.ts";
import { handleJob } from "./consume.ts";
import { createDatabaseFetch } from "./database-fetch.ts";
import { createHouse, type House } from "./house.ts";
import { createMailer } from "./mailer.ts";
import { type CopyBucket, r2Journal, r2LogCopy } from "./r2-log-copy.ts";
import { type Bucket, r2Pieces } from "./r2-pieces.ts";
import { pauseSeconds } from "./retry.ts";
import { jobsOf } from "./schedule.ts";
import { createSealSoon } from "./seal-soon.ts";

interface Bindings {
  PROMPT: { send(job: Job, options?: { delaySeconds?: number }): Promise<unknown> };
  BULK: Bindings["PROMPT"];
  /** Where the pieces of uploaded lists wait; optional (wrangler.toml). */
  PIECES?: Bucket;
  /** Copy of the proof log and erasure journal; optional (wrangler.toml), but without it a restored database contradicts the log and brings back whoever left. */
  LOG_COPY?: CopyBucket;
}
interface Life {
  waitUntil(work: Promise<unknown>): void;
}
interface Batch {
  queue: string;
  messages: readonly { body: Job; attempts: number; ack(): void; retry(options: { delaySeconds: number }): void }[];
}
interface Isolate {
  config: Config;
  house: House;
}

let isolate: Isolate | undefined;
/** All keys are there that the database needs; asked once in an isolate, and again while one is missing. */
let keysHeld = false;
const databaseFetch = createDatabaseFetch();
const sealSoon = createSealSoon();

/** Reads the settings at the first invocation. Throws ConfigError as long as something is missing. */
function live(env: Bindings): Isolate {
  if (!isolate) {
    const config = readConfig(env as unknown as Environment);
    isolate = { config, house: createHouse(config) };
  }
  return isolate;
}

/** The impure things of one invocation. */
function depsOf(env: Bindings, life: Life): Deps {
  const { config, house } = live(env);
  const queue: Queue = {
    async enqueue(job, options) {
      await (LANE[job.kind] === "prompt" ? env.PROMPT : env.BULK).send(job, options);
    },
  };
  return house.depsOver({
    client: createClient({ url: config.databaseUrl, authToken: config.databaseAuthToken, fetch: databaseFetch }),
    queue,
    mailer: createMailer(config),
    defer: (work) => life.waitUntil(work()),
    ...(env.LOG_COPY ? { logCopy: r2LogCopy(env.LOG_COPY), journal: r2Journal(env.LOG_COPY) } : {}),
    ...(env.PIECES ? { pieces: r2Pieces(env.PIECES) } : { uploadLimit: SMALL_FILE_BYTES }),
    // A database server empties its log by itself; the page names the day when its backups have forgotten (DESIGN 6).
    afterErasure: () => {},
  });
}

/** Throws ConfigError if the database needs a key that the settings lack. A database out of reach is for the doors to tell. */
async function holdKeys(deps: Deps): Promise<void> {
  if (keysHeld) return;
  const missing = await readMissingKeys(deps).catch(() => undefined);
  if (missing && missing.length > 0 && deps.config.mode === "production") throw missingError(missing);
  keysHeld = missing !== undefined;
}

const app = createApp((c) => c.env.deps as Deps);

export default {
  async fetch(request: Request, env: Bindings, life: Life): Promise<Response> {
    let deps: Deps;
    try {
      deps = depsOf(env, life);
      await holdKeys(deps);
    } catch (error) {
      return closed(error);
    }
    const response = await app.fetch(request, { deps }, life as never);
    // Whoever answered can have his proof a second later; the cron turn catches what fails here.
    // Events of a provider come by the thousand and enqueue a seal themselves where they leave a proof.
    if (request.method === "POST" && !new URL(request.url).pathname.startsWith("/webhooks/"))
      life.waitUntil(
        sealSoon(deps.clock, () => handleJob(deps, { kind: "seal" })).catch((e) => deps.log.fault("seal", e)),
      );
    return response;
  },

  async queue(batch: Batch, env: Bindings, life: Life): Promise<void> {
    const deps = depsOf(env, life);
    await holdKeys(deps);
    const dead = batch.queue.endsWith("-dead");
    for (const message of batch.messages) {
      try {
        await (dead ? recordDeadLetter(deps, message.body) : handleJob(deps, message.body));
        message.ack();
      } catch (error) {
        deps.log.fault(dead ? "dead letter" : "job", error, { kind: message.body.kind, attempt: message.attempts });
        message.retry({ delaySeconds: pauseSeconds(message.attempts) });
      }
    }
  },

  async scheduled(turn: { cron: string }, env: Bindings, life: Life): Promise<void> {
    const deps = depsOf(env, life);
    await holdKeys(deps);
    for (const job of jobsOf(turn.cron)) {
      try {
        await handleJob(deps, job);
      } catch (error) {
        deps.log.fault("turn", error, { kind: job.kind });
      }
    }
  },
};

/** Wrong settings: the reader learns that it is closed, the log names the settings (their names, never their values). */
function closed(error: unknown): Response {
  if (!(error instanceof ConfigError)) throw error;
  console.error(JSON.stringify({ level: "fault", what: "settings", problems: error.problems }));
  return new Response("Lapa pašlaik nav pieejama.\nThe page is not available just now.\n", {
    status: 503,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Retry-After": "300", "Cache-Control": "no-store" },
  });
}
