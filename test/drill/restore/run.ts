/**
 * `npm run drill:restore`: the restore drill at full size; prints a line for each round, and ends with 1 if a promise was broken.
 *
 *     npm run drill:restore -- --people 500 --rounds 4 --answers 60 --seed 7
 */
import { parseArgs } from "node:util";
import { FULL, type Round, runRestoreDrill } from "./drill.ts";

const text = { type: "string" } as const;
const { values } = parseArgs({ options: { seed: text, people: text, rounds: text, answers: text } });
const number = (given: string | undefined, otherwise: number) => (given === undefined ? otherwise : Number(given));
const options = {
  seed: number(values.seed, Math.floor(Date.now() / 1000) % 1_000_000),
  people: number(values.people, FULL.people),
  rounds: number(values.rounds, FULL.rounds),
  answers: number(values.answers, FULL.answers),
};

const COLUMNS: [string, (round: Round) => string | number][] = [
  ["copy of round", (r) => r.copy],
  ["left", (r) => r.left],
  ["yes", (r) => r.yes],
  ["kills", (r) => r.kills],
  ["journal knows", (r) => r.known],
  ["lost in the kill", (r) => r.unknown],
  ["erased again", (r) => r.endedAgain],
  ["tags again", (r) => r.tagsAgain],
  ["entries without events", (r) => r.lostEntries],
  ["restore, s", (r) => (r.restoreMs / 1000).toFixed(1)],
];
const row = (cells: (string | number)[]) =>
  cells.map((cell, i) => String(cell).padStart(Math.max(COLUMNS[i]?.[0].length ?? 0, 5))).join("  ");

const { seed, people, rounds, answers } = options;
console.log(`npm run drill:restore -- --seed ${seed} --people ${people} --rounds ${rounds} --answers ${answers}\n`);
console.log(row(COLUMNS.map(([name]) => name)));
const report = await runRestoreDrill(options, (round) => console.log(row(COLUMNS.map(([, cell]) => cell(round)))));
console.log(`\nThe old file was brought once more: ${report.live} are on the list, of ${people}.`);
for (const one of report.broken) console.log(`BROKEN ${one}`);
if (report.broken.length === 0)
  console.log("Nobody who had left is on a list or was mailed; every tag is back; the log is one line.");
process.exitCode = report.broken.length > 0 ? 1 : 0;
