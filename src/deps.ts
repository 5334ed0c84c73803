/**
 * Every impure thing, in one record. The runtimes build it (per request on Workers, once on Node); everything else
 * receives it. Tests build their own with a fixed clock and fixed ids.
 */
import type { FrozenMailing, Member } from "./domain/campaigns/rules.ts";
import type { ConfirmMail } from "./domain/consent/rules/sign-up.ts";
import type { Lang } from "./domain/institution/rules.ts";
import type { Job } from "./jobs.ts";
import type { Auth } from "./platform/auth/index.ts";
import type { Clock } from "./platform/clock.ts";
import type { Config } from "./platform/config.ts";
import type { Database } from "./platform/db.ts";
import type { Ids } from "./platform/ids.ts";
import type { Log } from "./platform/log.ts";
import type { Tokens } from "./platform/tokens.ts";
import type { Vault } from "./platform/vault.ts";

export interface Deps {
  db: Database;
  queue: Queue;
  mailer: Mailer;
  auth: Auth;
  vault: Vault;
  tokens: Tokens;
  clock: Clock;
  ids: Ids;
  log: Log;
  config: Config;
  render: Renderer;
  /** Told after an address was deleted: the embedded database then empties its write-ahead log (at most once a second). */
  afterErasure(): void;
}

/** Renders mail for the verbs that show or test it; the domain knows no templates. Pure. */
export interface Renderer {
  reconsent(frozen: FrozenMailing, mailingId: string, member: Member): OutgoingMail;
  /** The same mail for staff, marked as a trial, with links that belong to nobody. */
  trial(frozen: FrozenMailing, to: { address: string; language: Lang }): OutgoingMail;
  /** The one mail that asks the owner of a typed address. */
  confirm(mail: ConfirmMail): OutgoingMail;
}

/** Where work waits. Losing a job loses nothing but time: the sweep finds the row. */
export interface Queue {
  enqueue(job: Job, options?: { delaySeconds?: number }): Promise<void>;
}

/** One e-mail to one person. There is no place for a second recipient, on purpose (promise P6). */
export interface OutgoingMail {
  to: string;
  from: { name: string; address: string };
  replyTo?: string;
  subject: string;
  html: string;
  text: string;
  /** Extra headers, ASCII names, values without CR, LF or NUL. */
  headers: Record<string, string>;
  /** Provider tags: ASCII letters, digits, `_` and `-` only. */
  tags?: Record<string, string>;
}

/**
 * What became of a hand-over.
 * accepted: every mail is with the provider, ids in the order given. refused: none is, for ever; `index` names the
 * faulty mail where the provider says so. later: none is, try again with the same key. unknown: nobody can say; only
 * the same key with the same bytes may be tried. `code` is ours, never the provider's words.
 */
export type Handover =
  | { outcome: "accepted"; ids: string[] }
  | { outcome: "refused"; code: string; index?: number }
  | { outcome: "later"; code: string; retryAfterMs: number }
  | { outcome: "unknown"; code: string };

/**
 * A way out for mail. Never throws for what the provider or the network does, and ends each hand-over within 90 seconds:
 * longer than that it is not waited for.
 */
export interface Mailer {
  readonly name: "capture" | "smtp" | "resend";
  /** Mails per hand-over. */
  readonly limit: number;
  /**
   * The provider takes a key once, for 24 hours: a retry with the same bytes gives the first answer and sends nothing.
   * Where it does not (SMTP), an unknown outcome is never tried again.
   */
  readonly remembersKeys: boolean;
  /** `key` is the idempotency key of this exact set of mails: ASCII, up to 256 characters. */
  handOver(mails: readonly OutgoingMail[], key: string): Promise<Handover>;
  /** SHA-256 (hex) of the bytes that `handOver` would send, so that a retry can be proved identical. */
  fingerprint(mails: readonly OutgoingMail[]): string;
}
