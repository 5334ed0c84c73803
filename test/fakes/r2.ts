/** A bucket in memory that pages its lists as R2 does, and keeps nothing of what it was given. */
import type { Bucket } from "../../src/runtime/r2-pieces.ts";

/** `most`: keys of one page. */
export function fakeBucket(most = 1000): Bucket & { keys(): string[]; read(key: string): Uint8Array | undefined } {
  const objects = new Map<string, Uint8Array>();
  return {
    keys: () => [...objects.keys()].sort(),
    read: (key) => objects.get(key),
    async put(key, value) {
      objects.set(key, value.slice());
    },
    async get(key) {
      const found = objects.get(key);
      return found ? { arrayBuffer: async () => found.slice().buffer as ArrayBuffer } : null;
    },
    async delete(keys) {
      if (keys.length > 1000) throw new Error("R2 deletes 1,000 keys at a time");
      for (const key of keys) objects.delete(key);
    },
    async list({ prefix, cursor = "", delimiter }) {
      const under = [...objects.keys()].filter((key) => key.startsWith(prefix) && key > cursor).sort();
      const page = under.slice(0, most);
      const truncated = under.length > most;
      const folders = delimiter
        ? page.map((key) => key.slice(0, key.indexOf(delimiter, prefix.length) + 1)).filter((folder) => folder !== "")
        : [];
      return {
        objects: delimiter ? [] : page.map((key) => ({ key })),
        delimitedPrefixes: [...new Set(folders)],
        truncated,
        ...(truncated ? { cursor: page.at(-1) as string } : {}),
      };
    },
  };
}
