/**
 * The settings, read once at start from the environment and passed in. Each fault is one sentence that names the
 * setting; all faults are reported together. `production` is the default mode, so that forgetting a variable can only
 * make the program stricter.
 */
import type { KeyRings } from "./keys.ts";
import { RING_NAMES, readRing } from "./keys.ts";
import { EXAMPLE, type MailerChecks, type MailerConfig, mailerKind, readMailer } from "./mailer-config.ts";
import { readTimeStamps, type TimeStampConfig } from "./time-stamp-config.ts";

export type Mode = "production" | "development" | "test";

export interface Config {
  mode: Mode;
  /** Origin under which people reach us, without a slash at the end. */
  publicUrl: string;
  port: number;
  databaseUrl: string;
  databaseAuthToken: string | undefined;
  /** Node: folder of the copy of the proof log; beside the database if not said. */
  logFolder?: string | undefined;
  mailer: MailerConfig;
  resendWebhookSecret: string | undefined;
  rings: KeyRings;
  /** Ids of keys that are known to be lost: what they sealed holds nobody up. */
  lostKeys?: readonly string[] | undefined;
  timeStamps: TimeStampConfig;
  /**
   * Of staff who may see or take out much (domain/staff/rules/second-factor.ts): `demanded` lets them no further without an
   * authenticator, `offered` leaves it to them. Production demands.
   */
  secondFactor: "demanded" | "offered";
}

export type Environment = Record<string, string | undefined>;

/** Thrown by `readConfig`: `problems` holds one sentence per fault. */
export class ConfigError extends Error {
  constructor(readonly problems: string[]) {
    super(`The settings are not complete:\n${problems.map((p) => `  - ${p}`).join("\n")}`);
    this.name = "ConfigError";
  }
}

/** A signing secret of Standard Webhooks. */
const SIGNING = /^whsec_(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Reads and checks the settings. Throws ConfigError with every fault at once. `dkimKey` reads the key, where it can be read. */
export function readConfig(env: Environment, { dkimKey }: Pick<MailerChecks, "dkimKey"> = {}): Config {
  const problems: string[] = [];
  const mode: Mode = env.NODE_ENV === "development" || env.NODE_ENV === "test" ? env.NODE_ENV : "production";
  const strict = mode === "production";
  const note = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      problems.push((error as Error).message);
      return undefined;
    }
  };

  const port = note(() => readPort(env.PORT));
  const publicUrl = note(() => readPublicUrl(env.PUBLIC_URL, port ?? 8787, strict));
  const databaseUrl = note(() => readDatabaseUrl(env.DATABASE_URL, strict));
  const mailer = readMailer(env, { strict, note, dkimKey });
  const timeStamps = readTimeStamps(env, { strict, note });
  const rings = {} as KeyRings;
  for (const name of RING_NAMES)
    note(() => {
      const text = env[name];
      if (!text) throw new Error(`${name} is missing. Make a set with \`npm run keys\`.`);
      rings[name] = readRing(name, text);
    });
  // By what was chosen, not by what could be read: a wrong key hides no other fault.
  if (mailerKind(env, strict) === "resend" && strict && !env.RESEND_WEBHOOK_SECRET)
    problems.push("RESEND_WEBHOOK_SECRET is missing: without it bounces and complaints cannot be believed.");
  if (strict && env.RESEND_WEBHOOK_SECRET && EXAMPLE.test(env.RESEND_WEBHOOK_SECRET))
    problems.push("RESEND_WEBHOOK_SECRET is an example, not a secret.");
  else if (env.RESEND_WEBHOOK_SECRET && !env.RESEND_WEBHOOK_SECRET.split(",").every((s) => SIGNING.test(s.trim())))
    problems.push("RESEND_WEBHOOK_SECRET is not one of Resend's: whsec_ and base64 (with commas while it is changed).");

  if (env.LOST_KEYS && !/^\s*[0-9a-f]{8}\s*(,\s*[0-9a-f]{8}\s*)*$/.test(env.LOST_KEYS))
    problems.push("LOST_KEYS is not a list of key ids, for example 1a2b3c4d (with commas between several).");

  if (problems.length > 0 || !publicUrl || !databaseUrl || !mailer || port === undefined)
    throw new ConfigError(problems);
  return {
    mode,
    publicUrl,
    port,
    databaseUrl,
    databaseAuthToken: env.DATABASE_AUTH_TOKEN || undefined,
    logFolder: env.LOG_FOLDER || undefined,
    mailer,
    resendWebhookSecret: env.RESEND_WEBHOOK_SECRET || undefined,
    rings,
    lostKeys: env.LOST_KEYS ? env.LOST_KEYS.split(",").map((id) => id.trim()) : undefined,
    timeStamps,
    secondFactor: strict || env.SECOND_FACTOR === "demanded" ? "demanded" : "offered",
  };
}

function readPort(text: string | undefined): number {
  const port = Number(text ?? "8787");
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error("PORT is not a number from 0 to 65535, for example 8787.");
  return port;
}

function readPublicUrl(text: string | undefined, port: number, strict: boolean): string {
  if (!text) {
    if (strict)
      throw new Error("PUBLIC_URL is missing: the address people see, for example https://news.ministry.example.");
    return `http://localhost:${port}`;
  }
  if (!URL.canParse(text))
    throw new Error("PUBLIC_URL is not a web address, for example https://news.ministry.example.");
  const url = new URL(text);
  if (strict && url.protocol !== "https:")
    throw new Error("PUBLIC_URL must begin with https:// (links in mails stay valid for years).");
  if (url.pathname !== "/" || url.search || url.hash) throw new Error("PUBLIC_URL must have no path, only the host.");
  return url.origin;
}

function readDatabaseUrl(text: string | undefined, strict: boolean): string {
  if (!text) {
    if (strict)
      throw new Error("DATABASE_URL is missing, for example file:.data/pieteka.db or libsql://name.turso.io.");
    return "file:.data/pieteka.db";
  }
  if (!/^(file:|libsql:|https?:|wss?:)/.test(text))
    throw new Error("DATABASE_URL must begin with file:, libsql:, https: or http:.");
  return text;
}
