/**
 * A fake of Resend's API (no relation to the real service), on loopback: POST /emails and /emails/batch with the limits its
 * documentation states. It never sends anything. Sources: api-reference/introduction (User-Agent, errors), emails/send,
 * emails/send-batch-emails, dashboard/emails/idempotency-keys, api-reference/rate-limit; see PLATFORM 2.1 and 2.2.
 *
 *     const resend = await startFakeResend();
 *     … MAILER=resend RESEND_API_KEY=resend.apiKey RESEND_BASE_URL=resend.url …
 *     resend.failNext({ kind: "status", status: 500, afterAccepting: true });
 *     await resend.stop();
 */
import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type FakeMail, problemOf } from "./resend-rules.ts";

export type Failure =
  /** An answer with this status; with `afterAccepting` the mails are accepted all the same. */
  | { kind: "status"; status: number; name?: string; afterAccepting?: boolean; headers?: Record<string, string> }
  /** No answer: the connection is cut. */
  | { kind: "cut"; afterAccepting?: boolean }
  /** An answer that comes after this many milliseconds; the mails are accepted at once. */
  | { kind: "slow"; ms: number };

export interface FakeResendOptions {
  port?: number;
  /** Requests per second and team; 0 is no limit. Default 0; the real one is 2 or 5. */
  requestsPerSecond?: number;
  dailyQuota?: number;
  /** Whether a refused strict batch says which mail was faulty. The documentation does not promise it. */
  tellIndex?: boolean;
}

export interface FakeResend {
  readonly url: string;
  readonly apiKey: string;
  /** Every mail accepted, oldest first. */
  readonly mails: readonly (FakeMail & { id: string; key: string | undefined })[];
  /** Every request seen, with its outcome. */
  readonly requests: readonly { path: string; key: string | undefined; status: number; bodySha256: string }[];
  failNext(...failures: Failure[]): void;
  clear(): void;
  stop(): Promise<void>;
}

interface Kept {
  sha256: string;
  status: number;
  answer: unknown;
  at: number;
  done: boolean;
}

