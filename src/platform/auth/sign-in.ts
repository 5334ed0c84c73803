/**
 * The ways in: a code and a link in one mail, or a link made by the operator. An unknown or disabled address takes the
 * same path and gets the same answers; only the mail is missing. Using one way in ends the others. Nothing here is
 * reached by GET.
 */
import { attempt } from "./attempt.ts";
import { type Engine, SIGN_IN_MINUTES } from "./engine.ts";
import type { Limits } from "./limits.ts";
import type { SignInLog } from "./sign-ins.ts";
import type { Auth, AuthDeps, Entry, HalfWay } from "./types.ts";
import { endPending, type StaffUser, staffAddress, userByEmail } from "./users.ts";

/** A link made by the operator: it travels by hand, so it waits longer. */
const OPERATOR_MINUTES = 24 * 60;

interface Parts {
  deps: AuthDeps;
  limits: Limits;
  engine: () => Engine;
  hash: (text: string) => string;
  log: SignInLog;
  /** What is still to do after the first step. */
  stepOf: (user: Pick<StaffUser, "role" | "secondFactor">) => HalfWay["step"] | undefined;
}

/** better-auth's name of the code of an address, as it stands in the table. */
export function codeIdentifier(hash: (text: string) => string, email: string): string {
  return hash(`sign-in-otp-${email}`);
}

type Ways = Pick<Auth, "requestSignIn" | "completeByCode" | "completeByLink" | "makeSignInLink" | "mailSignIn">;

export function createSignIn({ deps, limits, engine, hash, log, stepOf }: Parts): Ways {
  async function known(email: string): Promise<StaffUser | undefined> {
    const found = await userByEmail(deps.db, email);
    return found?.disabledAt === undefined ? found : undefined;
  }

  /** A fresh link for a known member, good for `minutes`. */
  async function link(user: StaffUser, minutes: number): Promise<string> {
    let token: string | undefined;
    const take = (made: string) => {
      token = made;
    };
    await engine().api.signInMagicLink({ body: { email: user.email, metadata: { take } }, headers: new Headers() });
    if (!token) throw new Error("no sign-in link was made");
    if (minutes !== SIGN_IN_MINUTES) {
      const expiresAt = new Date(Date.now() + minutes * 60_000);
      const { internalAdapter } = await engine().$context;
      await internalAdapter.updateVerificationByIdentifier(`magic-link:${hash(token)}`, { expiresAt });
    }
    return `${deps.publicUrl}/staff/sign-in/${token}`;
  }

  async function mail(user: StaffUser): Promise<boolean> {
    // The newest code is the only one; an older link stays good until it expires.
    const { internalAdapter } = await engine().$context;
    await internalAdapter.deleteVerificationByIdentifier(`sign-in-otp-${user.email}`);
    const code = await engine().api.createVerificationOTP({ body: { email: user.email, type: "sign-in" } });
    return deps.onSignInMail({
      to: user.email,
      name: user.name,
      language: user.language,
      code,
      url: await link(user, SIGN_IN_MINUTES),
      minutes: SIGN_IN_MINUTES,
    });
  }

  return {
    async requestSignIn({ email, client }) {
      const address = staffAddress(email);
      const standing = await limits.take([
        { rule: "ask:address", subject: address },
        { rule: "ask:client", subject: client },
      ]);
      if (!standing.allowed) return { outcome: "wait", waitSeconds: standing.waitSeconds };
      await deps.defer(async () => {
        const user = await known(address);
        if (user) await mail(user);
      });
      return { outcome: "asked" };
    },

    async completeByCode({ email, code, client }): Promise<Entry> {
      const address = staffAddress(email);
      const standing = await limits.take([
        { rule: "code:address", subject: address },
        { rule: "code:address-day", subject: address },
        { rule: "code:client", subject: client },
      ]);
      const user = await userByEmail(deps.db, address);
      const failed = (outcome: "limited" | "ended" | "code-wrong") => log.note({ outcome, userId: user?.id, client });
      if (!standing.allowed) {
        await failed("limited");
        return { outcome: "wait", waitSeconds: standing.waitSeconds };
      }
      const no: Entry = { outcome: "wrong", left: standing.left };
      if (user?.disabledAt !== undefined || !user) {
        await failed(user ? "ended" : "code-wrong");
        return no;
      }
      const answer = await attempt(() =>
        engine().api.signInEmailOTP({
          body: { email: address, otp: code.replace(/\s/g, "") },
          headers: new Headers(),
          returnHeaders: true,
        }),
      );
      if (!answer) {
        await failed("code-wrong");
        return no;
      }
      await limits.clear([{ rule: "code:address", subject: address }]);
      return entered(user, answer.headers, client);
    },

    async completeByLink({ token, client }): Promise<Entry> {
      const standing = await limits.take([{ rule: "link:client", subject: client }]);
      if (!standing.allowed) return { outcome: "wait", waitSeconds: standing.waitSeconds };
      const answer = await attempt(() =>
        engine().api.magicLinkVerify({ query: { token }, headers: new Headers(), returnHeaders: true }),
      );
      const email = (answer?.response as { user?: { email?: string } } | undefined)?.user?.email;
      const user = email ? await known(email) : undefined;
      if (answer && user) return entered(user, answer.headers, client);
      await log.note({ outcome: "link-wrong", client });
      return { outcome: "wrong", left: standing.left };
    },

    async makeSignInLink(email: string): Promise<string | undefined> {
      const user = await known(email);
      return user && (await link(user, OPERATOR_MINUTES));
    },

    async mailSignIn(email: string): Promise<boolean> {
      const user = await known(email);
      return user !== undefined && (await mail(user));
    },
  };

  async function entered(user: StaffUser, headers: Headers, client: string): Promise<Entry> {
    await deps.db.client.batch(
      endPending(user.email, codeIdentifier(hash, user.email)).map(({ sql, args }) => ({ sql, args })),
      "write",
    );
    const step = stepOf(user);
    // With a second factor he is in when he has shown it.
    if (step !== "code") await log.note({ outcome: "in", userId: user.id, client });
    return { outcome: "in", cookies: headers.getSetCookie(), step };
  }
}
