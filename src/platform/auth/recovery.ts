/**
 * Recovery codes: ten, each good once, for whoever has lost the authenticator. Fifty random bits in the alphabet of Crockford's
 * base 32, which has no letter that is read as another, for example `7k3qd-0mx9t`.
 */
import { randomIds } from "../ids.ts";

export const RECOVERY_CODES = 10;
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const HALF = 5;

/** A new code. Every letter is five of the random bits: 32 letters, so none is likelier than another. */
export function recoveryCode(): string {
  const letters = [...randomIds.bytes(2 * HALF)].map((byte) => ALPHABET[byte & 31]).join("");
  return `${letters.slice(0, HALF)}-${letters.slice(HALF)}`;
}

/** A code as it was typed from paper, as it is stored: small letters, O as 0, I and L as 1, one hyphen in the middle. */
export function tidyRecoveryCode(typed: string): string {
  const letters = typed.toLowerCase().replace(/[\s-]/g, "").replace(/o/g, "0").replace(/[il]/g, "1");
  return `${letters.slice(0, HALF)}-${letters.slice(HALF)}`;
}
