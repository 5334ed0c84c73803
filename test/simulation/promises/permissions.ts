/** The last permissions before a mail: which attempts were taken, which mails were marked, and whether that was allowed. */
import type { Climate } from "../house/climate.ts";
import { type Machine, span } from "../machine/machine.ts";
import type { Raw } from "../outside/database.ts";

/** A statement that is asked again and again. */
export type Asked = ReturnType<Raw["prepare"]> & {
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

export class Permissions {
  readonly #machine: Machine;
  readonly #climate: Pick<Climate, "provider" | "database">;
  readonly #attempts = new Map<string, Attempt>();
  /** Mails that were marked before they went, by `mailing_person`. */
  readonly #begun = new Map<string, Begun>();
  readonly #asks: Record<"attempts" | "begun" | "members", Asked>;
  #restored = false;

  constructor(machine: Machine, raw: Raw, climate: Pick<Climate, "provider" | "database">) {
    this.#machine = machine;
    this.#climate = climate;
    this.#asks = {
      attempts: raw.prepare("SELECT id, attempt, state FROM batch WHERE attempt > 0"),
      begun: raw.prepare(
        `SELECT g.mailing_id || '_' || g.person_id AS name, b.id AS batch, b.attempt, m.state AS mailing,
           s.state AS subscription, s.held_at AS held, p.restricted_at AS restricted
         FROM batch b JOIN message g ON g.batch_id = b.id JOIN mailing m ON m.id = b.mailing_id
         LEFT JOIN subscription s ON s.id = g.subscription_id LEFT JOIN person p ON p.id = g.person_id
         WHERE b.state = 'attempted' AND b.one_by_one AND g.state = 'claimed' AND g.begun_at IS NOT NULL`,
      ),
      members: raw.prepare(
        `SELECT g.person_id AS person, g.state AS message, s.state AS subscription, p.restricted_at AS restricted,
           s.held_at AS held, m.state AS mailing, b.sealed IS NULL AS empty, coalesce(m.not_before, 0) AS notBefore
         FROM batch b JOIN mailing m ON m.id = b.mailing_id LEFT JOIN message g ON g.batch_id = b.id
         LEFT JOIN person p ON p.id = g.person_id LEFT JOIN subscription s ON s.id = g.subscription_id WHERE b.id = ?`,
      ),
    };
  }

  /** Asked after every write that may matter; `commit` numbers it. */
  look(commit: number): void {
    for (const { id, attempt } of this.#asks.attempts.all() as { id: string; attempt: number }[])
      if ((this.#attempts.get(id)?.attempt ?? 0) < attempt) this.#attempted(id, attempt, commit);
    if (!this.#climate.provider.remembersKeys && !this.#restored) this.#lookAtBegun(commit);
  }

  /** The attempts of an older copy of the database are those that were taken. */
  restored(commit: number): void {
    this.#restored = true;
    this.#begun.clear();
    this.#attempts.clear();
    for (const { id, attempt } of this.#asks.attempts.all() as { id: string; attempt: number }[])
      this.#attempts.set(id, { attempt, commit, at: this.#machine.now });
  }

  /** A request leaves a process. Gives its batch, if it is one of a mailing. */
  asked(key: string): string | undefined {
    const batch = /^batch\/(.+)$/.exec(key)?.[1];
    const attempt = batch ? this.#attempts.get(batch) : undefined;
    if (batch && !attempt) this.#machine.fail(`a hand-over without an attempt: ${key}`);
    if (attempt && this.#machine.now - attempt.at > STALE_MS)
      this.#machine.fail(`a hand-over on a permission of ${span(this.#machine.now - attempt.at)} ago: ${key}`);
    return batch;
  }

  /**
   * The commit of a mail's last permission: that of the attempt, or of its own mark, without which it may not go. Undefined:
   * there was no attempt.
   */
  allowed(name: string, key: string): number | undefined {
    const attempt = this.#attempts.get(key.replace(/^batch\//, ""));
    if (!attempt || this.#climate.provider.remembersKeys) return attempt?.commit;
    const begun = this.#begun.get(name);
    if (begun && key === `batch/${begun.batch}` && begun.attempt === attempt.attempt) return begun.commit;
    this.#machine.fail(`a mail went out without its mark: ${name} by ${key}`);
    return attempt.commit;
  }

  /** A batch was taken for an attempt: was it allowed, at this very commit? */
  #attempted(id: string, attempt: number, commit: number): void {
    this.#attempts.set(id, { attempt, commit, at: this.#machine.now });
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
  #lookAtBegun(commit: number): void {
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
      this.#begun.set(b.name, { commit, batch: b.batch, attempt: b.attempt });
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
}
