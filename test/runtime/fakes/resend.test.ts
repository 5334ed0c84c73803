/** The fake of Resend keeps the rules it stands for; everything that is proved against it rests on them. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import { expect, it, onTestFinished } from "vitest";
import { type FakeResendOptions, startFakeResend } from "../../fakes/resend.ts";
import { failureOf } from "../../fakes/resend-chaos.ts";
import { until } from "../../support/until.ts";

const HOUR = 3_600_000;
const mail = (n: number) => ({
  from: "a@ministrija.example",
  to: [`cilveks${n}@pasts.example`],
  subject: "S",
  text: "T",
});
const mails = (n: number) => Array.from({ length: n }, (_, i) => mail(i));

interface Told {
  type: string;
  data: { email_id: string };
}

async function open(options: FakeResendOptions = {}) {
  let shift = 0;
  const resend = await startFakeResend({ now: () => Date.now() + shift, ...options });
  onTestFinished(() => resend.stop());
  const post = async (body: unknown, key?: string, more: Record<string, string> = {}) => {
    const headers = { "user-agent": "test", authorization: `Bearer ${resend.apiKey}`, ...more };
    const answer = await fetch(`${resend.url}/emails/batch`, {
      method: "POST",
      headers: key === undefined ? headers : { ...headers, "idempotency-key": key },
      body: JSON.stringify(body),
    });
    return { status: answer.status, json: await answer.json(), headers: answer.headers };
  };
  return { resend, post, pass: (ms: number) => (shift += ms) };
}

it("a key is remembered for 24 hours, and then forgotten", async () => {
  const { resend, post, pass } = await open();
  const first = await post(mails(2), "k");
  pass(24 * HOUR - 1_000);
  expect(await post(mails(2), "k")).toMatchObject({ status: 200, json: first.json });
  expect(await post(mails(3), "k")).toMatchObject({ status: 409, json: { name: "invalid_idempotent_request" } });
  expect(resend.mails).toHaveLength(2);
  pass(2_000);
  await post(mails(2), "k");
  expect(resend.mails).toHaveLength(4);
});

it("a request that failed before anything was accepted leaves no key, one that failed after it does", async () => {
  const { resend, post } = await open();
  resend.failNext({ kind: "status", status: 500 });
  expect((await post(mails(1), "before")).status).toBe(500);
  expect((await post(mails(2), "before")).status).toBe(200);
  resend.failNext({ kind: "status", status: 500, afterAccepting: true });
  expect((await post(mails(1), "after")).status).toBe(500);
  expect((await post(mails(1), "after")).status).toBe(200);
  expect(resend.mails).toHaveLength(3);
  expect(resend.requests.map((r) => r.doubt)).toEqual([true, false, true, false]);
});

it("while a request is under way its key is a conflict, also before anything is accepted", async () => {
  const { resend, post } = await open();
  resend.failNext({ kind: "slow", ms: 300, before: true });
  const slow = post(mails(1), "k");
  await until("the request", async () => resend.requests.length === 1);
  expect((await post(mails(1), "k")).json).toMatchObject({ name: "concurrent_idempotent_requests" });
  expect(resend.mails).toHaveLength(0);
  expect((await slow).status).toBe(200);
  expect(resend.mails).toHaveLength(1);
});

it("a strict batch is refused whole, a permissive one keeps what is right", async () => {
  const { resend, post } = await open({ tellIndex: true });
  const set = [mail(0), { ...mail(1), to: ["nobody"] }, mail(2)];
  expect(await post(set)).toMatchObject({ status: 422, json: { errors: [{ index: 1 }] } });
  expect(resend.mails).toHaveLength(0);
  const kept = await post(set, undefined, { "x-batch-validation": "permissive" });
  expect(kept.json).toMatchObject({ data: [{}, {}], errors: [{ index: 1 }] });
  expect(resend.mails.map((m) => m.to)).toEqual([mail(0).to, mail(2).to]);
});

it("limits and quotas say themselves, and quotas begin anew with the day and the month", async () => {
  let at = Date.UTC(2026, 10, 1, 12);
  const { post } = await open({ now: () => at, dailyQuota: 5, monthlyQuota: 8 });
  expect((await post(mails(5))).status).toBe(200);
  expect((await post(mails(1))).json).toMatchObject({ name: "daily_quota_exceeded" });
  at += 24 * HOUR;
  expect((await post(mails(5))).json).toMatchObject({ name: "monthly_quota_exceeded" });
  at += 31 * 24 * HOUR;
  expect((await post(mails(5))).status).toBe(200);
  const slow = await open({ now: () => at, requestsPerSecond: 2 });
  const answers = await Promise.all([1, 2, 3].map(() => slow.post(mails(1))));
  const refused = answers.find((a) => a.status === 429);
  expect(answers[0]?.headers.get("ratelimit-limit")).toBe("2");
  expect(refused?.headers.get("retry-after")).toBe("1");
  expect(slow.resend.mails).toHaveLength(2);
});

it("the same seed brings the same failures", () => {
  const chaos = { seed: 7, odds: { fault: 0.2, cutAfter: 0.2, slow: 0.2 } };
  const draw = (seed: number) => Array.from({ length: 200 }, (_, n) => failureOf({ ...chaos, seed }, n));
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
  expect(draw(7).filter(Boolean).length).toBeGreaterThan(90);
  expect(draw(7).filter(Boolean).length).toBeLessThan(150);
});

it("events are signed, out of order, repeated, and tried again until they are answered", async () => {
  const secret = "whsec_bG9vcGJhY2stb25seS1zZWNyZXQ";
  const got: { id: string; type: string; mail: string }[] = [];
  let refuse = 5;
  const door = createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    if (refuse-- > 0) return void res.writeHead(503).end();
    const names = ["id", "timestamp", "signature"].map((n) => [`webhook-${n}`, String(req.headers[`svix-${n}`])]);
    const event = new Webhook(secret).verify(body, Object.fromEntries(names)) as Told;
    got.push({ id: String(req.headers["svix-id"]), type: event.type, mail: event.data.email_id });
    res.end();
  });
  await new Promise<void>((done) => door.listen(0, "127.0.0.1", done));
  onTestFinished(() => void door.close());
  const url = () => `http://127.0.0.1:${(door.address() as AddressInfo).port}`;
  const shares = { bounced: 0.2, complained: 0.2, repeated: 0.3 };
  const { resend, post } = await open({ events: { url, secret, seed: 3, ...shares, retryMs: [10, 10, 10] } });
  await post(mails(40));
  await until("the last event", async () => resend.events?.waiting === 0);
  const sent = new Set(got.map((e) => e.id));
  expect(got.length).toBeGreaterThan(sent.size);
  expect(sent.size).toBe(80 + (resend.events?.told.complained.size ?? 0));
  const order = got.filter((e) => e.type === "email.sent").map((e) => resend.mails.findIndex((m) => m.id === e.mail));
  expect(order).not.toEqual(order.toSorted((a, b) => a - b));
  const firstOf = (id: string) => got.find((e) => e.mail === id)?.type;
  expect(resend.mails.some((m) => firstOf(m.id) !== "email.sent")).toBe(true);
});
