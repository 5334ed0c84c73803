/**
 * The copy of the proof log in R2. The head is one object, swapped by its etag: R2 is strongly consistent, and a put whose
 * condition does not hold changes nothing and gives null (developers.cloudflare.com/r2/api/workers/workers-api-reference,
 * "Conditional operations"). The first head is put only where there is none (If-None-Match: *).
 */
import type { LogCopy } from "../deps.ts";

/** What we use of a bucket. */
export interface CopyBucket {
  get(key: string): Promise<{ etag: string; arrayBuffer(): Promise<ArrayBuffer> } | null>;
  put(
    key: string,
    value: Uint8Array,
    options?: { onlyIf: { etagMatches: string } | Headers },
  ): Promise<{ etag: string } | null>;
}

const HEAD = "head";

export function r2LogCopy(bucket: CopyBucket): LogCopy {
  return {
    async readHead() {
      const found = await bucket.get(HEAD);
      return found ? { bytes: new Uint8Array(await found.arrayBuffer()), version: found.etag } : undefined;
    },
    async swapHead(bytes, version) {
      const onlyIf = version === undefined ? new Headers({ "If-None-Match": "*" }) : { etagMatches: version };
      return (await bucket.put(HEAD, bytes, { onlyIf }))?.etag;
    },
    async put(path, bytes) {
      await bucket.put(path, bytes);
    },
    async get(path) {
      const found = await bucket.get(path);
      return found ? new Uint8Array(await found.arrayBuffer()) : undefined;
    },
  };
}
