/**
 * The settings on Node: the environment, and for the demo (development only) a key set that is made once and kept beside
 * the database. Production never makes keys by itself: lost keys are lost addresses and lost proofs.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Config, ConfigError, type Environment, readConfig } from "../../platform/config.ts";
import { randomIds } from "../../platform/ids.ts";
import { newRingText, RING_NAMES } from "../../platform/keys.ts";
import { dataFolder } from "./database.ts";
import { dkimKeyOf } from "./smtp/dkim.ts";

/** A fresh key set, one `NAME=value` line for each ring. */
export function newKeySet(): string {
  return RING_NAMES.map((name) => `${name}=${newRingText(randomIds)}\n`).join("");
}

/** `NAME=value` lines; empty lines and lines that begin with `#` are passed over. */
export function parseEnvFile(text: string): Environment {
  const pairs = text
    .split(/\r?\n/)
    .filter((line) => /^[A-Z_]+=/.test(line))
    .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)] as const);
  return Object.fromEntries(pairs);
}

/**
 * Reads the settings. `demo` makes development the mode where NODE_ENV says nothing. Throws ConfigError with every fault.
 * `say` gets a sentence for people, for example that keys were made. `beside`: of the command line, whose links lead to the
 * demo that runs, or ran last, on this data.
 */
export function readSettings(
  given: Environment,
  options: { demo?: boolean; beside?: boolean; say?: (sentence: string) => void } = {},
): Config {
  const env = { ...given };
  if (options.demo && !env.NODE_ENV) env.NODE_ENV = "development";
  if (env.NODE_ENV === "development") {
    const folder = dataFolder({ databaseUrl: env.DATABASE_URL || "file:.data/pieteka.db" });
    if (RING_NAMES.every((name) => !env[name])) Object.assign(env, demoKeys(folder, options.say ?? (() => {})));
    if (options.beside && !env.PUBLIC_URL && !env.PORT) env.PUBLIC_URL = addressIn(folder);
  }
  return readConfig(env, { dkimKey: dkimKeyOf });
}

function demoKeys(folder: string, say: (sentence: string) => void): Environment {
  const path = join(folder, "keys.env");
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(path, newKeySet(), { mode: 0o600, flag: "wx" });
    say(`Made keys for this demo in ${path}. A real deployment gets its own from \`npm run keys\`.`);
  }
  return parseEnvFile(readFileSync(path, "utf8"));
}

/** Where the address of the demo stands, for `beside`. */
const addressFile = (folder: string) => join(folder, "address");

function addressIn(folder: string): string | undefined {
  return existsSync(addressFile(folder)) ? readFileSync(addressFile(folder), "utf8").trim() : undefined;
}

/** Remembers under which address the demo is reached: its port may be any. */
export function rememberAddress(config: Config): void {
  if (config.mode !== "development") return;
  const folder = dataFolder(config);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(addressFile(folder), `${config.publicUrl}\n`);
}

/** Reads the settings or ends the program with the sentences of what is wrong. */
export function settingsOrExit(given: Environment, options: Parameters<typeof readSettings>[1] = {}): Config {
  try {
    return readSettings(given, options);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exit(78);
  }
}
