/**
 * One Hono app for both runtimes. `doors` is the whole way in: what is open to whom, in the order in which requests meet
 * it, with the guards beside each door. A door's guards run before every room of it; a request that no room of a door
 * takes goes on to the next door, so the public door, which is open to everybody, stands last.
 */
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { methodNotAllowed } from "hono/method-not-allowed";
import type { Deps } from "./deps.ts";
import { apiDocPages } from "./http/api/docs/page.tsx";
import { apiDoor } from "./http/api/door.ts";
import { keyed, spoken } from "./http/api/frame/guards.ts";
import { assetsDoor } from "./http/assets.ts";
import type { PublicEnv } from "./http/env.ts";
import { failed, faultOf, wrongMethod } from "./http/frame/failed.ts";
import { formsFromHere, upTo } from "./http/frame/guards.ts";
import { privatePage, securityHeaders } from "./http/frame/headers.ts";
import { afterSetUp, institution, openToPublic } from "./http/frame/institution.ts";
import { language } from "./http/frame/language.ts";
import { whileOpen } from "./http/frame/open.ts";
import { logDoor } from "./http/log.ts";
import { mediaDoor } from "./http/media.ts";
import { oneClickDoor } from "./http/one-click.ts";
import { confirmPages } from "./http/public/confirm.tsx";
import { homePages } from "./http/public/home.tsx";
import { logKeyPages } from "./http/public/log/keys.tsx";
import { mePages } from "./http/public/me/routes.tsx";
import { notMePages } from "./http/public/not-me.tsx";
import { privacyPages } from "./http/public/privacy.tsx";
import { receiptFiles } from "./http/public/receipt-file.tsx";
import { reconsentPages } from "./http/public/reconsent.tsx";
import { returnPages } from "./http/public/return.tsx";
import { runningPages } from "./http/public/running.tsx";
import { subscribeCall } from "./http/public/sign-up/call.ts";
import { neverPages } from "./http/public/sign-up/never.tsx";
import { subscribePages } from "./http/public/sign-up/subscribe.tsx";
import { unsubscribePages } from "./http/public/unsubscribe.tsx";
import { verifyPages } from "./http/public/verify.tsx";
import { accessPages } from "./http/staff/access/routes.tsx";
import { accountPages } from "./http/staff/account/routes.tsx";
import { breachRooms } from "./http/staff/breaches/routes.tsx";
import { campaignPages } from "./http/staff/campaigns.tsx";
import { deliveryPages } from "./http/staff/delivery/routes.tsx";
import { exportPages } from "./http/staff/exports/routes.tsx";
import { signedIn } from "./http/staff/guard.ts";
import { deskHome } from "./http/staff/home.tsx";
import { importPages } from "./http/staff/imports/routes.tsx";
import { keyPages } from "./http/staff/institution/keys.tsx";
import { settingsPages } from "./http/staff/institution/settings.tsx";
import { setupPages } from "./http/staff/institution/setup.tsx";
import { issuePages } from "./http/staff/issues/routes.tsx";
import { issueSendingPages } from "./http/staff/issues/sending.ts";
import { apiKeyPages } from "./http/staff/keys/routes.tsx";
import { listRooms } from "./http/staff/lists/rooms.ts";
import { memberPages } from "./http/staff/members/routes.tsx";
import { noticeRooms } from "./http/staff/notices/rooms.ts";
import { peoplePages } from "./http/staff/people/routes.tsx";
import { proofRooms } from "./http/staff/proofs/rooms.tsx";
import { purposeRooms } from "./http/staff/purposes/rooms.ts";
import { readLogPages } from "./http/staff/read-log/routes.tsx";
import { requestRooms } from "./http/staff/requests/routes.tsx";
import { retentionRooms } from "./http/staff/retention/rooms.ts";
import { signInPages } from "./http/staff/sign-in/routes.tsx";
import { secondFactorPages } from "./http/staff/sign-in/second-routes.tsx";
import { signUpFormPages } from "./http/staff/sign-up-forms/routes.tsx";
import { signUpDeskRooms } from "./http/staff/sign-ups/routes.tsx";
import { suppressionPages } from "./http/staff/suppression/routes.tsx";
import { timeStampDoor } from "./http/time-stamps.ts";
import { resendWebhook } from "./http/webhooks/resend.ts";
import { refuse } from "./refusal.ts";

// biome-ignore lint/suspicious/noExplicitAny: Hono's context types are invariant
type Guard = MiddlewareHandler<any>;
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
/** Pages of the desk: nobody caches them, a form comes from here, and somebody is signed in. */
const desk: Guard[] = [privatePage, ...page, formsFromHere, signedIn];
const MB = 1024;

