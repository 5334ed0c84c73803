/**
 * Webhook events of the fake Resend (webhooks/introduction, retries-and-replays; PLATFORM 2.3): for each accepted mail
 * signed events, at least once, in no order, tried again until a 2xx answers them. Bounces carry what the service says:
 * a type and a line of the receiving server.
 */
import { randomUUID } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { randomFor } from "../support/random.ts";
import type { FakeMail } from "./resend-rules.ts";

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
  id: string;
  type: EventType;
  mail: FakeMail & { id: string };
  at: string;
  tries: number;
}

/** Tries under way at one time. */
const WIDTH = 4;
const RETRY_MS = [5_000, 300_000, 1_800_000, 7_200_000, 18_000_000, 36_000_000, 36_000_000];

const BOUNCE = {
  type: "Permanent",
  subType: "General",
  message: "smtp; 550 5.1.1 The email account that you tried to reach does not exist.",
};

export function startEvents(settings: EventSettings, now: () => number): EventSender {
  const { share = 1, bounced = 0, complained = 0, repeated = 0, retryMs = RETRY_MS } = settings;
  const chance = randomFor(settings.seed, "events");
  const webhook = new Webhook(settings.secret);
  const due: Waiting[] = [];
  const timers = new Set<NodeJS.Timeout>();
  const answers: { id: string; type: EventType; mail: string; status: number }[] = [];
  const told = { bounced: new Set<string>(), complained: new Set<string>() };
  const leaving = new AbortController();
  let busy = 0;
  const givenUp = 0;

  const put = (event: Waiting) => {
    due.push(event);
    // Later, so that the answer to the request comes first now and then, and not always.
    setImmediate(pump);
  };
  const pump = () => {
    while (busy < WIDTH && due.length > 0 && !leaving.signal.aborted) {
      const [event] = due.splice(Math.floor(chance() * due.length), 1);
      busy++;
      void tell(event as Waiting).finally(() => {
        busy--;
        pump();
      });
    }
  };
  async function tell(event: Waiting): Promise<void> {
    const body = JSON.stringify(payloadOf(event));
    const at = new Date(now());
    const headers = {
      "content-type": "application/json",
      "svix-id": event.id,
      "svix-timestamp": String(Math.floor(at.getTime() / 1000)),
      "svix-signature": webhook.sign(event.id, at, body),
    };
    const signal = AbortSignal.any([leaving.signal, AbortSignal.timeout(15_000)]);
    const status = await fetch(settings.url(), { method: "POST", headers, body, signal })
      .then(async (answer) => {
        await answer.arrayBuffer();
        return answer.status;
      })
      .catch(() => 0);
    answers.push({ id: event.id, type: event.type, mail: event.mail.id, status });
    if (status >= 200 && status < 300) {
      if (chance() < repeated) later(event, 50);
    } else if (event.tries < retryMs.length)
      later({ ...event, tries: event.tries + 1 }, retryMs[event.tries] as number);
  }
  const later = (event: Waiting, ms: number) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      put(event);
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
      const at = new Date(now()).toISOString();
      for (const type of ["email.sent", ...end] as EventType[])
        put({ id: `msg_${randomUUID().replaceAll("-", "")}`, type, mail, at, tries: 0 });
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

/** As the SDK's types of events describe it. */
function payloadOf({ type, mail, at }: Waiting) {
  const tags = Object.fromEntries((mail.tags ?? []).map(({ name, value }) => [name, value]));
  const data = {
    created_at: at,
    email_id: mail.id,
    message_id: `<${mail.id}@mail.example>`,
    from: mail.from,
    to: [mail.to].flat(),
    subject: mail.subject,
    tags,
  };
  return { type, created_at: at, data: type === "email.bounced" ? { ...data, bounce: BOUNCE } : data };
}
