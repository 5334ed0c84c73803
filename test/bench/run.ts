/**
 * `npm run bench`: the figures of the README, measured on this machine, as a table and as JSON (.build/bench.json).
 * Each figure is the median of its runs; other work on the machine makes them worse, never better.
 *
 *     npm run bench                                            everything
 *     npm run bench -- --only smtp --only render               these
 *     npm run bench -- --only memory --messages 1000000        the long one
 *
 * `--runs 5` measures oftener, `--messages` sets the size of mailings, `--quiet` leaves one-click out,
 * `--profile` writes a CPU profile of each mailing to .build.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { answersPerSecond } from "./answers.ts";
import { campaignOfMany } from "./campaign.ts";
import { composer } from "./composer.ts";
import { erasure } from "./erasure.ts";
import { importOf, importRows } from "./import.ts";
import { logAppend, logProof, logSeal } from "./log.ts";
import { ownPage } from "./me.ts";
import { proof } from "./proof.ts";
import { retention } from "./retention.ts";
import { rotation, rotationOf } from "./rotation.ts";
import { renders, sending } from "./sending/figures.ts";
import { memory } from "./sending/memory.ts";
import { beOutside } from "./sending/outside.ts";
import { startUp } from "./start.ts";
import { verification } from "./verification.ts";
import { workerBundle } from "./worker.ts";

export interface Figure {
  name: string;
  value: number;
  unit: string;
}

export interface Options {
  runs: number;
  /** Size of a mailing, where it is not the usual one. */
  messages?: number;
  /** Nobody presses meanwhile. */
  quiet: boolean;
  profile: boolean;
}

const MEASURES: Record<string, (options: Options) => Promise<Figure[]>> = {
  start: startUp,
  worker: workerBundle,
  import: importRows,
  answers: answersPerSecond,
  campaign: campaignOfMany,
  composer,
  "log-append": logAppend,
  "log-seal": logSeal,
  "log-proof": logProof,
  render: renders,
  resend: (options) => sending("resend", options),
  smtp: (options) => sending("smtp", options),
  memory,
  proof,
  verification,
  erasure,
  rotation,
  retention,
  me: ownPage,
};

async function measure(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      only: { type: "string", multiple: true, default: [] },
      messages: { type: "string" },
      runs: { type: "string", default: "3" },
      quiet: { type: "boolean", default: false },
      profile: { type: "boolean", default: false },
    },
  });
  const only = [...values.only, ...positionals];
  const unknown = only.filter((name) => !MEASURES[name]);
  if (unknown.length > 0) throw new Error(`no measure ${unknown}; there are ${Object.keys(MEASURES).join(", ")}`);
  const options = {
    runs: Number(values.runs),
    messages: values.messages === undefined ? undefined : Number(values.messages),
    quiet: values.quiet,
    profile: values.profile,
  };
  const figures: Figure[] = [];
  for (const [name, take] of Object.entries(MEASURES)) {
    if (only.length > 0 && !only.includes(name)) continue;
    console.error(`measuring: ${name} …`);
    figures.push(...(await take(options)));
  }
  for (const { name, value, unit } of figures)
    console.log(`${name.padEnd(62)} ${value.toLocaleString("en", { maximumFractionDigits: 2 }).padStart(12)} ${unit}`);
  mkdirSync(".build", { recursive: true });
  const machine = { node: process.version, cpus: cpus().length, model: cpus()[0]?.model };
  writeFileSync(".build/bench.json", `${JSON.stringify({ machine, figures }, null, 2)}\n`);
}

const [role, as = "", how = ""] = process.argv.slice(2);
const roles: Record<string, () => Promise<void>> = {
  outside: () => beOutside(as),
  "import-of": () => importOf(as, how),
  "rotation-of": () => rotationOf(as),
};
await (roles[role ?? ""] ?? measure)();
