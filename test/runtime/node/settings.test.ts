import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { RING_NAMES } from "../../../src/platform/keys.ts";
import { newKeySet, parseEnvFile, readSettings } from "../../../src/runtime/node/settings.ts";

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "pieteka-settings-"));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

const PRODUCTION = {
  PUBLIC_URL: "https://jaunumi.ministrija.example",
  MAILER: "smtp",
  SMTP_URL: "smtps://relay.ministrija.example",
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

it("a new key set has one distinct key for each ring", () => {
  const set = parseEnvFile(newKeySet());
  expect(Object.keys(set)).toEqual([...RING_NAMES]);
  expect(new Set(Object.values(set)).size).toBe(RING_NAMES.length);
});
