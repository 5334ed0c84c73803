/**
 * One Hono app for both runtimes. `doors` is the whole way in: what is open to whom, in the order in which requests meet
 * it, with the guards beside each door. A door's guards run before every room of it; a request that no room of a door
 * takes goes on to the next door, so the public door, which is open to everybody, stands last.
 */
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { methodNotAllowed } from "hono/method-not-allowed";
import type { Deps } from "./deps.ts";
import type { PublicEnv } from "./http/env.ts";
import { failed, faultOf, wrongMethod } from "./http/frame/failed.ts";
import { formsFromHere, upTo } from "./http/frame/guards.ts";
import { privatePage, securityHeaders } from "./http/frame/headers.ts";
import { institution, openToPublic } from "./http/frame/institution.ts";
import { language } from "./http/frame/language.ts";
import { oneClickDoor } from "./http/one-click.ts";

type Guard = MiddlewareHandler<PublicEnv>;
/** Sub-apps of any context: each says in its own type which variables it needs, and the door's guards set them. */
// biome-ignore lint/suspicious/noExplicitAny: Hono's context types are invariant
type Room = Hono<any, any, any>;

export interface Door {
  name: string;
  /** Addresses the guards stand before. */
  before: string[];
  guards: Guard[];
  /** Prefix → rooms. */
  rooms: [string, Room][];
}

/** What every page needs to know before it can speak. */
const page: Guard[] = [institution, language];

export const doors: Door[] = [
  { name: "health", before: [], guards: [], rooms: [["/", new Hono().get("/health", (c) => c.text("ok"))]] },
  // The mail service of a reader presses for him: no cookie, no Origin, no page (RFC 8058). A reader's own form falls through.
  { name: "one-click", before: ["/u/*"], guards: [upTo(4), privatePage], rooms: [["/", oneClickDoor]] },
  { name: "log", before: ["/log/*"], guards: [], rooms: [] },
  {
    name: "people",
    before: ["/r/*", "/u/*", "/c/*", "/q/*", "/o/*", "/me/*"],
    guards: [privatePage],
    rooms: [],
  },
  { name: "public", before: ["*"], guards: [upTo(64), ...page, formsFromHere, openToPublic], rooms: [] },
];

/** Builds the app. `depsFor` gives the impure things of one request. */
export function createApp(depsFor: (c: Context) => Deps): Hono<PublicEnv> {
  const app = new Hono<PublicEnv>();
  let headers: MiddlewareHandler | undefined;

  app.onError(faultOf);
  app.notFound((c) => failed(c, "not-found"));
  app.use(async (c, next) => {
    c.set("deps", depsFor(c));
    headers ??= securityHeaders(c.var.deps.config.publicUrl);
    return headers(c, next);
  });
  app.use(methodNotAllowed({ app, onMethodNotAllowed: wrongMethod }));

  for (const door of doors) {
    for (const address of door.before) app.use(address, ...door.guards);
    for (const [prefix, room] of door.rooms) app.route(prefix, room);
  }
  return app;
}
