/**
 * Mail through Resend: one POST /emails/batch per hand-over, all or nothing (`x-batch-validation: strict`), or POST /emails
 * for a mail with files, which a batch would drop without a word; under an idempotency key that Resend remembers for 24 hours. The request is our own `fetch`, not the SDK's: the body's bytes must
 * be the same on a retry, the wait must end, and the SDK prints provider texts, which hold addresses, outside production.
 * No text of the provider leaves this file.
 */
import type { ErrorResponse } from "resend";
import type { Handover, Mailer, OutgoingMail } from "../../deps.ts";
import { base64, hex, utf8 } from "../../platform/encoding.ts";
import { USER_AGENT } from "../call.ts";
import { mailbox, unfit } from "../headers.ts";
import { onceOf, piecesOf } from "../pieces.ts";

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
    tellsPace: true,
    remembersKeys: true,
    oneByOne: false,
    async prepare(mails) {
      if (mails.length === 0 || mails.length > LIMIT) throw new Error("a hand-over to Resend holds 1 to 100 mails");
      const alone = mails.some((mail) => mail.attachments !== undefined);
      if (alone && mails.length > 1) throw new Error("a mail with files goes to Resend by itself");
      const index = mails.findIndex((mail) => unfit(mail) !== undefined);
      const fault = index < 0 ? undefined : unfit(mails[index] as OutgoingMail);
      const body = alone ? singleBody(mails[0] as OutgoingMail) : requestBody(mails);
      const count = mails.length;
      const path = alone ? "/emails" : "/emails/batch";
      const bytes = await digest(body);
      // The account is part of it: another one has never seen the key, and would send what this one has sent.
      const sha256 = await digest(utf8(`${settings.baseUrl}\0${settings.apiKey}\0${bytes}`));
      // From here on only the bytes are kept, not the mails they were made of.
      return {
        sha256,
        handOver: async (key) =>
          fault ? { outcome: "refused", code: fault, index } : send(settings, { path, body, count }, key),
      };
    },
  };
}

async function digest(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}

async function send(
  settings: ResendSettings,
  { path, body, count }: { path: string; body: Uint8Array<ArrayBuffer>; count: number },
  key: string,
): Promise<Handover> {
  if (!/^[\x21-\x7e]{1,256}$/.test(key)) throw new Error("not an idempotency key");
  try {
    const answer = await fetch(`${settings.baseUrl}${path}`, {
      method: "POST",
      headers: {
        Authorization: `Bearer ${settings.apiKey}`,
        "Content-Type": "application/json",
        "Idempotency-Key": key,
        // Resend refuses requests without one; workerd sends none by itself.
        "User-Agent": USER_AGENT,
        "x-batch-validation": "strict",
      },
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(settings.timeoutMs ?? 20_000),
    });
    const said = await answer.json().catch(() => undefined);
    const outcome = answer.ok ? accepted(said, count) : judge(answer, said);
    const perSecond = rateOf(answer.headers);
    return perSecond === undefined ? outcome : { ...outcome, perSecond };
  } catch (error) {
    if (neverReached(error)) return { outcome: "later", code: "provider.unreachable", retryAfterMs: MINUTE };
    // No answer, or half of one: the mails may be on their way.
    return { outcome: "unknown", code: "provider.no_answer" };
  }
}

/** Node says what failed; these come before a byte of the request. Where it is not said, nobody can know. */
const BEFORE_A_BYTE =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_.*|DEPTH_ZERO_.*|SELF_SIGNED_.*|ERR_TLS_CERT.*|UNABLE_TO_.*)$/;

function neverReached(error: unknown): boolean {
  const cause = (error as { cause?: { code?: unknown; errors?: { code?: unknown }[] } }).cause;
  // Several addresses of one name were tried: none must have been reached.
  const codes = cause?.errors?.map((e) => e.code) ?? [cause?.code];
  return codes.length > 0 && codes.every((code) => typeof code === "string" && BEFORE_A_BYTE.test(code));
}

/**
 * Exact bytes of the request. The order of fields is fixed: the fingerprint and the idempotency key depend on it. What is the
 * same in all mails of a mailing is encoded once (it is nearly all), so it is written around the HTML piece by piece.
 */
function requestBody(mails: readonly OutgoingMail[]): Uint8Array<ArrayBuffer> {
  const runs: Uint8Array[] = [];
  for (const [i, mail] of mails.entries()) {
    const { fixed, values } = piecesOf(mail);
    const encoded = encodedOnce(fixed);
    const before = `${i === 0 ? "[" : ","}${JSON.stringify(beforeHtml(mail)).slice(0, -1)},"html":"`;
    const after = `",${JSON.stringify(afterHtml(mail)).slice(1)}`;
    runs.push(utf8(before));
    for (const [n, run] of encoded.entries()) runs.push(run, utf8(n < values.length ? inJson(values[n] ?? "") : after));
  }
  const body = new Uint8Array(runs.reduce((sum, run) => sum + run.length, 1));
  let at = 0;
  for (const run of runs) {
    body.set(run, at);
    at += run.length;
  }
  body[at] = "]".charCodeAt(0);
  return body;
}

