/**
 * `npm run simulate`: as many seeds as asked, on every core, with a bar. A failing seed prints the line that repeats it; one
 * seed alone prints its story. Ends with 1 if a promise was broken.
 *
 *     npm run simulate -- --seeds 10000 --from 1
 *     npm run simulate -- --seed 4711
 */
import { fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { simulate } from "./simulate.ts";

const text = { type: "string" } as const;
const { values } = parseArgs({
  options: { seeds: text, from: text, seed: text, share: text, help: { type: "boolean" } },
});

/** What a child tells of each seed. */
type Told = { seed: number; broken: string | undefined };

const BAR = 40;

if (values.help) console.log("npm run simulate -- [--seeds 1000] [--from 1] | --seed <n>");
else if (values.seed) process.exitCode = await one(number(values.seed));
else if (values.share) await share(values.share);
else process.exitCode = await all(number(values.from ?? "1"), number(values.seeds ?? "1000"));

function number(given: string): number {
  const n = Number(given);
  if (!Number.isSafeInteger(n) || n < 1) throw new Error(`not a whole number from 1: ${given}`);
  return n;
}

/** One seed with its story. Gives the exit code. */
async function one(seed: number): Promise<number> {
  const { broken, trace, hash, steps, mails } = await simulate(seed);
  console.log(trace.join("\n"));
  console.log(`seed ${seed}: ${broken ?? "every promise was kept"}; ${steps} steps, ${mails} mails, story ${hash}`);
  return broken ? 1 : 0;
}

/** A child's part: `from/step/to`. */
async function share(part: string): Promise<void> {
  const [from = 1, step = 1, to = 0] = part.split("/").map(Number);
  for (let seed = from; seed <= to; seed += step) {
    const { broken } = await simulate(seed);
    process.send?.({ seed, broken } satisfies Told);
  }
  process.disconnect?.();
}

/** Seeds over all cores. Gives the exit code. */
async function all(from: number, seeds: number): Promise<number> {
  const cores = availableParallelism();
  const began = Date.now();
  let done = 0;
  const failed: number[] = [];
  const perSecond = () => (done / Math.max((Date.now() - began) / 1000, 0.001)).toFixed(1);
  const draw = () => {
    if (!process.stderr.isTTY) return;
    const full = Math.round((BAR * done) / seeds);
    process.stderr.write(`\r${"█".repeat(full)}${"░".repeat(BAR - full)} ${done}/${seeds} seeds, ${perSecond()}/s `);
  };
  const hear = ({ seed, broken }: Told) => {
    done++;
    if (broken) {
      failed.push(seed);
      console.log(`\n${broken}\n  npm run simulate -- --seed ${seed}`);
    }
    draw();
  };
  const codes = await Promise.all(
    Array.from({ length: Math.min(cores, seeds) }, (_, n) => {
      const part = `${from + n}/${cores}/${from + seeds - 1}`;
      const child = fork(process.argv[1] as string, ["--share", part]);
      child.on("message", (told) => hear(told as Told));
      return new Promise<number>((ended) => child.once("exit", (code) => ended(code ?? 1)));
    }),
  );
  const whole = done === seeds && codes.every((code) => code === 0);
  console.log(
    `\n${done} of ${seeds} seeds, ${failed.length} broken, ${perSecond()} a second${whole ? "" : "; a process ended early"}`,
  );
  return failed.length > 0 || !whole ? 1 : 0;
}
