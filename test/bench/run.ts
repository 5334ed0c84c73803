/**
 * `npm run bench`: the figures of the README, measured on this machine, as a table and as JSON (.build/bench.json).
 * Each figure is the median of its runs; other work on the machine makes them worse, never better.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { answersPerSecond } from "./answers.ts";
import { importRows } from "./import.ts";
import { startUp } from "./start.ts";
import { workerBundle } from "./worker.ts";

export interface Figure {
  name: string;
  value: number;
  unit: string;
}

const measures: [string, () => Promise<Figure[]>][] = [
  ["start", startUp],
  ["worker", workerBundle],
  ["import", importRows],
  ["answers", answersPerSecond],
];
const only = process.argv.slice(2);
const figures: Figure[] = [];
for (const [name, measure] of measures) {
  if (only.length > 0 && !only.includes(name)) continue;
  console.error(`measuring: ${name} …`);
  figures.push(...(await measure()));
}
for (const { name, value, unit } of figures)
  console.log(`${name.padEnd(58)} ${value.toLocaleString("en", { maximumFractionDigits: 1 }).padStart(12)} ${unit}`);
mkdirSync(".build", { recursive: true });
const machine = { node: process.version, cpus: cpus().length, model: cpus()[0]?.model };
writeFileSync(".build/bench.json", `${JSON.stringify({ machine, figures }, null, 2)}\n`);
