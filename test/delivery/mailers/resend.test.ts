import { createHash } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { createResendMailer } from "../../../src/delivery/mailers/resend.ts";
import { type FakeResend, startFakeResend } from "../../fakes/resend.ts";
import { handOver } from "../../support/mailer.ts";
import { sampleMails as batch } from "./sample.ts";

let resend: FakeResend;
beforeAll(async () => {
  resend = await startFakeResend();
});
afterAll(() => resend.stop());
afterEach(() => {
  resend.clear();
  vi.restoreAllMocks();
});

const mailer = (timeoutMs?: number) => createResendMailer({ apiKey: resend.apiKey, baseUrl: resend.url, timeoutMs });

describe("the Resend mailer", () => {
  it("hands over 100 mails in one request, each to one recipient, with ids in order", async () => {
    const mails = batch(100);
    const result = await handOver(mailer(), mails, "send/1");
    expect(resend.requests).toHaveLength(1);
    expect(result).toEqual({ outcome: "accepted", ids: resend.mails.map((m) => m.id) });
    expect(resend.mails.map((m) => m.to)).toEqual(mails.map((m) => [m.to]));
    for (const [i, kept] of resend.mails.entries()) {
      expect(kept).toMatchObject({
        from: '"Paraugu ministrija „Rīgā”" <jaunumi@ministrija.example>',
        reply_to: "prese@ministrija.example",
        headers: mails[i]?.headers,
        tags: [{ name: "message", value: mails[i]?.tags?.message }],
        text: mails[i]?.text,
        html: mails[i]?.html,
      });
      expect(kept.cc).toBeUndefined();
      expect(kept.bcc).toBeUndefined();
    }
  });

  it("sends nothing twice: the same key and bytes get the same ids", async () => {
    const first = await handOver(mailer(), batch(3), "send/2");
    expect(await handOver(mailer(), batch(3), "send/2")).toEqual(first);
    expect(resend.mails).toHaveLength(3);
    expect(resend.requests.map((r) => r.key)).toEqual(["send/2", "send/2"]);
  });

  it("has a fingerprint of the bytes that it sends and of the account it sends them to", async () => {
    await handOver(mailer(), batch(5), "send/3");
    const bytes = resend.requests[0]?.bodySha256;
    const account = `${resend.url}\0${resend.apiKey}\0${bytes}`;
    expect(createHash("sha256").update(account).digest("hex")).toBe((await mailer().prepare(batch(5))).sha256);
    expect((await mailer().prepare(batch(4))).sha256).not.toBe((await mailer().prepare(batch(5))).sha256);
  });

  it("never takes a new key when the payload has drifted", async () => {
    await handOver(mailer(), batch(2), "send/4");
    expect(await handOver(mailer(), batch(3), "send/4")).toEqual({
      outcome: "unknown",
      code: "provider.payload_drift",
    });
    expect(resend.mails).toHaveLength(2);
  });

  it("waits while the same hand-over is still in flight", async () => {
    resend.failNext({ kind: "slow", ms: 300 });
    const first = handOver(mailer(), batch(1), "send/5");
    await vi.waitFor(() => expect(resend.mails).toHaveLength(1));
    expect(await handOver(mailer(), batch(1), "send/5")).toMatchObject({
      outcome: "later",
      code: "provider.in_flight",
      alone: true,
    });
    expect(await first).toMatchObject({ outcome: "accepted" });
  });

  it.each([
    ["a 500 after accepting", { kind: "status", status: 500, afterAccepting: true }, "provider.fault"],
    ["a 502", { kind: "status", status: 502, afterAccepting: true }, "provider.fault"],
    ["a cut connection", { kind: "cut", afterAccepting: true }, "provider.no_answer"],
    ["an answer that does not come in time", { kind: "slow", ms: 400 }, "provider.no_answer"],
  ] as const)("calls the outcome unknown after %s, and the same key settles it", async (_, failure, code) => {
    resend.failNext(failure);
    expect(await handOver(mailer(150), batch(2), "send/6")).toEqual({ outcome: "unknown", code });
    await vi.waitFor(async () =>
      expect(await handOver(mailer(), batch(2), "send/6")).toEqual({
        outcome: "accepted",
        ids: resend.mails.map((m) => m.id),
      }),
    );
    expect(resend.mails).toHaveLength(2);
  });

  it("calls the outcome unknown where nobody answers at all", async () => {
    const nobody = createResendMailer({ apiKey: "re_x", baseUrl: "http://127.0.0.1:9" });
    expect(await handOver(nobody, batch(1), "send/7")).toEqual({ outcome: "unknown", code: "provider.no_answer" });
  });

  it("comes back when the provider asks, and no sooner", async () => {
    resend.failNext({ kind: "status", status: 429, name: "rate_limit_exceeded", headers: { "retry-after": "7" } });
    const now = await handOver(mailer(), batch(1), "send/8");
    expect(now).toEqual({ outcome: "later", code: "provider.rate_limit", retryAfterMs: 7000 });
  });

  it("reads the reset of the rate limit where there is no retry-after", async () => {
    resend.failNext({ kind: "status", status: 429, name: "rate_limit_exceeded", headers: { "ratelimit-reset": "3" } });
    expect(await handOver(mailer(), batch(1), "send/9")).toMatchObject({ retryAfterMs: 3000 });
  });

  it.each([
    [{ "ratelimit-limit": "5", "ratelimit-remaining": "4", "ratelimit-reset": "1" }, 5],
    [{ "ratelimit-limit": "10" }, 10],
    [{}, undefined],
    // A window of a minute, a number nobody means, and no number at all say nothing of a second.
    [{ "ratelimit-limit": "60", "ratelimit-reset": "42" }, undefined],
    [{ "ratelimit-limit": "0" }, undefined],
    [{ "ratelimit-limit": "1000000" }, undefined],
    [{ "ratelimit-limit": "2.5" }, undefined],
    [{ "ratelimit-limit": "many" }, undefined],
  ])("tells the rate that the provider states, whatever the answer: %j", async (headers, perSecond) => {
    for (const status of [429, 500, 422]) {
      resend.failNext({ kind: "status", status, headers: headers as Record<string, string> });
      expect((await handOver(mailer(), batch(1), `send/rate-${status}`)).perSecond).toBe(perSecond);
    }
  });

  it("tells the rate with an acceptance too", async () => {
    const limited = await startFakeResend({ requestsPerSecond: 5 });
    const own = createResendMailer({ apiKey: limited.apiKey, baseUrl: limited.url });
    expect(await handOver(own, batch(1), "send/1")).toMatchObject({ outcome: "accepted", perSecond: 5 });
    await limited.stop();
  });

  it.each([
    [302, undefined, "later", "provider.setup"],
    [402, "payment_required", "later", "provider.setup"],
    [408, "timeout", "unknown", "provider.no_answer"],
    [413, "too_large", "refused", "provider.invalid"],
    [400, "validation_error", "refused", "provider.invalid"],
    [503, "application_error", "unknown", "provider.fault"],
  ])("takes %i %s for what it is", async (status, name, outcome, code) => {
    resend.failNext({ kind: "status", status, name });
    expect(await handOver(mailer(), batch(2), "send/odd")).toMatchObject({ outcome, code });
  });

  it.each([
    [429, "daily_quota_exceeded", "provider.quota_day"],
    [429, "monthly_quota_exceeded", "provider.quota_month"],
    [401, "restricted_api_key", "provider.setup"],
    [403, "validation_error", "provider.setup"],
    [404, "not_found", "provider.setup"],
  ])("keeps the mails and calls a person on %i %s", async (status, name, code) => {
    resend.failNext({ kind: "status", status, name });
    const result = await handOver(mailer(), batch(1), "send/10");
    expect(result).toMatchObject({ outcome: "later", code });
    expect(result.outcome === "later" && result.retryAfterMs).toBeGreaterThan(60_000);
  });

  it("is refused with a wrong key, and nothing is sent", async () => {
    const stranger = createResendMailer({ apiKey: "re_other", baseUrl: resend.url });
    expect(await handOver(stranger, batch(1), "send/11")).toMatchObject({ outcome: "later", code: "provider.setup" });
    expect(resend.mails).toHaveLength(0);
  });

  it("sends none of a strict batch that the provider refuses", async () => {
    const mails = batch(3).map((m, i) => (i === 1 ? { ...m, to: "liga@localhost" } : m));
    expect(await handOver(mailer(), mails, "send/12")).toEqual({
      outcome: "refused",
      code: "provider.invalid",
      index: undefined,
    });
    expect(resend.mails).toHaveLength(0);
  });

  it("names the faulty mail where the provider does", async () => {
    const telling = await startFakeResend({ tellIndex: true });
    const mails = batch(3).map((m, i) => (i === 1 ? { ...m, to: "liga@localhost" } : m));
    const own = createResendMailer({ apiKey: telling.apiKey, baseUrl: telling.url });
    expect(await handOver(own, mails, "send/13")).toEqual({ outcome: "refused", code: "provider.invalid", index: 1 });
    await telling.stop();
  });

  it("refuses a mail with a broken header before any request, and says which", async () => {
    const mails = batch(2).map((m, i) => (i === 1 ? { ...m, subject: "a\r\nBcc: x@evil.example" } : m));
    expect(await handOver(mailer(), mails, "send/14")).toEqual({
      outcome: "refused",
      code: "mail.header_break",
      index: 1,
    });
    expect(resend.requests).toHaveLength(0);
  });

  it("prints nothing and returns no word of the provider", async () => {
    const spies = (["log", "error", "warn", "info", "debug"] as const).map((m) =>
      vi.spyOn(console, m).mockImplementation(() => {}),
    );
    for (const failure of [{ status: 500 }, { status: 422 }, { status: 403 }, { status: 429 }]) {
      resend.failNext({ kind: "status", ...failure });
      const result = await handOver(mailer(), batch(1), `send/15-${failure.status}`);
      expect(JSON.stringify(result)).not.toMatch(/Something|@/);
    }
    for (const spy of spies) expect(spy).not.toHaveBeenCalled();
  });
});

