/** The last permission before the send: too old where the process slept, not given where the database is away. */
import type { Client } from "@libsql/client";
import { describe, expect, it } from "vitest";
import { HANDOVER_MS, LEASE_MS } from "../../src/delivery/outcome.ts";
import type { MailOutcome } from "../../src/deps.ts";
import { readNumbers } from "../../src/domain/campaigns/views.ts";
import type { Scene } from "../domain/consent/scene.ts";
import { imported, leave, once, onlyMailing, sweep, unknown, withoutKeys } from "./sending.ts";

/** The next attempt that is taken is followed by a sleep, and by what happens meanwhile. */
function sleepAfterNextAttempt(s: Scene, ms: number, meanwhile: () => Promise<void> = async () => {}): void {
  const { client } = s.deps.db;
  let awake = true;
  const sleepy = new Proxy(client, {
    get(target, name) {
      if (name !== "batch") return Reflect.get(target, name).bind?.(target) ?? Reflect.get(target, name);
      return async (...args: Parameters<Client["batch"]>) => {
        const done = await target.batch(...args);
        if (awake && JSON.stringify(args[0]).includes("SET state='attempted'")) {
          awake = false;
          s.clock.set(s.clock.now() + ms);
          await meanwhile();
        }
        return done;
      };
    },
  });
  s.deps.db = { ...s.deps.db, client: sleepy };
}

/** A mailer that sends one by one, while the database is away for the second mail. */
function oneByOneWithoutDatabase(s: Scene): void {
  const { handOver } = s.mailer;
  s.mailer.prepare = async (mails) => ({
    sha256: `${mails.length}`,
    async handOver(key, asks) {
      const outcomes: MailOutcome[] = [];
      for (const [i, mail] of mails.entries()) {
        const { batch } = s.deps.db.client;
        if (i === 1) s.deps.db.client.batch = () => Promise.reject(new Error("fetch failed"));
        const may = await asks?.begin(i);
        s.deps.db.client.batch = batch;
        if (may) await handOver([mail], key);
        outcomes.push(may ? { outcome: "accepted", id: mail.to } : { outcome: "untouched" });
      }
      return { outcome: "each", mails: outcomes };
    },
  });
}

const attempts = (s: Scene) => s.count("SELECT sum(attempt) FROM batch");

const LONG_MS = LEASE_MS - HANDOVER_MS + 1;

describe("a process that slept after it took an attempt", () => {
  it("hands nothing over on the old permission: whoever left meanwhile gets no mail", async () => {
    const s = await imported(3);
    sleepAfterNextAttempt(s, LONG_MS, async () => leave(s, await onlyMailing(s)));
    const id = await s.campaign();
    await sweep(s, LEASE_MS);
    expect(s.mails).toHaveLength(2);
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ sent: 2, skipped: 1, unknown: 0, waiting: 0 });
  });

  it("asks for permission anew, and everybody gets the mail once", async () => {
    const s = await imported(3);
    sleepAfterNextAttempt(s, LONG_MS);
    const id = await s.campaign();
    await sweep(s, LEASE_MS);
    expect(await attempts(s)).toBe(2);
    expect(s.keys).toHaveLength(1);
    expect(once(s)).toBe(true);
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ sent: 3, unknown: 0 });
  });

  it("leaves no doubt behind, though the mailer remembers no keys: nothing has gone out", async () => {
    const s = await imported(2, 1);
    withoutKeys(s);
    sleepAfterNextAttempt(s, LONG_MS);
    const id = await s.campaign();
    await sweep(s, LEASE_MS);
    expect(await attempts(s)).toBe(3);
    expect(s.keys).toHaveLength(2);
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ sent: 2, unknown: 0 });
  });

  it("does not take a doubt for an untouched batch", async () => {
    const s = await imported(2);
    s.answers.push(unknown);
    const id = await s.campaign();
    sleepAfterNextAttempt(s, LONG_MS);
    await sweep(s, 60_000);
    expect(await attempts(s)).toBe(3);
    expect(s.keys).toHaveLength(2);
    expect(new Set(s.keys).size).toBe(1);
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ sent: 2, unknown: 0 });
  });
});

it("a mail for which the database could not be asked is untouched, and what went out before it is known", async () => {
  const s = await imported(3);
  Object.assign(withoutKeys(s), { oneByOne: true });
  oneByOneWithoutDatabase(s);
  const id = await s.campaign();
  await sweep(s, LEASE_MS);
  expect(await readNumbers(s.deps.db, id)).toMatchObject({ sent: 3, unknown: 0 });
  expect(s.mails).toHaveLength(3);
  expect(once(s)).toBe(true);
});
