/** The simulation with the tests: the same seeds each time. `npm run simulate` draws as many as asked. */
import { describe, expect, it } from "vitest";
import { MUTATIONS } from "./mutations.ts";
import { simulate } from "./simulate.ts";

/** Seeds in one test, so that a failure says where it is. */
const PAGE = 25;
const PAGES = 8;

describe("two processes over a database, a queue and a provider that fail, killed at any await", () => {
  it.each(Array.from({ length: PAGES }, (_, page) => page * PAGE + 1))(
    `break no promise: ${PAGE} seeds from %i`,
    async (from) => {
      for (let seed = from; seed < from + PAGE; seed++) {
        const { broken, trace } = await simulate(seed);
        expect(broken, `npm run simulate -- --seed ${seed}\n${trace.join("\n")}`).toBeUndefined();
      }
    },
  );
});

it("the same seed is the same story, whatever was simulated before", async () => {
  const first = [];
  for (const seed of [3, 7, 11]) first.push((await simulate(seed)).hash);
  const again = [];
  for (const seed of [11, 7, 3]) again.push((await simulate(seed)).hash);
  expect(again.reverse()).toEqual(first);
  expect(new Set(first).size).toBe(3);
});

describe("a planted fault is found", () => {
  const quick = MUTATIONS.filter((mutation) => mutation.in <= 50);
  it.each(quick)("where $name", async ({ bug, in: most }) => {
    let found: string | undefined;
    for (let seed = 1; seed <= most && !found; seed++) found = (await simulate(seed, bug)).broken;
    expect(found).toBeDefined();
  });
});
