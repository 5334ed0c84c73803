/**
 * better-auth, set up for staff: one-time codes and links, no passwords, no sign-up, sessions of twelve hours in our own
 * database. Its HTTP routes are never mounted (a GET of its link route would sign a mail scanner in); our pages call its
 * functions. Codes, links and identifiers are stored only as keyed hashes.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { betterAuth } from "better-auth/minimal";
import { emailOTP } from "better-auth/plugins/email-otp";
import { magicLink } from "better-auth/plugins/magic-link";
import type { Database } from "../db.ts";
import { base64url, utf8 } from "../encoding.ts";
import type { KeyRing } from "../keys.ts";
import { account, rateLimit, session, user, verification } from "../schema.ts";
import { mac } from "../vault.ts";

/** A code or link in a sign-in mail lives this long. */
export const SIGN_IN_MINUTES = 15;
/** Wrong codes after which a code is dead. */
export const CODE_TRIES = 5;
const SESSION_SECONDS = 12 * 60 * 60;

/** The secret of cookies and hashes: HMAC-SHA-256(newest TOKEN key, "pieteka/auth-secret/1"). A new key signs everybody out. */
export function authSecret(tokenKeys: KeyRing): string {
  return base64url(mac(tokenKeys.newest.bytes, utf8("pieteka/auth-secret/1")));
}

/** Keyed hashes for what must be found again but not be readable in the database. */
export function keyedHash(secret: string): (text: string) => string {
  const key = sha256(utf8(`pieteka/auth-hash/1\0${secret}`));
  return (text) => base64url(mac(key, utf8(text)));
}

/** Builds better-auth. Costs some milliseconds, so it is built only when somebody needs it. */
export function createEngine(deps: { db: Database; publicUrl: string; secret: string }) {
  const secure = deps.publicUrl.startsWith("https://");
  const keyed = keyedHash(deps.secret);
  const hash = async (text: string) => keyed(text);
  return betterAuth({
    appName: "Pieteka",
    baseURL: deps.publicUrl,
    basePath: "/staff/auth",
    secrets: [{ version: 1, value: deps.secret }],
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    database: drizzleAdapter(deps.db.read, {
      provider: "sqlite",
      usePlural: false,
      transaction: false,
      schema: { user, session, account, verification, rateLimit },
    }),
    user: {
      additionalFields: {
        role: { type: "string", input: false },
        language: { type: "string", input: false },
        disabledAt: { type: "number", input: false, required: false },
      },
    },
    session: {
      expiresIn: SESSION_SECONDS,
      // A read must not write: the twelve hours run from the sign-in.
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    verification: { storeIdentifier: { hash } },
    advanced: {
      database: { generateId: "uuid" },
      ipAddress: { disableIpTracking: true },
      useSecureCookies: false,
      cookies: {
        session_token: {
          name: secure ? "__Host-pieteka-session" : "pieteka-session",
          attributes: { secure, httpOnly: true, sameSite: "lax", path: "/" },
        },
      },
    },
    plugins: [
      emailOTP({
        otpLength: 6,
        expiresIn: SIGN_IN_MINUTES * 60,
        allowedAttempts: CODE_TRIES,
        disableSignUp: true,
        storeOTP: { hash },
        // Never used: we ask for the code and mail it together with the link.
        sendVerificationOTP: async () => {},
      }),
      magicLink({
        expiresIn: SIGN_IN_MINUTES * 60,
        disableSignUp: true,
        storeToken: { type: "custom-hasher", hash },
        sendMagicLink: async ({ token, metadata }) => {
          (metadata as { take: (token: string) => void }).take(token);
        },
      }),
    ],
  });
}

export type Engine = ReturnType<typeof createEngine>;
