import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Signs, stopReason, surgeFrom, tooMany, worthCounting } from "../../../src/domain/messages/rules/stop.ts";

const calm: Signs = {
  resumed: false,
  complaints: 0,
  sent: 5_000,
  sentSince: 5_000,
  faults: 0,
  policy: 0,
  notTaken: 0,
  notTakenInARow: 0,
  surge: false,
};

describe("the stop rule", () => {
  it.each([
    ["one complaint in a short list is no share", { complaints: 1, sent: 40 }, undefined],
    ["two complaints of forty are", { complaints: 2, sent: 40 }, "complaints"],
    ["two of 2,500 reach the provider's line", { complaints: 2, sent: 2_500 }, "complaints"],
    ["two of 2,501 do not", { complaints: 2, sent: 2_501 }, undefined],
    ["sixteen of 20,000", { complaints: 16, sent: 20_000 }, "complaints"],
    ["nine dead addresses of a hundred wait", { faults: 9, sentSince: 100 }, undefined],
    ["ten of 500 do not", { faults: 10, sentSince: 500 }, "bounces"],
    ["ten of 501 do", { faults: 10, sentSince: 501 }, undefined],
    ["399 of 20,000 are an old list", { faults: 399, sentSince: 20_000 }, undefined],
    ["400 of 20,000 are too old a list", { faults: 400, sentSince: 20_000 }, "bounces"],
    ["in the pilot one complaint is enough", { pilot: 100, complaints: 1 }, "pilot-complaints"],
    ["two dead addresses of a pilot of a hundred are its line", { pilot: 100, faults: 2 }, undefined],
    ["three are above it", { pilot: 100, faults: 3 }, "pilot-bounces"],
    ["one of a pilot of ten", { pilot: 10, faults: 1 }, "pilot-bounces"],
    ["the first refusal for policy", { policy: 1 }, "policy"],
    ["after a person saw it, four more are not new", { resumed: true, policy: 4, sentSince: 5 }, undefined],
    ["a wave of them is", { resumed: true, policy: 5, sentSince: 500 }, "policy"],
    ["a small share is not", { resumed: true, policy: 5, sentSince: 501 }, undefined],
    ["a domain that refuses in a wave", { surge: true }, "domain"],
    ["the most telling reason first", { policy: 1, surge: true, complaints: 50, faults: 4_000 }, "policy"],
    ["a domain before the sum of it", { surge: true, complaints: 50, faults: 4_000 }, "domain"],
    ["complaints before dead addresses", { complaints: 50, faults: 4_000 }, "complaints"],
    [
      "nine mails in a row that the provider does not take",
      { notTaken: 9, notTakenInARow: 9, sentSince: 0 },
      undefined,
    ],
    ["ten in a row, however many went out before", { notTaken: 10, notTakenInARow: 10 }, "provider"],
    ["every third of them", { notTaken: 30, notTakenInARow: 2, sentSince: 70 }, "provider"],
    ["fewer are the faults of single mails", { notTaken: 30, notTakenInARow: 2, sentSince: 71 }, undefined],
    ["one is no third of three", { notTaken: 1, notTakenInARow: 1, sentSince: 2 }, undefined],
    ["a provider before the complaints", { notTaken: 10, notTakenInARow: 10, complaints: 50 }, "provider"],
    ["nothing was sent", { sent: 0, sentSince: 0 }, undefined],
    ["nobody counted, because it is not worth it", { complaints: 3, sent: Infinity, sentSince: Infinity }, undefined],
  ])("%s", (_, signs, reason) => {
    expect(stopReason({ ...calm, ...signs })).toBe(reason);
  });

  it("is never satisfied by more bad signs", () => {
    const signs = fc.record({
      resumed: fc.boolean(),
      complaints: fc.nat(500),
      sent: fc.nat(50_000),
      sentSince: fc.nat(50_000),
      faults: fc.nat(3_000),
      policy: fc.nat(100),
      notTaken: fc.nat(3_000),
      notTakenInARow: fc.nat(20),
      surge: fc.boolean(),
    });
    const worse = fc.record({ complaints: fc.nat(50), faults: fc.nat(50), policy: fc.nat(50), notTaken: fc.nat(50) });
    fc.assert(
      fc.property(signs, worse, (a, more) => {
        const b = {
          ...a,
          complaints: a.complaints + more.complaints,
          faults: a.faults + more.faults,
          policy: a.policy + more.policy,
          notTaken: a.notTaken + more.notTaken,
          notTakenInARow: a.notTakenInARow + more.notTaken,
        };
        expect(stopReason(a) === undefined || stopReason(b) !== undefined).toBe(true);
      }),
    );
  });

  it("a domain refuses in a wave from ten on, if that is a third of what it got", () => {
    expect([0, 9, 33, 34, 60, 8_000].map(surgeFrom)).toEqual([10, 10, 10, 11, 18, 2_400]);
  });

  it("counts at every bad sign up to a hundred, then at every twenty-fifth", () => {
    expect([1, 99, 100, 101, 124, 125].map(worthCounting)).toEqual([true, true, true, false, false, true]);
    expect(tooMany(0, 0, { least: 1, share: 0.5 })).toBe(false);
  });
});
