import { generateKeyPairSync } from "node:crypto";
import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Hono } from "hono";
import { expect, it, onTestFinished } from "vitest";
import type { createApp } from "../../../src/app.ts";
import { ConfigError } from "../../../src/platform/config.ts";
import { RING_NAMES } from "../../../src/platform/keys.ts";
import { shownMailbox } from "../../../src/runtime/node/mailer.ts";
import { withAssets } from "../../../src/runtime/node/serve.ts";
import { newKeySet, parseEnvFile, readSettings, rememberAddress } from "../../../src/runtime/node/settings.ts";
import { createTraffic } from "../../../src/runtime/node/traffic.ts";
import { memoryMailbox } from "../../fakes/mailbox.ts";

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "pieteka-settings-"));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

const PRODUCTION = {
  PUBLIC_URL: "https://jaunumi.ministrija.example",
  MAILER: "smtp",
  SMTP_URL: "smtps://relay.ministrija.example",
  DKIM: "by-server",
};

it("the demo makes its keys once, for this user only, and reads the same ones afterwards", () => {
  const at = folder();
  const env = { DATABASE_URL: `file:${join(at, "data", "p.db")}` };
  const said: string[] = [];
  const first = readSettings(env, { demo: true, say: (sentence) => said.push(sentence) });
  const again = readSettings(env, { demo: true, say: (sentence) => said.push(sentence) });
  expect([first.mode, first.mailer.kind, said.length]).toEqual(["development", "capture", 1]);
  expect(statSync(join(at, "data", "keys.env")).mode & 0o777).toBe(0o600);
  expect(again.rings.TAG_KEYS.newest.id).toBe(first.rings.TAG_KEYS.newest.id);
});

it("the command line leads to the demo that runs on the same data, on whatever port; what is set outweighs it", () => {
  const env = { DATABASE_URL: `file:${join(folder(), "data", "p.db")}` };
  const beside = (more: Record<string, string> = {}) =>
    readSettings({ ...env, ...more }, { demo: true, beside: true }).publicUrl;
  expect(beside()).toBe("http://localhost:8787");
  rememberAddress(readSettings({ ...env, PORT: "9123" }, { demo: true }));
  expect(beside()).toBe("http://localhost:9123");
  expect(beside({ PORT: "9200" })).toBe("http://localhost:9200");
  expect(beside({ PUBLIC_URL: "http://desk.test:81" })).toBe("http://desk.test:81");
  expect(readSettings(env, { demo: true }).publicUrl).toBe("http://localhost:8787");
});

it("production makes no keys: it refuses to start and names each missing ring", () => {
  const at = folder();
  const env = { ...PRODUCTION, DATABASE_URL: `file:${join(at, "p.db")}`, NODE_ENV: "production" };
  expect(() => readSettings(env, { demo: true })).toThrow(
    new RegExp(RING_NAMES.map((n) => `${n} is missing[\\s\\S]*`).join("")),
  );
  expect(existsSync(join(at, "keys.env"))).toBe(false);
});

it("a forgotten NODE_ENV is production", () => {
  expect(() => readSettings({})).toThrow(/PUBLIC_URL is missing[\s\S]*DATABASE_URL is missing[\s\S]*MAILER must be/);
});

it("production takes neither captured mail nor plain http", () => {
  const keys = parseEnvFile(newKeySet());
  const env = { ...PRODUCTION, ...keys, DATABASE_URL: "file:/srv/p.db" };
  expect(readSettings(env).mode).toBe("production");
  expect(() => readSettings({ ...env, MAILER: "capture" })).toThrow(/MAILER=capture/);
  expect(() => readSettings({ ...env, PUBLIC_URL: "http://jaunumi.ministrija.example" })).toThrow(/https/);
});

it("production refuses a DKIM key that is too short, and tells nothing of it", () => {
  const env = { ...PRODUCTION, ...parseEnvFile(newKeySet()), DATABASE_URL: "file:/srv/p.db", DKIM: undefined };
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 1024 });
  const short = privateKey.export({ type: "pkcs8", format: "der" }).toString("base64");
  const dkim = { DKIM_DOMAIN: "ministrija.example", DKIM_SELECTOR: "p2026", DKIM_PRIVATE_KEY: short };
  expect(() => readSettings({ ...env, ...dkim })).toThrow(ConfigError);
  expect(() => readSettings({ ...env, ...dkim })).toThrow(
    /DKIM_PRIVATE_KEY must be an RSA key of 2048 bits or more\.$/,
  );
});

it("captured mail is shown in development only, and only where no mail leaves", () => {
  const keys = parseEnvFile(newKeySet());
  const development = { ...keys, NODE_ENV: "development", DATABASE_URL: `file:${join(folder(), "p.db")}` };
  const production = { ...keys, ...PRODUCTION, DATABASE_URL: "file:/srv/p.db" };
  expect(shownMailbox(readSettings(development))).toBeDefined();
  expect(shownMailbox(readSettings({ ...development, MAILER: "smtp", SMTP_URL: "smtp://localhost" }))).toBeUndefined();
  expect(shownMailbox(readSettings(production))).toBeUndefined();
  // Not even if somebody got past the check of the settings.
  expect(shownMailbox({ ...readSettings(production), mailer: { kind: "capture" } })).toBeUndefined();
});

it("without a mailbox there is no door to captured mail", async () => {
  const app = new Hono().all("*", (c) => c.text("the app", 404)) as unknown as ReturnType<typeof createApp>;
  const traffic = createTraffic();
  for (const path of ["/dev/mail", "/dev/mail.json", `/dev/mail/${"0".repeat(32)}`]) {
    expect(await (await withAssets(app, { traffic }).request(path)).text()).toBe("the app");
    expect(await (await withAssets(app, { mailbox: memoryMailbox(), traffic }).request(path)).text()).not.toBe(
      "the app",
    );
  }
});

it("a new key set has one distinct key for each ring", () => {
  const set = parseEnvFile(newKeySet());
  expect(Object.keys(set)).toEqual([...RING_NAMES]);
  expect(new Set(Object.values(set)).size).toBe(RING_NAMES.length);
});
