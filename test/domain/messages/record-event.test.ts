import { describe, expect, it } from "vitest";
import { readNumbers } from "../../../src/domain/campaigns/views.ts";
import { answerReconsent } from "../../../src/domain/consent/answer.ts";
import { withdrawByLink } from "../../../src/domain/consent/withdraw.ts";
import { recordEvent } from "../../../src/domain/messages/record-event.ts";
import { verifyLog } from "../../../src/domain/proof-log/verify.ts";
import { BOUNCES, orders } from "../../fakes/resend-webhooks.ts";
import { must } from "../consent/scene.ts";
import { LISTS, PURPOSES } from "../imports/office.ts";
import { type Hooked, hooked } from "./hooked.ts";

const ANNA = "anna@pasts.example";
const JANIS = "janis@pasts.example";
const bounced = (s: Hooked, address: string, bounce: object, at?: number) =>
  s.tell("email.bounced", address, { bounce }, at);
const suppressions = (s: Hooked) => s.rows("SELECT scope, reason FROM suppression ORDER BY scope, reason");
const ended = (s: Hooked) => s.rows("SELECT ended_reason AS reason FROM subscription WHERE state='ended'");
const HOUR = 3_600_000;

describe("the life of a message", () => {
  it("moves forward by what the provider says, found by the provider's id or by our own tag", async () => {
    const s = await hooked([ANNA, JANIS]);
    await s.tell("email.sent", ANNA);
    expect(await s.message(ANNA)).toMatchObject({ state: "sent" });
    await s.tell("email.delivered", ANNA);
    await s.tell("email.delivery_delayed", ANNA);
    expect(await s.message(ANNA)).toMatchObject({ state: "delivered" });
    const { tag: _, ...untagged } = s.known(JANIS);
    await s.hooks.send(s.hooks.event("email.delivered", untagged));
    expect(await s.message(JANIS)).toMatchObject({ state: "delivered" });
    expect(await readNumbers(s.deps.db, s.mailingId)).toMatchObject({ audience: 2, sent: 2 });
  });

  it("an event that comes before our own answer resolves an unknown outcome, and closes its alert with the last one", async () => {
    const s = await hooked([ANNA, JANIS], { outcome: "unknown", code: "provider.no_answer" });
    await s.client.execute("UPDATE message SET state='unknown', reason='too-late'");
    await s.client.execute("UPDATE batch SET state='unknown', sealed=NULL");
    await s.client.execute(
      `INSERT INTO alert (id, code, subject, at) VALUES ('a1', 'mailing.unknown', '${s.mailingId}', ${s.clock.now()})`,
    );
    await s.tell("email.sent", ANNA);
    expect(await s.message(ANNA)).toMatchObject({ state: "sent", reason: null });
    expect(await s.count("SELECT count(*) FROM alert WHERE closed_at IS NULL")).toBe(1);
    await s.tell("email.delivered", JANIS);
    expect(await s.count("SELECT count(*) FROM alert WHERE closed_at IS NULL")).toBe(0);
    expect(await s.count("SELECT count(*) FROM message WHERE provider_id IS NOT NULL AND sent_at IS NOT NULL")).toBe(2);
  });

  it("a message that waits to be sent and is told of as sent is not sent again", async () => {
    const s = await hooked([ANNA, JANIS]);
    await s.client.execute("UPDATE message SET state='claimed', provider_id=NULL, sent_at=NULL");
    await s.client.execute("UPDATE batch SET state='frozen', sealed=x'00'");
    await s.tell("email.delivered", ANNA);
    expect(await s.message(ANNA)).toMatchObject({ state: "delivered" });
    expect(await s.message(JANIS)).toMatchObject({ state: "planned" });
    expect(await s.rows("SELECT state, sealed FROM batch")).toEqual([{ state: "thawed", sealed: null }]);
  });

  it("the provider's failure is a failure, with the reason", async () => {
    const s = await hooked([ANNA]);
    await s.tell("email.failed", ANNA, { failed: { reason: "reached_daily_quota" } });
    expect(await s.message(ANNA)).toMatchObject({ state: "failed", reason: "provider.failed" });
    expect(await readNumbers(s.deps.db, s.mailingId)).toMatchObject({ audience: 1, sent: 0, failed: 1 });
  });

  it("openings and clicks leave neither a trace of the person nor a change", async () => {
    const s = await hooked([ANNA]);
    for (const type of ["email.opened", "email.clicked"]) expect(await s.tell(type, ANNA)).toBe(204);
    expect(await s.rows("SELECT provider_id, mailing_id, known FROM provider_event")).toEqual([
      { provider_id: null, mailing_id: null, known: 0 },
      { provider_id: null, mailing_id: null, known: 0 },
    ]);
    expect(await s.message(ANNA)).toMatchObject({ state: "sent" });
  });
});