/** The request of one mail with its files (base64), in the same order of fields. */
function singleBody(mail: OutgoingMail): Uint8Array<ArrayBuffer> {
  const attachments = (mail.attachments ?? []).map(({ name, type, text }) => ({
    filename: name,
    content: base64(utf8(text)),
    content_type: type,
  }));
  const body = { ...beforeHtml(mail), html: mail.html, ...afterHtml(mail), attachments };
  return new Uint8Array(utf8(JSON.stringify(body)));
}

/** A text as it stands between the quotation marks of JSON. */
const inJson = (text: string) => JSON.stringify(text).slice(1, -1);
const encodedOnce = onceOf((text) => utf8(inJson(text)));

const beforeHtml = (mail: OutgoingMail) => ({
  from: mailbox(mail.from),
  to: [mail.to],
  reply_to: mail.replyTo,
  subject: mail.subject,
});
const afterHtml = (mail: OutgoingMail) => ({
  text: mail.text,
  headers: sorted(mail.headers),
  tags: Object.entries(sorted(mail.tags ?? {})).map(([name, value]) => ({ name, value })),
});

function sorted(record: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What may be kept as an id of theirs: no text, no address. */
const ID = /^[A-Za-z0-9_-]{1,100}$/;

function accepted(body: unknown, count: number): Handover {
  const said = body as { id?: unknown; data?: { id?: unknown }[] } | undefined;
  const data = said?.data ?? (said?.id === undefined ? undefined : [said]);
  const ids = Array.isArray(data) ? data.map((d) => d?.id).filter((id): id is string => ID.test(String(id))) : [];
  // Accepted, but which id is whose is not known: the same key asks again.
  return ids.length === count ? { outcome: "accepted", ids } : { outcome: "unknown", code: "provider.odd_answer" };
}

/** PLATFORM 2.2: what an error of Resend means for the mails. */
function judge(answer: Response, body: unknown): Handover {
  const name = (body as Partial<ErrorResponse> | undefined)?.name;
  const later = (code: string, retryAfterMs: number): Handover => ({ outcome: "later", code, retryAfterMs });
  switch (answer.status) {
    case 429:
      if (name === "daily_quota_exceeded") return later("provider.quota_day", 60 * MINUTE);
      if (name === "monthly_quota_exceeded") return later("provider.quota_month", 6 * 60 * MINUTE);
      return later("provider.rate_limit", waitOf(answer.headers));
    case 409:
      // The same hand-over is under way: only it has to wait.
      if (name === "concurrent_idempotent_requests")
        return { outcome: "later", code: "provider.in_flight", retryAfterMs: 2_000, alone: true };
      return { outcome: "unknown", code: "provider.payload_drift" };
    case 400:
    case 413:
    case 422:
      return { outcome: "refused", code: "provider.invalid", index: indexOf(body) };
    case 408:
      return { outcome: "unknown", code: "provider.no_answer" };
  }
  if (answer.status >= 500) return { outcome: "unknown", code: "provider.fault" };
  // Key, domain or account: none was sent, and a person must look. Includes 3xx and 404 of a wrong RESEND_BASE_URL.
  return later("provider.setup", 15 * MINUTE);
}

/** Place of the faulty mail, where the answer has `errors: [{ index }]` as in permissive mode. */
function indexOf(body: unknown): number | undefined {
  const index = (body as { errors?: { index?: unknown }[] } | undefined)?.errors?.[0]?.index;
  return Number.isInteger(index) ? (index as number) : undefined;
}

/** A header that holds a number from 0 up. */
function numberIn(headers: Headers, name: string): number | undefined {
  const value = Number(headers.get(name) || Number.NaN);
  return Number.isFinite(value) && value >= 0 ? value : undefined;
}

/** Wait that the provider asks for, milliseconds: `retry-after`, else `ratelimit-reset`, both in seconds. */
function waitOf(headers: Headers): number {
  const seconds = numberIn(headers, "retry-after") ?? numberIn(headers, "ratelimit-reset") ?? 1;
  return Math.min(Math.max(seconds * 1000, 250), 10 * MINUTE);
}

/** Requests a second: `ratelimit-limit`, if its window is a second and the number one that can be meant. */
function rateOf(headers: Headers): number | undefined {
  const limit = numberIn(headers, "ratelimit-limit");
  const sane = limit !== undefined && Number.isInteger(limit) && limit >= 1 && limit <= 100;
  return sane && (numberIn(headers, "ratelimit-reset") ?? 1) <= 1 ? limit : undefined;
}
