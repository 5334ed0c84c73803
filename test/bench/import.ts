/**
 * An import on the embedded database: rows a second of the dry run, of the writing with its proof, and of both, and the
 * memory of a file of any size. It runs in a process of its own, as the command line would, so that the memory is its own.
 *
 *     npm run bench -- --only import                          20,000 rows, three times
 *     npm run bench -- --only import --messages 1000000       once, a file of 200 MB
 */
import { fork } from "node:child_process";
import { createReadStream, mkdtempSync, rmSync } from "node:fs";
import { appendFile, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkImport } from "../../src/domain/imports/check.ts";
import { runImport } from "../../src/domain/imports/run.ts";
import { OPERATOR } from "../../src/runtime/cli/command.ts";
import { peopleList } from "../support/people-list.ts";
import { benchHouse, done } from "./house.ts";
import { median } from "./median.ts";
import type { Figure, Options } from "./run.ts";
import { profile } from "./sending/profile.ts";

const RUNS = 3;
const ROWS = 20_000;
/** As ensure-installed.mjs starts the command line. */
const LEAN = ["--max-semi-space-size=12", "--max-old-space-size=1536"];
/** Rows that are made at a time. */
const PIECE = 20_000;

interface Took {
  checkMs: number;
  writeMs: number;
  /** Processor time of all threads, ms: what other work on the machine does not change much. */
  checkCpu: number;
  writeCpu: number;
  /** Largest resident memory of the process, MB: of the dry run, and of all. */
  checkMb: number;
  mb: number;
}

export async function importRows({ messages = ROWS, profile = false }: Partial<Options> = {}): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "pieteka-bench-list-"));
  const path = join(folder, "list.csv");
  try {
    await writeList(path, messages);
    const { size } = await stat(path);
    const took: Took[] = [];
    for (let i = 0; i < (messages > ROWS ? 1 : RUNS); i++) took.push(await inItsOwnProcess(path, profile));
    const of = (value: (took: Took) => number) => median(took.map(value));
    const perSecond = (ms: (took: Took) => number) => of((one) => (messages / ms(one)) * 1000);
    const name = `import, ${messages.toLocaleString("en")} rows (${(size / 1e6).toFixed(0)} MB)`;
    return [
      { name: `${name}: dry run`, value: perSecond((t) => t.checkMs), unit: "rows/s" },
      { name: `${name}: written, with its proof`, value: perSecond((t) => t.writeMs), unit: "rows/s" },
      { name: `${name}: both`, value: perSecond((t) => t.checkMs + t.writeMs), unit: "rows/s" },
      {
        name: `${name}: both, per second of processor`,
        value: perSecond((t) => t.checkCpu + t.writeCpu),
        unit: "rows/s",
      },
      { name: `${name}: memory, dry run`, value: of((t) => t.checkMb), unit: "MB" },
      { name: `${name}: memory, both`, value: of((t) => t.mb), unit: "MB" },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function inItsOwnProcess(path: string, profile: boolean): Promise<Took> {
  const child = fork(process.argv[1] as string, ["import-of", path, profile ? "profile" : ""], {
    execArgv: [...process.execArgv, ...LEAN],
  });
  return new Promise((took, failed) => {
    child.once("message", (said) => took(said as Took));
    child.once("exit", (code) => failed(new Error(`the import ended with ${code}`)));
  });
}

/** What that process does. */
export async function importOf(path: string, wanted: string): Promise<void> {
  const house = await benchHouse();
  try {
    const claim = {
      source: "Bench",
      since: "2021-03-01",
      basis: "consent" as const,
      origin: "themselves" as const,
      proof: "",
    };
    const bytes = createReadStream(path, { highWaterMark: 256 * 1024 });
    const input = { listId: house.listId, fileName: "bench.csv", bytes, claim, limit: Number.POSITIVE_INFINITY };
    const began = performance.now();
    const cpuBefore = cpuMs();
    const job = await profiled(wanted, "import-check", async () =>
      done(await checkImport(house.deps, OPERATOR, input)),
    );
    const checked = performance.now();
    const cpuChecked = cpuMs();
    const checkMb = largestMb();
    await profiled(wanted, "import-write", async () => {
      done(await runImport(house.deps, OPERATOR, job));
      await house.queue.idle();
    });
    const ended = performance.now();
    const cpu = { checkCpu: cpuChecked - cpuBefore, writeCpu: cpuMs() - cpuChecked };
    const found = await house.deps.db.client.execute({
      sql: "SELECT state FROM import WHERE id=?",
      args: [job.importId],
    });
    if (found.rows[0]?.[0] !== "done") throw new Error("the import was not finished");
    process.send?.({
      checkMs: checked - began,
      writeMs: ended - checked,
      ...cpu,
      checkMb,
      mb: largestMb(),
    } satisfies Took);
  } finally {
    await house.stop();
    process.disconnect?.();
  }
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Linux counts in kilobytes. */
const largestMb = () => process.resourceUsage().maxRSS / 1024;

async function profiled<T>(wanted: string, name: string, work: () => Promise<T>): Promise<T> {
  const end = wanted === "profile" ? await profile(name) : undefined;
  try {
    return await work();
  } finally {
    await end?.();
  }
}

/** Piece by piece, so that making the list is not what takes the memory. */
async function writeList(path: string, rows: number): Promise<void> {
  for (let n = 0; n * PIECE < rows; n++) {
    const header = n === 0 ? ("lv" as const) : ("none" as const);
    const some = Math.min(PIECE, rows - n * PIECE);
    await appendFile(
      path,
      peopleList({ rows: some, seed: 1 + n, header, format: "mailchimp", duplicates: 0, faulty: 0 }),
    );
  }
}
