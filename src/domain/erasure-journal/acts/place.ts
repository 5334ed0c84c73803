/**
 * The journal's place, opened: its head as it was read, and the files of its pages. Whatever cannot be read is a fault, never
 * an empty journal: an erasure that nobody applies again would put somebody back.
 */
import type { JournalStore } from "../../../deps.ts";
import { utf8 } from "../../../platform/encoding.ts";
import {
  type JournalHead,
  journalBytes,
  type NextJournal,
  type PageName,
  pagePaths,
  readJournal,
  readPage,
} from "../rules/head.ts";
import type { Line } from "../rules/line.ts";

export interface OpenJournal {
  head: JournalHead;
  version: string;
}

/** Reads the head; undefined if there is none. Throws for one that is not ours or not whole. */
export async function openJournal(store: JournalStore): Promise<OpenJournal | undefined> {
  const found = await store.readHead();
  if (!found) return undefined;
  const head = readJournal(found.bytes);
  if (!head) throw new Error("the head of the erasure journal cannot be read");
  return { head, version: found.version };
}

/** Puts the next head in the place of this one; first its page, so that a head names only what is there. False: somebody was faster. */
export async function putNext(
  store: JournalStore,
  { head, page }: NextJournal,
  version: string | undefined,
): Promise<boolean> {
  if (page) {
    const paths = pagePaths(head, page.n);
    await store.put(paths.tags, utf8(page.files.tags));
    await store.put(paths.erased, utf8(page.files.erased));
  }
  return (await store.swapHead(journalBytes(head), version)) !== undefined;
}

/** The lines of a page. Throws if they are not what was written. */
export async function linesOf(store: JournalStore, head: JournalHead, page: PageName): Promise<Line[]> {
  const paths = pagePaths(head, page.n);
  const [erased, tags] = await Promise.all([textAt(store, paths.erased), textAt(store, paths.tags)]);
  const lines = readPage(page, { erased, tags });
  if (!lines) throw new Error(`page ${page.n} of the erasure journal is not the one that was written`);
  return lines;
}

async function textAt(store: JournalStore, path: string): Promise<string> {
  return new TextDecoder().decode((await store.get(path)) ?? new Uint8Array(0));
}
