import { describe, expect, it, vi } from "vitest";
import { deliverMailing } from "../../src/delivery/deliver.ts";
import { HANDOVER_MS, LEASE_MS } from "../../src/delivery/outcome.ts";
import type { Handover } from "../../src/deps.ts";
import { readNumbers } from "../../src/domain/campaigns/views.ts";
import { takeAttempt } from "../../src/domain/messages/take-attempt.ts";
import { heldHandovers, imported, later, leave, once, onlyMailing, sweep, unknown, withoutKeys } from "./sending.ts";

const HOUR = 3_600_000;
const accepted: Handover = { outcome: "accepted", ids: ["a", "b"] };

describe("a provider that remembers no keys", () => {
  it("is never handed a mail again whose outcome is unknown", async () => {
    const s = await imported(2, 1);
    withoutKeys(s);
    s.answers.push(unknown);
    const id = await s.campaign();
    await sweep(s, 60_000);
    expect(s.keys).toHaveLength(2);
    expect(new Set(s.keys).size).toBe(2);
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ audience: 2, sent: 1, unknown: 1, waiting: 0 });
  });

  it("is never handed a mail again after a crash in the middle", async () => {
    const s = await imported(1, 1);
    withoutKeys(s);
    const { handOver } = s.mailer;
    s.mailer.handOver = async (mails, key) => {
      await handOver(mails, key);
      throw new Error("killed");
    };
    await s.campaign().catch(() => {});
    s.mailer.handOver = handOver;
    await sweep(s, 10 * 60_000);
    expect(s.mails).toHaveLength(1);
    expect(await readNumbers(s.deps.db, await onlyMailing(s))).toMatchObject({ unknown: 1, waiting: 0 });
  });

  it("is asked again where it said that nothing went out", async () => {
    const s = await imported(1, 1);
    withoutKeys(s);
    s.answers.push(later(1_000));
    const id = await s.campaign();
    await sweep(s, 60_000);
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ sent: 1, unknown: 0 });
  });
});

describe("20 hours", () => {
  it("after a crash in a hand-over nobody sends again by himself", async () => {
    const s = await imported(3);
    const { handOver } = s.mailer;
    s.mailer.handOver = async (mails, key) => {
      await handOver(mails, key);
      throw new Error("killed");
    };
    await s.campaign().catch(() => {});
    s.mailer.handOver = handOver;
    await sweep(s, 20 * HOUR);
    expect(s.mails).toHaveLength(3);
    expect(await readNumbers(s.deps.db, await onlyMailing(s))).toMatchObject({ unknown: 3, waiting: 0 });
    expect(await s.count("SELECT count(*) FROM batch WHERE sealed IS NOT NULL")).toBe(0);
  });

  it("count for a doubt even if the provider only said 'later' since", async () => {
    const s = await imported(1);
    s.answers.push(unknown, later(30 * HOUR));
    const id = await s.campaign();
    await sweep(s, 60_000);
    await sweep(s, 30 * HOUR);
    expect(s.mails).toHaveLength(0);
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ unknown: 1, waiting: 0 });
  });

  it("do not matter where nothing went out: the batch is frozen afresh, and everybody gets the mail once", async () => {
    const s = await imported(3);
    s.answers.push(later(30 * HOUR));
    const id = await s.campaign();
    await sweep(s, 31 * HOUR);
    expect(new Set(s.keys).size).toBe(2);
    expect(s.mails).toHaveLength(3);
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ sent: 3, unknown: 0 });
  });
});

describe("permission in the line before the send", () => {
  it("is refused for a batch that has grown too old or is not as it was read", async () => {
    const s = await imported(1);
    s.answers.push(unknown);
    await s.campaign();
    const [row] = (await s.client.execute("SELECT id, attempt, body_sha256 AS sha FROM batch")).rows;
    const [id, attempt, sha] = [String(row?.id), Number(row?.attempt), String(row?.sha)];
    const take = (state: "frozen" | "attempted", n = attempt) =>
      takeAttempt(s.deps, { kind: "reconsent" }, { id, state, attempt: n }, sha, LEASE_MS);
    s.clock.set(s.clock.now() + 60_000);
    expect(await take("frozen")).toBe("stale");
    expect(await take("attempted", attempt - 1)).toBe("stale");
    const now = s.clock.now();
    s.clock.set(now + 20 * HOUR);
    expect(await take("attempted")).toBe("stale");
    s.clock.set(now);
    expect(await take("attempted")).toBe("done");
  });
});

describe("the alert about unknown messages", () => {
  it("is over when the last of them is told of by its own link", async () => {
    const s = await imported(1);
    withoutKeys(s);
    s.answers.push(unknown);
    const id = await s.campaign();
    const open = "SELECT count(*) FROM alert WHERE code='mailing.unknown' AND closed_at IS NULL";
    expect(await s.count(open)).toBe(1);
    await leave(s, id);
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ unknown: 0 });
    expect(await s.count(open)).toBe(0);
  });
});