describe("a complaint", () => {
  it("is the person's withdrawal of that purpose, proved, with its way, and for ever", async () => {
    const s = await hooked([ANNA]);
    expect(await s.tell("email.complained", ANNA)).toBe(204);
    expect(await s.message(ANNA)).toEqual({ state: "complained", reason: null, way: "complaint" });
    expect(await ended(s)).toEqual([{ reason: "complained" }]);
    expect(await suppressions(s)).toEqual([{ scope: PURPOSES.news, reason: "complained" }]);
    expect(await s.count("SELECT count(*) FROM person")).toBe(0);
    const [event] = await s.rows("SELECT typ, body FROM event WHERE record_id IS NOT NULL");
    expect(event?.typ).toBe("consent.refused");
    expect(JSON.parse(String(event?.body))).toMatchObject({
      method: "provider.complaint",
      channel: "provider",
      mailing: s.mailingId,
    });
    expect(await s.count("SELECT count(*) FROM provider_event WHERE provider_id IS NOT NULL")).toBe(0);
    expect(await verifyLog(s.deps)).toEqual([]);
  });

  it("after a yes withdraws the consent that was given", async () => {
    const s = await hooked([ANNA]);
    const noticeSha256 = await s.question();
    must(await answerReconsent(s.deps, { token: s.token("r", ANNA), answer: "yes", noticeSha256 }));
    s.clock.set(s.clock.now() + HOUR);
    await s.tell("email.complained", ANNA, {}, s.clock.now());
    expect(await s.rows("SELECT state FROM consent_record")).toEqual([{ state: "withdrawn" }]);
  });

  it("ends only its purpose; the address stays for the others", async () => {
    const s = await hooked([ANNA]);
    await s.importList([ANNA], LISTS.other);
    await s.tell("email.complained", ANNA);
    expect(await s.count("SELECT count(*) FROM subscription WHERE state <> 'ended'")).toBe(1);
    expect(await s.count("SELECT count(*) FROM address")).toBe(1);
  });

  it("of somebody who has left already makes his mark stronger and adds no second event", async () => {
    const s = await hooked([ANNA]);
    must(await withdrawByLink(s.deps, { token: s.token("u", ANNA), scope: "list", via: "one-click" }));
    await s.tell("email.complained", ANNA);
    expect(await suppressions(s)).toEqual([{ scope: PURPOSES.news, reason: "complained" }]);
    expect(await s.message(ANNA)).toEqual({ state: "complained", reason: null, way: "one-click" });
    expect(await s.count("SELECT count(*) FROM event WHERE record_id IS NOT NULL")).toBe(1);
  });

  it("that is older than a yes changes nothing for the person", async () => {
    const s = await hooked([ANNA]);
    const before = s.clock.now();
    s.clock.set(before + HOUR);
    const noticeSha256 = await s.question();
    must(await answerReconsent(s.deps, { token: s.token("r", ANNA), answer: "yes", noticeSha256 }));
    await s.tell("email.complained", ANNA, {}, before);
    expect(await s.rows("SELECT state FROM subscription")).toEqual([{ state: "active" }]);
    expect(await s.message(ANNA)).toMatchObject({ state: "complained" });
  });
});

