/** Mailings under way, for the tests of the sending engine. */

import { recoverAll } from "../../src/delivery/recover.ts";
import type { Handover, MailOutcome, OutgoingMail } from "../../src/deps.ts";
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

/**
 * A mailer that sends its mails one by one, as the SMTP mailer does: each is asked for before and told of after. What becomes
 * of one is said by `send`; `dies`: nothing more is ever heard of the hand-over.
 */
export function oneByOne(
  s: Scene,
  send: (mail: OutgoingMail, n: number) => MailOutcome | "dies" | Promise<MailOutcome>,
) {
  let n = 0;
  Object.assign(withoutKeys(s), { oneByOne: true });
  s.mailer.prepare = async (mails) => ({
    sha256: JSON.stringify(mails.map((mail) => mail.to)),
    async handOver(key, asks) {
      const outcomes: MailOutcome[] = [];
      s.keys.push(key);
      for (const [i, mail] of mails.entries()) {
        if (!(await asks?.begin(i))) outcomes.push({ outcome: "untouched" });
        else {
          const outcome = await send(mail, n++);
          if (outcome === "dies") return unknown;
          if (outcome.outcome === "accepted") s.mails.push(mail);
          asks?.told(i, outcome);
          outcomes.push(outcome);
        }
      }
      return { outcome: "each", mails: outcomes };
    },
  });
}

export const taken = (mail: OutgoingMail): MailOutcome => ({ outcome: "accepted", id: `id-${mail.to}` });

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
