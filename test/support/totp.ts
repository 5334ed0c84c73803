/**
 * The codes of an authenticator app, computed as RFC 6238 and RFC 4226 say and sharing nothing with the program: what a
 * member's phone would show.
 */
import { createHmac } from "node:crypto";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** Bytes of RFC 4648 base 32 without padding. */
export function unbase32(text: string): Uint8Array {
  const bits = [...text].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Uint8Array.from((bits.match(/[01]{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** RFC 4226 section 5.3: the code of a counter. */
export function hotp(key: Uint8Array, counter: number, digits = 6): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const mac = createHmac("sha1", key).update(message).digest();
  const offset = (mac[19] as number) & 15;
  const number = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, "0");
}

/** RFC 6238: the code at this moment, with steps of thirty seconds. `late` counts steps back, forward where below zero. */
export function totp(key: Uint8Array, at: number, { digits = 6, late = 0 } = {}): string {
  return hotp(key, Math.floor(at / 30_000) - late, digits);
}

/** The code that an app with this key shows now; the key as a page writes it, in groups. */
export const codeNow = (key: string, late = 0): string => totp(unbase32(key.replace(/\s/g, "")), Date.now(), { late });
