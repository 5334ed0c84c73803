/** What a rehearsal finds: figures on the way, and whatever is not as the driver knew it would be. */
import type { World } from "../support/open-world.ts";

export interface Rehearsed {
  /** What does not balance; empty is good. */
  wrong: string[];
  /** Name and value of what was measured on the way. */
  figures: [string, string][];
}

export interface Ledger extends Rehearsed {
  /** Notes it as wrong if it is not as it should be. */
  compare(what: string, is: unknown, should: unknown): void;
  /** The same for the number that a query gives, in its column `n`. */
  compareCount(what: string, should: number, sql: string): Promise<void>;
  count(sql: string): Promise<number>;
  figure(name: string, value: number | string): void;
  /** Seconds of `work`, and what it gives. */
  timed<T>(work: () => Promise<T>): Promise<[seconds: number, T]>;
}

export function openLedger(world: World): Ledger {
  const wrong: string[] = [];
  const figures: [string, string][] = [];
  const count = async (sql: string) => Number((await world.rows(sql))[0]?.n);
  const compare = (what: string, is: unknown, should: unknown) => {
    const [a, b] = [JSON.stringify(is), JSON.stringify(should)];
    if (a !== b) wrong.push(`${what}: ${a}, should be ${b}`);
  };
  return {
    wrong,
    figures,
    compare,
    count,
    compareCount: async (what, should, sql) => compare(what, await count(sql), should),
    figure: (name, value) => figures.push([name, typeof value === "number" ? value.toFixed(0) : value]),
    async timed(work) {
      const began = performance.now();
      const given = await work();
      return [(performance.now() - began) / 1000, given];
    },
  };
}
