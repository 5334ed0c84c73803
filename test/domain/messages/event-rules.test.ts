import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  BOUNCE_CLASSES,
  bounceClass,
  classIn,
  consequenceOf,
  graver,
  outlasted,
  type Past,
  reasonOf,
  statusIn,
} from "../../../src/domain/messages/rules/bounce.ts";
import { bounceOf, EVENT_TYPES, readEvent, timeOf } from "../../../src/domain/messages/rules/event.ts";
import { afterEvent, FAILED_THERE, type Life, type MessageState } from "../../../src/domain/messages/rules/life.ts";
import { orders } from "../../fakes/resend-webhooks.ts";

const NOW = Date.UTC(2026, 10, 22, 8);
const MAIL = "3b2a6f6e-0d5e-4f0c-8a3c-2f6b0f6f9a11";
const TAG = { mailingId: "11111111-1111-4111-8111-111111111111", personId: "22222222-2222-4222-8222-222222222222" };
const payload = (type: string, data: object = {}) => ({
  type,
  created_at: "2026-11-22T07:59:00.000Z",
  data: {
    created_at: "2026-11-22T07:58:00.000Z",
    email_id: MAIL,
    to: ["liga@pasts.example"],
    tags: { message: `${TAG.mailingId}_${TAG.personId}` },
    ...data,
  },
});

describe("what is read from an event", () => {
  it("is ids, type, times, one word for a refusal, and the recipient for as long as it is worked on", () => {
    const bounce = { type: "Permanent", subType: "General", message: "smtp; 550 5.1.1 <liga@pasts.example> unknown" };
    expect(readEvent(payload("email.bounced", { bounce }), "msg_1", NOW)).toEqual({
      id: "msg_1",
      type: "email.bounced",
      at: Date.UTC(2026, 10, 22, 7, 59),
      providerId: MAIL,
      tag: TAG,
      madeAt: Date.UTC(2026, 10, 22, 7, 58),
      bounce: "address",
      to: "liga@pasts.example",
    });
  });

  it("takes our tag in both forms in which the provider gives it back", () => {
    const tags = [{ name: "message", value: `${TAG.mailingId}_${TAG.personId}` }];
    expect(readEvent(payload("email.sent", { tags }), "msg_1", NOW)?.tag).toEqual(TAG);
    const letter = { tags: [{ name: "kind", value: "confirm" }] };
    expect(readEvent(payload("email.sent", letter), "msg_1", NOW)).toMatchObject({ letter: "confirm" });
    expect(readEvent(payload("email.sent", { tags: { kind: "liga@pasts.example" } }), "msg_1", NOW)?.letter).toBe(
      undefined,
    );
    expect(readEvent(payload("email.sent", { tags: { message: "liga@pasts.example" } }), "msg_1", NOW)?.tag).toBe(
      undefined,
    );
  });

  it("of an opening or a click is that there was one, and not whose", () => {
    for (const type of ["email.opened", "email.clicked"])
      expect(readEvent(payload(type), "msg_1", NOW)).toEqual({ id: "msg_1", type, at: Date.UTC(2026, 10, 22, 7, 59) });
  });

  it("never lies in the future, and is now where the time cannot be read", () => {
    expect(readEvent({ ...payload("email.sent"), created_at: "2031-01-01T00:00:00Z" }, "msg_1", NOW)?.at).toBe(NOW);
    expect(readEvent({ ...payload("email.sent"), created_at: "yesterday" }, "msg_1", NOW)?.at).toBe(NOW);
  });

  it.each([
    ["2026-11-22T07:59:00.000Z", Date.UTC(2026, 10, 22, 7, 59)],
    ["2026-11-22 07:59:00.674981+00", Date.UTC(2026, 10, 22, 7, 59, 0, 674)],
    ["2026-11-22T09:59:00+02:00", Date.UTC(2026, 10, 22, 7, 59)],
    ["2026-11-22", undefined],
    [1_790_000_000, undefined],
    [null, undefined],
  ])("the time %s", (text, at) => {
    expect(timeOf(text)).toBe(at);
  });

  it("never throws and never keeps more than it names, whatever it is given", () => {
    const known = ["id", "type", "providerId", "tag", "at", "madeAt", "bounce", "to"];
    fc.assert(
      fc.property(fc.anything(), fc.string(), (body, id) => {
        const event = readEvent(body, id, NOW);
        expect(Object.keys(event ?? {}).filter((name) => !known.includes(name))).toEqual([]);
      }),
    );
    fc.assert(
      fc.property(fc.string(), fc.anything(), fc.dictionary(fc.string(), fc.anything()), (type, field, data) => {
        const event = readEvent(
          { type, created_at: field, data: { ...data, email_id: field, tags: field } },
          "e1",
          NOW,
        );
        const written = JSON.stringify({ ...event, to: undefined });
        expect(written).not.toContain("@");
      }),
    );
  });

  it("is nothing where the id or the type is no plain word", () => {
    expect(readEvent(payload("email.sent"), "liga@pasts.example", NOW)).toBe(undefined);
    expect(readEvent(payload("email.sent"), "", NOW)).toBe(undefined);
    expect(readEvent({}, "msg_1", NOW)).toBe(undefined);
    expect(readEvent(payload("Līga Paraudziņa"), "msg_1", NOW)?.type).toBe("other");
  });
});

