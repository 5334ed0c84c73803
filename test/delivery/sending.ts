/** Mailings under way, for the tests of the sending engine. */

import { recoverAll } from "../../src/delivery/recover.ts";
import type { Handover } from "../../src/deps.ts";
import { withdrawByLink } from "../../src/domain/consent/withdraw.ts";
import { must, openScene, type Scene } from "../domain/consent/scene.ts";

export const unknown: Handover = { outcome: "unknown", code: "provider.no_answer" };
export const later = (retryAfterMs: number): Handover => ({
  outcome: "later",
  code: "provider.rate_limit",
  retryAfterMs,
});

export const people = (n: number) => Array.from({ length: n }, (_, i) => `cilveks${i}@pasts.example`);

/** A list of n people, and a mailer that takes `limit` mails at once. */
export async function imported(n: number, limit = 100): Promise<Scene> {
  const scene = await openScene(limit);
  await scene.importList(people(n));
  return scene;
}

/** Nobody was mailed twice. */
export const once = (s: Scene) => new Set(s.mails.map((m) => m.to)).size === s.mails.length;

/** A mailer without idempotency keys. */
export const withoutKeys = (s: Scene) => Object.assign(s.mailer, { name: "smtp", remembersKeys: false });

/** Time passes, the sweep comes by, and what it finds is done. */
export async function sweep(s: Scene, ms: number): Promise<void> {
  s.clock.set(s.clock.now() + ms);
  await recoverAll(s.deps);
  await s.run();
}

/** One member of the mailing leaves by one click. */
export async function leave(s: Scene, mailingId: string): Promise<void> {
  const { rows } = await s.client.execute("SELECT subscription_id FROM message LIMIT 1");
  const token = s.deps.tokens.make("u", { subscriptionId: String(rows[0]?.[0]), mailingId });
  must(await withdrawByLink(s.deps, { token, scope: "list", via: "one-click" }));
}

export const onlyMailing = async (s: Scene) => String((await s.client.execute("SELECT id FROM mailing")).rows[0]?.[0]);

/** Hand-overs that wait to be answered by the test, in order. */
export function heldHandovers(s: Scene): {
  keys: string[];
  answer: (n: number, handover: Handover) => void;
  begun: (n: number) => Promise<void>;
} {
  const keys: string[] = [];
  const answers: ((handover: Handover) => void)[] = [];
  const waiting: { n: number; done: () => void }[] = [];
  s.mailer.handOver = (_mails, key) => {
    keys.push(key);
    const answer = new Promise<Handover>((done) => answers.push(done));
    for (const w of waiting) if (keys.length >= w.n) w.done();
    return answer;
  };
  return {
    keys,
    answer: (n, handover) => answers[n]?.(handover),
    begun: (n) => new Promise((done) => (keys.length >= n ? done() : waiting.push({ n, done }))),
  };
}
