/**
 * What is remembered beside the database, and asked after every write and every mail: who got what by the provider's own
 * record, who left when, which attempts were made. The order of commits decides: they are numbered.
 */
import type { OutgoingMail } from "../../../src/deps.ts";
import type { Climate } from "../house/climate.ts";
import { type Machine, span } from "../machine/machine.ts";
import type { Raw } from "../outside/database.ts";
import type { Taken } from "../outside/provider.ts";
import { ALWAYS } from "./always.ts";

/** A statement that is asked again and again. */
type Asked = ReturnType<Raw["prepare"]> & {
  run(...args: unknown[]): unknown;
  all(...args: unknown[]): unknown[];
  get(...args: unknown[]): unknown;
};

interface Begun {
  commit: number;
  /** Whose attempt it was. */
  batch: string;
  attempt: number;
}

interface Attempt {
  attempt: number;
  /** Number of the commit that took it, and when that was. */
  commit: number;
  at: number;
}

/** A hand-over that begins later than this after its permission could outlive the lease. */
const STALE_MS = 40_000;

const WORTH_ASKING = /message|batch|mailing|subscription|address|person|suppression|import|purpose|list/;

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
  taken = 0;
  readonly #machine: Machine;
  readonly #raw: Raw;
  readonly #attempts = new Map<string, Attempt>();
  readonly #took = new Map<string, Taken[]>();
  readonly #tookByAddress = new Map<string, number>();
  readonly #confirmed = new Set<string>();
  readonly #climate: Pick<Climate, "provider" | "database">;
  /** Mails that were marked before they went, by `mailing_person`. */
  readonly #begun = new Map<string, Begun>();
  readonly #asks: Record<
    | "always"
    | "seen"
    | "sent"
    | "live"
    | "held"
    | "attempts"
    | "begun"
    | "ended"
    | "unknown"
    | "restricted"
    | "members"
    | "message",
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
    this.#climate = climate;
    raw.exec(`
      CREATE TEMP TABLE sim_took (mailing TEXT, person TEXT, PRIMARY KEY (mailing, person)) WITHOUT ROWID;
      CREATE TEMP TABLE sim_unknown (mailing TEXT, person TEXT, PRIMARY KEY (mailing, person)) WITHOUT ROWID;
      CREATE TEMP TABLE sim_decided (mailing TEXT, person TEXT, PRIMARY KEY (mailing, person)) WITHOUT ROWID;
      CREATE TEMP TABLE sim_seen (subscription TEXT PRIMARY KEY, address TEXT, purpose TEXT, n INT) WITHOUT ROWID;
      CREATE TEMP TABLE sim_sent (mailing TEXT PRIMARY KEY, n INT) WITHOUT ROWID;
      CREATE TEMP TABLE sim_tags (tag BLOB PRIMARY KEY, suppressed BLOB, address TEXT) WITHOUT ROWID`);
    const tag = raw.prepare("INSERT INTO sim_tags VALUES (?, ?, ?)");
    for (const t of tags) tag.run(Buffer.from(t.tag), Buffer.from(t.suppressed), t.address);
    this.#note = raw.prepare("INSERT OR IGNORE INTO sim_took VALUES (?, ?)");
    this.#asks = {
      always: raw.prepare(ALWAYS),
      attempts: raw.prepare("SELECT id, attempt, state FROM batch WHERE attempt > 0"),
      begun: raw.prepare(
        `SELECT g.mailing_id || '_' || g.person_id AS name, b.id AS batch, b.attempt, m.state AS mailing,
           s.state AS subscription, s.held_at AS held, p.restricted_at AS restricted
         FROM batch b JOIN message g ON g.batch_id = b.id JOIN mailing m ON m.id = b.mailing_id
         LEFT JOIN subscription s ON s.id = g.subscription_id LEFT JOIN person p ON p.id = g.person_id
         WHERE b.state = 'attempted' AND b.one_by_one AND g.state = 'claimed' AND g.begun_at IS NOT NULL`,
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
      members: raw.prepare(
        `SELECT g.person_id AS person, g.state AS message, s.state AS subscription, p.restricted_at AS restricted,
           s.held_at AS held, m.state AS mailing, b.sealed IS NULL AS empty, coalesce(m.not_before, 0) AS notBefore
         FROM batch b JOIN mailing m ON m.id = b.mailing_id LEFT JOIN message g ON g.batch_id = b.id
         LEFT JOIN person p ON p.id = g.person_id LEFT JOIN subscription s ON s.id = g.subscription_id WHERE b.id = ?`,
      ),
      message: raw.prepare(
        "SELECT state, subscription_id AS subscription, batch_id AS batch FROM message WHERE mailing_id = ? AND person_id = ?",
      ),
    };
  }

  /** Asked after every write. What only passes leases and the pace around cannot break a promise. */
  look(what: string): void {
    this.commits++;
    if (!WORTH_ASKING.test(what)) return;
    this.#asks.unknown.run();
    this.#asks.seen.run(this.commits);
    this.#asks.sent.run(this.commits);
    for (const { id } of this.#asks.ended.all() as { id: string }[]) if (!this.ended.has(id)) this.#left(id);
    // Who said yes has come back.
    if (this.#gone.size > 0) for (const { who } of this.#asks.live.all() as { who: string }[]) this.#gone.delete(who);
    for (const { id } of this.#asks.held.all() as { id: string }[]) this.everHeld.add(id);
    for (const { id } of this.#asks.restricted.all() as { id: string }[]) this.everRestricted.add(id);
    for (const { id, attempt } of this.#asks.attempts.all() as { id: string; attempt: number }[])
      if ((this.#attempts.get(id)?.attempt ?? 0) < attempt) this.#attempted(id, attempt);
    if (!this.#climate.provider.remembersKeys) this.#lookAtBegun();
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

  /** A person decides about everything of a mailing that is unknown now. */
  decide(mailing: string): void {
    for (const { person } of this.rows<{ person: string }>(
      "SELECT person_id AS person FROM message WHERE mailing_id = ? AND state = 'unknown'",
      mailing,
    )) {
      const name = `${mailing}_${person}`;
      this.#again.set(name, (this.#again.get(name) ?? 0) + 1);
      this.#raw.prepare("INSERT OR IGNORE INTO sim_decided VALUES (?, ?)").run(mailing, person);
    }
  }

  /** A batch was taken for an attempt: was it allowed, at this very commit? */
  #attempted(id: string, attempt: number): void {
    this.#attempts.set(id, { attempt, commit: this.commits, at: this.#machine.now });
    this.#machine.count(attempt > 1 ? "attempt: again" : "attempt: first");
    const members = this.#asks.members.all(id) as {
      person: string | null;
      message: string;
      subscription: string | null;
      restricted: number | null;
      held: number | null;
      mailing: string;
      empty: number;
      notBefore: number;
    }[];
    const fail = (why: string, who = "") =>
      this.#machine.fail(`an attempt was taken though ${why}: batch ${id}, attempt ${attempt} ${who}`);
    for (const m of members) {
      const who = m.person ?? "";
      if (m.mailing !== "sending") fail(`the mailing is ${m.mailing}`);
      if (m.notBefore > this.#machine.now + 10_000) fail("its embargo is not over");
      if (m.empty) fail("somebody had left the batch");
      if (m.person === null) fail("nobody is in it");
      // The provider may have told of some already: the same key asks for the others.
      else if (m.message !== "claimed" && (attempt === 1 || ["planned", "skipped", "unknown"].includes(m.message)))
        fail(`a message is ${m.message}`, who);
      else if (m.subscription === null || m.subscription === "ended") fail("somebody had left", who);
      else if (m.message === "claimed" && m.restricted !== null) fail("somebody is restricted", who);
      else if (m.message === "claimed" && m.held !== null) fail("somebody is held", who);
      else if (attempt === 1 && m.subscription !== "unproven") fail(`somebody had answered (${m.subscription})`, who);
    }
  }

  /** Mails that were marked: was it allowed, at this very commit? And no line has more than one of which nobody knows. */
  #lookAtBegun(): void {
    const open = new Map<string, number>();
    for (const b of this.#asks.begun.all() as {
      name: string;
      batch: string;
      attempt: number;
      mailing: string;
      subscription: string | null;
      held: number | null;
      restricted: number | null;
    }[]) {
      open.set(b.batch, (open.get(b.batch) ?? 0) + 1);
      const known = this.#begun.get(b.name);
      if (known?.batch === b.batch && known.attempt === b.attempt) continue;
      this.#begun.set(b.name, { commit: this.commits, batch: b.batch, attempt: b.attempt });
      this.#machine.count("mail begun");
      const fail = (why: string) => this.#machine.fail(`a mail began though ${why}: ${b.name}`);
      if (b.mailing !== "sending") fail(`the mailing is ${b.mailing}`);
      if (b.subscription !== "unproven") fail(`its subscription is ${b.subscription}`);
      if (b.held !== null) fail("he is held");
      if (b.restricted !== null) fail("he is restricted");
    }
    const { database, provider } = this.#climate;
    // What a failing database does late marks mails that never went.
    if (Object.values(database).some((share) => share > 0)) return;
    for (const [batch, n] of open)
      if (n > provider.lines) this.#machine.fail(`${n} mails of ${provider.lines} lines are in doubt: ${batch}`);
  }

  /** A request leaves a process. */
  asked(key: string, mails: readonly OutgoingMail[]): void {
    const batch = /^batch\/(.+)$/.exec(key)?.[1];
    const attempt = batch ? this.#attempts.get(batch) : undefined;
    if (batch && !attempt) this.#machine.fail(`a hand-over without an attempt: ${key}`);
    if (attempt && this.#machine.now - attempt.at > STALE_MS)
      this.#machine.fail(`a hand-over on a permission of ${span(this.#machine.now - attempt.at)} ago: ${key}`);
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
    const attempt = this.#attempts.get(key.replace(/^batch\//, ""));
    if (!message) {
      this.#machine.fail(`a mail without a message: ${name}`);
      return;
    }
    if (!attempt) {
      this.#machine.fail(`a mail without an attempt: ${name} by ${key}`);
      return;
    }
    const allowed = this.#allowed(name, key, attempt);
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

  /** The commit of the last permission: that of the attempt, or of the mail's own mark, without which it may not go. */
  #allowed(name: string, key: string, attempt: Attempt): number {
    if (this.#climate.provider.remembersKeys) return attempt.commit;
    const begun = this.#begun.get(name);
    if (begun && key === `batch/${begun.batch}` && begun.attempt === attempt.attempt) return begun.commit;
    this.#machine.fail(`a mail went out without its mark: ${name} by ${key}`);
    return attempt.commit;
  }

  /** A confirmation: one for each request, where the provider remembers keys. */
  #tookOther(key: string): void {
    if (!this.#climate.provider.remembersKeys) return;
    if (this.#confirmed.has(key)) this.#machine.fail(`the provider took one mail twice: ${key}`);
    this.#confirmed.add(key);
  }

  /** An event of the provider was taken: what it tells is in the database from now on. */
  heard(tag: string, type: string, at: number): void {
    const [mailing = "", person = ""] = tag.split("_");
    const message = this.#asks.message.get(mailing, person) as { subscription: string } | undefined;
    if (type !== "email.failed") this.told.add(tag);
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
