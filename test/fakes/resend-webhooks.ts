/**
 * A fake of Resend's sender of webhooks (no relation to the real service), without a network: payloads as the SDK's types
 * describe them, signed as Svix signs, given to a door in whatever order and as often as a test likes.
 *
 *     const hooks = fakeWebhooks({ secret, now: world.clock.now, to: (request) => world.app.request(request) });
 *     await hooks.send(hooks.event("email.bounced", mail, { bounce: BOUNCES.gone }));
 */
import { randomUUID } from "node:crypto";
import { Webhook } from "standardwebhooks";

export const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

/** A mail as the provider knows it. */
export interface KnownMail {
  id: string;
  to: string;
  /** Value of our tag `message`. */
  tag?: string;
  at: number;
}

/** Bounces as the documentation and receiving servers word them. */
export const BOUNCES = {
  gone: { type: "Permanent", subType: "General", message: "smtp; 550 5.1.1 The email account does not exist." },
  full: { type: "Transient", subType: "MailboxFull", message: "smtp; 552 5.2.2 mailbox over quota" },
  later: { type: "Transient", subType: "General", message: "smtp; 451 4.4.1 try again later" },
  policy: { type: "Permanent", subType: "General", message: "smtp; 550 5.7.26 unauthenticated sender" },
  silent: { type: "Undetermined", subType: "Undetermined", message: "" },
} as const;

export interface SignedEvent {
  id: string;
  type: string;
  body: string;
}

export interface Webhooks {
  event(type: string, mail: KnownMail, more?: Record<string, unknown>, at?: number): SignedEvent;
  /** Delivers it once, signed now. `change` alters the request after it was signed. */
  send(event: SignedEvent, change?: (init: { headers: Headers; body: string }) => void): Promise<Response>;
}

export function fakeWebhooks(options: {
  secret?: string;
  now: () => number;
  url?: string;
  to: (request: Request) => Response | Promise<Response>;
}): Webhooks {
  const { secret = SECRET, now, url = "https://jaunumi.ministrija.example/webhooks/resend", to } = options;
  const webhook = new Webhook(secret);
  return {
    event(type, mail, more = {}, at = mail.at + 1_000) {
      const data = {
        created_at: new Date(mail.at).toISOString(),
        email_id: mail.id,
        message_id: `<${mail.id}@mail.example>`,
        from: '"Ministrija" <jaunumi@ministrija.example>',
        to: [mail.to],
        subject: "Vai turpināt?",
        ...(mail.tag && { tags: { message: mail.tag } }),
        ...more,
      };
      const body = JSON.stringify({ type, created_at: new Date(at).toISOString(), data });
      return { id: `msg_${randomUUID().replaceAll("-", "")}`, type, body };
    },
    async send({ id, body }, change) {
      const at = new Date(now());
      const init = {
        body,
        headers: new Headers({
          "content-type": "application/json",
          "svix-id": id,
          "svix-timestamp": String(Math.floor(at.getTime() / 1000)),
          "svix-signature": webhook.sign(id, at, body),
        }),
      };
      change?.(init);
      return to(new Request(url, { method: "POST", ...init }));
    },
  };
}

/** Every order of a few things. */
export function orders<T>(all: readonly T[]): T[][] {
  if (all.length < 2) return [[...all]];
  return all.flatMap((one, i) => orders(all.toSpliced(i, 1)).map((rest) => [one, ...rest]));
}
