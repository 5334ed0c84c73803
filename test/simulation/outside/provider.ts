/**
 * A mail provider and what it knows: the only truth about who got what. With keys it is like Resend (PLATFORM 2.1): a
 * request is taken whole or not at all, a key is remembered for 24 hours, the same key with other bytes is refused. Without
 * keys it is a mail server: one mail after the other, each with its own answer.
 */
import { createHash } from "node:crypto";
import type { Handover, Mailer, MailOutcome, OneByOne, OutgoingMail } from "../../../src/deps.ts";
import type { Life, Machine } from "../machine/machine.ts";
import { OUTSIDE } from "../machine/machine.ts";
import type { Random } from "../machine/random.ts";

export interface ProviderFaults {
  /** The request does not arrive, and nobody says so. */
  lost: number;
  /** It arrives and is done, but the answer does not come. */
  answerLost: number;
  /** 5xx before anything was done, and after everything was. */
  faultBefore: number;
  faultAfter: number;
  /** It takes up to a minute and a half. */
  slow: number;
  /** 429. */
  rate: number;
  /** The day's quota is used up, for up to some hours. */
  quota: number;
  /** The key or the domain is not in order, for up to some hours. */
  setup: number;
  /** A mail that was taken before would be taken now: one mail alone is put off (without keys). */
  putOff: number;
}

export const NO_PROVIDER_FAULTS: ProviderFaults = {
  lost: 0,
  answerLost: 0,
  faultBefore: 0,
  faultAfter: 0,
  slow: 0,
  rate: 0,
  quota: 0,
  setup: 0,
  putOff: 0,
};

export interface Shape {
  name: "resend" | "smtp";
  limit: number;
  width: number;
  perSecond: number | undefined;
  remembersKeys: boolean;
  /** Mails of a hand-over that go at the same time, where they go one by one. */
  lines: number;
}

/** A mail that the provider took. */
export interface Taken {
  id: string;
  key: string;
  at: number;
  mail: OutgoingMail;
}

const KEY_LIFE_MS = 24 * 3_600_000;
const MINUTE = 60_000;
const LONGEST_SLEEP_MS = 100_000;
/** A session begins no mail later than this. */
const BEGIN_MS = 30_000;

/** Of a mail that belongs to no mailing. */
const NOBODY: OneByOne = { begin: async () => true, told: () => {} };

interface KnownKey {
  sha256: string;
  at: number;
  /** Undefined while it is being worked on. */
  ids: string[] | undefined;
}

export interface ProviderWorld {
  machine: Machine;
  random: Random;
  shape: Shape;
  faults: ProviderFaults;
  /** Addresses that it refuses for ever. */
  bad: Set<string>;
  /** Told of every mail that was taken, and of every refusal of one. */
  took: (taken: Taken) => void;
  refused: (mail: OutgoingMail) => void;
  /** Told when a process hears that a request was accepted. */
  heard: (key: string) => void;
  /** Told before a request leaves the process. */
  asked: (key: string, mails: readonly OutgoingMail[], life: Life) => void;
  /** An id as the provider makes it. */
  newId: () => string;
  /** A bug to plant: another key for a retry. */
  rekey?: (key: string) => string;
}

export class Provider {
  readonly #world: ProviderWorld;
  readonly #keys = new Map<string, KnownKey>();
  #closedUntil = 0;
  #closedCode = "";

  constructor(world: ProviderWorld) {
    this.#world = world;
  }

