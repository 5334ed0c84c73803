/**
 * What is remembered beside the database, and asked after every write and every mail: who got what by the provider's own
 * record, who left when. The order of commits decides: they are numbered.
 */
import type { OutgoingMail } from "../../../src/deps.ts";
import { LAST_MAIL_MS } from "../../../src/domain/last-mails/rules.ts";
import type { Climate } from "../house/climate.ts";
import { type Machine, span } from "../machine/machine.ts";
import type { Raw } from "../outside/database.ts";
import type { Taken } from "../outside/provider.ts";
import { ALWAYS, ALWAYS_RESTORED } from "./always.ts";
import { type Asked, Permissions } from "./permissions.ts";

const WORTH_ASKING = /receipt|message|batch|mailing|subscription|address|person|suppression|import|purpose|list/;

export class Ledger {
  /** Numbers the commits. */
  commits = 0;
  /** Mails of people, newest last, by address in lower case. */
  readonly mailboxes = new Map<string, OutgoingMail[]>();
  /** `mailing_person` whose mail the provider has refused for ever. */
  readonly refused = new Set<string>();
  /** Subscriptions that ended, and the commit that ended them. */
  readonly ended = new Map<string, number>();
  /** Hand-overs of which a process heard that they were accepted, and when it last did. */
  readonly accepted = new Map<string, number>();
  readonly everRestricted = new Set<string>();
  /** Subscriptions that were held at some time. */
  readonly everHeld = new Set<string>();
  /** Messages of which the provider's event was taken: `mailing_person`. */
  readonly told = new Set<string>();
  /** `address purpose` of people who left, and the commit by which they did. */
  readonly #gone = new Map<string, number>();
  /** Messages that a person let go out again, and how often. */
  readonly #again = new Map<string, number>();
  /** Mailings that a person let go on, or again. */
  readonly pressed = new Set<string>();
  /** Mailings that may not go on by themselves: they were under way on the older copy that was put back. */
  #mayNot: Set<string> | undefined;
  #noticed = false;
  taken = 0;
  readonly #machine: Machine;
  readonly #raw: Raw;
  readonly #permissions: Permissions;
  readonly #took = new Map<string, Taken[]>();
  readonly #tookByAddress = new Map<string, number>();
  readonly #remembersKeys: boolean;
  readonly #asks: Record<
    "always" | "letter" | "seen" | "sent" | "live" | "held" | "ended" | "unknown" | "restricted" | "message",
    Asked
  >;
  readonly #note: Asked;

