/**
 * Webhook events of the fake Resend (webhooks/introduction, retries-and-replays; PLATFORM 2.3): for each accepted mail
 * signed events, at least once, in no order, tried again until a 2xx answers them. What an event says and how it is signed
 * is in resend-webhooks.ts.
 */
import { randomFor } from "../support/random.ts";
import type { FakeMail } from "./resend-rules.ts";
import { BOUNCES, fakeWebhooks, type SignedEvent } from "./resend-webhooks.ts";

export interface EventSettings {
  /** Where the events go, asked at each try: a program that was killed may come back elsewhere. */
  url: () => string;
  /** `whsec_…` */
  secret: string;
  seed: number;
  /** Share of mails of which there are events at all; 1 if not said. */
  share?: number;
  /** Shares of those mails, 0 to 1. The rest is delivered. */
  bounced?: number;
  complained?: number;
  /** Share of events sent once more although they were answered. */
  repeated?: number;
  /** Pauses before another try, milliseconds; after the last one it is given up. The real ones begin with 5 s and 5 min. */
  retryMs?: readonly number[];
}

export type EventType = "email.sent" | "email.delivered" | "email.bounced" | "email.complained";

export interface EventSender {
  /** Events of this mail will be sent. */
  follow(mail: FakeMail & { id: string }): void;
  /** Events that wait or are under way, and events given up after their last try. */
  readonly waiting: number;
  readonly givenUp: number;
  /** Every answer to a try: 0 where none came. */
  readonly answers: readonly { id: string; type: EventType; mail: string; status: number }[];
  /** Ids of mails by the worst that was said of them. */
  readonly told: { bounced: ReadonlySet<string>; complained: ReadonlySet<string> };
  stop(): void;
}

interface Waiting {
  event: SignedEvent & { type: EventType };
  mail: string;
  tries: number;
}

/** Tries under way at one time. */
const WIDTH = 4;
/** Longest wait for an answer. */
const PATIENCE_MS = 15_000;
const RETRY_MS = [5_000, 300_000, 1_800_000, 7_200_000, 18_000_000, 36_000_000, 36_000_000];

export function startEvents(settings: EventSettings, now: () => number): EventSender {
  const { share = 1, bounced = 0, complained = 0, repeated = 0, retryMs = RETRY_MS } = settings;
  const chance = randomFor(settings.seed, "events");
  const due: Waiting[] = [];
  const timers = new Set<NodeJS.Timeout>();
  const answers: { id: string; type: EventType; mail: string; status: number }[] = [];
  const told = { bounced: new Set<string>(), complained: new Set<string>() };
  const leaving = new AbortController();
  const webhooks = fakeWebhooks({
    secret: settings.secret,
    now,
    to: (request) =>
      fetch(new Request(settings.url(), request), {
        signal: AbortSignal.any([leaving.signal, AbortSignal.timeout(PATIENCE_MS)]),
      }),
  });
  let busy = 0;
  let givenUp = 0;

  const put = (waiting: Waiting) => {
    due.push(waiting);
    // Later, so that the answer to the request comes first now and then, and not always.
    setImmediate(pump);
  };
  const pump = () => {
    while (busy < WIDTH && due.length > 0 && !leaving.signal.aborted) {
      const [waiting] = due.splice(Math.floor(chance() * due.length), 1);
      busy++;
      void tell(waiting as Waiting).finally(() => {
        busy--;
        pump();
      });
    }
  };
  async function tell(waiting: Waiting): Promise<void> {
    const { event, mail, tries } = waiting;
    const status = await webhooks
      .send(event)
      .then(async (answer) => {
        await answer.arrayBuffer();
        return answer.status;
      })
      .catch(() => 0);
    answers.push({ id: event.id, type: event.type, mail, status });
    if (status >= 200 && status < 300) {
      if (chance() < repeated) later(waiting, 50);
    } else if (tries < retryMs.length) later({ event, mail, tries: tries + 1 }, retryMs[tries] as number);
    else givenUp++;
  }
  const later = (waiting: Waiting, ms: number) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      put(waiting);
    }, ms);
    timers.add(timer);
  };

  return {
    follow(mail) {
      if (chance() >= share) return;
      const dice = chance();
      const end: EventType[] =
        dice < bounced
          ? ["email.bounced"]
          : dice < bounced + complained
            ? ["email.delivered", "email.complained"]
            : ["email.delivered"];
      if (end.includes("email.bounced")) told.bounced.add(mail.id);
      if (end.includes("email.complained")) told.complained.add(mail.id);
      const tag = mail.tags?.find(({ name }) => name === "message")?.value;
      const known = { id: mail.id, to: [mail.to].flat()[0] as string, at: now(), ...(tag && { tag }) };
      for (const type of ["email.sent", ...end] as EventType[]) {
        const more = type === "email.bounced" ? { bounce: BOUNCES.gone } : {};
        put({ event: { ...webhooks.event(type, known, more, known.at), type }, mail: mail.id, tries: 0 });
      }
    },
    get waiting() {
      return due.length + busy + timers.size;
    },
    get givenUp() {
      return givenUp;
    },
    answers,
    told,
    stop() {
      leaving.abort();
      due.length = 0;
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
