/**
 * People who leave while the mailing runs: one-click POSTs by an old link, at planned moments, each repeated until it is
 * answered with 200, as mail providers do. At the answer it is written down how the person's message stood.
 */
import { NO_MAILING } from "../../src/platform/tokens.ts";
import type { Books, Person } from "./books.ts";
import type { DrillHouse } from "./house/node.ts";
import type { Plan } from "./plan.ts";
import type { Leaver } from "./promises.ts";
import type { Provider } from "./provider/provider.ts";

/** POSTs under way at one time. */
const WIDTH = 3;
const PAUSE_MS = 50;

export interface Leaving {
  readonly leavers: Leaver[];
  /** Those whose time has come leave now. Called again and again. */
  look(): void;
  /** Everybody who was to leave by now has had his answer. */
  finish(): Promise<void>;
}

export function startLeaving(of: {
  plan: Plan;
  people: readonly Person[];
  house: DrillHouse;
  provider: Provider;
  books: Books;
  mailingId: string;
}): Leaving {
  const { plan, people, house, provider, books, mailingId } = of;
  const left = new Set<string>();
  const leavers: Leaver[] = [];
  const waiting = plan.withdrawals.map(({ mails, who }) => ({ mails, person: people[who % people.length] as Person }));
  const running = new Set<Promise<void>>();

  async function leave({ personId, subscriptionId }: Person): Promise<void> {
    const token = house.deps.tokens.make("u", { subscriptionId, mailingId: NO_MAILING });
    for (let tries = 0; ; tries++) {
      const url = house.urls[tries % house.urls.length];
      const answer = await fetch(`${url}/u/${token}`, {
        method: "POST",
        headers: { "Content-Type": "application/x-www-form-urlencoded" },
        body: "List-Unsubscribe=One-Click",
      }).catch(() => undefined);
      if (answer?.status === 200) break;
      await new Promise((next) => setTimeout(next, PAUSE_MS));
    }
    const arrivals = provider.arrivals;
    const standing = await books.standing(mailingId, personId);
    leavers.push({ personId, arrivals, standing, attemptsInTheEnd: 0 });
  }

  return {
    leavers,
    look() {
      while (running.size < WIDTH && waiting[0] && provider.taken.length >= waiting[0].mails) {
        const { person } = waiting.shift() as (typeof waiting)[number];
        if (left.has(person.personId)) continue;
        left.add(person.personId);
        const run = leave(person).finally(() => running.delete(run));
        running.add(run);
      }
    },
    async finish() {
      while (running.size > 0) await Promise.race(running);
      for (const leaver of leavers)
        if (leaver.standing?.batchId) leaver.attemptsInTheEnd = await books.attemptOf(leaver.standing.batchId);
    },
  };
}