export const doors: Door[] = [
  { name: "health", before: [], guards: [], rooms: [["/", new Hono().get("/health", (c) => c.text("ok"))]] },
  // The mail service of a reader presses for him: no cookie, no Origin, no page (RFC 8058). A reader's own form goes on.
  { name: "one-click", before: ["/u/*"], guards: [upTo(4), privatePage], rooms: [["/", oneClickDoor]] },
  // Whoever comes while an older copy of the database is brought to the erasure journal is asked to come again.
  { name: "shut", before: ["*"], guards: [institution, language, whileOpen], rooms: [["/", new Hono()]] },
  // The mail provider tells what became of mails: signed, outside csrf and sessions.
  { name: "webhooks", before: ["/webhooks/*"], guards: [privatePage], rooms: [["/", resendWebhook]] },
  // Public by design (C2SP tlog-tiles): commitments only.
  {
    name: "log",
    before: [],
    guards: [],
    rooms: [
      ["/", logDoor],
      ["/", timeStampDoor],
    ],
  },
  // Pictures of mails, by their hash; nobody is told apart by one.
  { name: "media", before: [], guards: [], rooms: [["/", mediaDoor]] },
  { name: "theme", before: ["/assets/*"], guards: [institution], rooms: [["/", assetsDoor]] },
  // Programs with a key of their own: no cookie, no form, no other site; the key is asked before a body is read.
  {
    name: "api",
    before: ["/api/v1", "/api/v1/*"],
    guards: [institution, spoken, keyed, upTo(256, { "/api/v1/imports": 1024 * MB })],
    rooms: [["/api/v1", apiDoor]],
  },
  {
    name: "sign-in",
    before: ["/staff/sign-in", "/staff/sign-in/*", "/staff/sign-out"],
    guards: [privatePage, upTo(64), ...page, formsFromHere],
    rooms: [
      ["/staff", secondFactorPages],
      ["/staff", signInPages],
    ],
  },
  {
    name: "set-up",
    before: ["/staff/setup", "/staff/setup/*"],
    guards: [upTo(1 * MB), ...desk],
    rooms: [["/staff", setupPages]],
  },
  {
    name: "staff",
    before: ["/staff", "/staff/*"],
    // A list may be a quarter of that: what is more is read to its end, so that the page can say how much is allowed.
    guards: [upTo(21 * MB, { "/staff/imports": 1024 * MB }), ...desk, afterSetUp],
    rooms: [
      ["/staff", deskHome],
      ["/staff", listRooms],
      ["/staff", signUpFormPages],
      ["/staff", signUpDeskRooms],
      ["/staff", peoplePages],
      ["/staff", campaignPages],
      ["/staff", issuePages],
      ["/staff", issueSendingPages],
      ["/staff", purposeRooms],
      ["/staff", noticeRooms],
      ["/staff", proofRooms],
      ["/staff", readLogPages],
      ["/staff", retentionRooms],
      ["/staff", breachRooms],
      ["/staff", requestRooms],
      ["/staff", importPages],
      ["/staff", suppressionPages],
      ["/staff", exportPages],
      ["/staff", settingsPages],
      ["/staff", keyPages],
      ["/staff", deliveryPages],
      ["/staff", memberPages],
      ["/staff", accountPages],
      ["/staff", accessPages],
      ["/staff", apiKeyPages],
    ],
  },
  // Pages of one person, by the link in his mail; and the one that he opens by a link that he asks for.
  {
    name: "links",
    before: ["/r/*", "/u/*", "/n/*", "/c/*", "/me", "/me/*", "/return"],
    guards: [privatePage, upTo(16), ...page, formsFromHere, openToPublic],
    rooms: [
      ["/", reconsentPages],
      ["/", unsubscribePages],
      ["/", notMePages],
      ["/", confirmPages],
      ["/", neverPages],
      ["/", mePages],
      ["/", returnPages],
      ["/", receiptFiles],
    ],
  },
  // The one form that other sites may send too: it asks who may itself (public/sign-up/from.ts), and no session is behind it.
  {
    name: "sign-up",
    before: ["/subscribe", "/subscribe/*"],
    guards: [upTo(64), ...page, openToPublic],
    rooms: [["/", subscribePages]],
  },
  // The same as a call of the sites that the institution has named: no cookie is read or set (public/sign-up/call.ts).
  {
    name: "sign-up-call",
    before: ["/subscribe.json"],
    guards: [upTo(16), institution, openToPublic, privatePage],
    rooms: [["/", subscribeCall]],
  },
  {
    name: "public",
    before: ["*"],
    guards: [upTo(64), ...page, formsFromHere, openToPublic],
    rooms: [
      ["/", homePages],
      ["/", runningPages],
      ["/", privacyPages],
      ["/", verifyPages],
      ["/", logKeyPages],
      ["/", apiDocPages],
    ],
  },
];

/** Builds the app. `depsFor` gives the impure things of one request. */
export function createApp(depsFor: (c: Context) => Deps): Hono<PublicEnv> {
  // A slash at the end, which mail programs sometimes add, is the same address: no redirect may stand on /u (RFC 8058).
  const app = new Hono<PublicEnv>({ strict: false });
  let headers: MiddlewareHandler | undefined;

  app.onError(faultOf);
  app.notFound((c) => failed(c, refuse("page.not_found")));
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
