/**
 * The copy of the log outside the database, opened: its head as it was read, and what may be done with it. Claiming a head is
 * what permits to sign it: the claim holds every entry, so whatever happens afterwards, anybody can finish it and nobody can
 * sign another root for its size.
 */
import type { LogCopy } from "../../../deps.ts";
import { utf8 } from "../../../platform/encoding.ts";
import { bundlePath, bundlesOf, type CopyHead, headBytes, nextHead, readCopyHead } from "../rules/copy.ts";
import { entryBundle, readBundle, TILE_WIDTH } from "../rules/tile.ts";

export interface OpenCopy {
  store: LogCopy;
  head: CopyHead;
  /** Undefined while there is no head to replace. */
  version: string | undefined;
}

/** Reads the head; undefined if there is none. Throws for a head that is not ours or not whole: nothing is signed over it. */
export async function openCopy(store: LogCopy): Promise<OpenCopy | undefined> {
  const found = await store.readHead();
  if (!found) return undefined;
  const head = readCopyHead(found.bytes);
  if (!head) throw new Error("the head of the log's copy cannot be read; nothing more is signed");
  return { store, head, version: found.version };
}

/**
 * Makes the head longer by these entries. First the bundles that no longer fit into a head become files, then the head is
 * swapped: a crash in between leaves files that say what the old head says as well. Undefined: somebody else was faster.
 */
export async function claim(
  copy: OpenCopy,
  entries: readonly string[],
  root: Uint8Array,
): Promise<OpenCopy | undefined> {
  const { store, version } = copy;
  await Promise.all(
    bundlesOf(copy.head).map((b) => store.put(bundlePath(copy.head.copy, b.n), entryBundle(b.entries.map(utf8)))),
  );
  const head = nextHead(copy.head, entries, root);
  const next = await store.swapHead(headBytes(head), version);
  return next === undefined ? undefined : { store, head, version: next };
}

/** Bundles that are read at one time. */
const AT_ONCE = 8;

/** The entries of the copy from index `from` to `to`, in pages. Throws if a bundle is missing or broken. */
export async function* copiedEntries(copy: OpenCopy, from: number, to: number): AsyncGenerator<string[]> {
  const { head } = copy;
  let at = from;
  while (at < Math.min(to, head.first)) {
    const n = Math.floor(at / TILE_WIDTH);
    const some = Math.min(AT_ONCE, Math.ceil(Math.min(to, head.first) / TILE_WIDTH) - n);
    const bundles = await Promise.all(Array.from({ length: some }, (_, i) => readCopied(copy, n + i)));
    const entries = bundles.flat().slice(at - n * TILE_WIDTH, to - n * TILE_WIDTH);
    yield entries;
    at += entries.length;
  }
  if (at < to) yield head.entries.slice(at - head.first, to - head.first);
}

async function readCopied({ store, head }: OpenCopy, n: number): Promise<string[]> {
  const bundle = readBundle((await store.get(bundlePath(head.copy, n))) ?? new Uint8Array(0));
  if (bundle?.length !== TILE_WIDTH) throw new Error(`the log's copy lacks the bundle ${n}; nothing more is signed`);
  return bundle.map((entry) => new TextDecoder().decode(entry));
}