export async function startFakeResend(options: FakeResendOptions = {}): Promise<FakeResend> {
  const apiKey = "re_fake_0123456789abcdef";
  const mails: (FakeMail & { id: string; key: string | undefined })[] = [];
  const requests: { path: string; key: string | undefined; status: number; bodySha256: string }[] = [];
  const failures: Failure[] = [];
  const keys = new Map<string, Kept>();
  let second = { start: 0, used: 0 };
  let sentToday = 0;

  const server = createServer((req, res) => void answer(req, res).catch(() => res.destroy()));

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const bodySha256 = createHash("sha256").update(body).digest("hex");
    const key = req.headers["idempotency-key"] as string | undefined;
    const path = req.url ?? "";
    const limits: Record<string, string> = {};
    const send = (status: number, json: unknown, headers: Record<string, string> = {}) => {
      requests.push({ path, key, status, bodySha256 });
      res.writeHead(status, { "content-type": "application/json", ...limits, ...headers });
      res.end(JSON.stringify(json));
    };
    const no = (statusCode: number, name: string, message: string, more: object = {}, headers = {}) =>
      send(statusCode, { statusCode, name, message, ...more }, headers);

    if (!req.headers["user-agent"]) return no(403, "1010", "error code: 1010");
    if (!req.headers.authorization) return no(401, "missing_api_key", "Missing API Key");
    if (req.headers.authorization !== `Bearer ${apiKey}`) return no(403, "invalid_api_key", "API key is invalid");
    if (req.method !== "POST") return no(405, "method_not_allowed", "Method is not allowed for the requested path");
    if (path !== "/emails" && path !== "/emails/batch")
      return no(404, "not_found", "The requested endpoint does not exist");

    const perSecond = options.requestsPerSecond ?? 0;
    if (perSecond > 0) {
      const now = Date.now();
      if (now - second.start >= 1000) second = { start: now, used: 0 };
      second.used += 1;
      limits["ratelimit-limit"] = String(perSecond);
      limits["ratelimit-remaining"] = String(Math.max(perSecond - second.used, 0));
      limits["ratelimit-reset"] = "1";
      if (second.used > perSecond)
        return no(
          429,
          "rate_limit_exceeded",
          `Too many requests. You can only make ${perSecond} requests per second.`,
          {},
          { "retry-after": "1" },
        );
    }

    if (key !== undefined) {
      if (key.length < 1 || key.length > 256)
        return no(400, "invalid_idempotency_key", "The idempotency key must be between 1 and 256 characters.");
      const kept = keys.get(key);
      if (kept && Date.now() - kept.at < 24 * 3_600_000) {
        if (kept.sha256 !== bodySha256)
          return no(409, "invalid_idempotent_request", "The idempotency key was used with another request body.");
        if (!kept.done)
          return no(409, "concurrent_idempotent_requests", "A request with this idempotency key is in progress.");
        return send(kept.status, kept.answer);
      }
    }

    const failure = failures.shift();
    if (failure && failure.kind !== "slow" && !failure.afterAccepting) return fail(failure);

    let parsed: unknown;
    try {
      parsed = JSON.parse(body.toString("utf8"));
    } catch {
      return no(422, "validation_error", "The request body is not valid JSON.");
    }
    const batch = path === "/emails/batch";
    if (batch && !Array.isArray(parsed))
      return no(422, "validation_error", "The `request.body` field must be an `array`.");
    const set = (batch ? parsed : [parsed]) as FakeMail[];
    if (batch && (set.length < 1 || set.length > 100))
      return no(422, "validation_error", "The batch must contain between 1 and 100 emails.");

    const problems = set.map(problemOf);
    const faults = problems.flatMap((message, index) => (message ? [{ index, message }] : []));
    const permissive = batch && req.headers["x-batch-validation"] === "permissive";
    if (faults[0] && !permissive)
      return no(422, "validation_error", faults[0].message, options.tellIndex ? { errors: faults } : {});
    const fine = set.filter((_, i) => !problems[i]);
    const recipients = fine.reduce((n, m) => n + [m.to, m.cc ?? [], m.bcc ?? []].flat().length, 0);
    if (options.dailyQuota !== undefined && sentToday + recipients > options.dailyQuota)
      return no(429, "daily_quota_exceeded", "You have reached your daily email sending quota.");
    sentToday += recipients;

    const slot: Kept = { sha256: bodySha256, status: 200, answer: undefined, at: Date.now(), done: false };
    if (key !== undefined) keys.set(key, slot);
    const accepted = fine.map((mail) => {
      // Documented: a batch has no attachments; the service drops them silently.
      const { attachments, ...rest } = mail;
      const kept = { ...(batch ? rest : mail), id: randomUUID(), key };
      mails.push(kept);
      return { id: kept.id };
    });
    slot.answer = batch ? { data: accepted, ...(permissive && { errors: faults }) } : accepted[0];
    if (failure?.kind === "slow") await new Promise((done) => setTimeout(done, failure.ms));
    slot.done = true;
    if (failure && failure.kind !== "slow") return fail(failure);
    return send(200, slot.answer);

    function fail(what: Exclude<Failure, { kind: "slow" }>) {
      if (what.kind === "cut") {
        requests.push({ path, key, status: 0, bodySha256 });
        return void res.destroy();
      }
      return no(what.status, what.name ?? "internal_server_error", "Something went wrong.", {}, what.headers);
    }
  }

  await new Promise<void>((done) => server.listen(options.port ?? 0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    apiKey,
    mails,
    requests,
    failNext: (...next) => void failures.push(...next),
    clear() {
      mails.length = 0;
      requests.length = 0;
      failures.length = 0;
      keys.clear();
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