  /** The way of one process to it. */
  mailerOf(life: Life): Mailer {
    const { shape } = this.#world;
    return {
      ...shape,
      tellsPace: shape.remembersKeys,
      oneByOne: !shape.remembersKeys,
      prepare: async (mails) => {
        const sha256 = createHash("sha256").update(JSON.stringify(mails)).digest("hex");
        return { sha256, handOver: (key, asks) => this.#handOver(life, mails, key, sha256, asks) };
      },
    };
  }

  async #handOver(
    life: Life,
    mails: readonly OutgoingMail[],
    key: string,
    sha256: string,
    asks: OneByOne = NOBODY,
  ): Promise<Handover> {
    const { machine, shape } = this.#world;
    this.#world.asked(key, mails, life);
    const began = machine.now;
    await machine.point(life, `mailer: ${key}, ${mails.length} mails`);
    // No connection outlives the sleep of its process.
    if (machine.now - began > LONGEST_SLEEP_MS) return { outcome: "unknown", code: "provider.no_answer" };
    // From here on the request is on its way, whatever becomes of the process.
    const answer = shape.remembersKeys ? this.#request(key, mails, sha256) : this.#session(life, mails, key, asks);
    return new Promise((done, failed) => {
      answer.then(
        (said) => {
          this.#count(said);
          if (life.dead) return machine.note(`provider answers the dead: ${said.outcome}`);
          machine.after(life, 0, `answer: ${said.outcome}${"code" in said ? ` ${said.code}` : ""}`, () => {
            // Later than that nobody waits for it any more.
            if (said.outcome === "accepted" && machine.now - began < MINUTE) this.#world.heard(key);
            done(said);
          });
        },
        (fault) => failed(fault),
      );
    });
  }

