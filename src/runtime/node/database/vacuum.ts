/**
 * Gives pages that deletions have freed back to the disk, a megabyte at a time, so that between two steps everybody gets a word
 * in. SQLite moves pages from the end of the file into the free ones and cuts the file off (`auto_vacuum = INCREMENTAL`, set
 * when the file is made). A whole VACUUM would hold the database for as long as the file is large, and would write a second
 * copy of it into a folder of the system.
 */
import type { Client } from "@libsql/client";

/** Pages of one step: some milliseconds. */
const STEP = 256;
/** Steps of one run, 64 MiB; the next run goes on. */
const STEPS = 64;
/** Not worth it below 10 MiB, nor below a tenth of the file: what is free is used again first. */
const LEAST = 2_560;
const SHARE = 0.1;

/** One run over an embedded database; gives the pages that went. Nothing to do for a file that was made without it. */
export async function vacuum(client: Client): Promise<number> {
  if ((await number(client, "PRAGMA auto_vacuum")) !== 2) return 0;
  const [free, pages] = [await number(client, "PRAGMA freelist_count"), await number(client, "PRAGMA page_count")];
  if (free < LEAST || free < pages * SHARE) return 0;
  for (let step = 0, left = free; step < STEPS && left > 0; step++) {
    // As a script: a statement that is asked for rows would free one page and stay open.
    await client.executeMultiple(`PRAGMA incremental_vacuum(${STEP})`);
    left = await number(client, "PRAGMA freelist_count");
  }
  return pages - (await number(client, "PRAGMA page_count"));
}

async function number(client: Client, sql: string): Promise<number> {
  return Number((await client.execute(sql)).rows[0]?.[0] ?? 0);
}
