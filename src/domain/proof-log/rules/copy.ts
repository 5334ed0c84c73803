/**
 * The head of the copy that is kept outside the database: how far the log may be signed, and the entries that stand in no
 * full bundle of the copy yet. Full bundles (256 entries, C2SP tlog-tiles) are files of their own, written once.
 *
 *     {"before":[],"copy":"5f0c7a52-…","entries":["{\"alg\":\"HMAC-SHA-256\",…}"],"first":256,
 *      "log":"news.ministry.example/log","root":"gG6PJ-St3J…","size":257,"v":"pieteka-log-copy/1"}
 *
 * A head only ever grows: whoever replaces it keeps every entry, and what is under a head may be signed by anybody at any
 * later time with the same root. Hash tiles are not copied: they are a pure function of the entries.
 */
import { base64url, unbase64url, utf8 } from "../../../platform/encoding.ts";
import { TILE_WIDTH, tilePath } from "./tile.ts";
import { EMPTY_ROOT } from "./tree.ts";

const FORMAT = "pieteka-log-copy/1";

/** A log that went before: its origin, and how many entries it shares with the next. */
export interface PastLog {
  log: string;
  size: number;
  /** base64url. */
  root: string;
}

export interface CopyHead {
  /** Random id of this copy; its files lie under it. */
  copy: string;
  /** Copies that this one took the place of. */
  replaced: string[];
  /** Origin of the log. */
  log: string;
  before: PastLog[];
  size: number;
  root: Uint8Array;
  /** Index of the first entry below; a multiple of 256. All before it are in full bundles. */
  first: number;
  /** The entries from `first` to `size`, JCS texts. */
  entries: string[];
}

/** The head of a copy that holds nothing yet. */
export function emptyHead(log: string, copy: string, before: PastLog[] = [], replaced: string[] = []): CopyHead {
  return { copy, replaced, log, before, size: 0, root: EMPTY_ROOT, first: 0, entries: [] };
}

/** The head after these entries, once `bundlesOf(head)` are files. */
export function nextHead(head: CopyHead, entries: readonly string[], root: Uint8Array): CopyHead {
  const first = fullUpTo(head);
  const size = head.size + entries.length;
  return { ...head, size, root, first, entries: [...head.entries.slice(first - head.first), ...entries] };
}

/** The full bundles that stand in the head: what must be files before the next head leaves them out. */
export function bundlesOf(head: CopyHead): { n: number; entries: string[] }[] {
  const bundles = [];
  for (let at = head.first; at < fullUpTo(head); at += TILE_WIDTH)
    bundles.push({ n: at / TILE_WIDTH, entries: head.entries.slice(at - head.first, at - head.first + TILE_WIDTH) });
  return bundles;
}

const fullUpTo = ({ size }: CopyHead) => Math.floor(size / TILE_WIDTH) * TILE_WIDTH;

/** Where a full bundle of a copy lies. */
export const bundlePath = (copy: string, n: number) =>
  `${copy}/${tilePath({ level: "entries", n, width: TILE_WIDTH })}`;
/** Where the signed checkpoint lies, for whoever looks at the copy. Nothing is decided by it. */
export const notePath = (copy: string) => `${copy}/checkpoint`;

/** The bytes of a head. */
export function headBytes(head: CopyHead): Uint8Array {
  const { before, copy, entries, first, log, replaced, size } = head;
  const root = base64url(head.root);
  return utf8(JSON.stringify({ before, copy, entries, first, log, replaced, root, size, v: FORMAT }));
}

/** Reads a head; undefined unless it is one of ours and whole. */
export function readCopyHead(bytes: Uint8Array): CopyHead | undefined {
  try {
    const read = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as Record<string, unknown>;
    const { v, copy, log, size, first, entries, before, replaced } = read;
    const root = unbase64url(String(read.root));
    const whole =
      v === FORMAT &&
      typeof copy === "string" &&
      /^[0-9a-f-]{36}$/.test(copy) &&
      typeof log === "string" &&
      Number.isSafeInteger(size) &&
      Number.isSafeInteger(first) &&
      (first as number) % TILE_WIDTH === 0 &&
      Array.isArray(entries) &&
      entries.every((entry) => typeof entry === "string") &&
      entries.length === (size as number) - (first as number) &&
      Array.isArray(before) &&
      Array.isArray(replaced) &&
      root?.length === 32;
    return whole ? ({ copy, replaced, log, before, size, root, first, entries } as CopyHead) : undefined;
  } catch {
    return undefined;
  }
}
