/**
 * A fake of what Resend lets one read back (no relation to the real service), on loopback: GET /emails with its pages,
 * /emails/:id, /webhooks and the events of one, as the documentation describes them. A key that may only send is told so.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { KnownMail, SignedEvent } from "./resend-webhooks.ts";

export interface ProviderLog {
  readonly url: string;
  readonly apiKey: string;
  readonly sendOnlyKey: string;
  /** Paths asked for, in order. */
  readonly requests: string[];
  /** Mails, newest first, with the last event of each. */
  mails: (KnownMail & { lastEvent: string /** Our tag `kind`. */; letter?: string })[];
  /** Events of the webhook at `endpoint`, newest first. Undefined: the account has no such feature. */
  events: (SignedEvent & { at: number })[] | undefined;
  /** Statuses of the next answers, before anything else. */
  failNext: number[];
  stop(): Promise<void>;
}

export async function startProviderLog(endpoint: string): Promise<ProviderLog> {
  const log: Omit<ProviderLog, "url" | "stop"> = {
    apiKey: "re_fake_full_0123456789",
    sendOnlyKey: "re_fake_send_0123456789",
    requests: [],
    mails: [],
    events: [],
    failNext: [],
  };
  const server = createServer((req, res) => {
    const url = new URL(req.url ?? "/", "http://fake.test");
    log.requests.push(`${url.pathname}${url.search}`);
    const [status, json] = answer(req.headers, url);
    res.writeHead(status, { "content-type": "application/json", ...(status === 429 && { "retry-after": "1" }) });
    res.end(JSON.stringify(json));
  });

  function answer(headers: NodeJS.Dict<string | string[]>, url: URL): [number, unknown] {
    const no = (statusCode: number, name: string): [number, unknown] => [
      statusCode,
      { statusCode, name, message: "…" },
    ];
    if (!headers["user-agent"]) return no(403, "1010");
    if (headers.authorization === `Bearer ${log.sendOnlyKey}`) return no(401, "restricted_api_key");
    if (headers.authorization !== `Bearer ${log.apiKey}`) return no(403, "invalid_api_key");
    const failure = log.failNext.shift();
    if (failure) return no(failure, failure === 429 ? "rate_limit_exceeded" : "application_error");
    const [, what, id, events, eventId] = url.pathname.split("/");
    if (what === "emails" && !id) return [200, page(url, log.mails.map(listed))];
    if (what === "emails") {
      const mail = log.mails.find((m) => m.id === id);
      const tags = [
        ...(mail?.tag ? [{ name: "message", value: mail.tag }] : []),
        ...(mail?.letter ? [{ name: "kind", value: mail.letter }] : []),
      ];
      return mail ? [200, { object: "email", ...listed(mail), html: "…", text: "…", tags }] : no(404, "not_found");
    }
    if (what !== "webhooks" || !log.events) return no(404, "not_found");
    if (!id)
      return [200, page(url, [{ id: "hook-1", endpoint, created_at: iso(0), status: "disabled", events: null }])];
    if (!events) return no(404, "not_found");
    const told = log.events.map(({ id, type, at }) => ({ id, type, created_at: iso(at), status: "failed" }));
    if (!eventId) return [200, page(url, told)];
    const event = log.events.find((e) => e.id === eventId);
    return event
      ? [200, { object: "webhook_event", id: eventId, payload: JSON.parse(event.body) }]
      : no(404, "not_found");
  }

  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return Object.assign(log, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise<void>((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  });
}

const iso = (at: number) => new Date(at).toISOString().replace("T", " ").replace("Z", "000+00");

const listed = ({ id, to, at, lastEvent }: KnownMail & { lastEvent: string }) => ({
  id,
  to: [to],
  from: '"Ministrija" <jaunumi@ministrija.example>',
  created_at: iso(at),
  subject: "Vai turpināt?",
  last_event: lastEvent,
  bcc: null,
  cc: null,
  reply_to: null,
  scheduled_at: null,
});

/** A page after a cursor. */
function page<T extends { id: string }>(url: URL, all: T[]) {
  const limit = Number(url.searchParams.get("limit") ?? 20);
  const after = url.searchParams.get("after");
  const from = after ? all.findIndex(({ id }) => id === after) + 1 : 0;
  return { object: "list", has_more: from + limit < all.length, data: all.slice(from, from + limit) };
}
