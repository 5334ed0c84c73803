/**
 * The second factor of staff: better-auth's authenticator codes (TOTP, RFC 6238: six digits, thirty seconds, one step of skew)
 * and recovery codes, within a session that a mail code or a link has begun.
 *
 * What must stay true: such a session opens nothing until the factor was shown in it (`session.second_factor_at`) and dies in
 * half an hour; no code counts twice (RFC 6238 section 5.2); tries are counted for the member, whichever browser asks.
 */
import type { Clock } from "../clock.ts";
import type { Database, Write } from "../db.ts";
import { attempt } from "./attempt.ts";
import type { Engine } from "./engine.ts";
import type { Limits } from "./limits.ts";
import { tidyRecoveryCode } from "./recovery.ts";
import type { SignInLog } from "./sign-ins.ts";
import type { Entry, NotIn, SecondFactor } from "./types.ts";

interface Parts {
  db: Database;
  clock: Clock;
  limits: Limits;
  engine: () => Engine;
  log: SignInLog;
  /** Only the cookie of the session, if there is one. */
  cookieOnly: (headers: Headers) => Headers | undefined;
}

/** The token of a session as its cookie carries it: before the signature. */
const tokenOf = (cookie: string): string | undefined => {
  const value = /pieteka-session=([^;]*)/.exec(cookie)?.[1];
  return value && decodeURIComponent(value).split(".")[0];
};

const NO: NotIn = { outcome: "wrong", left: 0 };

export function createSecondFactor({ db, clock, limits, engine, log, cookieOnly }: Parts): SecondFactor {
  const counted = (userId: string, client: string) =>
    limits.take([
      { rule: "second:user", subject: userId },
      { rule: "second:user-day", subject: userId },
      { rule: "second:client", subject: client },
    ]);

  /** Whose session it is, and its token. */
  async function holder(headers: Headers) {
    const cookie = cookieOnly(headers);
    const found = cookie && (await engine().api.getSession({ headers: cookie }));
    if (!found || found.user.disabledAt != null) return undefined;
    return { cookie, userId: found.user.id, token: found.session.token, enabled: found.user.twoFactorEnabled === true };
  }

  /** The session may open doors from now on. */
  async function passed(token: string): Promise<void> {
    await db.client.execute({
      sql: "UPDATE session SET second_factor_at = ? WHERE token = ?",
      args: [clock.now(), token],
    });
  }

  async function entered(
    who: { userId: string; token: string },
    by: "in-second" | "in-recovery",
    client: string,
  ): Promise<Entry> {
    await passed(who.token);
    await limits.clear([{ rule: "second:user", subject: who.userId }]);
    await log.note({ outcome: by, userId: who.userId, client });
    return { outcome: "in", cookies: [] };
  }

  async function wrong(userId: string, left: number, client: string): Promise<NotIn> {
    await log.note({ outcome: "second-wrong", userId, client });
    return { outcome: "wrong", left };
  }

  /** Whether the code is right and was not used before; what better-auth sets, if it sets anything. */
  async function right(cookie: Headers, userId: string, typed: string): Promise<string[] | undefined> {
    const code = typed.replace(/\s/g, "");
    const answer = await attempt(() =>
      engine().api.verifyTOTP({ body: { code }, headers: cookie, returnHeaders: true }),
    );
    if (!answer) return undefined;
    const first = await limits.take([{ rule: "second:used", subject: `${userId}\0${code}` }]);
    return first.allowed
      ? answer.headers.getSetCookie().filter((line) => line.includes("pieteka-session="))
      : undefined;
  }

  return {
    async begin(headers) {
      const who = await holder(headers);
      if (!who || who.enabled) return false;
      return (
        (await attempt(() => engine().api.enableTwoFactor({ body: { method: "totp" }, headers: who.cookie }))) !==
        undefined
      );
    },

    async uri(headers) {
      const who = await holder(headers);
      if (!who || who.enabled) return undefined;
      return (await attempt(() => engine().api.getTOTPURI({ body: {}, headers: who.cookie })))?.totpURI;
    },

    async confirm({ headers, code, client }) {
      const who = await holder(headers);
      if (!who || who.enabled) return NO;
      const standing = await counted(who.userId, client);
      if (!standing.allowed) return { outcome: "wait", waitSeconds: standing.waitSeconds };
      const cookies = await right(who.cookie, who.userId, code);
      if (!cookies) return wrong(who.userId, standing.left, client);
      // The session is a new one: whatever knew the old token is out.
      const set = cookies[0] ?? "";
      await entered({ userId: who.userId, token: tokenOf(set) ?? who.token }, "in-second", client);
      const now = new Headers({ cookie: set.split(";")[0] ?? "" });
      return { outcome: "in", cookies, codes: await renew(now) };
    },

    async show({ headers, code, client }) {
      const who = await holder(headers);
      if (!who?.enabled) return NO;
      const standing = await counted(who.userId, client);
      if (!standing.allowed) return { outcome: "wait", waitSeconds: standing.waitSeconds };
      return (await right(who.cookie, who.userId, code))
        ? entered(who, "in-second", client)
        : wrong(who.userId, standing.left, client);
    },

    async recover({ headers, code, client }) {
      const who = await holder(headers);
      if (!who?.enabled) return NO;
      const standing = await counted(who.userId, client);
      if (!standing.allowed) return { outcome: "wait", waitSeconds: standing.waitSeconds };
      const body = { code: tidyRecoveryCode(code), disableSession: true };
      const answer = await attempt(() => engine().api.verifyBackupCode({ body, headers: who.cookie }));
      return answer ? entered(who, "in-recovery", client) : wrong(who.userId, standing.left, client);
    },

    async newCodes(headers) {
      const who = await holder(headers);
      return who?.enabled ? renew(who.cookie) : [];
    },

    async codesLeft(userId) {
      const answer = await attempt(() => engine().api.viewBackupCodes({ body: { userId } }));
      return answer?.backupCodes.length ?? 0;
    },

    off: (userId, enrolUntil) => offWrites(userId, clock.now(), enrolUntil),

    enrolled: (userId) => ({ sql: "UPDATE user SET enrol_until = NULL WHERE id = ?", args: [userId] }),
  };

  async function renew(cookie: Headers): Promise<string[]> {
    return (await engine().api.generateBackupCodes({ body: {}, headers: cookie })).backupCodes;
  }
}

/** Takes the second factor off and signs the member out everywhere. Stale if there was none, nor a time to set one up. */
function offWrites(userId: string, now: number, enrolUntil?: number): Write[] {
  return [
    {
      sql: `UPDATE user SET two_factor_enabled = 0, enrol_until = ?, updated_at = ?
            WHERE id = ? AND (two_factor_enabled = 1 OR enrol_until IS NOT NULL)`,
      args: [enrolUntil ?? null, now, userId],
      expect: 1,
    },
    { sql: "DELETE FROM two_factor WHERE user_id = ?", args: [userId] },
    { sql: "DELETE FROM session WHERE user_id = ?", args: [userId] },
    { sql: "DELETE FROM second_factor_reset WHERE user_id = ?", args: [userId] },
  ];
}
