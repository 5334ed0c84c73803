/** What staff sign-in needs and what it promises. */
import type { Clock } from "../clock.ts";
import type { Database, Write } from "../db.ts";
import type { NewUser, StaffRole, StaffUser } from "./users.ts";

/** A mail that lets somebody in. Rendered and sent by whoever builds `Auth`. */
export interface SignInMail {
  to: string;
  name: string;
  /** `lv` or `en`. */
  language: string;
  /** Six digits. */
  code: string;
  /** Page with one button; opening it signs nobody in. */
  url: string;
  /** How long code and link are good, minutes. */
  minutes: number;
}

export interface AuthDeps {
  db: Database;
  /** Origin of links. The Host of a request is never used. */
  publicUrl: string;
  /** From `authSecret`. */
  secret: string;
  clock: Clock;
  /** Hands the mail over; false if it was not accepted. */
  onSignInMail: (mail: SignInMail) => Promise<boolean>;
  /**
   * Runs what the answer must not wait for, so that its time does not tell whether an address is known: `waitUntil` on
   * Workers, start and log faults on Node. Tests await.
   */
  defer: (work: () => Promise<void>) => Promise<void> | void;
}

/** Who is signed in. */
export interface StaffSession {
  userId: string;
  name: string;
  role: StaffRole;
  language: string;
  email: string;
}

/** The end of an attempt: in (with cookies to set), wrong (tries left), or too many tries (seconds to wait). */
export type Entry =
  | { outcome: "in"; cookies: string[] }
  | { outcome: "wrong"; left: number }
  | { outcome: "wait"; waitSeconds: number };

/** Staff sign-in. `client` is the network address of the browser, as far as the runtime can believe it. */
export interface Auth {
  /** Who the cookies belong to; undefined also for a disabled member. */
  session(headers: Headers): Promise<StaffSession | undefined>;
  /** Mails a code and a link if the address is known; the answer is the same if it is not. */
  requestSignIn(ask: {
    email: string;
    client: string;
  }): Promise<{ outcome: "asked" } | { outcome: "wait"; waitSeconds: number }>;
  completeByCode(attempt: { email: string; code: string; client: string }): Promise<Entry>;
  completeByLink(attempt: { token: string; client: string }): Promise<Entry>;
  /** Ends the session; returns the cookies that clear the browser's. */
  signOut(headers: Headers): Promise<string[]>;
  /** A link that needs no mail, good for a day, once; undefined for an unknown or disabled address. */
  makeSignInLink(email: string): Promise<string | undefined>;
  /** Mails a code and a link now, for an invitation. False if there is nobody to mail or the mail was not accepted. */
  mailSignIn(email: string): Promise<boolean>;
  users: {
    list(): Promise<StaffUser[]>;
    byId(id: string): Promise<StaffUser | undefined>;
    byEmail(email: string): Promise<StaffUser | undefined>;
    /** Inert writes for `commit`; see users.ts for when they are stale. */
    add(user: NewUser): Write[];
    changeRole(id: string, from: StaffRole, to: StaffRole): Write[];
    disable(user: StaffUser): Write[];
    enable(id: string): Write[];
  };
}
