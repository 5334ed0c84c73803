/**
 * Staff sign-in. Cheap to create: better-auth itself is built only when a cookie is read or somebody signs in, so that
 * public pages on Workers, where everything is made anew for each request, do not pay for it.
 */
import { createEngine, type Engine, keyedHash } from "./engine.ts";
import { createLimits } from "./limits.ts";
import { createSecondFactor } from "./second.ts";
import { codeIdentifier, createSignIn } from "./sign-in.ts";
import { createSignInLog, readLastSignIns, readSignIns } from "./sign-ins.ts";
import type { Auth, AuthDeps, HalfWay, StaffSession } from "./types.ts";
import {
  addUser,
  changeUserRole,
  disableUser,
  enableUser,
  forgetFormer,
  listUsers,
  type StaffRole,
  userByEmail,
  userById,
} from "./users.ts";

export { authSecret, authSecrets } from "./engine.ts";
export { OUTCOMES, type Outcome, type SignInRow } from "./sign-ins.ts";
export type { Auth, AuthDeps, Entry, HalfWay, SignInMail, StaffSession } from "./types.ts";
export type { NewUser, StaffRole, StaffUser } from "./users.ts";
export { isForgotten } from "./users.ts";

/** How long somebody who is half-way in may take for the second step. */
const HALF_WAY_MS = 30 * 60_000;

/** Builds staff sign-in over a database of either runtime. */
export function createAuth(deps: AuthDeps): Auth {
  let built: Engine | undefined;
  const engine = () => {
    built ??= createEngine(deps);
    return built;
  };
  const hash = keyedHash(deps.secret);
  const limits = createLimits(deps.db, deps.clock, hash);

  /** Only the cookie goes in: better-auth would otherwise keep the browser's name with the session. */
  const cookieOnly = (headers: Headers) => {
    const cookie = headers.get("cookie");
    return cookie?.includes("pieteka-session=") ? new Headers({ cookie }) : undefined;
  };

  const log = createSignInLog(deps.db, deps.clock, hash);
  const mustEnrol = deps.mustEnrol ?? (() => false);
  /** What is still to do after the mail: show the second factor, or set one up. */
  const stepOf = (user: { role: StaffRole; secondFactor: boolean }): HalfWay["step"] | undefined => {
    if (user.secondFactor) return "code";
    return mustEnrol(user.role) ? "enrol" : undefined;
  };

  /** Who the cookies belong to, and what he has still to do. */
  async function look(headers: Headers) {
    const cookie = cookieOnly(headers);
    const found = cookie && (await engine().api.getSession({ headers: cookie }));
    if (!found || found.user.disabledAt != null) return undefined;
    const who = asSession(found.user, found.session.secondFactorAt != null);
    const step = stepOf({ role: who.role, secondFactor: found.user.twoFactorEnabled === true });
    // Shown by an authenticator that was taken off meanwhile, it counts no more.
    const due = who.second && step !== "enrol" ? undefined : step;
    // By the clock of the sessions themselves.
    const late = Date.now() - found.session.createdAt.getTime() > HALF_WAY_MS;
    return { who, due, late };
  }

  return {
    ...createSignIn({ deps, limits, engine, hash, log, stepOf }),
    second: createSecondFactor({ db: deps.db, clock: deps.clock, limits, engine, log, cookieOnly }),
    signIns: (ask) => readSignIns(deps.db, ask),
    lastSignIns: () => readLastSignIns(deps.db),

    async session(headers) {
      const found = await look(headers);
      return found && found.due === undefined ? found.who : undefined;
    },

    async halfWay(headers) {
      const found = await look(headers);
      return found?.due && !found.late ? { ...found.who, step: found.due } : undefined;
    },

    async signOut(headers) {
      const cookie = cookieOnly(headers);
      if (!cookie) return [];
      const answer = await engine().api.signOut({ headers: cookie, returnHeaders: true });
      return answer.headers.getSetCookie().filter((line) => line.includes("pieteka-session="));
    },

    users: {
      list: () => listUsers(deps.db),
      byId: (id) => userById(deps.db, id),
      byEmail: (email) => userByEmail(deps.db, email),
      add: (user) => addUser(user, deps.clock.now()),
      changeRole: (id, from, to) => changeUserRole(id, from, to, deps.clock.now()),
      disable: (user) => disableUser(user, codeIdentifier(hash, user.email), deps.clock.now()),
      forget: (before, page) => forgetFormer(before, page, deps.clock.now()),
      enable: (id) => enableUser(id, deps.clock.now()),
    },
  };
}

function asSession(
  user: { id: string; name: string; email: string; role: string; language: string },
  second: boolean,
): StaffSession {
  const { id, name, email, language } = user;
  return { userId: id, name, email, role: user.role as StaffRole, language, second };
}
