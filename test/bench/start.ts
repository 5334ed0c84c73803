/** From `npm start` to the three links, with a new database each time: build, migrations and demo included. */
import { startNodeHouse } from "../support/node-house.ts";
import { median } from "./median.ts";
import type { Figure } from "./run.ts";

const RUNS = 5;

export async function startUp(): Promise<Figure[]> {
  const seconds: number[] = [];
  for (let i = 0; i < RUNS; i++) {
    const began = performance.now();
    const house = await startNodeHouse();
    seconds.push((performance.now() - began) / 1000);
    await house.stop();
  }
  return [{ name: "npm start to the links, new database", value: median(seconds), unit: "s" }];
}
