/** Providers that answer oddly, not at all, or for a long time no. */
import { describe, expect, it } from "vitest";
import { createResendMailer } from "../../src/delivery/mailers/resend.ts";
import { recoverAll } from "../../src/delivery/recover.ts";
import type { Handover } from "../../src/deps.ts";
import { pauseMailing } from "../../src/domain/campaigns/pause.ts";
import { readMailing, readNumbers } from "../../src/domain/campaigns/views.ts";
import { withdrawByLink } from "../../src/domain/consent/withdraw.ts";
import { noteProvider } from "../../src/domain/messages/note-provider.ts";
import { takeSlot } from "../../src/domain/messages/take-slot.ts";
import { createSmtpMailer } from "../../src/runtime/node/smtp/mailer.ts";
import { must, type Scene } from "../domain/consent/scene.ts";
import { admin } from "../domain/office.ts";
import { startFakeSmtp } from "../fakes/smtp.ts";
import { freePort } from "../support/port.ts";
import { until } from "../support/until.ts";
import { imported, once, onlyMailing, sweep, unknown } from "./sending.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const quota = (retryAfterMs: number): Handover => ({ outcome: "later", code: "provider.quota_month", retryAfterMs });

const standing = async (s: Scene, id: string) => {
  const mailing = await readMailing(s.deps.db, id);
  return { state: mailing?.state, reason: mailing?.heldReason };
};

describe("a doubt", () => {
  it("whose retry is refused is unknown: the refusal says nothing of the attempt before, and another key would double it", async () => {
    const s = await imported(3);
    s.answers.push(unknown, { outcome: "refused", code: "mail.large", index: 0 });
    const id = await s.campaign();
    for (let n = 0; n < 3; n++) await sweep(s, MINUTE);
    expect(new Set(s.keys).size).toBe(1);
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ unknown: 3, failed: 0, waiting: 0 });
  });

  it("is not asked of another account: it has never seen the key", async () => {
    const mail = { to: "a@pasts.example", from: { name: "M", address: "m@ministry.example" } };
    const mails = [{ ...mail, subject: "s", html: "<p>x</p>", text: "x", headers: {} }];
    const of = async (apiKey: string, baseUrl: string) =>
      (await createResendMailer({ apiKey, baseUrl }).prepare(mails)).sha256;
    const one = await of("re_one", "https://api.resend.example");
    expect(await of("re_one", "https://api.resend.example")).toBe(one);
    expect(await of("re_two", "https://api.resend.example")).not.toBe(one);
    expect(await of("re_one", "https://other.example")).not.toBe(one);
  });

  it("keeps nobody's address for more than 20 hours, though the provider wants nothing all that time", async () => {
    const s = await imported(20, 10);
    s.answers.push(unknown, ...Array.from({ length: 60 }, () => quota(6 * HOUR)));
    await s.campaign();
    const oldest = async () => {
      const [row] = (await s.client.execute("SELECT min(created_at) AS at FROM batch WHERE sealed IS NOT NULL")).rows;
      return row?.at ? s.clock.now() - Number(row.at) : 0;
    };
    let longest = 0;
    for (let n = 0; n < 54; n++) {
      await sweep(s, HOUR / 2);
      longest = Math.max(longest, await oldest());
    }
    expect(longest).toBeGreaterThan(10 * HOUR);
    expect(longest).toBeLessThan(20 * HOUR + 32 * MINUTE);
  });

  it("that is being asked about when somebody presses pause can be asked about again", async () => {
    const s = await imported(3);
    s.answers.push(unknown);
    const id = await s.campaign();
    const { prepare } = s.mailer;
    Object.assign(s.mailer, {
      prepare: async (mails: Parameters<typeof prepare>[0]) => {
        must(await pauseMailing(s.deps, admin, { id }));
        Object.assign(s.mailer, { prepare });
        return prepare(mails);
      },
    });
    await sweep(s, MINUTE);
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ unknown: 0, waiting: 3 });
  });
});

