import { describe, expect, it } from "vitest";
import { createApp } from "../../../src/app.ts";
import { isGenuine } from "../../../src/http/webhooks/signature.ts";
import { hooked } from "../../domain/messages/hooked.ts";
import { fakeWebhooks, SECRET } from "../../fakes/resend-webhooks.ts";

const ANNA = "anna@pasts.example";
/** The published vector of the Standard Webhooks reference implementations. */
const VECTOR = {
  id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
  timestamp: "1614265330",
  signatures: "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  body: '{"test": 2432232314}',
};
const AT = 1_614_265_330_000;

describe("the signature", () => {
  it("of the published vector holds, among others and while the secret is changed", () => {
    expect(isGenuine(VECTOR, SECRET, AT)).toBe(true);
    const several = { ...VECTOR, signatures: `v1a,x v1,AAAA ${VECTOR.signatures}` };
    expect(isGenuine(several, SECRET, AT)).toBe(true);
    expect(isGenuine(VECTOR, `whsec_c2VjcmV0LW9mLWEtcm90YXRlZC1lbmRwb2ludA==, ${SECRET}`, AT)).toBe(true);
    expect(isGenuine(VECTOR, "whsec_c2VjcmV0LW9mLWEtcm90YXRlZC1lbmRwb2ludA==", AT)).toBe(false);
  });

  it.each([
    ["the body", { body: '{"test": 2432232315}' }],
    ["a space in the body", { body: '{"test":2432232314}' }],
    ["the id", { id: "msg_other" }],
    ["the time", { timestamp: "1614265331" }],
    ["the time as another text", { timestamp: "01614265330" }],
    ["the version", { signatures: VECTOR.signatures.replace("v1,", "v2,") }],
    ["a letter of the signature", { signatures: VECTOR.signatures.replace("g0hM", "g0hN") }],
    ["no signature", { signatures: "" }],
    ["the bare digest", { signatures: VECTOR.signatures.slice(3) }],
  ])("does not hold with %s changed", (_, change) => {
    expect(isGenuine({ ...VECTOR, ...change }, SECRET, AT)).toBe(false);
  });

  it("holds for five minutes by our own clock, before and after", () => {
    const minute = 60_000;
    expect([-5, 5].map((n) => isGenuine(VECTOR, SECRET, AT + n * minute))).toEqual([true, true]);
    expect([-5, 5].map((n) => isGenuine(VECTOR, SECRET, AT + n * (minute + 1)))).toEqual([false, false]);
  });
});

describe("POST /webhooks/resend", () => {
  it("answers 204 without a body to what it records, to a repetition, and to a mail that is none of ours", async () => {
    const s = await hooked([ANNA]);
    const event = s.hooks.event("email.delivered", s.known(ANNA));
    const first = await s.hooks.send(event);
    expect([first.status, await first.text()]).toEqual([204, ""]);
    expect((await s.hooks.send(event)).status).toBe(204);
    const stranger = { id: "99999999-9999-4999-8999-999999999999", to: "kads@cits.example", at: s.deps.clock.now() };
    expect((await s.hooks.send(s.hooks.event("email.delivered", stranger))).status).toBe(204);
    expect(await s.rows("SELECT known, count(*) AS n FROM provider_event GROUP BY known ORDER BY known")).toEqual([
      { known: 0, n: 1 },
      { known: 1, n: 1 },
    ]);
  });

  it("needs no cookie, Origin or page, and is no page", async () => {
    const s = await hooked([ANNA]);
    expect(await s.tell("email.delivered", ANNA)).toBe(204);
  });

  it("says 401 and nothing else to whoever cannot sign, and changes nothing", async () => {
    const s = await hooked([ANNA]);
    const event = s.hooks.event("email.complained", s.known(ANNA));
    for (const change of [
      (r: { headers: Headers; body: string }) => void Object.assign(r, { body: r.body.replace("plain", "pain") }),
      (r: { headers: Headers }) => r.headers.set("svix-id", "msg_other"),
      (r: { headers: Headers }) => r.headers.delete("svix-signature"),
      (r: { headers: Headers }) => r.headers.delete("svix-timestamp"),
      (r: { headers: Headers }) => r.headers.set("svix-timestamp", String(Math.floor(s.deps.clock.now() / 1000) - 301)),
    ]) {
      const no = await s.hooks.send(event, change);
      expect([no.status, await no.text()]).toEqual([401, ""]);
    }
    const to = (request: Request) => createApp(() => s.deps).request(request);
    const other = fakeWebhooks({ secret: "whsec_c2VjcmV0LW9mLXNvbWVib2R5LWVsc2U=", now: s.deps.clock.now, to });
    expect((await other.send(event)).status).toBe(401);
    expect(await s.count("SELECT count(*) FROM provider_event")).toBe(0);
    expect((await s.message(ANNA)).state).toBe("sent");
  });

  it("refuses an old event though its signature is right", async () => {
    const s = await hooked([ANNA]);
    const event = s.hooks.event("email.delivered", s.known(ANNA));
    let kept: { headers: Headers; body: string } | undefined;
    await s.hooks.send(event, (request) => {
      kept = { headers: new Headers(request.headers), body: request.body };
    });
    s.clock.set(s.clock.now() + 6 * 60_000);
    expect((await s.hooks.send(event, (request) => Object.assign(request, kept))).status).toBe(401);
  });

  it("says 400 to a signed body that is no event, 413 to one over 256 KB, 405 to a GET, 404 without a secret", async () => {
    const s = await hooked([ANNA]);
    for (const body of ["", "{}", "null", '"email.sent"', "not json"])
      expect([body, (await s.hooks.send({ id: "msg_1", type: "", body })).status]).toEqual([body, 400]);
    expect(
      (await s.hooks.send({ id: "an address@pasts.example", type: "", body: '{"type":"email.sent"}' })).status,
    ).toBe(400);
    const large = s.hooks.event("email.sent", s.known(ANNA), { subject: "x".repeat(256 * 1024) });
    expect((await s.hooks.send(large)).status).toBe(413);
    const app = createApp(() => s.deps);
    expect((await app.request("https://news.ministry.example/webhooks/resend")).status).toBe(405);
    s.deps.config.resendWebhookSecret = undefined;
    expect(await s.tell("email.sent", ANNA)).toBe(404);
  });

  it("says 503 when the database cannot write, and the same event counts when it comes again", async () => {
    const s = await hooked([ANNA]);
    const { client } = s.deps.db;
    const { batch } = client;
    const event = s.hooks.event("email.delivered", s.known(ANNA));
    client.batch = async () => {
      throw new Error("the database is away");
    };
    expect((await s.hooks.send(event)).status).toBe(503);
    client.batch = batch;
    expect((await s.hooks.send(event)).status).toBe(204);
    expect((await s.message(ANNA)).state).toBe("delivered");
  });
});
