import { describe, expect, it } from "vitest";
import { ConfigError, type Environment, readConfig } from "../../src/platform/config.ts";
import { randomIds } from "../../src/platform/ids.ts";
import { newRingText, RING_NAMES } from "../../src/platform/keys.ts";

const whole = (): Environment => ({
  NODE_ENV: "production",
  PUBLIC_URL: "https://news.ministry.example",
  DATABASE_URL: "libsql://pieteka.example",
  MAILER: "resend",
  RESEND_API_KEY: "re_8fK2vQ",
  RESEND_WEBHOOK_SECRET: "whsec_9c1fa2",
  ...Object.fromEntries(RING_NAMES.map((name) => [name, newRingText(randomIds)])),
});
const problems = (change: Environment): string[] => {
  try {
    readConfig({ ...whole(), ...change });
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
};

describe("in production", () => {
  it("starts with whole settings", () => expect(problems({})).toEqual([]));
  it("is production unless something says otherwise", () =>
    expect(problems({ NODE_ENV: undefined, MAILER: "capture" })).toHaveLength(1));

  it.each(["PUBLIC_URL", "DATABASE_URL", "MAILER", "RESEND_API_KEY", "RESEND_WEBHOOK_SECRET", ...RING_NAMES])(
    "refuses to start without %s, and names it",
    (name) => {
      const found = problems({ [name]: undefined });
      expect(found).toHaveLength(1);
      expect(found[0]).toContain(name);
    },
  );

  it.each([
    ["PUBLIC_URL", "http://news.ministry.example"],
    ["PUBLIC_URL", "https://news.ministry.example/path"],
    ["PUBLIC_URL", "news"],
    ["DATABASE_URL", "postgres://x"],
    ["MAILER", "capture"],
    ["MAILER", "smtp"],
    ["MAILER", "pigeon"],
    ["RESEND_API_KEY", "re_123456"],
    ["RESEND_WEBHOOK_SECRET", "changeme"],
    ["RESEND_BASE_URL", "nowhere"],
    ["TAG_KEYS", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"],
    ["PORT", "80a"],
    ["PORT", "70000"],
  ])("refuses %s=%s with a sentence that says what is wrong", (name, value) => {
    const found = problems({ [name]: value });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/\.$/);
    expect(found[0]).toContain(name === "MAILER" && value === "smtp" ? "SMTP_URL" : name);
  });

  it("tells every fault at once, and no secret", () => {
    const found = problems({ PUBLIC_URL: undefined, TAG_KEYS: "geheim", MAILER: undefined });
    expect(found).toHaveLength(3);
    expect(found.join()).not.toContain("geheim");
  });
});

it("in development needs only keys", () => {
  const keys = Object.fromEntries(RING_NAMES.map((name) => [name, newRingText(randomIds)]));
  expect(readConfig({ NODE_ENV: "development", PORT: "9000", ...keys })).toMatchObject({
    publicUrl: "http://localhost:9000",
    mailer: { kind: "capture" },
    databaseUrl: "file:.data/pieteka.db",
  });
});
