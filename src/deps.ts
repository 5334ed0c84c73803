/**
 * Every impure thing, in one record. The runtimes build it (per request on Workers, once on Node); everything else
 * receives it. Tests build their own with a fixed clock and fixed ids.
 */
import type { AlertMail } from "./domain/alerts/rules/mail.ts";
import type { FrozenMailing, Member } from "./domain/campaigns/rules.ts";
import type { AnswerLinkMail } from "./domain/consent/rules/answer-link.ts";
import type { ReceiptMail } from "./domain/consent/rules/receipt.ts";
import type { ConfirmMail } from "./domain/consent/rules/sign-up.ts";
import type { Institution, Lang } from "./domain/institution/rules.ts";
import type { FrozenIssue } from "./domain/issues/rules/issue.ts";
import type { LastMail } from "./domain/last-mails/rules.ts";
import type { OwnPageMail } from "./domain/me/rules.ts";
import type { MailOutcome } from "./domain/messages/rules/outcome.ts";
import type { Job } from "./jobs.ts";
import type { Auth } from "./platform/auth/index.ts";
import type { Clock } from "./platform/clock.ts";
import type { Config } from "./platform/config.ts";
import type { Database } from "./platform/db.ts";
import type { Exchange } from "./platform/exchange.ts";
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
  /**
   * Hands over one mail that somebody waits for (a confirmation, a code, an answer): first in the pace of the provider.
   * `key` as in `Prepared.handOver`. Never `each`: what became of the one mail is said as of a whole hand-over. `begin` is
   * asked only by a mailer that remembers no keys, before anything is said of the mail to its server.
   */
  post(mail: OutgoingMail, key: string, begin?: Begin): Promise<Exclude<Handover, { outcome: "each" }>>;
  /** Calls a web address of the institution's choice with a small JSON text. Undefined, or a code why it was not taken. Never throws. */
  call(url: string, json: string): Promise<string | undefined>;
  /** Asks an address for bytes: time-stamp authorities, and lists of revoked certificates. Never throws. */
  exchange: Exchange;
  /** Absent where nothing outlives the database. */
  witness?: Witness | undefined;
  /** The copy of the proof log outside the database, which decides what may be signed; absent where nobody gave it a place. */
  logCopy?: LogCopy | undefined;
  /** The erasure journal outside the database and its backups; absent where nobody gave it a place. */
  journal?: JournalStore | undefined;
  /** Not while the database is an older copy that the journal has not been applied to (runtime/doors.ts). */
  mayServe(): Promise<boolean>;
  /** Remembers the newest checkpoint outside both; absent where nothing outlives the database. */
  logWitness?: LogWitness | undefined;
  /** Where the pieces of an uploaded list wait, sealed; absent where the database holds them. */
  pieces?: Pieces | undefined;
  /** Largest file of a list, bytes, where the runtime takes less than the house does. */
  uploadLimit?: number | undefined;
  /** Told after an address was deleted: the embedded database then empties its write-ahead log (at most once a second). */
  afterErasure(): void;
  /** Gives what deletions have freed back to the disk, in small steps; absent where a server does that in its own way. */
  vacuum?: (() => Promise<void>) | undefined;
}

