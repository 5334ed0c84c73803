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
  RESEND_WEBHOOK_SECRET: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
  ...Object.fromEntries(RING_NAMES.map((name) => [name, newRingText(randomIds)])),
});
const problems = (change: Environment, dkimKey?: () => unknown): string[] => {
  try {
    readConfig({ ...whole(), ...change }, { dkimKey });
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
    expect(found[0]).toContain(name);
  });

  describe("with MAILER=smtp", () => {
    const smtp = { MAILER: "smtp", SMTP_URL: "smtps://relay.example", RESEND_API_KEY: undefined };
    const dkim = { DKIM_DOMAIN: "ministry.example", DKIM_SELECTOR: "p2026", DKIM_PRIVATE_KEY: "MIIE…" };

    it("says all that it needs when nothing of it is there", () => {
      const found = problems({ MAILER: "smtp" });
      expect(found).toEqual([expect.stringContaining("SMTP_URL"), expect.stringContaining("DKIM_PRIVATE_KEY")]);
    });

    it("needs to know who signs, and says which settings are missing", () => {
      expect(problems(smtp)).toEqual([
        "DKIM_DOMAIN, DKIM_SELECTOR, DKIM_PRIVATE_KEY are missing: MAILER=smtp signs its mail. If the mail server signs, say DKIM=by-server.",
      ]);
      for (const name of Object.keys(dkim)) {
        const found = problems({ ...smtp, ...dkim, [name]: undefined });
        expect(found).toHaveLength(1);
        expect(found[0]).toContain(`${name} is missing`);
      }
    });

    it.each([[dkim], [{ DKIM: "by-server" }]])("starts where somebody signs", (who) => {
      expect(problems({ ...smtp, ...who })).toEqual([]);
    });

    it.each([
      ["DKIM", { DKIM: "no" }],
      ["DKIM", { ...dkim, DKIM: "by-server" }],
      ["DKIM_DOMAIN", { ...dkim, DKIM_DOMAIN: "ministry" }],
      ["DKIM_DOMAIN", { ...dkim, DKIM_DOMAIN: "a.example; h=from" }],
      ["DKIM_SELECTOR", { ...dkim, DKIM_SELECTOR: "p 2026" }],
      ["SMTP_URL", { ...dkim, SMTP_URL: "smtp://" }],
      ["SMTP_CONNECTIONS", { ...dkim, SMTP_CONNECTIONS: "0" }],
      ["SMTP_CONNECTIONS", { ...dkim, SMTP_CONNECTIONS: "2.5" }],
      ["SMTP_PER_SECOND", { ...dkim, SMTP_PER_SECOND: "many" }],
    ])("refuses a wrong %s with one sentence", (name, change) => {
      const found = problems({ ...smtp, ...change });
      expect(found).toHaveLength(1);
      expect(found[0]).toContain(name);
      expect(found[0]).toMatch(/\.$/);
    });
  });

  it("tells every fault of the way out at once: none hides another", () => {
    const smtp = { MAILER: "smtp", SMTP_URL: undefined, SMTP_CONNECTIONS: "0", SMTP_PER_SECOND: "many" };
    const dkim = { DKIM_DOMAIN: "ministry", DKIM_SELECTOR: "p 2026", DKIM_PRIVATE_KEY: "short" };
    const key = () => {
      throw new Error("DKIM_PRIVATE_KEY is not a private key.");
    };
    const named = (found: string[]) => found.map((sentence) => /^[A-Z_]+/.exec(sentence)?.[0]);
    expect(named(problems({ ...smtp, ...dkim }, key))).toEqual([
      "SMTP_URL",
      "SMTP_CONNECTIONS",
      "SMTP_PER_SECOND",
      "DKIM_DOMAIN",
      "DKIM_SELECTOR",
      "DKIM_PRIVATE_KEY",
    ]);
    const resend = { MAILER: "resend", RESEND_API_KEY: undefined, RESEND_BASE_URL: "x", RESEND_WEBHOOK_SECRET: "" };
    expect(named(problems(resend))).toEqual(["RESEND_API_KEY", "RESEND_BASE_URL", "RESEND_WEBHOOK_SECRET"]);
  });

  it("takes Resend over https only", () => {
    expect(problems({ RESEND_BASE_URL: "http://127.0.0.1:4320" })).toEqual([
      "RESEND_BASE_URL must begin with https://.",
    ]);
  });

  it("tells every fault at once, and no secret", () => {
    const found = problems({ PUBLIC_URL: undefined, TAG_KEYS: "geheim", MAILER: undefined });
    expect(found).toHaveLength(3);
    expect(found.join()).not.toContain("geheim");
  });
});

describe("in development", () => {
  const keys = Object.fromEntries(RING_NAMES.map((name) => [name, newRingText(randomIds)]));
  const smtp = { NODE_ENV: "development", MAILER: "smtp", SMTP_URL: "smtp://localhost:2525", ...keys };

  it("SMTP may go unsigned, over four lines and as fast as it can, unless it is told otherwise", () => {
    expect(readConfig(smtp).mailer).toEqual({
      kind: "smtp",
      url: "smtp://localhost:2525",
      connections: 4,
      perSecond: undefined,
      dkim: undefined,
    });
    expect(readConfig({ ...smtp, SMTP_CONNECTIONS: "8", SMTP_PER_SECOND: "12.5" }).mailer).toMatchObject({
      connections: 8,
      perSecond: 12.5,
    });
  });

  it("half a signature is refused here too", () => {
    expect(() => readConfig({ ...smtp, DKIM_DOMAIN: "ministry.example" })).toThrow(
      "DKIM_SELECTOR, DKIM_PRIVATE_KEY are missing",
    );
  });

  it("Resend may be a fake on this machine", () => {
    const env = { ...keys, NODE_ENV: "development", MAILER: "resend", RESEND_API_KEY: "re_x" };
    expect(readConfig({ ...env, RESEND_BASE_URL: "http://127.0.0.1:4320" }).mailer).toMatchObject({
      baseUrl: "http://127.0.0.1:4320",
    });
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

it("production demands a second factor, whatever a setting says; development offers it unless told to demand", () => {
  const keys = Object.fromEntries(RING_NAMES.map((name) => [name, newRingText(randomIds)]));
  const of = (env: Environment) => readConfig({ ...keys, ...env }).secondFactor;
  expect(of({ ...whole(), SECOND_FACTOR: "offered" })).toBe("demanded");
  expect(of({ NODE_ENV: "development" })).toBe("offered");
  expect(of({ NODE_ENV: "development", SECOND_FACTOR: "demanded" })).toBe("demanded");
});