describe("the class of a bounce", () => {
  it.each([
    ["Permanent", "General", "550 5.1.1 user unknown", "address"],
    ["Permanent", "General", "554 5.1.2 host unknown", "address"],
    ["Permanent", "General", "550 5.2.1 mailbox disabled", "address"],
    ["Permanent", "General", "552 5.2.2 over quota", "full"],
    ["Permanent", "General", "550 5.7.1 message refused", "policy"],
    ["Permanent", "General", "550 5.7.515 access denied", "policy"],
    ["Permanent", "General", "550 5.1.8 bad sender", "policy"],
    ["Permanent", "General", "554 4.4.7 message expired", "temporary"],
    ["Permanent", "General", "the host 5.1.2.3 said no", "other"],
    ["Permanent", "General", "", "other"],
    ["Permanent", "NoEmail", "", "other"],
    ["Permanent", "Suppressed", "", "address"],
    ["Permanent", "OnAccountSuppressionList", "", "address"],
    ["Transient", "General", "", "temporary"],
    ["Transient", "General", "550 5.1.1 user unknown", "temporary"],
    ["Transient", "General", "451 4.7.1 greylisted", "temporary"],
    ["Transient", "MailboxFull", "", "full"],
    ["Transient", "MessageTooLarge", "", "temporary"],
    ["Transient", "ContentRejected", "", "policy"],
    ["Transient", "AttachmentRejected", "", "policy"],
    ["Undetermined", "Undetermined", "", "other"],
    ["Undetermined", "Undetermined", "550 5.1.1 user unknown", "other"],
    ["Undetermined", "Undetermined", "550 5.7.1 refused", "policy"],
    ["", "", "", "other"],
  ] as const)("%s/%s „%s” is %s", (type, subType, message, found) => {
    expect(bounceOf(type, subType, message)).toBe(found);
  });

  it.each([
    [{ type: "previous_bounce", message: "" }, "address"],
    [{ reason: "previous_bounce" }, "address"],
    [{ type: "OnAccountSuppressionList" }, "address"],
    [{ type: "previous_complaint" }, "complaint"],
    [{ type: "manual" }, "other"],
    [undefined, "other"],
  ])("not sent because of %j is %s", (suppressed, found) => {
    expect(readEvent(payload("email.suppressed", { suppressed }), "msg_1", NOW)?.bounce).toBe(found);
  });

  it("is written into the reason of the message and read back", () => {
    for (const found of BOUNCE_CLASSES) expect(classIn(reasonOf(found))).toBe(found);
    expect([classIn("provider.failed"), classIn(null)]).toEqual([undefined, undefined]);
  });

  it("a status code is found in any text, and no piece of an address or a number is one", () => {
    expect([statusIn("5.1.1"), statusIn("x 1.5.1.1 y"), statusIn("10.4.4.7"), statusIn("")]).toEqual([
      "5.1.1",
      undefined,
      undefined,
      undefined,
    ]);
    expect([bounceClass(undefined, 450), bounceClass(undefined, 551), bounceClass(undefined, 550)]).toEqual([
      "temporary",
      "address",
      "other",
    ]);
  });
});

