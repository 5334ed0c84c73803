/**
 * `npm run drill:kill`: the kill drill at full size, first through the fake Resend, then through an SMTP server, and each
 * with two processes at once. Ends with 1 if a promise was broken, and prints the line that repeats the drill. What
 * happened when, and what the program wrote, is in .build/drill-<mailer>-<processes>.log.
 *
 *     npm run drill:kill -- --recipients 5000 --kills 10 --mailer smtp --processes 2 --seed 7
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Progress, runDrill } from "./drill.ts";
import { type DrillOptions, FULL } from "./plan.ts";
import type { Report } from "./report.ts";

const USAGE = `npm run drill:kill -- [options]

  --seed <n>         another seed, another drill; drawn from the clock if not given
  --recipients <n>   people in the mailing; ${FULL.recipients}
  --kills <n>        times that a process is killed; ${FULL.kills}
  --mailer <name>    resend or smtp; both, one after the other, if not given
  --runtime <name>   node, or worker for workerd over a libSQL server (Resend only); node
  --processes <n>    servers over the database, 1 or 2; both, one after the other, if not given
  --withdrawals <n>  people who leave meanwhile; ${FULL.withdrawals}
  --events <share>   share of mails of which the provider tells events; ${FULL.eventShare}
  --lost <share>     share of jobs that the queue loses; ${FULL.lost}
  --seconds <n>      a drill that is not over by then is given up; ${FULL.mostSeconds}
  --calm             the provider does not fail`;

/** Where nobody watches, a line of progress comes so often. */
const QUIET_MS = 10_000;
let shownAt = 0;

const text = { type: "string" } as const;
const { values } = parseArgs({
  options: {
    seed: text,
    recipients: text,
    kills: text,
    mailer: text,
    runtime: text,
    processes: text,
    withdrawals: text,
    events: text,
    lost: text,
    seconds: text,
    calm: { type: "boolean" },
    help: { type: "boolean", short: "h" },
  },
});
if (values.help) console.log(USAGE);
else process.exitCode = await drills();

async function drills(): Promise<number> {
  const number = (given: string | undefined, otherwise: number) => (given === undefined ? otherwise : Number(given));
  const seed = number(values.seed, Math.floor(Date.now() / 1000) % 1_000_000);
  let broken = 0;
  for (const mailer of values.mailer ? [values.mailer] : ["resend", "smtp"])
    for (const processes of values.processes ? [Number(values.processes)] : [1, 2]) {
      const options: DrillOptions = {
        ...FULL,
        seed,
        recipients: number(values.recipients, FULL.recipients),
        kills: number(values.kills, FULL.kills),
        runtime: (values.runtime ?? FULL.runtime) as DrillOptions["runtime"],
        mailer: mailer as DrillOptions["mailer"],
        processes: processes as DrillOptions["processes"],
        withdrawals: number(values.withdrawals, FULL.withdrawals),
        eventShare: number(values.events, FULL.eventShare),
        lost: number(values.lost, FULL.lost),
        mostSeconds: number(values.seconds, FULL.mostSeconds),
        chaos: values.calm !== true,
      };
      console.log(`\n${lineOf(options)}`);
      const report = await runDrill(options, showProgress);
      if (process.stderr.isTTY) process.stderr.write("\r\x1b[K");
      print(report);
      mkdirSync(".build", { recursive: true });
      writeFileSync(`.build/drill-${mailer}-${processes}.log`, `${report.story.join("\n")}\n\n${report.output}`);
      broken += report.broken.length;
    }
  return broken > 0 ? 1 : 0;
}

/** The line that repeats it. */
function lineOf(o: DrillOptions): string {
  const more = `--withdrawals ${o.withdrawals} --events ${o.eventShare} --lost ${o.lost}${o.chaos ? "" : " --calm"}`;
  const what = `--recipients ${o.recipients} --kills ${o.kills} --runtime ${o.runtime} --mailer ${o.mailer} --processes ${o.processes}`;
  return `npm run drill:kill -- --seed ${o.seed} ${what} ${more}`;
}

function showProgress({ mails, recipients, kills, state }: Progress): void {
  if (!process.stderr.isTTY) {
    if (Date.now() - shownAt < QUIET_MS) return;
    shownAt = Date.now();
    console.error(`  ${mails} of ${recipients} with the provider, ${kills} kills, ${state}`);
    return;
  }
  const width = 40;
  const full = Math.min(width, Math.floor((mails / recipients) * width));
  const bar = "█".repeat(full) + "░".repeat(width - full);
  process.stderr.write(`\r\x1b[K${bar} ${mails} of ${recipients} with the provider, ${kills} kills, ${state}`);
}

function print(report: Report): void {
  for (const [n, kill] of report.kills.entries()) console.log(`  kill ${String(n + 1).padStart(2)}: ${kill}`);
  const rows: [string, string | number][] = [
    ...Object.entries(report.numbers),
    ...Object.entries(report.figures),
    ["people who left meanwhile", report.leavers],
    ["kills", report.kills.length],
    ["clock moved because all stood still", report.nudges],
    ["resumed by a person, paused for", report.resumed.join(", ") || "nothing"],
    ...Object.entries(report.faults).map(([what, n]): [string, number] => [`fault in the log: ${what}`, n]),
    ["seconds", Math.round(report.seconds)],
  ];
  for (const [name, value] of rows) console.log(`  ${name.padEnd(46)} ${String(value).padStart(10)}`);
  console.log(report.broken.length === 0 ? "  0 lost, 0 doubled: every promise was kept." : "");
  for (const one of report.broken) console.log(`  BROKEN ${one}`);
}
