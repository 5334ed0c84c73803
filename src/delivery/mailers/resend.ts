/**
 * Mail through Resend: one POST /emails/batch per hand-over, all or nothing (`x-batch-validation: strict`), under an
 * idempotency key that Resend remembers for 24 hours. The request is our own `fetch`, not the SDK's: the body's bytes must
 * be the same on a retry, the wait must end, and the SDK prints provider texts, which hold addresses, outside production.
 * No text of the provider leaves this file.
 */
import type { ErrorResponse } from "resend";
import type { Handover, Mailer, OutgoingMail } from "../../deps.ts";
import { hex, utf8 } from "../../platform/encoding.ts";
import { mailbox, unfit } from "../headers.ts";

export interface ResendSettings {
  apiKey: string;
  baseUrl: string;
  /** Milliseconds to wait for an answer; default 20,000. */
  timeoutMs?: number;
}

const LIMIT = 100;
const MINUTE = 60_000;

export function createResendMailer(settings: ResendSettings): Mailer {
  return {
    name: "resend",
    limit: LIMIT,
    width: 4,
    perSecond: 2,
    remembersKeys: true,
    async prepare(mails) {
      if (mails.length === 0 || mails.length > LIMIT) throw new Error("a hand-over to Resend holds 1 to 100 mails");
      const body = utf8(requestBody(mails));
      const sha256 = hex(new Uint8Array(await crypto.subtle.digest("SHA-256", body)));
      return { sha256, handOver: (key) => send(settings, mails, body, key) };
    },
  };
}

async function send(
  settings: ResendSettings,
  mails: readonly OutgoingMail[],
  body: Uint8Array<ArrayBuffer>,
  key: string,
): Promise<Handover> {
  if (!/^[\x21-\x7e]{1,256}$/.test(key)) throw new Error("not an idempotency key");
  for (const [index, mail] of mails.entries()) {
    const code = unfit(mail);
    if (code) return { outcome: "refused", code, index };
  }
  try {
    const answer = await fetch(`${settings.baseUrl}/emails/batch`, {
      method: "POST",
      headers: {
        Authorization: `Bearer ${settings.apiKey}`,
        "Content-Type": "application/json",
        "Idempotency-Key": key,
        // Resend refuses requests without one; workerd sends none by itself.
        "User-Agent": "pieteka/0.1",
        "x-batch-validation": "strict",
      },
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(settings.timeoutMs ?? 20_000),
    });
    const said = await answer.json().catch(() => undefined);
    return answer.ok ? accepted(said, mails.length) : judge(answer, said);
  } catch {
    // No answer, or half of one: the mails may be on their way.
    return { outcome: "unknown", code: "provider.no_answer" };
  }
}

/** Exact body of the request. The order of fields is fixed: the fingerprint and the idempotency key depend on it. */
function requestBody(mails: readonly OutgoingMail[]): string {
  return JSON.stringify(
    mails.map((mail) => ({
      from: mailbox(mail.from),
      to: [mail.to],
      reply_to: mail.replyTo,
      subject: mail.subject,
      html: mail.html,
      text: mail.text,
      headers: sorted(mail.headers),
      tags: Object.entries(sorted(mail.tags ?? {})).map(([name, value]) => ({ name, value })),
    })),
  );
}

function sorted(record: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function accepted(body: unknown, count: number): Handover {
  const data = (body as { data?: { id?: unknown }[] } | undefined)?.data;
  const ids = Array.isArray(data) ? data.map((d) => d?.id).filter((id): id is string => typeof id === "string") : [];
  // Accepted, but which id is whose is not known: the same key asks again.
  return ids.length === count ? { outcome: "accepted", ids } : { outcome: "unknown", code: "provider.odd_answer" };
}

/** PLATFORM 2.2: what an error of Resend means for the mails. */
function judge(answer: Response, body: unknown): Handover {
  const name = (body as Partial<ErrorResponse> | undefined)?.name;
  const later = (code: string, retryAfterMs: number): Handover => ({ outcome: "later", code, retryAfterMs });
  if (answer.status === 429) {
    if (name === "daily_quota_exceeded") return later("provider.quota_day", 60 * MINUTE);
    if (name === "monthly_quota_exceeded") return later("provider.quota_month", 6 * 60 * MINUTE);
    return later("provider.rate_limit", waitOf(answer.headers));
  }
  if (answer.status === 409) {
    if (name === "concurrent_idempotent_requests") return later("provider.in_flight", 2_000);
    return { outcome: "unknown", code: "provider.payload_drift" };
  }
  // Key, domain or account: none was sent, and a person must look. Includes 3xx and 404 of a wrong RESEND_BASE_URL.
  if (answer.status < 400 || [401, 403, 404, 405, 451].includes(answer.status))
    return later("provider.setup", 15 * MINUTE);
  if (answer.status < 500) return { outcome: "refused", code: "provider.invalid", index: indexOf(body) };
  return { outcome: "unknown", code: "provider.fault" };
}

/** Place of the faulty mail, where the answer has `errors: [{ index }]` as in permissive mode. */
function indexOf(body: unknown): number | undefined {
  const index = (body as { errors?: { index?: unknown }[] } | undefined)?.errors?.[0]?.index;
  return Number.isInteger(index) ? (index as number) : undefined;
}

/** Wait that the provider asks for, milliseconds: `retry-after`, else `ratelimit-reset`, both in seconds. */
function waitOf(headers: Headers): number {
  const seconds = [headers.get("retry-after"), headers.get("ratelimit-reset")]
    .map((v) => Number(v ?? Number.NaN))
    .find((v) => Number.isFinite(v) && v >= 0);
  return Math.min(Math.max((seconds ?? 1) * 1000, 250), 10 * MINUTE);
}
