/**
 * The whole house as on Cloudflare, on this machine: a libSQL server, a fake of Resend that keeps what it is given, and
 * the Worker in workerd over both. For `npm run dev:worker` and for journeys.
 */
import { serve } from "@hono/node-server";
import type { Deps } from "../../src/deps.ts";
import { devMailDoor } from "../../src/http/dev-mail/routes.tsx";
import { type Config, readConfig } from "../../src/platform/config.ts";
import type { CapturedMail, Mailbox } from "../../src/platform/mailbox.ts";
import { createHouse } from "../../src/runtime/house.ts";
import { createMailer } from "../../src/runtime/mailer.ts";
import { openClient } from "../../src/runtime/node/database.ts";
import { seedDemo } from "../../src/runtime/node/demo.ts";
import { migrateDatabase } from "../../src/runtime/node/migrate.ts";
import { type FakeResend, startFakeResend } from "../fakes/resend.ts";
import { freePort } from "./port.ts";
import { startSqld } from "./sqld.ts";
import { startWorkerd } from "./workerd.ts";

export interface WorkerHouse {
  url: string;
  mailUrl: string;
  /** The same database from here: to invite, to look. */
  deps: Deps;
  resend: FakeResend;
  /** `whsec_…`, to sign events of the provider. */
  webhookSecret: string;
  output(): string;
  tick(cron?: string): Promise<void>;
  /** Takes the database server away; what it gives brings it back. */
  withoutDatabase(): Promise<() => Promise<void>>;
  stop(): Promise<void>;
}

const WEBHOOK_SECRET = "whsec_bG9vcGJhY2stb25seS1zZWNyZXQ=";

/** Starts everything. `keys` is a key set as in the environment; `folder` holds the database. */
export async function startWorkerHouse(options: {
  folder: string;
  keys: Record<string, string>;
  port?: number;
  mailPort?: number;
  watch?: boolean;
}): Promise<WorkerHouse> {
  const stops: (() => Promise<unknown> | unknown)[] = [];
  const stop = async () => {
    for (const one of stops.splice(0).reverse()) await one();
  };
  try {
    let sqld = await startSqld(options.folder);
    stops.push(() => sqld.stop());
    const withoutDatabase = async () => {
      await sqld.stop();
      return async () => {
        sqld = await startSqld(options.folder, Number(new URL(sqld.url).port));
      };
    };
    const resend = await startFakeResend();
    stops.push(resend.stop);
    const port = options.port ?? (await freePort());
    const settings = {
      NODE_ENV: "development",
      PORT: String(port),
      PUBLIC_URL: `http://localhost:${port}`,
      DATABASE_URL: sqld.url,
      DATABASE_AUTH_TOKEN: "none-on-loopback",
      MAILER: "resend",
      RESEND_API_KEY: resend.apiKey,
      RESEND_BASE_URL: resend.url,
      RESEND_WEBHOOK_SECRET: WEBHOOK_SECRET,
      ...options.keys,
    };
    const deps = await openHere(readConfig(settings), stops);
    const mailPort = options.mailPort ?? (await freePort());
    const mail = serve({ fetch: devMailDoor(mailboxOf(resend)).fetch, port: mailPort, hostname: "127.0.0.1" });
    stops.push(() => new Promise((done) => mail.close(done)));
    const workerd = await startWorkerd(settings, { port, watch: options.watch });
    stops.push(workerd.stop);
    return {
      url: workerd.url,
      mailUrl: `http://localhost:${mailPort}/dev/mail`,
      deps,
      resend,
      webhookSecret: WEBHOOK_SECRET,
      output: workerd.output,
      tick: workerd.tick,
      withoutDatabase,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Migrates, seeds the demo and gives a way to the same database from this process. */
async function openHere(config: Config, stops: (() => unknown)[]): Promise<Deps> {
  const client = await openClient(config);
  stops.push(() => client.close());
  await migrateDatabase(client);
  const deps = createHouse(config, { line: () => {} }).depsOver({
    client,
    queue: { enqueue: async () => {} },
    mailer: createMailer(config),
    defer: (work) => work(),
    afterErasure: () => {},
  });
  await seedDemo(deps);
  return deps;
}

/** What the fake has accepted, as a mailbox. */
function mailboxOf(resend: FakeResend): Mailbox {
  const all = (): CapturedMail[] =>
    resend.mails.map((mail, index) => {
      const [, name = "", address = mail.from] = /^"?(.*?)"?\s*<(.+)>$/.exec(mail.from) ?? [];
      const { id, key = "", subject, html = "", text = "", headers = {} } = mail;
      const to = [mail.to].flat()[0] ?? "";
      const replyTo = [mail.reply_to ?? []].flat()[0];
      return {
        id: id.replaceAll("-", ""),
        key,
        index,
        fingerprint: "",
        at: Date.now(),
        mail: { to, from: { name, address }, replyTo, subject, html, text, headers },
      };
    });
  return {
    put: async (mail) => mail,
    get: async (id) => all().find((mail) => mail.id === id),
    list: async () =>
      all()
        .reverse()
        .map(({ id, at, mail }) => ({ id, at, to: mail.to, subject: mail.subject })),
    source: async () => undefined,
    clear: async () => resend.clear(),
  };
}
