/**
 * The copy of the proof log in R2, and the erasure journal beside it under `journal/`. A head is one object, swapped by its etag: R2 is strongly consistent, and a put whose
 * condition does not hold changes nothing and gives null (developers.cloudflare.com/r2/api/workers/workers-api-reference,
 * "Conditional operations"). The first head is put only where there is none (If-None-Match: *).
 */
import type { JournalStore, LogCopy } from "../deps.ts";

/** What we use of a bucket. */
export interface CopyBucket {
  get(key: string): Promise<{ etag: string; arrayBuffer(): Promise<ArrayBuffer> } | null>;
  put(
    key: string,
    value: Uint8Array,
    options?: { onlyIf: { etagMatches: string } | Headers },
  ): Promise<{ etag: string } | null>;
  delete(key: string): Promise<void>;
}

const HEAD = "head";

export function r2LogCopy(bucket: CopyBucket, folder = ""): LogCopy {
  return {
    async readHead() {
      const found = await bucket.get(folder + HEAD);
      return found ? { bytes: new Uint8Array(await found.arrayBuffer()), version: found.etag } : undefined;
    },
    async swapHead(bytes, version) {
      const onlyIf = version === undefined ? new Headers({ "If-None-Match": "*" }) : { etagMatches: version };
      return (await bucket.put(folder + HEAD, bytes, { onlyIf }))?.etag;
    },
    async put(path, bytes) {
      await bucket.put(folder + path, bytes);
    },
    async get(path) {
      const found = await bucket.get(folder + path);
      return found ? new Uint8Array(await found.arrayBuffer()) : undefined;
    },
  };
}

/** The erasure journal in the same bucket, which nobody but this program may read. */
export function r2Journal(bucket: CopyBucket): JournalStore {
  const folder = "journal/";
  return {
    ...r2LogCopy(bucket, folder),
    async remove(path) {
      await bucket.delete(folder + path);
    },
  };
}