describe("a dead address", () => {
  it("ends all its lists as bounced, is deleted, and nobody says that the person withdrew", async () => {
    const s = await hooked([ANNA]);
    const noticeSha256 = await s.question();
    must(await answerReconsent(s.deps, { token: s.token("r", ANNA), answer: "yes", noticeSha256 }));
    await s.importList([ANNA], LISTS.other);
    s.clock.set(s.clock.now() + HOUR);
    expect(await bounced(s, ANNA, BOUNCES.gone, s.clock.now())).toBe(204);
    expect(await ended(s)).toEqual([{ reason: "bounced" }, { reason: "bounced" }]);
    expect(await suppressions(s)).toEqual([{ scope: "*", reason: "bounced" }]);
    expect(await s.message(ANNA)).toEqual({ state: "bounced", reason: "bounce.address", way: null });
    expect(await s.count("SELECT (SELECT count(*) FROM person) + (SELECT count(*) FROM address)")).toBe(0);
    const [record] = await s.rows("SELECT state, person_id, shred_day FROM consent_record");
    expect(record).toMatchObject({ state: "given", person_id: null, shred_day: "2029-11-22" });
    const [act] = await s.rows("SELECT body FROM event WHERE typ='address.unreachable'");
    expect(JSON.parse(String(act?.body))).toMatchObject({
      mailing: s.mailingId,
      reason: "bounce.address",
      by: "system:bounce",
      people: { count: 2 },
    });
    expect(await verifyLog(s.deps)).toEqual([]);
  });

  it("that the provider remembers from before ends too", async () => {
    const s = await hooked([ANNA]);
    await s.tell("email.suppressed", ANNA, { suppressed: { type: "previous_bounce", message: "…" } });
    expect(await ended(s)).toEqual([{ reason: "bounced" }]);
  });

  it("is not believed of somebody who has answered since", async () => {
    const s = await hooked([ANNA]);
    const before = s.clock.now();
    s.clock.set(before + HOUR);
    const noticeSha256 = await s.question();
    must(await answerReconsent(s.deps, { token: s.token("r", ANNA), answer: "yes", noticeSha256 }));
    await bounced(s, ANNA, BOUNCES.gone, before);
    expect(await s.rows("SELECT state FROM subscription")).toEqual([{ state: "active" }]);
  });
});

describe("faults that may pass", () => {
  it("only the message says so, until the third mailing in a row over two weeks", async () => {
    const s = await hooked([ANNA]);
    const DAY = 24 * HOUR;
    for (const [i, bounce] of [BOUNCES.full, BOUNCES.later, BOUNCES.silent].entries()) {
      if (i > 0) {
        await s.client.execute("UPDATE mailing SET state='closed'");
        s.clock.set(s.clock.now() + 7 * DAY);
        await s.campaign();
      }
      expect(await s.count("SELECT count(*) FROM subscription WHERE state='ended'")).toBe(0);
      await bounced(s, ANNA, bounce);
    }
    expect(await ended(s)).toEqual([{ reason: "bounced" }]);
    expect(await s.rows("SELECT reason FROM message ORDER BY sent_at")).toEqual([
      { reason: "bounce.full" },
      { reason: "bounce.temporary" },
      { reason: "bounce.other" },
    ]);
  });
});

describe("a refusal for policy", () => {
  it("holds the address, pauses the mailing, and tells named people", async () => {
    const s = await hooked([ANNA, JANIS]);
    await s.client.execute("UPDATE mailing SET state='sending'");
    s.jobs.length = 0;
    await bounced(s, ANNA, BOUNCES.policy);
    expect(await s.count("SELECT count(*) FROM subscription WHERE held_at IS NOT NULL")).toBe(1);
    expect(await s.rows("SELECT state, held_reason FROM mailing")).toEqual([
      { state: "paused", held_reason: "policy" },
    ]);
    expect(await s.rows("SELECT code FROM alert ORDER BY code")).toEqual([
      { code: "mailing.held" },
      { code: "mailing.paused" },
    ]);
    expect(s.jobs.map((j) => j.kind)).toContain("tell");
    expect(await s.count("SELECT count(*) FROM address")).toBe(2);
  });

  it("because of an earlier complaint holds the address and lets the mailing go on", async () => {
    const s = await hooked([ANNA, JANIS]);
    await s.client.execute("UPDATE mailing SET state='sending'");
    await s.tell("email.suppressed", ANNA, { suppressed: { type: "previous_complaint", message: "" } });
    expect(await s.count("SELECT count(*) FROM subscription WHERE held_at IS NOT NULL")).toBe(1);
    expect(await s.rows("SELECT state FROM mailing")).toEqual([{ state: "sending" }]);
  });

  it("is over for whoever answers: he was reached", async () => {
    const s = await hooked([ANNA]);
    await bounced(s, ANNA, BOUNCES.policy);
    const noticeSha256 = await s.question();
    must(await answerReconsent(s.deps, { token: s.token("r", ANNA), answer: "yes", noticeSha256 }));
    expect(await s.count("SELECT count(*) FROM subscription WHERE held_at IS NOT NULL")).toBe(0);
  });
});

