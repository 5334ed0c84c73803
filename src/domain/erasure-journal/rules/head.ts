/**
 * The head of the erasure journal: the lines of today that fill no page yet, and the pages before them. A page is two files,
 * written once; suppression tags lie apart from everything else, and both are sorted, so that nobody reads from
 * them which tag belongs to whom.
 *
 *     head      {"erased":["ended 5f0c7a52-… withdrawn 1763802000000"],"day":"2026-11-22","journal":"0d8e…","n":41,
 *                "pages":[{"day":"2026-11-21","lines":3,"n":38,"sha256":"9b1c…"}],"since":0,"tags":[…],…,"sum":"77e1…"}
 *     <journal>/000000038.erased, <journal>/000000038.tags      a header line, then one line each
 *
 * `n` numbers the writings. A database remembers the number of the last writing that it began (before it read a newer
 * line), so a head with a higher number means that the database is an older copy, and pages whose `n` is higher hold
 * what it has missed. `since`: what was written up to this number may be thrown away already.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { hex, utf8 } from "../../../platform/encoding.ts";
import { type Line, lineText, merged, readLine } from "./line.ts";

const FORMAT = "pieteka-journal/1";
/** A page is full with so many lines; it holds up to a writing more. */
export const PAGE_LINES = 500;

export interface PageName {
  /** The last writing that is in it; also its name. */
  n: number;
  /** All its lines are of this day. */
  day: string;
  lines: number;
  /** Of both files together. */
  sha256: string;
}

export interface JournalHead {
  /** Random id; the files lie under it. */
  journal: string;
  /** Journals whose place this one took, because they were lost. */
  replaced: string[];
  n: number;
  since: number;
  pages: PageName[];
  /** Pages that stand here no more, and whose files are to be deleted. */
  gone: number[];
  /** The day of the lines below; empty where there are none. */
  day: string;
  lines: Line[];
}

/** A journal that holds nothing; what was written up to `since` is not known to it. */
export function emptyJournal(journal: string, since = 0, replaced: string[] = []): JournalHead {
  return { journal, replaced, n: since, since, pages: [], gone: [], day: "", lines: [] };
}

export interface NextJournal {
  head: JournalHead;
  /** A page that must be a file before the head takes the place of the old one. */
  page: { n: number; files: PageFiles } | undefined;
}

/** The head after one more writing. */
export function nextJournal(
  head: JournalHead,
  writing: { n: number; day: string; lines: readonly Line[] },
): NextJournal {
  const { n, day, lines } = writing;
  const full = head.lines.length >= PAGE_LINES || (head.lines.length > 0 && head.day !== day);
  if (!full) return { head: { ...head, n, day, lines: merged(head.lines, lines) }, page: undefined };
  const { closed, page } = closedPage(head);
  return { head: { ...closed, n, day, lines: merged([], lines) }, page };
}

function closedPage(head: JournalHead) {
  const { n, day } = head;
  const files = pageFiles(n, head.lines);
  const name = { n, day, lines: head.lines.length, sha256: sumOf(files) };
  return { closed: { ...head, pages: [...head.pages, name], day: "", lines: [] }, page: { n, files } };
}

/**
 * The head without what is older than `firstDay`: no backup that may still be restored is older than that. Undefined if
 * nothing is. Files of pages that go are named in `gone`.
 */
export function trimmed(head: JournalHead, firstDay: string): JournalHead | undefined {
  const old = head.pages.filter(({ day }) => day < firstDay);
  const open = head.lines.length > 0 && head.day < firstDay;
  if (old.length === 0 && !open) return undefined;
  return {
    ...head,
    pages: head.pages.filter(({ day }) => day >= firstDay),
    gone: [...head.gone, ...old.map(({ n }) => n)],
    since: open ? head.n : Math.max(head.since, ...old.map(({ n }) => n)),
    ...(open ? { day: "", lines: [] } : {}),
  };
}

/** What a database that knows the writings up to `n` has missed. */
export const missedPages = (head: JournalHead, n: number) => head.pages.filter((page) => page.n > n);

// ── Files of a page ──

export interface PageFiles {
  erased: string;
  tags: string;
}

const PARTS = ["erased", "tags"] as const;
const titleOf = (n: number, part: string) => `${FORMAT} page ${n} ${part}`;

export const pagePaths = ({ journal }: Pick<JournalHead, "journal">, n: number) => {
  const name = `${journal}/${String(n).padStart(9, "0")}`;
  return { erased: `${name}.erased`, tags: `${name}.tags` };
};

function pageFiles(n: number, lines: readonly Line[]): PageFiles {
  const file = (part: (typeof PARTS)[number]) =>
    `${[titleOf(n, part), ...lines.filter(({ kind }) => (kind === "tag") === (part === "tags")).map(lineText)].join("\n")}\n`;
  return { erased: file("erased"), tags: file("tags") };
}

const sumOf = ({ erased, tags }: PageFiles) => hex(sha256(utf8(erased + tags)));

/** The lines of a page; undefined if a file is not the one that was written. */
export function readPage(name: PageName, files: PageFiles): Line[] | undefined {
  if (sumOf(files) !== name.sha256) return undefined;
  const lines = PARTS.flatMap((part) => files[part].trimEnd().split("\n").slice(1).map(readLine));
  return lines.length === name.lines && lines.every((line) => line !== undefined) ? (lines as Line[]) : undefined;
}

// ── Bytes of the head ──

/** The bytes of a head; the last member is the SHA-256 over what stands before it. */
export function journalBytes(head: JournalHead): Uint8Array {
  const { day, gone, journal, lines, n, pages, replaced, since } = head;
  const of = (tags: boolean) => lines.filter(({ kind }) => (kind === "tag") === tags).map(lineText);
  const body = { day, erased: of(false), gone, journal, n, pages, replaced, since, tags: of(true), v: FORMAT };
  return utf8(JSON.stringify({ ...body, sum: hex(sha256(utf8(JSON.stringify(body)))) }));
}

/** Reads a head; undefined unless it is one of ours and whole. */
export function readJournal(bytes: Uint8Array): JournalHead | undefined {
  try {
    const { sum, ...body } = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (body.v !== FORMAT || sum !== hex(sha256(utf8(JSON.stringify(body))))) return undefined;
    const { day, erased, gone, journal, n, pages, replaced, since, tags } = body;
    const lines = [...erased, ...tags].flatMap((text: string) => readLine(text) ?? []);
    const whole = lines.length === erased.length + tags.length;
    return whole ? { day, gone, journal, lines, n, pages, replaced, since } : undefined;
  } catch {
    return undefined;
  }
}
