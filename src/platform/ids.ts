/** Ids and randomness, and what an id is as bytes. */
import { unhex } from "./encoding.ts";

/** Randomness as a dependency, so that tests can fix it. */
export interface Ids {
  /** UUIDv4, lower case. */
  uuid(): string;
  /** n random bytes. */
  bytes(n: number): Uint8Array;
}

/** Ids from the platform's cryptographic generator (Web Crypto, the same in Node and workerd). */
export const randomIds: Ids = {
  uuid: () => crypto.randomUUID(),
  bytes: (n) => crypto.getRandomValues(new Uint8Array(n)),
};

/** The 16 bytes of a UUID. Throws on anything else. */
export function uuidBytes(uuid: string): Uint8Array {
  const hex = uuid.replaceAll("-", "");
  if (!/^[0-9a-f]{32}$/.test(hex)) throw new Error("not a UUID");
  return unhex(hex);
}

/** The UUID of 16 bytes. */
export function bytesUuid(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