/** Renders mail for the verbs that show or test it; the domain knows no templates. Pure. */
export interface Renderer {
  reconsent(frozen: FrozenMailing, mailingId: string, member: Member): OutgoingMail;
  /** The same mail as its readers see it, for whoever looks at it: its links belong to nobody. Never sent. */
  preview(frozen: FrozenMailing, to: { address: string; language: Lang }): OutgoingMail;
  /** The same mail for staff, marked as a trial, with links that belong to nobody. */
  trial(frozen: FrozenMailing, to: { address: string; language: Lang }): OutgoingMail;
  /** What keeps a mailing's mail from being sent, language by language, as codes of the linter; empty if nothing does. */
  problems(frozen: FrozenMailing): { language: Lang; code: string }[];
  /** The mail of an issue of a newsletter to one member. */
  issue(frozen: FrozenIssue, mailingId: string, member: Member): OutgoingMail;
  /** The same mail as its readers see it: its links belong to nobody. Never sent. */
  issuePreview(frozen: FrozenIssue, to: { address: string; language: Lang }): OutgoingMail;
  /** The same mail for staff, marked as a trial. */
  issueTrial(frozen: FrozenIssue, to: { address: string; language: Lang }): OutgoingMail;
  /** What keeps an issue's mail from being sent, language by language, as codes of the linter; empty if nothing does. */
  issueProblems(frozen: FrozenIssue): { language: Lang; code: string }[];
  /** The one mail that asks the owner of a typed address. */
  confirm(mail: ConfirmMail): OutgoingMail;
  /** The receipt of a "yes". */
  receipt(mail: ReceiptMail): OutgoingMail;
  /** The last mail, after a "no" that deleted the address. */
  lastMail(mail: LastMail): OutgoingMail;
  /** The link of a question, for whoever asked for it on our site. */
  answerLink(mail: AnswerLinkMail): OutgoingMail;
  /** The link of a person's own page, for whoever asked for it on our site. */
  ownPage(mail: OwnPageMail): OutgoingMail;
  /** The one mail by which staff check the settings. */
  test(mail: { to: string; language: Lang; institution: Institution }): OutgoingMail;
  /** What cannot wait, to a named person of the office. */
  alert(mail: AlertMail): OutgoingMail;
}

/** Remembers the number of the newest heartbeat outside the database, so that an older copy of it is noticed. */
export interface Witness {
  /** `empty`: nothing was ever written. Undefined: it cannot be read just now. */
  read(): Promise<number | "empty" | undefined>;
  write(n: number): Promise<void>;
}

/**
 * The copy of the proof log outside the database: files that are written once, and one head that changes by compare-and-swap.
 * What a call that returned has written outlives the machine. Throws if it cannot be reached: then nothing is signed.
 */
export interface LogCopy {
  /** The head, and the version that replaces it. Undefined: there is none, which is not "unreachable". */
  readHead(): Promise<{ bytes: Uint8Array; version: string } | undefined>;
  /** Replaces the head of that version; without one, makes the first. Gives its version; undefined: somebody was faster. */
  swapHead(bytes: Uint8Array, version: string | undefined): Promise<string | undefined>;
  /** Writes a file, whole or not at all; the same bytes may be written again. */
  put(path: string, bytes: Uint8Array): Promise<void>;
  get(path: string): Promise<Uint8Array | undefined>;
}

/** Where the erasure journal lies: the same, and what is too old is deleted from it. Nothing of it is published. */
export interface JournalStore extends LogCopy {
  /** Deletes a file; what is not there is not missed. */
  remove(path: string): Promise<void>;
}

/**
 * The longest head of each origin, outside the database and outside its copy. It never goes back: two sealers may tell it
 * in any order, and what is read is the longer one.
 */
export interface LogWitness {
  /** Undefined where nothing is known of this origin. */
  read(origin: string): Promise<LogHead | undefined>;
  write(origin: string, head: LogHead): Promise<void>;
}

/** A head of the log: how many entries, and the RFC 6962 root over them. */
export interface LogHead {
  size: number;
  root: Uint8Array;
}

/** A store for sealed pieces beside the database (R2). Every call may be repeated; what is not there is not missed. */
export interface Pieces {
  put(key: string, bytes: Uint8Array): Promise<void>;
  get(key: string): Promise<Uint8Array | undefined>;
  /** Deletes everything whose key begins so. */
  drop(prefix: string): Promise<void>;
  /** The parts of keys up to the second slash, for example `imports/<id>`. */
  owners(): Promise<string[]>;
}