describe("a provider", () => {
  it("that answers nobody for an hour stops the mailing, and people are told", async () => {
    const s = await imported(200, 10);
    s.mailer.handOver = async () => unknown;
    const id = await s.campaign();
    for (let n = 0; n < 3; n++) await sweep(s, HOUR / 2);
    expect(await standing(s, id)).toEqual({ state: "paused", reason: "provider" });
    expect(await s.count("SELECT count(*) FROM alert WHERE code='mailing.paused'")).toBe(1);
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ unknown: 0, waiting: 200 });
  });

  it.each([async () => `http://127.0.0.1:${await freePort()}`, async () => "http://nobody.invalid"])(
    "that cannot be reached at all has taken nothing",
    async (where) => {
      const baseUrl = await where();
      const mail = { to: "a@pasts.example", from: { name: "M", address: "m@ministry.example" } };
      const mails = [{ ...mail, subject: "s", html: "<p>x</p>", text: "x", headers: {} }];
      const prepared = await createResendMailer({ apiKey: "re_one", baseUrl }).prepare(mails);
      expect(await prepared.handOver("key")).toMatchObject({ outcome: "later", code: "provider.unreachable" });
    },
  );

  it("that refused us for a moment this morning has not refused us since then", async () => {
    const s = await imported(20, 10);
    await noteProvider(s.deps, { outcome: "later", code: "provider.rate_limit", retryAfterMs: 1_000 }, s.clock.now());
    for (let n = 0; n < 6; n++) await sweep(s, HOUR / 2);
    s.answers.push({ outcome: "later", code: "provider.setup", retryAfterMs: 15 * MINUTE });
    const id = await s.campaign();
    expect(await standing(s, id)).toEqual({ state: "sending", reason: null });
  });

  it("whose block was written after a hand-over began is not unblocked by its acceptance", async () => {
    const s = await imported(1);
    const began = s.clock.now();
    s.clock.set(began + 1_000);
    await noteProvider(s.deps, quota(HOUR), began);
    await noteProvider(s.deps, { outcome: "accepted", ids: ["1"] }, began);
    expect(await s.count("SELECT count(*) FROM pace WHERE blocked_until IS NOT NULL")).toBe(1);
    await noteProvider(s.deps, { outcome: "accepted", ids: ["1"] }, began + 2_000);
    expect(await s.count("SELECT count(*) FROM pace WHERE blocked_until IS NOT NULL")).toBe(0);
  });

  it("whose rate is a setting keeps to the setting of today", async () => {
    const s = await imported(1);
    Object.assign(s.mailer, { name: "smtp", tellsPace: false, perSecond: 100 });
    await takeSlot(s.deps, "bulk");
    Object.assign(s.mailer, { perSecond: 1 });
    s.clock.set(s.clock.now() + 10_000);
    await takeSlot(s.deps, "bulk");
    s.clock.set(s.clock.now() + 100);
    expect(await takeSlot(s.deps, "bulk")).toBeGreaterThan(500);
  });
});

it("nobody is asked after the last day to answer: the mailing stands still and says why", async () => {
  const s = await imported(20, 10);
  const ids = Array.from({ length: 10 }, (_, i) => `id-${i}`);
  s.mailer.handOver = async () => quota(HOUR);
  const first: Handover = { outcome: "accepted", ids };
  let once10 = true;
  s.mailer.handOver = async () => {
    const answer = once10 ? first : quota(HOUR);
    once10 = false;
    return answer;
  };
  const id = await s.campaign();
  const deadline = (await readMailing(s.deps.db, id))?.deadlineDay as string;
  const end = Date.parse(`${deadline}T23:59:59Z`);
  while (s.clock.now() < end) await sweep(s, 50 * MINUTE);
  let handed = 0;
  s.mailer.handOver = async () => {
    handed++;
    return first;
  };
  for (let n = 0; n < 3; n++) await sweep(s, 50 * MINUTE);
  expect(handed).toBe(0);
  expect(await standing(s, id)).toEqual({ state: "paused", reason: "deadline" });
});

it("one mail that cannot be made fails alone; the others go out, and no sealed row stays", async () => {
  const s = await imported(30, 10);
  const { reconsent } = s.deps.render;
  const poor = "cilveks7@pasts.example";
  s.deps.render.reconsent = (frozen, mailingId, member) => {
    if (member.address === poor) throw new Error("cannot be made");
    return reconsent(frozen, mailingId, member);
  };
  const id = await s.campaign();
  expect(s.mails).toHaveLength(29);
  expect(once(s)).toBe(true);
  expect(await readNumbers(s.deps.db, id)).toMatchObject({ sent: 29, failed: 1, waiting: 0 });
  expect(await s.count("SELECT count(*) FROM message WHERE reason='mail.render'")).toBe(1);
  expect(await s.count("SELECT count(*) FROM batch WHERE sealed IS NOT NULL")).toBe(0);
});

it("on SMTP nobody gets his mail after his one-click was answered, though his mail was taken up with others before", async () => {
  const server = await startFakeSmtp();
  const s = await imported(12, 12);
  const smtp = createSmtpMailer({ url: server.url, connections: 1 });
  try {
    server.behave({ slow: 40 });
    Object.assign(s.deps, { mailer: smtp });
    const run = s.campaign();
    await until("a mail", async () => server.mails.length >= 2);
    const id = await onlyMailing(s);
    const { rows } = await s.client.execute("SELECT subscription_id FROM message");
    for (const row of rows) {
      const token = s.deps.tokens.make("u", { subscriptionId: String(row[0]), mailingId: id });
      must(await withdrawByLink(s.deps, { token, scope: "list", via: "one-click" }));
    }
    const then = server.mails.length;
    await run;
    // One may have been on the line.
    expect(server.mails.length).toBeLessThanOrEqual(then + 1);
    const n = await readNumbers(s.deps.db, id);
    expect(n).toMatchObject({ sent: server.mails.length, skipped: 12 - server.mails.length, waiting: 0 });
  } finally {
    smtp.close?.();
    await server.stop();
  }
});

it("a program that ends begins no more hand-overs; the next one goes on", async () => {
  const s = await imported(30, 10);
  let closing = false;
  s.deps.queue.closing = () => closing;
  const { handOver } = s.mailer;
  s.mailer.handOver = async (mails, key) => {
    closing = true;
    return handOver(mails, key);
  };
  const id = await s.campaign();
  expect(s.mails).toHaveLength(10);
  closing = false;
  s.mailer.handOver = handOver;
  await sweep(s, 3 * MINUTE);
  await recoverAll(s.deps);
  expect(await readNumbers(s.deps.db, id)).toMatchObject({ sent: 30, waiting: 0 });
});