describe("order and repetition", () => {
  const state = async (s: Hooked) =>
    JSON.stringify([
      await s.message(ANNA),
      await ended(s),
      await suppressions(s),
      await s.rows("SELECT typ FROM event WHERE record_id IS NOT NULL OR typ='address.unreachable'"),
      await s.count("SELECT count(*) FROM person"),
    ]);
  const SETS = {
    "a mail that arrives and is complained of": ["sent", "delayed", "delivered", "complained"],
    "a mail that comes back": ["sent", "delivered", "later", "gone"],
    "a mail that is refused for policy": ["sent", "delivered", "policy"],
  };
  const tell = (s: Hooked, word: string) => {
    const bounce = BOUNCES[word as keyof typeof BOUNCES];
    const type = bounce ? "email.bounced" : `email.${word === "delayed" ? "delivery_delayed" : word}`;
    return s.hooks.event(type, s.known(ANNA), bounce ? { bounce } : {});
  };

  it.each(Object.entries(SETS))("%s: every order, each event twice, ends the same", async (_, words) => {
    const ends = new Set<string>();
    for (const order of orders(words)) {
      const s = await hooked([ANNA]);
      const events = order.map((word) => tell(s, word));
      for (const event of [...events, ...events.toReversed()]) expect((await s.hooks.send(event)).status).toBe(204);
      expect(await s.count("SELECT count(*) FROM provider_event")).toBe(words.length);
      ends.add(await state(s));
    }
    expect([...ends]).toHaveLength(1);
  });

  it("told at the same moment, an event counts once", async () => {
    const s = await hooked([ANNA]);
    const event = s.hooks.event("email.complained", s.known(ANNA));
    const answers = await Promise.all(Array.from({ length: 8 }, () => s.hooks.send(event)));
    expect(answers.map((a) => a.status)).toEqual(Array(8).fill(204));
    expect(await s.count("SELECT count(*) FROM event WHERE record_id IS NOT NULL")).toBe(1);
    expect(await s.count("SELECT count(*) FROM provider_event")).toBe(1);
  });

  it("a complaint and a dead address together leave nothing live and the stronger mark, in both orders", async () => {
    for (const order of [
      ["complained", "gone"],
      ["gone", "complained"],
    ]) {
      const s = await hooked([ANNA]);
      for (const word of order) await s.hooks.send(tell(s, word));
      expect((await s.message(ANNA)).state).toBe("complained");
      expect(await s.count("SELECT count(*) FROM person")).toBe(0);
      expect(await suppressions(s)).toContainEqual({ scope: PURPOSES.news, reason: "complained" });
    }
  });

  it("lost to a withdrawal at the same moment, it is decided anew", async () => {
    const s = await hooked([ANNA]);
    const token = s.token("u", ANNA);
    const event = { id: "msg_race", type: "email.bounced", at: s.clock.now(), bounce: "address" as const };
    const [mailingId = "", personId = ""] = s.known(ANNA).tag?.split("_") ?? [];
    await Promise.all([
      recordEvent(s.deps, { ...event, tag: { mailingId, personId } }),
      withdrawByLink(s.deps, { token, scope: "list", via: "one-click" }),
    ]);
    expect(await s.count("SELECT count(*) FROM person")).toBe(0);
    expect(await verifyLog(s.deps)).toEqual([]);
  });
});
