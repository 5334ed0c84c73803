import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { backoff, FRESH_MS, HANDOVER_MS, insteadOfHandover, LEASE_MS, nextAfter } from "../../src/delivery/outcome.ts";
import { BATCH_LIFE_MS } from "../../src/domain/messages/rules/outcome.ts";

const at = { now: 1e9, size: 3, attempt: 1, frozenAt: 1e9, doubtful: false, remembersKeys: true };

describe("after a hand-over", () => {
  it("an accepted batch is sent, one id for each mail", () => {
    expect(nextAfter({ outcome: "accepted", ids: ["a", "b", "c"] }, at)).toEqual({ do: "sent", ids: ["a", "b", "c"] });
  });

  it("an acceptance that does not say which mail is which is never counted as sent", () => {
    expect(nextAfter({ outcome: "accepted", ids: ["a"] }, at)).toEqual({ do: "give-up", reason: "ids-missing" });
  });

  it("a refusal fails only the mail it names", () => {
    expect(nextAfter({ outcome: "refused", code: "bad", index: 1 }, at)).toEqual({
      do: "fail-one",
      index: 1,
      reason: "bad",
    });
  });

  it("a refusal that names nobody is split until the faulty mail stands alone", () => {
    expect(nextAfter({ outcome: "refused", code: "bad" }, at)).toEqual({ do: "thaw" });
    expect(nextAfter({ outcome: "refused", code: "bad" }, { ...at, size: 1 })).toMatchObject({
      do: "fail-one",
      index: 0,
    });
  });

  it("later means that none went out: the batch is frozen again, and only what was in doubt stays in doubt", () => {
    const later = { outcome: "later", code: "rate", retryAfterMs: 700 } as const;
    expect(nextAfter(later, at)).toEqual({ do: "refreeze", until: at.now + 700 });
    expect(nextAfter(later, { ...at, remembersKeys: false })).toEqual({ do: "refreeze", until: at.now + 700 });
    expect(nextAfter(later, { ...at, doubtful: true })).toEqual({ do: "wait", until: at.now + 700 });
    expect(nextAfter({ ...later, retryAfterMs: BATCH_LIFE_MS }, { ...at, doubtful: true }).do).toBe("give-up");
  });

  it("an unknown outcome is asked again only within 20 hours, and only of a provider that remembers keys", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 48 * 3_600_000 }),
        fc.boolean(),
        (attempt, age, remembersKeys) => {
          const known = { ...at, attempt, remembersKeys, frozenAt: at.now - age };
          const next = nextAfter({ outcome: "unknown", code: "timeout" }, known);
          const late = age + backoff(attempt) >= BATCH_LIFE_MS;
          expect(next.do).toBe(late || !remembersKeys ? "give-up" : "wait");
        },
      ),
    );
  });

  it("ends before its lease does", () => {
    expect(HANDOVER_MS).toBeLessThan(LEASE_MS);
  });
});

describe("before a hand-over", () => {
  const ready = { now: 1e9, frozenAt: 1e9, whole: true, sameBytes: true, fits: true, remembersKeys: true };
  const faults = [
    { whole: false },
    { sameBytes: false },
    { fits: false },
    { frozenAt: ready.now - BATCH_LIFE_MS },
  ] as const;

  it("a sound batch goes, and after a doubt only to a provider that remembers keys", () => {
    expect(insteadOfHandover({ ...ready, doubtful: false })).toBeUndefined();
    expect(insteadOfHandover({ ...ready, doubtful: false, remembersKeys: false })).toBeUndefined();
    expect(insteadOfHandover({ ...ready, doubtful: true })).toBeUndefined();
    expect(insteadOfHandover({ ...ready, doubtful: true, remembersKeys: false })).toMatchObject({ do: "give-up" });
  });

  it.each(faults)("%j: a batch of which nothing went out is frozen afresh, a doubtful one is given up", (fault) => {
    expect(insteadOfHandover({ ...ready, ...fault, doubtful: false })).toEqual({ do: "thaw" });
    expect(insteadOfHandover({ ...ready, ...fault, doubtful: true })).toMatchObject({ do: "give-up" });
  });

  it("a batch that waited for an hour is frozen afresh; a doubtful one keeps its bytes", () => {
    const old = { ...ready, frozenAt: ready.now - FRESH_MS };
    expect(insteadOfHandover({ ...old, doubtful: false })).toEqual({ do: "thaw" });
    expect(insteadOfHandover({ ...old, doubtful: true })).toBeUndefined();
  });
});
