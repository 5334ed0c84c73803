/**
 * An import on the embedded database: rows a second of the dry run, of the writing with its proof, and of both, and the
 * memory of a file of any size. `--messages 1000000` sets the rows.
 */
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
/** Rows that are made at a time. */
const PIECE = 20_000;

export async function importRows({
  messages = ROWS,
  profile: wanted = false,
}: Partial<Options> = {}): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "pieteka-bench-list-"));
  const path = join(folder, "list.csv");
  try {
    await writeList(path, messages);
    const { size } = await stat(path);
    const took = { check: [] as number[], write: [] as number[], both: [] as number[] };
    const memory = watchMemory();
    for (let i = 0; i < (messages > ROWS ? 1 : RUNS); i++) {
      const { checkMs, writeMs } = await importFile(path, wanted);
      took.check.push((messages / checkMs) * 1000);
      took.write.push((messages / writeMs) * 1000);
      took.both.push((messages / (checkMs + writeMs)) * 1000);
    }
    const name = `import of ${messages.toLocaleString("en")} rows (${(size / 1e6).toFixed(0)} MB)`;
    return [
      { name: `${name}: dry run`, value: median(took.check), unit: "rows/s" },
      { name: `${name}: written, sealed in the log`, value: median(took.write), unit: "rows/s" },
      { name: `${name}: both`, value: median(took.both), unit: "rows/s" },
      { name: `${name}: largest memory of the process`, value: memory.end(), unit: "MB" },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function importFile(path: string, wanted: boolean): Promise<{ checkMs: number; writeMs: number }> {
  const house = await benchHouse();
  try {
    const claim = {
      source: "Bench",
      since: "2021-03-01",
      basis: "consent" as const,
      origin: "themselves" as const,
      proof: "",
    };
    const began = performance.now();
    const job = await profiled(wanted, "import-check", async () =>
      done(
        await checkImport(house.deps, OPERATOR, {
          listId: house.listId,
          fileName: "bench.csv",
          bytes: createReadStream(path, { highWaterMark: 256 * 1024 }),
          claim,
        }),
      ),
    );
    const checked = performance.now();
    await profiled(wanted, "import-write", async () => {
      done(await runImport(house.deps, OPERATOR, job));
      await house.queue.idle();
    });
    const ended = performance.now();
    const found = await house.deps.db.client.execute({
      sql: "SELECT state FROM import WHERE id=?",
      args: [job.importId],
    });
    if (found.rows[0]?.[0] !== "done") throw new Error("the import was not finished");
    return { checkMs: checked - began, writeMs: ended - checked };
  } finally {
    await house.stop();
  }
}

async function profiled<T>(wanted: boolean, name: string, work: () => Promise<T>): Promise<T> {
  const end = wanted ? await profile(name) : undefined;
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
    await appendFile(path, peopleList({ rows: some, seed: 1 + n, header, duplicates: 0, faulty: 0 }));
  }
}

/** The largest resident memory while it is watched, MB. */
function watchMemory(): { end(): number } {
  let most = 0;
  const look = () => {
    most = Math.max(most, process.memoryUsage.rss());
  };
  const timer = setInterval(look, 100);
  look();
  return {
    end() {
      clearInterval(timer);
      look();
      return most / 1024 / 1024;
    },
  };
}
