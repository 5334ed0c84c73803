/**
 * Staff sign-in. Cheap to create: better-auth itself is built only when a cookie is read or somebody signs in, so that
 * public pages on Workers, where everything is made anew for each request, do not pay for it.
 */
import { createEngine, type Engine, keyedHash } from "./engine.ts";
import { createLimits } from "./limits.ts";
import { codeIdentifier, createSignIn } from "./sign-in.ts";
import type { Auth, AuthDeps, StaffSession } from "./types.ts";
import {
  addUser,
  changeUserRole,
  disableUser,
  enableUser,
  listUsers,
  type StaffRole,
  userByEmail,
  userById,
} from "./users.ts";

export { authSecret } from "./engine.ts";
export type { Auth, AuthDeps, Entry, SignInMail, StaffSession } from "./types.ts";
export type { NewUser, StaffRole, StaffUser } from "./users.ts";

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

  return {
    ...createSignIn({ deps, limits, engine, hash }),

    async session(headers) {
      const cookie = cookieOnly(headers);
      const found = cookie && (await engine().api.getSession({ headers: cookie }));
      return found && found.user.disabledAt == null ? asSession(found.user) : undefined;
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
      enable: (id) => enableUser(id, deps.clock.now()),
    },
  };
}

function asSession(user: { id: string; name: string; email: string; role: string; language: string }): StaffSession {
  return { userId: user.id, name: user.name, email: user.email, role: user.role as StaffRole, language: user.language };
}
