/**
 * A fake of Resend's API (no relation to the real service), on loopback: POST /emails and /emails/batch with the limits its
 * documentation states. It never sends anything. Sources: api-reference/introduction (User-Agent, errors), emails/send,
 * emails/send-batch-emails (strict and permissive), dashboard/emails/idempotency-keys, api-reference/rate-limit,
 * webhooks; see PLATFORM 2.1 to 2.3. What the documentation leaves open is decided here against us: a key is not
 * remembered for a request that failed, and a refused batch does not say which mail was faulty.
 *
 *     const resend = await startFakeResend();
 *     … MAILER=resend RESEND_API_KEY=resend.apiKey RESEND_BASE_URL=resend.url …
 *     resend.failNext({ kind: "status", status: 500, afterAccepting: true });
 *     await resend.stop();
 *
 * It lives in the process that starts it, so that what it has accepted outlives every death of the program under test.
 */
import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Chaos, type Failure, failureOf, leavesDoubt } from "./resend-chaos.ts";
import { type EventSender, type EventSettings, startEvents } from "./resend-events.ts";
import { createKeys } from "./resend-keys.ts";
import { createCounter, type Limits } from "./resend-limits.ts";
import { type FakeMail, faultsOf } from "./resend-rules.ts";

export type { Failure } from "./resend-chaos.ts";

export interface FakeResendOptions extends Partial<Limits> {
  port?: number;
  /** Whether a refused strict batch says which mail was faulty. The documentation does not promise it. */
  tellIndex?: boolean;
  /** The clock of windows and quotas. */
  now?: () => number;
  /** Failures drawn from a seed; `failNext` comes before them. */
  chaos?: Chaos;
  /** Addresses that the service finds invalid although their form is right. */
  refuses?: (address: string) => boolean;
  /** Keeps of each mail only what names it: for many thousands. */
  withoutBodies?: boolean;
  /** Webhook events of accepted mails. */
  events?: EventSettings;
  /** Told of each moment in the life of a request; the request waits for it. */
  watch?: (moment: Moment) => Promise<void> | void;
}

/** arrived: the request is here, nothing is decided. accepted: the mails are ours. answered: the client was told so. */
export interface Moment {
  what: "arrived" | "accepted" | "answered";
  key: string | undefined;
  /** Mails accepted in all. */
  mails: number;
}

/** `request`: which request brought it, counted from 0 in the order of their arrival. */
export type KeptMail = FakeMail & { id: string; key: string | undefined; at: number; request: number };

export interface SeenRequest {
  path: string;
  key: string | undefined;
  /** 0: cut, or never answered. */
  status: number;
  bodySha256: string;
  /** The client cannot know what became of it: an error from 500, a cut, silence, a late answer, a conflict of keys. */
  doubt: boolean;
}

export interface FakeResend {
  readonly url: string;
  readonly apiKey: string;
  /** Every mail accepted, oldest first. */
  readonly mails: readonly KeptMail[];
  /** Every request seen, with its outcome. */
  readonly requests: readonly SeenRequest[];
  readonly events: EventSender | undefined;
  failNext(...failures: Failure[]): void;
  /** No more failures drawn from the seed. */
  calm(): void;
  clear(): void;
  stop(): Promise<void>;
}

interface Answer {
  status: number;
  json: unknown;
  headers?: Record<string, string>;
}

const no = (status: number, name: string, message: string, headers?: Record<string, string>): Answer => ({
  status,
  json: { statusCode: status, name, message },
  headers,
});

