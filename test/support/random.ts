/** Chance that can be repeated: the same seed gives the same numbers on every machine. */

/** Numbers from 0 to 1 (mulberry32). */
export function random(seed: number): () => number {
  let a = seed | 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A stream of its own for each purpose, so that one more draw in one place changes nothing in another. */
export function randomFor(seed: number, purpose: string): () => number {
  let hash = seed | 0;
  for (const unit of purpose) hash = Math.imul(hash ^ (unit.codePointAt(0) as number), 0x01000193);
  return random(hash);
}

/** A whole number from `low` to `high`, both included. */
export function between(chance: () => number, low: number, high: number): number {
  return low + Math.floor(chance() * (high - low + 1));
}
