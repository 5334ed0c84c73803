/** Pieces of uploaded lists in R2, so that a file of 200 MB never stands in a Worker's memory nor in the database. */
import type { Pieces } from "../deps.ts";

/** What we use of a bucket (developers.cloudflare.com/r2/api/workers). */
export interface Bucket {
  put(key: string, value: Uint8Array): Promise<unknown>;
  get(key: string): Promise<{ arrayBuffer(): Promise<ArrayBuffer> } | null>;
  delete(keys: string[]): Promise<void>;
  list(options: {
    prefix: string;
    cursor?: string | undefined;
    delimiter?: string;
  }): Promise<{ objects: { key: string }[]; delimitedPrefixes?: string[]; truncated: boolean; cursor?: string }>;
}

export function r2Pieces(bucket: Bucket): Pieces {
  async function* pages(prefix: string, delimiter?: string) {
    for (let cursor: string | undefined; ; ) {
      const page = await bucket.list({ prefix, cursor, ...(delimiter ? { delimiter } : {}) });
      yield page;
      if (!page.truncated) return;
      cursor = page.cursor;
    }
  }
  return {
    async put(key, bytes) {
      await bucket.put(key, bytes);
    },
    async get(key) {
      const found = await bucket.get(key);
      return found ? new Uint8Array(await found.arrayBuffer()) : undefined;
    },
    async drop(prefix) {
      // A page is what one delete takes: 1,000 keys. All are listed before the first is deleted, or the cursor would slip.
      const lists: string[][] = [];
      for await (const { objects } of pages(prefix)) if (objects.length > 0) lists.push(objects.map(({ key }) => key));
      for (const keys of lists) await bucket.delete(keys);
    },
    async owners() {
      const found: string[] = [];
      for await (const { delimitedPrefixes = [] } of pages("imports/", "/"))
        found.push(...delimitedPrefixes.map((prefix) => prefix.replace(/\/$/, "")));
      return found;
    },
  };
}
