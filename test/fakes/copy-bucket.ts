/**
 * A bucket in memory with R2's conditional put: a put whose condition does not hold changes nothing and gives null; reads
 * see the newest write (developers.cloudflare.com/r2/reference/consistency). Etags are never used twice.
 */
import type { CopyBucket } from "../../src/runtime/r2-log-copy.ts";

export function fakeCopyBucket(): CopyBucket & { keys(): string[] } {
  const objects = new Map<string, { bytes: Uint8Array; etag: string }>();
  let made = 0;
  return {
    async get(key) {
      const found = objects.get(key);
      return found ? { etag: found.etag, arrayBuffer: async () => found.bytes.slice().buffer as ArrayBuffer } : null;
    },
    async put(key, value, options) {
      const condition = options?.onlyIf;
      const now = objects.get(key);
      if (condition instanceof Headers) {
        if (condition.get("If-None-Match") !== "*") throw new Error("a condition that this fake does not know");
        if (now) return null;
      } else if (condition && condition.etagMatches !== now?.etag) return null;
      const etag = `etag-${++made}`;
      objects.set(key, { bytes: value.slice(), etag });
      return { etag };
    },
    async delete(key) {
      objects.delete(key);
    },
    keys: () => [...objects.keys()],
  };
}
