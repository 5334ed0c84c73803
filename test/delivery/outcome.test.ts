import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { backoff, nextAfter, RETRY_HORIZON_MS } from "../../src/delivery/outcome.ts";

const at = { now: 1_000_000, size: 3, attempt: 1, firstAttemptAt: 1_000_000 };

describe("after a hand-over", () => {
  it("an accepted batch is sent, one id for each mail", () => {
    expect(nextAfter({ outcome: "accepted", ids: ["a", "b", "c"] }, at)).toEqual({ do: "sent", ids: ["a", "b", "c"] });
  });

  it("an acceptance that does not say which mail is which is never counted as sent", () => {
    expect(nextAfter({ outcome: "accepted", ids: ["a"] }, at)).toEqual({ do: "give-up", reason: "ids-missing" });
  });

  it("a refusal fails only the mail it names", () => {
    expect(nextAfter({ outcome: "refused", code: "bad", index: 1 }, at)).toEqual({ do: "fail-one", index: 1, reason: "bad" });
  });

  it("a refusal that names nobody is split until the faulty mail stands alone", () => {
    expect(nextAfter({ outcome: "refused", code: "bad" }, at)).toEqual({ do: "split" });
    expect(nextAfter({ outcome: "refused", code: "bad" }, { ...at, size: 1 })).toMatchObject({ do: "fail-one", index: 0 });
  });

  it("later means later, and nothing is lost", () => {
    expect(nextAfter({ outcome: "later", code: "rate", retryAfterMs: 700 }, at)).toEqual({ do: "wait", until: 1_000_700 });
  });

  it("an unknown outcome is tried again only within 20 hours of the first attempt", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 48 * 3_600_000 }), (attempt, age) => {
        const next = nextAfter({ outcome: "unknown", code: "timeout" }, { ...at, attempt, firstAttemptAt: at.now - age });
        const late = age + backoff(attempt) > RETRY_HORIZON_MS;
        expect(next.do).toBe(late ? "give-up" : "wait");
      }),
    );
  });
});
