/** The journal's bytes: what is written is read back, whatever is written in which order, and nothing else is taken for it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  emptyJournal,
  type JournalHead,
  journalBytes,
  missedPages,
  nextJournal,
  type PageFiles,
  readJournal,
  readPage,
  trimmed,
} from "../../../src/domain/erasure-journal/rules/head.ts";
import { type Line, lineText, merged, readLine } from "../../../src/domain/erasure-journal/rules/line.ts";
import { standingOf } from "../../../src/domain/erasure-journal/rules/standing.ts";

const hex64 = fc.stringMatching(/^[0-9a-f]{64}$/);
const line: fc.Arbitrary<Line> = fc.oneof(
  fc
    .tuple(fc.uuid(), fc.constantFrom("back", "withdrawn 1763802000000", "no_answer 1"))
    .map(([key, said]) => ({ kind: "ended" as const, key, said })),
  fc.uuid().map((key) => ({ kind: "proof" as const, key, said: "over" })),
  fc
    .tuple(fc.uuid(), fc.constantFrom("back", "closed 1763802000000"))
    .map(([key, said]) => ({ kind: "account" as const, key, said })),
  fc
    .tuple(hex64, fc.constantFrom("*", "1b6e0c9f-0000-4000-8000-000000000000"), fc.boolean())
    .map(([tag, scope, gone]) => ({
      kind: "tag" as const,
      key: `${tag} ${scope}`,
      said: gone ? "gone" : "withdrawn 2026-11-22 2029-11-22 1f2e3d4c",
    })),
);

/** Days are counted up by writings; a writing holds some lines. */
const writings = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.array(line, { maxLength: 300 })), {
  maxLength: 12,
});

function written(all: [number, Line[]][]) {
  const files = new Map<number, PageFiles>();
  let head: JournalHead = emptyJournal("0d8e1f0a-0000-4000-8000-000000000000");
  let day = 1;
  for (const [days, lines] of all) {
    day += days;
    const next = nextJournal(head, { n: head.n + 1, day: `2026-11-${String(day).padStart(2, "0")}`, lines });
    if (next.page) files.set(next.page.n, next.page.files);
    head = next.head;
  }
  return { head, files };
}

describe("the erasure journal", () => {
  it("a line says what it was made of, and what is no line is none", () => {
    fc.assert(
      fc.property(line, (one) => {
        expect(readLine(lineText(one))).toEqual(one);
      }),
    );
    for (const text of ["", "ended", "ended x", "ended x gone", "tag ab * gone", "proof a over b", "ended a back\n"])
      expect(readLine(text)).toBeUndefined();
  });

  it("whatever was written is in its pages and its head, the newest word for each key, sorted", () => {
    fc.assert(
      fc.property(writings, (all) => {
        const { head, files } = written(all);
        const read = readJournal(journalBytes(head));
        expect(read).toEqual({ ...head, lines: merged(head.lines, []) });
        const pages = head.pages.map((page) => readPage(page, files.get(page.n) as PageFiles) as Line[]);
        expect(pages.every((page) => page !== undefined)).toBe(true);
        const known = [...pages, head.lines].reduce((before, page) => merged(before, page), [] as Line[]);
        expect(known).toEqual(all.reduce((before, [, lines]) => merged(before, lines), [] as Line[]));
        for (const { erased, tags } of files.values())
          for (const text of [erased, tags]) {
            const lines = text.trimEnd().split("\n").slice(1);
            expect(lines).toEqual([...lines].sort());
          }
      }),
      { numRuns: 60 },
    );
  });

  it("a changed byte is no head and no page", () => {
    const { head, files } = written([
      [0, [{ kind: "ended", key: "a", said: "withdrawn 1" }]],
      [1, [{ kind: "ended", key: "b", said: "withdrawn 2" }]],
    ]);
    const bytes = journalBytes(head);
    for (let i = 0; i < bytes.length; i += 7) {
      const other = bytes.slice();
      other[i] = (other[i] as number) ^ 1;
      expect(readJournal(other)).toBeUndefined();
    }
    const [page] = head.pages as [JournalHead["pages"][number]];
    const { erased, tags } = files.get(page.n) as PageFiles;
    expect(readPage(page, { erased: erased.replace("withdrawn", "refused"), tags })).toBeUndefined();
    expect(readPage(page, { erased, tags: "" })).toBeUndefined();
  });

  it("what a backup has missed is in the pages that it is told of, or it is told that nobody knows", () => {
    fc.assert(
      fc.property(writings, fc.nat(12), fc.integer({ min: 1, max: 30 }), (all, at, firstDay) => {
        const before = written(all).head;
        const head = trimmed(before, `2026-11-${String(firstDay).padStart(2, "0")}`) ?? before;
        const n = Math.min(at, all.length);
        const standing = standingOf(head, { journalId: head.journal, n, shutAt: null });
        const missed = all.slice(n).flatMap(([, lines]) => lines);
        if (standing === "agreed") expect(missed).toEqual([]);
        if (standing !== "behind") return;
        const names = missedPages(head, n).map((page) => page.n);
        const open = head.lines.length > 0 ? [head.n] : [];
        // Every writing of which it knows nothing lies under a page that it is given.
        for (let i = n; i < all.length; i++)
          if ((all[i]?.[1].length ?? 0) > 0) expect([...names, ...open].some((page) => page >= i + 1)).toBe(true);
        expect(n).toBeGreaterThanOrEqual(head.since);
      }),
      { numRuns: 100 },
    );
  });

  it("nobody can know where the journal is lost or another's", () => {
    const head = { ...emptyJournal("a"), n: 5 };
    expect(standingOf(undefined, undefined)).toBe("agreed");
    expect(standingOf(undefined, { journalId: "a", n: 3, shutAt: null })).toBe("lost");
    expect(standingOf(undefined, { journalId: "a", n: 3, shutAt: 1 })).toBe("unknown");
    expect(standingOf(head, { journalId: "b", n: 9, shutAt: null })).toBe("unknown");
    expect(standingOf({ ...head, replaced: ["b"] }, { journalId: "b", n: 9, shutAt: null })).toBe("agreed");
    expect(standingOf({ ...head, since: 4 }, { journalId: "a", n: 3, shutAt: null })).toBe("unknown");
    expect(standingOf({ ...head, since: 3 }, { journalId: "a", n: 3, shutAt: null })).toBe("behind");
  });
});
