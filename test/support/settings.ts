/** Settings of a test: fixed keys, made from their names, and nothing that leads outside. */
import { sha256 } from "@noble/hashes/sha2.js";
import type { Config } from "../../src/platform/config.ts";
import { base64url, utf8 } from "../../src/platform/encoding.ts";
import { type KeyRings, RING_NAMES, readRing } from "../../src/platform/keys.ts";

export const PUBLIC_URL = "https://jaunumi.ministrija.example";

/** The text of the fixed key set, as it would stand in the environment. */
export const KEY_SET = Object.fromEntries(
  RING_NAMES.map((name) => [name, base64url(sha256(utf8(`test key ${name}`)))] as const),
);

export function testConfig(databaseUrl: string): Config {
  return {
    mode: "test",
    publicUrl: PUBLIC_URL,
    port: 0,
    databaseUrl,
    databaseAuthToken: undefined,
    mailer: { kind: "capture" },
    resendWebhookSecret: undefined,
    timeStamps: { authorities: [], papers: true },
    secondFactor: "offered",
    rings: Object.fromEntries(RING_NAMES.map((name) => [name, readRing(name, KEY_SET[name] as string)])) as KeyRings,
  };
}
