/** Rows per second of an import on the embedded database: the dry run, and the writing with its proof. */
import { benchHouse, importPeople } from "./house.ts";
import { median } from "./median.ts";
import type { Figure } from "./run.ts";

const RUNS = 3;
const ROWS = 20_000;

export async function importRows(): Promise<Figure[]> {
  const check: number[] = [];
  const run: number[] = [];
  for (let i = 0; i < RUNS; i++) {
    const house = await benchHouse();
    const { checkMs, runMs } = await importPeople(house, ROWS);
    check.push((ROWS / checkMs) * 1000);
    run.push((ROWS / runMs) * 1000);
    await house.stop();
  }
  return [
    { name: `import of ${ROWS} rows: dry run`, value: median(check), unit: "rows/s" },
    { name: `import of ${ROWS} rows: written, sealed in the log`, value: median(run), unit: "rows/s" },
  ];
}
