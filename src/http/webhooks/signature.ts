/**
 * The signature of a webhook (Standard Webhooks, as Svix sends them for Resend): HMAC-SHA-256 over `id.timestamp.body`
 * under the key in `whsec_…`, on the raw body, compared in constant time, five minutes old at most by our own clock.
 *
 *     svix-id: msg_p5jXN8AQM9LWM0D4loKWxJek
 *     svix-timestamp: 1614265330
 *     svix-signature: v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE= v1,…
 */
import { Webhook } from "standardwebhooks";
import { sameBytes, utf8 } from "../../platform/encoding.ts";

/** How far the time of a signature may be from ours, either way: whoever caught one cannot use it later. */
export const TOLERANCE_MS = 5 * 60_000;

/** What was signed and by which marks, as the request brought them. */
export interface Signed {
  id: string;
  timestamp: string;
  signatures: string;
  body: string;
}

/**
 * Whether one of the signatures was made under one of the secrets (comma-separated while they are changed), now. Throws on
 * a secret that is none: a fault of the settings.
 */
export function isGenuine({ id, timestamp, signatures, body }: Signed, secrets: string, now: number): boolean {
  if (!/^[1-9]\d{0,11}$/.test(timestamp)) return false;
  const at = new Date(Number(timestamp) * 1000);
  if (Math.abs(now - at.getTime()) > TOLERANCE_MS) return false;
  const given = signatures.split(" ").map(utf8);
  // The library's own check of the time asks the system's clock; signing is all we need of it.
  const wanted = secrets.split(",").map((secret) => utf8(new Webhook(secret.trim()).sign(id, at, body)));
  return wanted.some((right) => given.some((one) => sameBytes(one, right)));
}