describe("a message's life", () => {
  const BOUNCE = ["temporary", "full", "other", "policy", "address"] as const;
  const told = (from: Life, events: readonly (readonly [string, (typeof BOUNCE)[number]?])[]) =>
    events.reduce((now, [type, bounce]) => afterEvent(now, type, bounce) ?? now, from);
  const STATES: MessageState[] = ["planned", "claimed", "skipped", "failed", "unknown", "sent"];

  it.each(STATES)("from %s moves on by what is proved", (state) => {
    const from: Life = { state, reason: state === "skipped" ? "withdrawn" : null };
    expect(told(from, [["email.delivered"]]).state).toBe("delivered");
    expect(told(from, [["email.bounced", "full"]])).toEqual({ state: "bounced", reason: "bounce.full" });
    expect(told(from, [["email.complained"]])).toEqual({ state: "complained", reason: null });
    expect(told(from, [["email.failed"]])).toEqual({ state: "failed", reason: FAILED_THERE });
    expect(told(from, [["email.opened"]])).toEqual(from);
  });

  it("a delivery does not undo a bounce, a bounce undoes a delivery, a complaint outweighs both", () => {
    const sent: Life = { state: "sent", reason: null };
    expect(told(sent, [["email.bounced", "address"], ["email.delivered"]]).state).toBe("bounced");
    expect(told(sent, [["email.delivered"], ["email.bounced", "address"]]).state).toBe("bounced");
    expect(told(sent, [["email.complained"], ["email.bounced", "address"], ["email.delivered"]]).state).toBe(
      "complained",
    );
  });

  it("ends the same in every order and with every repetition", () => {
    const events = [
      ["email.sent"],
      ["email.delivery_delayed"],
      ["email.delivered"],
      ["email.bounced", "temporary"],
      ["email.bounced", "address"],
      ["email.complained"],
      ["email.failed"],
    ] as const;
    for (const state of STATES)
      for (let mask = 1; mask < 1 << events.length; mask++) {
        const some = events.filter((_, i) => mask & (1 << i));
        if (some.length > 4) continue;
        const ends = orders(some).map((order) => JSON.stringify(told({ state, reason: null }, [...order, ...order])));
        expect(new Set(ends).size, `${state} ${some.join(" ")}`).toBe(1);
      }
  });

  it("every type has its meaning, and no other word moves a message", () => {
    for (const type of EVENT_TYPES) expect(afterEvent({ state: "unknown", reason: null }, type, "other")).toBeDefined();
    fc.assert(
      fc.property(fc.string(), (word) => {
        const known = (EVENT_TYPES as readonly string[]).includes(word);
        expect(known || afterEvent({ state: "sent", reason: null }, word, "other") === undefined).toBe(true);
      }),
    );
  });
});

describe("what follows from a refusal", () => {
  const DAY = 24 * 3_600_000;
  const past = (...fates: [number, Past["fate"]][]): Past[] =>
    fates.map(([day, fate], i) => ({ mailingId: `m${i}`, at: day * DAY, fate }));

  it.each([
    ["address", false, false, "end"],
    ["address", false, true, "end"],
    ["address", true, false, "hold"],
    ["policy", false, false, "hold"],
    ["policy", true, true, "hold"],
    ["complaint", false, false, "hold"],
    ["complaint", true, true, "hold"],
    ["temporary", false, false, "note"],
    ["temporary", true, true, "end"],
    ["full", false, true, "end"],
    ["full", true, false, "note"],
    ["other", false, false, "note"],
    ["other", false, true, "end"],
  ] as const)("%s, surge %s, outlasted %s: %s", (found, surge, over, does) => {
    expect(consequenceOf(found, { surge, outlasted: over })).toBe(does);
  });

  it("the third soft fault in a row over two weeks is the last", () => {
    expect(outlasted(past([20, "soft"], [13, "soft"], [6, "soft"]))).toBe(true);
    expect(outlasted(past([20, "soft"], [13, "soft"], [7, "soft"]))).toBe(false);
    expect(outlasted(past([20, "soft"], [6, "soft"]))).toBe(false);
    expect(outlasted(past([20, "soft"], [13, "nothing"], [10, "soft"], [1, "soft"]))).toBe(true);
    expect(outlasted([])).toBe(false);
  });

  it("a mail that arrived in between begins the count anew", () => {
    expect(outlasted(past([40, "soft"], [30, "soft"], [20, "arrived"], [10, "soft"], [1, "soft"]))).toBe(false);
    expect(outlasted(past([40, "arrived"], [30, "soft"], [20, "soft"], [10, "soft"]))).toBe(false);
  });

  it("of two refusals the graver one stands, whichever came first", () => {
    const all = BOUNCE_CLASSES;
    for (const a of all) for (const b of all) expect(graver(a, b)).toBe(graver(b, a));
  });
});