export async function startFakeResend(options: FakeResendOptions = {}): Promise<FakeResend> {
  const { now = Date.now, watch = () => {} } = options;
  const apiKey = "re_fake_0123456789abcdef";
  const mails: KeptMail[] = [];
  const requests: SeenRequest[] = [];
  const failures: Failure[] = [];
  const keys = createKeys(now);
  const counter = createCounter(options, now);
  const events = options.events && startEvents(options.events, now);
  let chaos = options.chaos;
  let arrivals = 0;

  const server = createServer((req, res) => void serve(req, res).catch(() => res.destroy()));

  async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const key = req.headers["idempotency-key"] as string | undefined;
    const seen: SeenRequest = { path: req.url ?? "", key, status: 0, bodySha256: sha256(body), doubt: false };
    const number = requests.push(seen) - 1;
    await watch({ what: "arrived", key, mails: mails.length });
    const rate = counter.request();
    const answer =
      door(req) ?? (rate.over ? tooMany(options.requestsPerSecond ?? 0) : await emails(req, body, seen, number));
    if (answer === "cut") return void res.destroy();
    if (answer === "silent") return;
    seen.status = answer.status;
    res.writeHead(answer.status, { "content-type": "application/json", ...rate.headers, ...answer.headers });
    await new Promise<void>((told) => {
      res.once("close", told);
      res.end(JSON.stringify(answer.json), told);
    });
    await watch({ what: "answered", key, mails: mails.length });
  }

  /** What stands before everything: who asks, and for what. */
  function door(req: IncomingMessage): Answer | undefined {
    if (!req.headers["user-agent"]) return no(403, "1010", "error code: 1010");
    if (!req.headers.authorization) return no(401, "missing_api_key", "Missing API Key");
    if (req.headers.authorization !== `Bearer ${apiKey}`) return no(403, "invalid_api_key", "API key is invalid");
    if (req.method !== "POST") return no(405, "method_not_allowed", "Method is not allowed for the requested path");
    if (req.url !== "/emails" && req.url !== "/emails/batch")
      return no(404, "not_found", "The requested endpoint does not exist");
    return undefined;
  }

  async function emails(
    req: IncomingMessage,
    body: Buffer,
    seen: SeenRequest,
    number: number,
  ): Promise<Answer | "cut" | "silent"> {
    const { key } = seen;
    const found = keys.look(key, seen.bodySha256);
    if (found.is === "no") {
      seen.doubt = found.name === "concurrent_idempotent_requests";
      return no(found.status, found.name, found.message);
    }
    if (found.is === "known") return found.answer;

    const failure = failures.shift() ?? (chaos && failureOf(chaos, arrivals++));
    const before = failure && failure.kind !== "slow" && !failure.afterAccepting;
    seen.doubt = failure !== undefined && leavesDoubt(failure);
    if (before) return fail(failure);
    keys.begin(key, seen.bodySha256);
    if (failure?.kind === "slow" && failure.before) await pause(failure.ms);
    const answer = accept(body, seen, number, req.headers["x-batch-validation"] === "permissive");
    if (answer.status === 200) await watch({ what: "accepted", key, mails: mails.length });
    if (failure?.kind === "slow" && !failure.before) await pause(failure.ms);
    if (answer.status === 200) keys.end(key, answer.status, answer.json);
    else keys.forget(key);
    return failure && failure.kind !== "slow" ? fail(failure) : answer;
  }

  /** Judges the mails and keeps them. */
  function accept(body: Buffer, { path, key }: SeenRequest, request: number, permissive: boolean): Answer {
    const batch = path === "/emails/batch";
    const set = read(body, batch);
    if (!Array.isArray(set)) return set;
    const faults = faultsOf(set, options.refuses);
    if (faults[0] && !(batch && permissive)) {
      const refusal = no(422, "validation_error", faults[0].message);
      return options.tellIndex ? { ...refusal, json: { ...(refusal.json as object), errors: faults } } : refusal;
    }
    const fine = set.filter((_, i) => !faults.some(({ index }) => index === i));
    const recipients = fine.reduce((n, m) => n + [m.to, m.cc ?? [], m.bcc ?? []].flat().length, 0);
    const over = counter.recipients(recipients);
    if (over) return no(429, over, `You have reached your ${over.slice(0, over.indexOf("_"))} email sending quota.`);
    const accepted = fine.map((mail) => {
      // Documented: a batch has no attachments; the service drops them silently.
      const { attachments, ...rest } = mail;
      const whole = batch ? rest : mail;
      const kept = { ...(options.withoutBodies ? bare(whole) : whole), id: randomUUID(), key, at: now(), request };
      mails.push(kept);
      events?.follow(kept);
      return { id: kept.id };
    });
    return { status: 200, json: batch ? { data: accepted, ...(permissive && { errors: faults }) } : accepted[0] };
  }

  await new Promise<void>((done) => server.listen(options.port ?? 0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    apiKey,
    mails,
    requests,
    events,
    failNext: (...next) => void failures.push(...next),
    calm() {
      chaos = undefined;
    },
    clear() {
      for (const list of [mails, requests, failures]) list.length = 0;
      keys.clear();
      counter.clear();
    },
    async stop() {
      events?.stop();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** The mails of a request, or what is wrong with its form. */
function read(body: Buffer, batch: boolean): FakeMail[] | Answer {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body.toString("utf8"));
  } catch {
    return no(422, "validation_error", "The request body is not valid JSON.");
  }
  if (!batch) return [parsed as FakeMail];
  if (!Array.isArray(parsed)) return no(422, "validation_error", "The `request.body` field must be an `array`.");
  if (parsed.length < 1 || parsed.length > 100)
    return no(422, "validation_error", "The batch must contain between 1 and 100 emails.");
  return parsed;
}

function fail(failure: Exclude<Failure, { kind: "slow" }>): Answer | "cut" | "silent" {
  if (failure.kind !== "status") return failure.kind;
  return no(failure.status, failure.name ?? "internal_server_error", "Something went wrong.", failure.headers);
}

const tooMany = (perSecond: number) =>
  no(429, "rate_limit_exceeded", `Too many requests. You can only make ${perSecond} requests per second.`);

function bare({ html, text, ...mail }: FakeMail): FakeMail {
  return mail;
}

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
