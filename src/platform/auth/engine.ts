/**
 * better-auth, set up for staff: one-time codes and links, no passwords, no sign-up, sessions of twelve hours in our own
 * database. Its HTTP routes are never mounted (a GET of its link route would sign a mail scanner in); our pages call its
 * functions. Codes, links and identifiers are stored only as keyed hashes; secrets of authenticator apps and recovery codes
 * encrypted under a key that is not in the database.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { betterAuth } from "better-auth/minimal";
import { emailOTP } from "better-auth/plugins/email-otp";
import { magicLink } from "better-auth/plugins/magic-link";
import { twoFactor as secondFactor } from "better-auth/plugins/two-factor";
import type { Database } from "../db.ts";
import { base64url, utf8 } from "../encoding.ts";
import type { KeyRing } from "../keys.ts";
import { account, rateLimit, session, twoFactor, user, verification } from "../schema.ts";
import { mac } from "../vault.ts";
import { RECOVERY_CODES, recoveryCode } from "./recovery.ts";

/** A code or link in a sign-in mail lives this long. */
export const SIGN_IN_MINUTES = 15;
/** Wrong codes after which a code is dead. */
export const CODE_TRIES = 5;
const SESSION_SECONDS = 12 * 60 * 60;

/** The secret of cookies and hashes: HMAC-SHA-256(newest TOKEN key, "pieteka/auth-secret/1"). A new key signs everybody out. */
export function authSecret(tokenKeys: KeyRing): string {
  return base64url(mac(tokenKeys.newest.bytes, utf8("pieteka/auth-secret/1")));
}

/** A secret with the number under which better-auth finds it again. */
export interface NumberedSecret {
  version: number;
  value: string;
}

/**
 * The secrets of every TOKEN key, newest first: what was encrypted under an older one (a member's authenticator secret) still
 * opens, because TOKEN keys stay for ever. The number is the key's id, so that it does not depend on the order of the ring.
 */
export function authSecrets(tokenKeys: KeyRing): NumberedSecret[] {
  return tokenKeys.all.map((key) => ({
    version: Number.parseInt(key.id, 16),
    value: base64url(mac(key.bytes, utf8("pieteka/auth-secret/1"))),
  }));
}

/** Keyed hashes for what must be found again but not be readable in the database. */
export function keyedHash(secret: string): (text: string) => string {
  const key = sha256(utf8(`pieteka/auth-hash/1\0${secret}`));
  return (text) => base64url(mac(key, utf8(text)));
}

/** Builds better-auth. Costs some milliseconds, so it is built only when somebody needs it. */
export function createEngine(deps: {
  db: Database;
  publicUrl: string;
  secret: string;
  secrets?: readonly NumberedSecret[] | undefined;
}) {
  const secure = deps.publicUrl.startsWith("https://");
  const keyed = keyedHash(deps.secret);
  const hash = async (text: string) => keyed(text);
  return betterAuth({
    appName: "Pieteka",
    baseURL: deps.publicUrl,
    basePath: "/staff/auth",
    secrets: [...(deps.secrets ?? [{ version: 1, value: deps.secret }])],
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    database: drizzleAdapter(deps.db.read, {
      provider: "sqlite",
      usePlural: false,
      transaction: false,
      schema: { user, session, account, verification, rateLimit, twoFactor },
    }),
    user: {
      additionalFields: {
        role: { type: "string", input: false },
        language: { type: "string", input: false },
        disabledAt: { type: "number", input: false, required: false },
      },
    },
    session: {
      additionalFields: { secondFactorAt: { type: "number", input: false, required: false } },
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
      secondFactor({
        issuer: "Pieteka",
        allowPasswordless: true,
        // Our own limits count, with the clock and the log of sign-ins (second.ts).
        accountLockout: { enabled: false },
        backupCodeOptions: {
          storeBackupCodes: "encrypted",
          customBackupCodesGenerate: () => Array.from({ length: RECOVERY_CODES }, recoveryCode),
        },
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