/** Where work waits. Losing a job loses nothing but time: the sweep finds the row. */
export interface Queue {
  enqueue(job: Job, options?: { delaySeconds?: number }): Promise<void>;
  /** The program ends: what has not begun is left to the next one. */
  closing?(): boolean;
  /** Between two steps of bulk work: lets people go first who wait for an answer. Absent where each has a machine of his own. */
  calm?(): Promise<void>;
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
  /** Files that go along. A mail that has any is handed over by itself: no provider takes files in a batch. */
  attachments?: readonly MailFile[];
}

/** A small text as a file of a mail. */
export interface MailFile {
  /** Plain ASCII, with its ending: `receipt-5f0c7a52.json`. */
  name: string;
  type: "application/json";
  text: string;
}

export type { MailOutcome };

/**
 * What became of a hand-over.
 * accepted: every mail is with the provider, ids in the order given. refused: none is, for ever; `index` names the
 * faulty mail where the provider says so. later: none is, and for this long the provider wants nothing from us; with
 * `alone` only this hand-over is to wait. unknown: nobody can say; only the same key with the same bytes may be tried.
 * each: the mails went one by one, and each has its own outcome, in the order given. `code` is ours, never the
 * provider's words. `perSecond`: hand-overs a second that the provider says it takes.
 */
export type Handover = (
  | { outcome: "accepted"; ids: string[] }
  | { outcome: "refused"; code: string; index?: number }
  | { outcome: "later"; code: string; retryAfterMs: number; alone?: boolean }
  | { outcome: "unknown"; code: string }
  | { outcome: "each"; mails: MailOutcome[] }
) & { perSecond?: number };

/**
 * A way out for mail. Never throws for what the provider or the network does, and ends each hand-over within 90 seconds:
 * longer than that it is not waited for.
 */
export interface Mailer {
  readonly name: "capture" | "smtp" | "resend";
  /** Mails per hand-over. */
  readonly limit: number;
  /** Hand-overs that may be under way at one time. */
  readonly width: number;
  /** Hand-overs a second; undefined: as many as there are. */
  readonly perSecond: number | undefined;
  /** The provider says itself how many it takes, and from then on that holds instead. */
  readonly tellsPace: boolean;
  /**
   * The provider takes a key once, for 24 hours: a retry with the same bytes gives the first answer and sends nothing.
   * Where it does not (SMTP), an unknown outcome is never tried again.
   */
  readonly remembersKeys: boolean;
  /**
   * Its mails go one by one, and each is asked for and told of (`OneByOne`): an attempt that nobody hears of any more then
   * leaves a doubt only about those that had begun. Where not, a hand-over goes as a whole.
   */
  readonly oneByOne: boolean;
  /** Makes the bytes of a hand-over. Nothing is sent yet. */
  prepare(mails: readonly OutgoingMail[]): Promise<Prepared>;
  /** Lets go of connections at the end of the process. */
  close?(): void;
}

/** A hand-over that is ready to go. */
export interface Prepared {
  /** SHA-256 (hex) of the bytes, so that a retry can be proved identical. */
  readonly sha256: string;
  /**
   * `key` is the idempotency key of this exact set of mails: ASCII, up to 256 characters. Called once. Without `mails` a
   * mailer that sends one by one asks nobody.
   */
  handOver(key: string, mails?: OneByOne): Promise<Handover>;
}

/** Whether a mail may go, and the mark that it may have gone. */
export type Begin = () => Promise<boolean>;

/** How a mailer that sends the mails of a hand-over one by one accounts for each of them, by its place in the hand-over. */
export interface OneByOne {
  /**
   * Asked before anything is said of a mail to the server, and again where it must take another line. Yes: it may go, and
   * it is written that it may have gone. No: it does not go (`untouched`); somebody has left, or the mailing stands still.
   */
  begin(index: number): Promise<boolean>;
  /** Told what became of one that had begun, before its line takes the next. Never waits. */
  told(index: number, outcome: MailOutcome): void;
}
