/**
 * Chance from a seed (sfc32): the same seed gives the same numbers for ever. Parts of a simulation draw from streams of
 * their own, so that one more draw in one of them leaves the others as they are.
 */
import type { Ids } from "../../../src/platform/ids.ts";

export class Random {
  #a: number;
  #b: number;
  #c: number;
  #d = 1;

  constructor(seed: number, stream = "") {
    const from = hashOf(`${seed}/${stream}`);
    [this.#a, this.#b, this.#c] = [from, hashOf(`${from}/b`), hashOf(`${from}/c`)];
    for (let i = 0; i < 12; i++) this.word();
  }

  /** 32 random bits. */
  word(): number {
    const t = (((this.#a + this.#b) | 0) + this.#d) | 0;
    this.#d = (this.#d + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + t;
    this.#c |= 0;
    return t >>> 0;
  }

  /** 0 ≤ x < 1. */
  part(): number {
    return this.word() / 2 ** 32;
  }

  /** True with this probability. */
  chance(p: number): boolean {
    return p > 0 && this.part() < p;
  }

  /** A whole number from `low` to `high`, both included. */
  from(low: number, high: number): number {
    return low + Math.floor(this.part() * (high - low + 1));
  }

  /** A time between `low` and `high`: as often between 1 and 10 seconds as between 10 and 100. */
  span(low: number, high: number): number {
    return Math.round(Math.exp(Math.log(low) + this.part() * Math.log(high / low)));
  }

  /** One of these. Throws if there is none. */
  one<T>(of: readonly T[]): T {
    if (of.length === 0) throw new Error("nothing to choose from");
    return of[this.from(0, of.length - 1)] as T;
  }

  /** One of these, by weight. */
  weighted<T>(of: readonly (readonly [T, number])[]): T {
    let rest = this.part() * of.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [one, weight] of of) {
      rest -= weight;
      if (rest < 0) return one;
    }
    return (of.at(-1) as readonly [T, number])[0];
  }

  /** Up to `n` of these, in a new order. */
  some<T>(of: readonly T[], n: number): T[] {
    const left = [...of];
    return Array.from(
      { length: Math.min(n, left.length) },
      () => left.splice(this.from(0, left.length - 1), 1)[0] as T,
    );
  }
}

/** Ids and bytes of the program, from a stream. */
export function seededIds(random: Random): Ids {
  const bytes = (n: number) => Uint8Array.from({ length: n }, () => random.word() & 255);
  const part = (n: number) => random.word().toString(16).padStart(8, "0").slice(0, n);
  return {
    bytes,
    uuid: () => `${part(8)}-${part(4)}-4${part(3)}-${"89ab"[random.word() & 3]}${part(3)}-${part(8)}${part(4)}`,
  };
}

/** FNV-1a of a text, 32 bits, going on from `from`. */
export function hashOf(text: string, from = 0x811c9dc5): number {
  let hash = from;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