  constructor(
    machine: Machine,
    raw: Raw,
    climate: Pick<Climate, "provider" | "database">,
    tags: { tag: Uint8Array; suppressed: Uint8Array; address: string }[],
  ) {
    this.#machine = machine;
    this.#raw = raw;
    this.#permissions = new Permissions(machine, raw, climate);
    this.#remembersKeys = climate.provider.remembersKeys;
    raw.exec(`
      CREATE TEMP TABLE sim_took (mailing TEXT, person TEXT, PRIMARY KEY (mailing, person)) WITHOUT ROWID;
      CREATE TEMP TABLE sim_unknown (mailing TEXT, person TEXT, PRIMARY KEY (mailing, person)) WITHOUT ROWID;
      CREATE TEMP TABLE sim_decided (mailing TEXT, person TEXT, PRIMARY KEY (mailing, person)) WITHOUT ROWID;
      CREATE TEMP TABLE sim_letters (key TEXT PRIMARY KEY, n INT, most INT) WITHOUT ROWID;
      CREATE TEMP TABLE sim_seen (subscription TEXT PRIMARY KEY, address TEXT, purpose TEXT, n INT) WITHOUT ROWID;
      CREATE TEMP TABLE sim_sent (mailing TEXT PRIMARY KEY, n INT) WITHOUT ROWID;
      CREATE TEMP TABLE sim_tags (tag BLOB PRIMARY KEY, suppressed BLOB, address TEXT) WITHOUT ROWID`);
    const tag = raw.prepare("INSERT INTO sim_tags VALUES (?, ?, ?)");
    for (const t of tags) tag.run(Buffer.from(t.tag), Buffer.from(t.suppressed), t.address);
    this.#note = raw.prepare("INSERT OR IGNORE INTO sim_took VALUES (?, ?)");
    this.#asks = {
      always: raw.prepare(ALWAYS),
      letter: raw.prepare(
        `INSERT INTO sim_letters VALUES (?, 1, 1) ON CONFLICT (key) DO UPDATE SET n = n + 1 RETURNING n, most`,
      ),
      ended: raw.prepare("SELECT id FROM subscription WHERE state = 'ended'"),
      unknown: raw.prepare(
        "INSERT OR IGNORE INTO sim_unknown SELECT mailing_id, person_id FROM message WHERE state = 'unknown'",
      ),
      // Whose subscription it is can be seen only while it lives.
      seen: raw.prepare(
        `INSERT OR IGNORE INTO sim_seen SELECT s.id, lower(t.address), l.purpose_id, ? FROM subscription s
         JOIN address a ON a.id = s.address_id JOIN sim_tags t ON t.tag = a.tag JOIN list l ON l.id = s.list_id`,
      ),
      sent: raw.prepare("INSERT OR IGNORE INTO sim_sent SELECT id, ? FROM mailing WHERE state <> 'draft'"),
      live: raw.prepare(
        `SELECT DISTINCT n.address || ' ' || n.purpose AS who FROM sim_seen n JOIN subscription s ON s.id = n.subscription
         WHERE s.state = 'active'`,
      ),
      held: raw.prepare("SELECT id FROM subscription WHERE held_at IS NOT NULL"),
      restricted: raw.prepare("SELECT id FROM person WHERE restricted_at IS NOT NULL"),
      message: raw.prepare(
        "SELECT state, subscription_id AS subscription, batch_id AS batch FROM message WHERE mailing_id = ? AND person_id = ?",
      ),
    };
  }

  /** Asked after every write. What only passes leases and the pace around cannot break a promise. */
  look(what: string): void {
    this.commits++;
    if (!WORTH_ASKING.test(what)) return;
    this.#ask();
  }

  #ask(): void {
    this.#asks.unknown.run();
    this.#asks.seen.run(this.commits);
    this.#asks.sent.run(this.commits);
    for (const { id } of this.#asks.ended.all() as { id: string }[]) if (!this.ended.has(id)) this.#left(id);
    // Who said yes has come back.
    if (this.#gone.size > 0) for (const { who } of this.#asks.live.all() as { who: string }[]) this.#gone.delete(who);
    for (const { id } of this.#asks.held.all() as { id: string }[]) this.everHeld.add(id);
    for (const { id } of this.#asks.restricted.all() as { id: string }[]) this.everRestricted.add(id);
    this.#permissions.look(this.commits);
    for (const { what, at } of this.#asks.always.all() as { what: string; at: string }[])
      this.#machine.fail(`${what}: ${at}`);
  }

  #left(subscription: string): void {
    this.ended.set(subscription, this.commits);
    // Who did not answer, and gets mail for the same purpose from another list, is only off this one.
    const who = this.rows<{ address: string; purpose: string }>(
      `SELECT n.address, n.purpose FROM sim_seen n JOIN subscription s ON s.id = n.subscription
       WHERE n.subscription = ? AND NOT (s.ended_reason = 'no_answer' AND EXISTS (SELECT 1 FROM sim_seen o
         JOIN subscription t ON t.id = o.subscription AND t.state <> 'ended'
         WHERE o.address = n.address AND o.purpose = n.purpose))`,
      subscription,
    )[0];
    if (who) this.#gone.set(`${who.address} ${who.purpose}`, this.commits);
  }

  /**
   * An older copy of the database is there now. It cannot know whom the provider has mailed since: of the messages only that
   * these mailings do not go on by themselves is asked from here on, where the program can notice it at all. What rows can show of one another holds as before.
   */
  restored(underWay: readonly string[], noticed: boolean): void {
    this.#mayNot = new Set(noticed ? underWay : []);
    this.#noticed = noticed;
    this.pressed.clear();
    this.ended.clear();
    this.#gone.clear();
    this.#permissions.restored(this.commits);
    this.#asks.always = this.#raw.prepare(ALWAYS_RESTORED) as Asked;
    for (const { id } of this.#asks.ended.all() as { id: string }[]) this.ended.set(id, this.commits);
    this.#ask();
  }

  /** A person decides about all receipts that have not gone out as far as anybody knows: what nobody knows may come twice. */
  decideReceipts(): void {
    this.#raw.exec(`INSERT INTO sim_letters SELECT 'receipt/' || eid, 0, 2 FROM receipt WHERE state = 'unknown'
      ON CONFLICT (key) DO UPDATE SET most = n + 1`);
  }

  /** A person decides about everything of a mailing that is unknown now. */
  decide(mailing: string): void {
    this.pressed.add(mailing);
    for (const { person } of this.rows<{ person: string }>(
      "SELECT person_id AS person FROM message WHERE mailing_id = ? AND state = 'unknown'",
      mailing,
    )) {
      const name = `${mailing}_${person}`;
      this.#again.set(name, (this.#again.get(name) ?? 0) + 1);
      this.#raw.prepare("INSERT OR IGNORE INTO sim_decided VALUES (?, ?)").run(mailing, person);
    }
  }

  /** A request leaves a process. */
  asked(key: string, mails: readonly OutgoingMail[]): void {
    const batch = this.#permissions.asked(key);
    const [of] =
      batch && this.#mayNot ? this.rows<{ id: string }>("SELECT mailing_id AS id FROM batch WHERE id = ?", batch) : [];
    if (of && this.#mayNot?.has(of.id) && !this.pressed.has(of.id))
      this.#machine.fail(`a mailing goes on by itself on an older copy of the database: ${of.id}`);
    if (mails.length === 0) this.#machine.fail(`a hand-over without mails: ${key}`);
  }

  /** The provider took a mail. */
  took(taken: Taken): void {
    const { mail, key } = taken;
    this.taken++;
    const to = mail.to.toLowerCase();
    this.mailboxes.set(to, [...(this.mailboxes.get(to) ?? []), mail]);
    this.#machine.note(`provider TAKES ${key} ${mail.tags?.message ?? ""} ${mailboxName(mail.to)}`);
    const [mailing, person] = mail.tags?.message?.split("_") ?? [];
    if (!mailing || !person) {
      this.#tookOther(key);
      return;
    }
    if (this.#mayNot) return;
    const name = `${mailing}_${person}`;
    const all = [...(this.#took.get(name) ?? []), taken];
    const most = 1 + (this.#again.get(name) ?? 0);
    this.#took.set(name, all);
    this.#note.run(mailing, person);
    if (all.length > most)
      this.#machine.fail(`the provider took one mail twice: ${name} by ${all.map((one) => one.key).join(" and ")}`);
    const times = (this.#tookByAddress.get(`${mailing} ${to}`) ?? 0) + 1;
    this.#tookByAddress.set(`${mailing} ${to}`, times);
    if (times > most) this.#machine.fail(`one address got one mailing twice: ${name}`);

    const message = this.#asks.message.get(mailing, person) as
      | { state: string; subscription: string; batch: string | null }
      | undefined;
    const allowed = this.#permissions.allowed(name, key);
    if (!message) {
      this.#machine.fail(`a mail without a message: ${name}`);
      return;
    }
    if (allowed === undefined) {
      this.#machine.fail(`a mail without an attempt: ${name} by ${key}`);
      return;
    }
    const left = this.ended.get(message.subscription);
    if (left !== undefined && left < allowed)
      this.#machine.fail(`mailed after he had left: ${name}, left by commit ${left}, allowed by ${allowed}`);
    const purpose = this.rows<{ id: string }>("SELECT purpose_id AS id FROM mailing WHERE id = ?", mailing)[0]?.id;
    const gone = this.#gone.get(`${to} ${purpose}`);
    if (gone !== undefined && gone < allowed)
      this.#machine.fail(`mailed for a purpose that he had left by commit ${gone}: ${name}, allowed by ${allowed}`);
    if (message.state === "planned" || message.state === "skipped" || message.state === "failed")
      this.#machine.fail(`the provider took a mail that is ${message.state}: ${name}`);
  }

  /**
   * One mail for each "yes" and for each "no", and one confirmation for each request where the provider remembers keys. On an
   * older copy of the database only keys keep a receipt from going out twice; last mails are forgotten there.
   */
  #tookOther(key: string): void {
    const [kind, id = ""] = key.split("/");
    this.#machine.count(`letter: ${kind}`);
    const [told] = this.#asks.letter.all(key) as { n: number; most: number }[];
    const [said] = kind === "last-mail" ? this.rows<{ at: number }>("SELECT at FROM event WHERE eid = ?", id) : [];
    if (said && this.#machine.now - said.at > LAST_MAIL_MS)
      this.#machine.fail(`a last mail went out ${span(this.#machine.now - said.at)} after the no: ${key}`);
    const once = this.#mayNot ? this.#noticed && kind === "last-mail" : kind === "receipt" || kind === "last-mail";
    if (!this.#remembersKeys && !once) return;
    if (told && told.n > told.most) this.#machine.fail(`the provider took one mail twice: ${key}`);
  }

  /** An event of the provider was taken: what it tells is in the database from now on. */
  heard(tag: string, type: string, at: number): void {
    const [mailing = "", person = ""] = tag.split("_");
    const message = this.#asks.message.get(mailing, person) as { subscription: string } | undefined;
    if (type !== "email.failed" && !this.#mayNot) this.told.add(tag);
    if (type !== "email.complained" || !message || this.ended.has(message.subscription)) return;
    // A newer "yes" counts.
    const yes = this.rows(
      `SELECT 1 FROM event e JOIN consent_record r ON r.id = e.record_id WHERE r.person_id = ? AND e.at > ?
       AND e.typ IN ('consent.given', 'consent.renewed')`,
      person,
      at,
    );
    if (yes.length === 0) this.#machine.fail(`he complained, and is on the list: ${tag}`);
  }

  refusedMail(mail: OutgoingMail): void {
    if (mail.tags?.message) this.refused.add(mail.tags.message);
  }

  /** Is on a list, and was ever since he came. */
  isLive(subscription: string): boolean {
    if (this.ended.has(subscription)) return false;
    return this.rows("SELECT 1 FROM subscription WHERE id = ? AND state <> 'ended'", subscription).length > 0;
  }

  /** Whether the provider took the mail of a message. */
  has(mailing: string, person: string): boolean {
    return this.#took.has(`${mailing}_${person}`);
  }

  rows<T>(sql: string, ...args: (string | number)[]): T[] {
    return this.#raw.prepare(sql).all(...args) as T[];
  }
}

/** The name before the @: enough for a trace. */
const mailboxName = (address: string) => address.split("@")[0];