describe("a worker that lost its lease", () => {
  it("cannot undo the attempt of its successor", async () => {
    const s = await imported(2);
    const held = heldHandovers(s);
    const first = s.campaign();
    await held.begun(1);
    s.clock.set(s.clock.now() + LEASE_MS + 10_000);
    const second = deliverMailing(s.deps, await onlyMailing(s));
    await held.begun(2);
    held.answer(0, { outcome: "refused", code: "provider.invalid" });
    await first;
    expect(await s.count("SELECT count(*) FROM message WHERE state='claimed'")).toBe(2);
    held.answer(1, accepted);
    await second;
    await s.run();
    expect(held.keys).toHaveLength(2);
    expect(held.keys[1]).toBe(held.keys[0]);
    expect(await readNumbers(s.deps.db, await onlyMailing(s))).toMatchObject({ sent: 2, waiting: 0 });
  });

  it.each([unknown, later(1_000), { outcome: "accepted", ids: ["a"] } as Handover])(
    "cannot make the batch look untouched, free or over while its successor is under way: $outcome",
    async (late) => {
      const s = await imported(2);
      const held = heldHandovers(s);
      const first = s.campaign();
      await held.begun(1);
      s.clock.set(s.clock.now() + LEASE_MS + 10_000);
      const second = deliverMailing(s.deps, await onlyMailing(s));
      await held.begun(2);
      const before = (await s.client.execute("SELECT state, attempt, lease_until FROM batch")).rows;
      held.answer(0, late);
      await first;
      expect((await s.client.execute("SELECT state, attempt, lease_until FROM batch")).rows).toEqual(before);
      held.answer(1, accepted);
      await second;
    },
  );

  it("closes the alert when its late answer leaves nothing unknown", async () => {
    const s = await imported(2);
    const held = heldHandovers(s);
    const first = s.campaign();
    await held.begun(1);
    const id = await onlyMailing(s);
    withoutKeys(s);
    s.clock.set(s.clock.now() + LEASE_MS + 10_000);
    await deliverMailing(s.deps, id);
    const open = "SELECT count(*) FROM alert WHERE code='mailing.unknown' AND closed_at IS NULL";
    expect(await s.count(open)).toBe(1);
    held.answer(0, accepted);
    await first;
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ sent: 2, unknown: 0 });
    expect(await s.count(open)).toBe(0);
  });

  it("still brings an acceptance that counts, whatever its successor hears", async () => {
    const s = await imported(2);
    const held = heldHandovers(s);
    const first = s.campaign();
    await held.begun(1);
    s.clock.set(s.clock.now() + LEASE_MS + 10_000);
    const id = await onlyMailing(s);
    const second = deliverMailing(s.deps, id);
    await held.begun(2);
    held.answer(0, accepted);
    await first;
    held.answer(1, unknown);
    await second;
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ sent: 2, waiting: 0, unknown: 0 });
    expect(await s.count("SELECT count(*) FROM message WHERE provider_id IN ('a','b')")).toBe(2);
    await sweep(s, 60_000);
    expect(held.keys).toHaveLength(2);
  });

  it("still brings an acceptance that counts after the batch was given up", async () => {
    const s = await imported(1, 1);
    withoutKeys(s);
    const held = heldHandovers(s);
    const first = s.campaign();
    await held.begun(1);
    const id = await onlyMailing(s);
    await sweep(s, LEASE_MS + 10_000);
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ unknown: 1, sent: 0 });
    held.answer(0, { outcome: "accepted", ids: ["a"] });
    await first;
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ unknown: 0, sent: 1 });
    expect(held.keys).toHaveLength(1);
  });
});

describe("a hand-over", () => {
  it("that never ends is unknown before its lease runs out", async () => {
    const s = await imported(2);
    const held = heldHandovers(s);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const sending = s.campaign();
      await held.begun(1);
      vi.advanceTimersByTime(HANDOVER_MS);
      await sending;
    } finally {
      vi.useRealTimers();
    }
    expect(await s.count("SELECT count(*) FROM batch WHERE state='attempted' AND attempt=1")).toBe(1);
    expect(await s.count(`SELECT count(*) FROM batch WHERE lease_until <= ${s.clock.now() + 5_000}`)).toBe(1);
  });

  it("of unknown outcome does not hold up the rest of the mailing", async () => {
    const s = await imported(30, 10);
    s.answers.push(unknown);
    const id = await s.campaign();
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ sent: 20, waiting: 10 });
    await sweep(s, 60_000);
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ sent: 30, waiting: 0 });
    expect(once(s)).toBe(true);
  });

  it("that is to come later holds up the whole mailing until then", async () => {
    const s = await imported(30, 10);
    s.answers.push(later(10 * 60_000));
    await s.campaign();
    await sweep(s, 5 * 60_000);
    expect(s.keys).toHaveLength(1);
    await sweep(s, 5 * 60_000);
    expect(s.mails).toHaveLength(30);
  });

  it("is not made for the whole mailing while a provider answers nobody", async () => {
    const s = await imported(15, 1);
    s.answers.push(...Array.from({ length: 15 }, () => unknown));
    await s.campaign();
    expect(new Set(s.keys).size).toBe(10);
    s.answers.splice(0);
    await sweep(s, 60_000);
    expect(s.mails).toHaveLength(15);
    expect(once(s)).toBe(true);
  });
});
