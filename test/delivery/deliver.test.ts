import { describe, expect, it } from "vitest";
import { deliverMailing } from "../../src/delivery/deliver.ts";
import { planMailing } from "../../src/delivery/plan.ts";
import { recoverAll } from "../../src/delivery/recover.ts";
import type { Handover } from "../../src/deps.ts";
import { closeCampaign } from "../../src/domain/campaigns/close.ts";
import { readNumbers } from "../../src/domain/campaigns/views.ts";
import { answerReconsent } from "../../src/domain/consent/answer.ts";
import { withdrawByLink } from "../../src/domain/consent/withdraw.ts";
import type { StaffActor } from "../../src/domain/staff/rules.ts";
import { must } from "../domain/consent/scene.ts";
import { LISTS } from "../domain/imports/office.ts";
import { imported, leave, once, people, unknown } from "./sending.ts";

const admin: StaffActor = { kind: "staff", id: "rita", role: "admin", via: "desk" };

describe("a mailing", () => {
  it("reaches everybody of the audience once, in batches of the mailer's size", async () => {
    const s = await imported(25, 10);
    const id = await s.campaign();
    expect(s.keys).toHaveLength(3);
    expect(s.mails).toHaveLength(25);
    expect(once(s)).toBe(true);
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ audience: 25, sent: 25, silent: 25, waiting: 0 });
    expect(await s.count("SELECT count(*) FROM mailing WHERE state='sent'")).toBe(1);
    expect(await s.count("SELECT count(*) FROM batch WHERE sealed IS NOT NULL")).toBe(0);
  });

  it("planned and delivered again changes nothing and sends nothing", async () => {
    const s = await imported(5);
    const id = await s.campaign();
    await planMailing(s.deps, id);
    await deliverMailing(s.deps, id);
    await recoverAll(s.deps);
    await s.run();
    expect(s.mails).toHaveLength(5);
  });

  it("delivered by two workers at the same time sends nothing twice", async () => {
    const s = await imported(30, 5);
    s.answers.push({ outcome: "later", code: "rate", retryAfterMs: 1 });
    const id = await s.campaign();
    s.clock.set(s.clock.now() + 60_000);
    await Promise.all([deliverMailing(s.deps, id), deliverMailing(s.deps, id), deliverMailing(s.deps, id)]);
    await s.run();
    expect(s.mails).toHaveLength(30);
    expect(once(s)).toBe(true);
  });

  it("tries an unknown outcome with the same key and the same bytes, and counts the mail once", async () => {
    const s = await imported(3);
    s.answers.push(unknown);
    const bodies: string[] = [];
    const { handOver } = s.mailer;
    s.mailer.handOver = async (mails, key) => {
      bodies.push(JSON.stringify(mails));
      return handOver(mails, key);
    };
    s.deps.queue.enqueue = async () => {};
    const id = await s.campaign().catch(() => "");
    const mailing = id || String((await s.client.execute("SELECT id FROM mailing")).rows[0]?.[0]);
    await planMailing(s.deps, mailing);
    await deliverMailing(s.deps, mailing);
    expect(await readNumbers(s.deps.db, mailing)).toMatchObject({ waiting: 3, sent: 0 });
    s.clock.set(s.clock.now() + 60_000);
    await deliverMailing(s.deps, mailing);
    expect(s.keys).toHaveLength(2);
    expect(s.keys[1]).toBe(s.keys[0]);
    expect(bodies[1]).toBe(bodies[0]);
    expect(await readNumbers(s.deps.db, mailing)).toMatchObject({ sent: 3, waiting: 0 });
  });

  it("never sends again by itself what nobody knows after 20 hours", async () => {
    const s = await imported(2);
    s.deps.queue.enqueue = async () => {};
    s.answers.push(unknown, unknown);
    const id = await s.campaign();
    await planMailing(s.deps, id);
    await deliverMailing(s.deps, id);
    s.clock.set(s.clock.now() + 21 * 3_600_000);
    await deliverMailing(s.deps, id);
    s.clock.set(s.clock.now() + 3_600_000);
    await deliverMailing(s.deps, id);
    expect(s.keys).toHaveLength(1);
    expect(s.mails).toHaveLength(0);
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ audience: 2, unknown: 2, sent: 0 });
  });

  it("fails only the mail that the provider refuses, and sends the others", async () => {
    const s = await imported(8, 8);
    const { handOver } = s.mailer;
    s.mailer.handOver = async (mails, key) =>
      mails.some((m) => m.to === "cilveks3@pasts.example")
        ? { outcome: "refused", code: "invalid-address" }
        : handOver(mails, key);
    const id = await s.campaign();
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ audience: 8, sent: 7, failed: 1 });
    expect(await s.count("SELECT count(*) FROM message WHERE state='failed' AND reason='invalid-address'")).toBe(1);
    expect(once(s)).toBe(true);
  });

  it("killed before or after any hand-over and started again loses nobody and mails nobody twice", async () => {
    for (let dieAt = 1; dieAt <= 4; dieAt++)
      for (const moment of ["before", "after"] as const) {
        const s = await imported(12, 4);
        const kept = new Map<string, Handover>();
        let calls = 0;
        s.mailer.handOver = async (mails, key) => {
          if (++calls === dieAt && moment === "before") throw new Error("killed");
          // As a provider with idempotency keys does: the same key gives the same answer and sends nothing.
          const answer = kept.get(key) ?? { outcome: "accepted" as const, ids: mails.map((m) => `id-${m.to}`) };
          if (!kept.has(key)) s.mails.push(...mails);
          kept.set(key, answer);
          if (calls === dieAt) throw new Error("killed");
          return answer;
        };
        await s.campaign().catch(() => {});
        s.clock.set(s.clock.now() + 10 * 60_000);
        await recoverAll(s.deps);
        await s.run();
        expect(s.mails).toHaveLength(12);
        expect(once(s)).toBe(true);
        expect(await s.count("SELECT count(*) FROM message WHERE state='sent'")).toBe(12);
      }
  });
});