describe("the fake Resend keeps the documented limits", () => {
  const post = (body: unknown, headers: Record<string, string> = {}, path = "/emails/batch", url = resend.url) =>
    fetch(url + path, {
      method: "POST",
      headers: { authorization: `Bearer ${resend.apiKey}`, "user-agent": "test", ...headers },
      body: JSON.stringify(body),
    });
  const mail = { from: "a@b.example", to: "c@d.example", subject: "s", text: "t" };

  it("at most 100 a batch, 50 recipients a mail, plain tags", async () => {
    expect((await post(Array(101).fill(mail))).status).toBe(422);
    expect((await post([{ ...mail, to: Array(51).fill("c@d.example") }])).status).toBe(422);
    expect((await post([{ ...mail, tags: [{ name: "a", value: "ā" }] }])).status).toBe(422);
    expect(resend.mails).toHaveLength(0);
  });

  it("no request without a User-Agent", async () => {
    expect((await post([mail], { "user-agent": "" })).status).toBe(403);
  });

  it("two requests a second where the limit is on", async () => {
    const limited = await startFakeResend({ requestsPerSecond: 2 });
    const answers = await Promise.all([1, 2, 3].map(() => post([mail], {}, "/emails/batch", limited.url)));
    expect(answers.map((a) => a.status).sort()).toEqual([200, 200, 429]);
    expect(answers.find((a) => a.status === 429)?.headers.get("retry-after")).toBe("1");
    await limited.stop();
  });

  it("a batch drops attachments silently, a single mail keeps them", async () => {
    await post([{ ...mail, attachments: [{ filename: "x" }] }]);
    await post({ ...mail, attachments: [{ filename: "x" }] }, {}, "/emails");
    expect(resend.mails.map((m) => m.attachments?.length)).toEqual([undefined, 1]);
  });

  it("permissive mode accepts the good ones and lists the others", async () => {
    const answer = await (await post([mail, { ...mail, to: "x" }], { "x-batch-validation": "permissive" })).json();
    expect(answer).toMatchObject({ data: [{}], errors: [{ index: 1 }] });
  });
});
