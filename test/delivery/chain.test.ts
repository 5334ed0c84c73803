import { describe, expect, it } from "vitest";
import { recoverAll } from "../../src/delivery/recover.ts";
import { TURN_MS } from "../../src/delivery/turn.ts";
import { closeCampaign } from "../../src/domain/campaigns/close.ts";
import type { StaffActor } from "../../src/domain/staff/rules.ts";
import type { Job } from "../../src/jobs.ts";
import { handleJob } from "../../src/runtime/consume.ts";
import { must, type Scene } from "../domain/consent/scene.ts";
import { imported, once } from "./sending.ts";

const admin: StaffActor = { kind: "staff", id: "rita", role: "admin", via: "desk" };
const SWEEP_MS = 30_000;

/** A queue that the test serves by hand, of jobs of mailings alone. */
function byHand(s: Scene): Job[] {
  const waiting: Job[] = [];
  s.deps.queue.enqueue = async (job) => void ("mailingId" in job && waiting.push(job));
  return waiting;
}

/** Serves everything that waits now, once. Returns how many jobs that were. */
async function serve(s: Scene, waiting: Job[]): Promise<number> {
  const now = waiting.splice(0);
  for (const job of now) await handleJob(s.deps, job);
  return now.length;
}

describe("a long mailing", () => {
  it("has one live chain of jobs however often the sweep comes by", async () => {
    const s = await imported(200, 1);
    const waiting = byHand(s);
    await s.campaign();
    await serve(s, waiting);
    for (let n = 0; n < 6; n++) {
      await serve(s, waiting);
      s.clock.set(s.clock.now() + SWEEP_MS / 2);
      await recoverAll(s.deps);
      expect(waiting).toHaveLength(1);
    }
    expect(s.mails.length).toBeLessThan(200);
    while ((await serve(s, waiting)) > 0);
    expect(s.mails).toHaveLength(200);
    expect(once(s)).toBe(true);
    expect(await s.count("SELECT count(*) FROM lease WHERE name LIKE 'deliver/%'")).toBe(0);
  });

  it("has one live chain though the queue is slow, so that the sweep begins others, and brings every job twice", async () => {
    const s = await imported(200, 1);
    const waiting = byHand(s);
    await s.campaign();
    await serve(s, waiting);
    for (let n = 0; n < 6; n++) {
      s.clock.set(s.clock.now() + 5 * SWEEP_MS);
      await recoverAll(s.deps);
      await recoverAll(s.deps);
      waiting.push(...waiting);
      await serve(s, waiting);
      expect(waiting).toHaveLength(1);
    }
    while ((await serve(s, waiting)) > 0);
    expect(s.mails).toHaveLength(200);
    expect(once(s)).toBe(true);
  });

  it("whose chain was killed goes on within two minutes", async () => {
    expect(TURN_MS).toBeLessThanOrEqual(120_000);
    const s = await imported(60, 1);
    const waiting = byHand(s);
    await s.campaign();
    await serve(s, waiting);
    await serve(s, waiting);
    waiting.splice(0);
    s.clock.set(s.clock.now() + TURN_MS);
    await recoverAll(s.deps);
    while ((await serve(s, waiting)) > 0);
    expect(s.mails).toHaveLength(60);
  });

  it("whose job failed goes on when the queue brings the same job again", async () => {
    const s = await imported(60, 1);
    const waiting = byHand(s);
    await s.campaign();
    await serve(s, waiting);
    await serve(s, waiting);
    const [job] = waiting.splice(0) as [Job];
    const { handOver } = s.mailer;
    s.mailer.handOver = async () => Promise.reject(new Error("down"));
    await expect(handleJob(s.deps, job)).rejects.toThrow("down");
    s.mailer.handOver = handOver;
    const before = s.mails.length;
    await handleJob(s.deps, job);
    expect(s.mails.length).toBeGreaterThan(before);
    expect(waiting).toHaveLength(1);
  });
});

it("a long closing has one live chain of jobs however often the sweep comes by", async () => {
  const s = await imported(350);
  const id = await s.campaign();
  s.clock.set(Date.UTC(2026, 11, 16));
  const waiting = byHand(s);
  must(await closeCampaign(s.deps, admin, { id }));
  // Three jobs of a hundred people, and the one that finds nobody left.
  for (let n = 0; n < 3; n++) {
    await recoverAll(s.deps);
    await serve(s, waiting);
    await recoverAll(s.deps);
    expect(waiting).toHaveLength(1);
  }
  await serve(s, waiting);
  expect(await s.count("SELECT count(*) FROM mailing WHERE state='closed'")).toBe(1);
});
