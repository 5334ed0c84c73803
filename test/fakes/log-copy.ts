/** A copy of the log and a witness in memory, that keep nothing of what they were given. */
import type { JournalStore, LogCopy, LogHead, LogWitness } from "../../src/deps.ts";

export interface MemoryCopy extends LogCopy {
  files: Map<string, Uint8Array>;
  /** The head and its version; set to undefined to lose it. */
  head: { bytes: Uint8Array; n: number } | undefined;
}

export function memoryLogCopy(): MemoryCopy {
  let last = 0;
  const copy: MemoryCopy = {
    files: new Map(),
    head: undefined,
    async readHead() {
      return copy.head && { bytes: copy.head.bytes.slice(), version: String(copy.head.n) };
    },
    async swapHead(bytes, version) {
      if (version !== (copy.head && String(copy.head.n))) return undefined;
      copy.head = { bytes: bytes.slice(), n: ++last };
      return String(last);
    },
    async put(path, bytes) {
      copy.files.set(path, bytes.slice());
    },
    async get(path) {
      return copy.files.get(path)?.slice();
    },
  };
  return copy;
}

/** The erasure journal in memory. */
export function memoryJournal(): MemoryCopy & JournalStore {
  const copy = memoryLogCopy();
  return Object.assign(copy, {
    async remove(path: string) {
      copy.files.delete(path);
    },
  });
}

export interface MemoryWitness extends LogWitness {
  /** By origin; clear it to forget. */
  heads: Map<string, LogHead>;
}

export function memoryLogWitness(): MemoryWitness {
  const heads = new Map<string, LogHead>();
  return {
    heads,
    read: async (origin) => heads.get(origin),
    async write(origin, head) {
      if (head.size >= (heads.get(origin)?.size ?? 0)) heads.set(origin, { ...head, root: head.root.slice() });
    },
  };
}