  #count(said: Handover): void {
    const { machine } = this.#world;
    machine.count(`provider: ${said.outcome}${"code" in said ? ` ${said.code}` : ""}`);
    if (said.outcome === "each") for (const mail of said.mails) machine.count(`provider, one mail: ${mail.outcome}`);
  }

  /** One request of a provider that remembers keys. */
  async #request(key: string, mails: readonly OutgoingMail[], sha256: string): Promise<Handover> {
    const { machine, random, faults } = this.#world;
    const silence = async (): Promise<Handover> => {
      await machine.sleep(OUTSIDE, random.span(10_000, 60_000), `no answer comes for ${key}`);
      return { outcome: "unknown", code: "provider.no_answer" };
    };
    await machine.sleep(OUTSIDE, random.span(5, 300), `${key} arrives`);
    if (random.chance(faults.lost)) {
      machine.note("  it does not");
      return silence();
    }
    const said = await this.#serve(key, mails, sha256);
    if (random.chance(faults.answerLost)) {
      machine.note(`  the answer is lost: ${said.outcome}`);
      return silence();
    }
    return random.chance(0.2) ? { ...said, perSecond: random.from(2, 10) } : said;
  }

  async #serve(key: string, mails: readonly OutgoingMail[], sha256: string): Promise<Handover> {
    const { machine, random, faults } = this.#world;
    const closed = this.#closed();
    if (closed) return closed;
    const asked = this.#world.rekey?.(key) ?? key;
    const known = this.#keys.get(asked);
    if (known && machine.now - known.at < KEY_LIFE_MS) {
      if (!known.ids) return { outcome: "later", code: "provider.in_flight", retryAfterMs: 2_000, alone: true };
      if (known.sha256 !== sha256) {
        // A confirmation is made from the settings of the day; a mailing is frozen.
        if (key.startsWith("batch/")) machine.fail(`the same key came with other bytes: ${key}`);
        return { outcome: "unknown", code: "provider.payload_drift" };
      }
      machine.note("  the key is known: the first answer again");
      machine.count("provider: key known");
      return { outcome: "accepted", ids: known.ids };
    }
    if (random.chance(faults.rate))
      return { outcome: "later", code: "provider.rate_limit", retryAfterMs: random.span(250, 20_000) };
    if (random.chance(faults.faultBefore)) return { outcome: "unknown", code: "provider.fault" };
    const wrong = mails.findIndex((mail) => this.#world.bad.has(mail.to));
    const bad = mails[wrong];
    if (bad) {
      if (mails.length === 1 || random.chance(0.5)) {
        this.#world.refused(bad);
        return { outcome: "refused", code: "provider.invalid", index: wrong };
      }
      return { outcome: "refused", code: "provider.invalid" };
    }
    const work: KnownKey = { sha256, at: machine.now, ids: undefined };
    this.#keys.set(asked, work);
    await machine.sleep(
      OUTSIDE,
      random.chance(faults.slow) ? random.span(1_000, 110_000) : random.span(5, 500),
      `works on ${key}`,
    );
    work.ids = mails.map((mail) => this.#take(mail, key));
    if (random.chance(faults.faultAfter)) return { outcome: "unknown", code: "provider.fault" };
    return { outcome: "accepted", ids: work.ids };
  }

  /** Sessions with a mail server, at the same time: they end where the process ends. */
  async #session(life: Life, mails: readonly OutgoingMail[], key: string, asks: OneByOne): Promise<Handover> {
    const { machine, random, faults, shape } = this.#world;
    await machine.sleep(OUTSIDE, random.span(5, 2_000), `${key} is connected`);
    const closed = this.#closed();
    if (closed) return closed;
    if (random.chance(faults.rate))
      return { outcome: "later", code: "provider.busy", retryAfterMs: random.span(1_000, 300_000) };
    const said: MailOutcome[] = mails.map(() => ({ outcome: "untouched" }));
    const lastBegin = machine.now + BEGIN_MS;
    let next = 0;
    const line = async () => {
      for (let i = next++; i < mails.length && !life.dead; i = next++)
        said[i] = await this.#transaction(life, mails[i] as OutgoingMail, { key, i, asks, lastBegin });
    };
    await Promise.all(Array.from({ length: shape.lines }, line));
    return { outcome: "each", mails: said };
  }

  async #transaction(
    life: Life,
    mail: OutgoingMail,
    { key, i, asks, lastBegin }: { key: string; i: number; asks: OneByOne; lastBegin: number },
  ): Promise<MailOutcome> {
    const { machine, random, faults } = this.#world;
    if (machine.now > lastBegin) return { outcome: "later", code: "provider.unreachable", retryAfterMs: MINUTE };
    if (!(await asks.begin(i)) || machine.now > lastBegin) return { outcome: "untouched" };
    const ms = random.chance(faults.slow) ? random.span(1_000, 60_000) : random.span(5, 200);
    await machine.sleep(OUTSIDE, ms, `${key}, mail ${i + 1}`);
    // A process that dies now may have said all of it already.
    if (life.dead && random.chance(0.5)) return { outcome: "untouched" };
    const outcome = this.#oneMail(mail, key);
    if (!life.dead) asks.told(i, outcome);
    return outcome;
  }

  #oneMail(mail: OutgoingMail, key: string): MailOutcome {
    const { random, faults } = this.#world;
    if (this.#world.bad.has(mail.to)) {
      this.#world.refused(mail);
      return {
        outcome: "refused",
        code: random.one(["bounce.address", "bounce.policy", "bounce.full", "bounce.other"]),
      };
    }
    if (random.chance(faults.putOff))
      return { outcome: "later", code: "provider.busy", retryAfterMs: random.span(60_000, 600_000) };
    if (random.chance(faults.lost + faults.faultBefore)) return { outcome: "unknown", code: "provider.no_answer" };
    const id = this.#take(mail, key);
    if (random.chance(faults.answerLost + faults.faultAfter)) return { outcome: "unknown", code: "provider.no_answer" };
    return { outcome: "accepted", id };
  }

  /** The answer of a provider that wants nothing for a while. */
  #closed(): Handover | undefined {
    const { machine, random, faults } = this.#world;
    if (machine.now >= this.#closedUntil) {
      const code = random.chance(faults.quota)
        ? "provider.quota_day"
        : random.chance(faults.setup)
          ? "provider.setup"
          : "";
      if (!code) return undefined;
      this.#closedCode = code;
      this.#closedUntil = machine.now + random.span(MINUTE, 240 * MINUTE);
    }
    // The faults are over, so is what they caused.
    if (faults.quota === 0 && faults.setup === 0) return undefined;
    const retryAfterMs = this.#closedCode === "provider.setup" ? 15 * MINUTE : 60 * MINUTE;
    return { outcome: "later", code: this.#closedCode, retryAfterMs };
  }

  #take(mail: OutgoingMail, key: string): string {
    const id = this.#world.newId();
    this.#world.took({ id, key, at: this.#world.machine.now, mail });
    return id;
  }
}