describe("whoever leaves", () => {
  it("between planning and sending gets nothing, and the totals balance", async () => {
    const s = await imported(6, 2);
    // One batch goes out; a member of the frozen rest says no by letter before it is attempted.
    const { handOver } = s.mailer;
    let first = true;
    s.mailer.handOver = async (mails, key) => {
      const answer = await handOver(mails, key);
      if (first) {
        first = false;
        const left = people(6).find((p) => !s.mails.some((m) => m.to === p)) as string;
        const row = await s.client.execute({
          sql: "SELECT s.id FROM subscription s JOIN address a ON a.id=s.address_id WHERE a.tag=?",
          args: [s.deps.vault.tag(left).tag],
        });
        const token = s.deps.tokens.make("u", {
          subscriptionId: String(row.rows[0]?.[0]),
          mailingId: "00000000-0000-0000-0000-000000000000",
        });
        must(await withdrawByLink(s.deps, { token, scope: "list", via: "one-click" }));
      }
      return answer;
    };
    const id = await s.campaign();
    expect(s.mails).toHaveLength(5);
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ audience: 6, sent: 5, skipped: 1 });
  });

  it("while the outcome of his batch is unknown makes it unknown, never sent again by itself", async () => {
    const s = await imported(3);
    s.deps.queue.enqueue = async () => {};
    s.answers.push(unknown);
    const id = await s.campaign();
    await planMailing(s.deps, id);
    await deliverMailing(s.deps, id);
    await leave(s, id);
    s.clock.set(s.clock.now() + 60_000);
    await deliverMailing(s.deps, id);
    expect(s.keys).toHaveLength(1);
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ audience: 3, unknown: 3 });
    expect(await s.count("SELECT count(*) FROM batch WHERE sealed IS NOT NULL")).toBe(0);
  });
});

describe("the deadline", () => {
  it("deletes those who were asked, reached and silent; keeps yes; leaves who was not reached for a person to decide", async () => {
    const s = await imported(6, 6);
    const { handOver } = s.mailer;
    s.mailer.handOver = async (mails, key) =>
      mails.some((m) => m.to === "cilveks5@pasts.example")
        ? { outcome: "refused", code: "invalid-address" }
        : handOver(mails, key);
    await s.importList(["cilveks1@pasts.example"], LISTS.service);
    const id = await s.campaign();
    const question = await s.question();
    must(
      await answerReconsent(s.deps, {
        token: s.token("r", "cilveks0@pasts.example"),
        answer: "yes",
        noticeSha256: question,
      }),
    );
    expect(await closeCampaign(s.deps, admin, { id })).toMatchObject({ code: "campaigns.deadline_not_over" });
    s.clock.set(Date.UTC(2026, 11, 15, 22, 0));
    expect(must(await closeCampaign(s.deps, admin, { id })).silent).toBe(4);
    await s.run();
    const left = await s.client.execute(
      "SELECT state, ended_reason, count(*) AS n FROM subscription GROUP BY 1, 2 ORDER BY 1",
    );
    expect(left.rows.map((r) => [r.state, r.ended_reason, r.n])).toEqual([
      ["active", null, 2],
      ["ended", "no_answer", 4],
      ["unproven", null, 1],
    ]);
    // cilveks0 said yes, cilveks1 stays for the service list, cilveks5 was not reached.
    expect(await s.count("SELECT count(*) FROM address")).toBe(3);
    expect(await s.count("SELECT count(*) FROM suppression WHERE reason='no_answer'")).toBe(4);
    expect(await readNumbers(s.deps.db, id)).toMatchObject({ yes: 1, expired: 4, failed: 1, silent: 0 });
    expect(await s.count("SELECT count(*) FROM mailing WHERE state='closed'")).toBe(1);
  });
});
