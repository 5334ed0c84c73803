/** What staff sign-in needs and what it promises. */
import type { Clock } from "../clock.ts";
import type { Database, Write } from "../db.ts";
import type { NumberedSecret } from "./engine.ts";
import type { SignInRow } from "./sign-ins.ts";
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
  /** From `authSecrets`; only the newest if not said. */
  secrets?: readonly NumberedSecret[];
  /** Whether a member of this role gets no further than to setting up a second factor; nobody if not said. */
  mustEnrol?: (role: StaffRole) => boolean;
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
  /** An authenticator code or a recovery code was shown in this session. */
  second: boolean;
}

/** Half-way in: mail code or link were right, and this is still to do. Opens no page of the desk. */
export interface HalfWay extends StaffSession {
  step: "code" | "enrol";
}

/** The end of an attempt: in (with cookies to set), wrong (tries left), or too many tries (seconds to wait). */
export type Entry =
  | { outcome: "in"; cookies: string[]; step?: HalfWay["step"] | undefined }
  | { outcome: "wrong"; left: number }
  | { outcome: "wait"; waitSeconds: number };

/** The end of an attempt that let nobody in. */
export type NotIn = Exclude<Entry, { outcome: "in" }>;

interface Shown {
  headers: Headers;
  code: string;
  client: string;
}

/** The authenticator and the recovery codes of whoever the cookies belong to (second.ts). */
export interface SecondFactor {
  /** Makes a new secret for a member who has none in use. False if he has. */
  begin(headers: Headers): Promise<boolean>;
  /** `otpauth://totp/…` of the secret that waits for its first code. */
  uri(headers: Headers): Promise<string | undefined>;
  /** The first code: from now on sign-in asks for one. Gives the recovery codes, this once. */
  confirm(shown: Shown): Promise<NotIn | { outcome: "in"; cookies: string[]; codes: string[] }>;
  /** A code at sign-in, or before an act that asks for one. */
  show(shown: Shown): Promise<Entry>;
  /** A recovery code instead; it is used up. */
  recover(shown: Shown): Promise<Entry>;
  /** New recovery codes; the old ones end. */
  newCodes(headers: Headers): Promise<string[]>;
  codesLeft(userId: string): Promise<number>;
  /**
   * Takes it off and ends the member's sessions: inert writes for `commit`. `enrolUntil`: others did so, and he may set up the
   * next until then (ms); said again, the time begins anew.
   */
  off(userId: string, enrolUntil?: number): Write[];
  /** He has set up the next: the time in which he may is over. An inert write. */
  enrolled(userId: string): Write;
}

/** Staff sign-in. `client` is the network address of the browser, as far as the runtime can believe it. */
export interface Auth {
  /** Who the cookies belong to; undefined also for a disabled member, and while the second factor is due. */
  session(headers: Headers): Promise<StaffSession | undefined>;
  /** Who is half-way in by these cookies. */
  halfWay(headers: Headers): Promise<HalfWay | undefined>;
  second: SecondFactor;
  /** The log of sign-ins, newest first. */
  signIns(ask: { userId?: string; limit: number }): Promise<SignInRow[]>;
  lastSignIns(): Promise<Map<string, number>>;
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
    /** Replaces work addresses of former members whose account ended before this moment. */
    forget(before: number, page: number): Write[];
    enable(id: string): Write[];
  };
}
