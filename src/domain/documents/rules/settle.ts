/**
 * One form of the same rich text: what the editor, the plain notation and the store all come to, so that going from one to
 * another and back changes nothing. Words and marks stay; what nobody sees goes: empty runs and paragraphs, spaces at the
 * edges of lines, marks on spaces at the edge of marked words, neighbours of one kind that are one. Settling twice is once.
 */
import type { Block, Cell, LinkRun, RichText, Run, TextRun } from "../rules.ts";

type Marks = Pick<TextRun, "bold" | "italic">;
type Quoted = Exclude<Run, LinkRun>;

/** Settles a document. A document of nothing but spaces comes out empty. */
export function settle(text: RichText): Block[] {
  const out: Block[] = [];
  for (const block of text) {
    const settled = settleBlock(block);
    const last = out.at(-1);
    if (!settled) continue;
    // Two lists of one kind with nothing between them are read as one.
    if (settled.kind === "list" && last?.kind === "list" && last.ordered === settled.ordered)
      out[out.length - 1] = { ...last, items: [...last.items, ...settled.items] };
    else out.push(settled);
  }
  return out;
}

function settleBlock(block: Block): Block | undefined {
  switch (block.kind) {
    case "heading": {
      const text = block.text.trim();
      return text ? { kind: "heading", level: block.level, text } : undefined;
    }
    case "paragraph": {
      const runs = settleRuns(block.runs);
      return runs.length > 0 ? { kind: "paragraph", runs } : undefined;
    }
    case "list": {
      const items = block.items.map(settleRuns).filter((runs) => runs.length > 0);
      return items.length > 0 ? { kind: "list", ordered: block.ordered, items } : undefined;
    }
    case "quote": {
      const runs = settleRuns(block.runs) as Quoted[];
      const by = block.by?.trim();
      if (runs.length > 0) return { kind: "quote", runs, ...(by && { by }) };
      // A name alone is what somebody typed, too.
      return by ? { kind: "quote", runs: [{ kind: "text", text: by }] } : undefined;
    }
    case "table": {
      const wide = Math.max(block.head.length, ...block.rows.map((row) => row.length));
      const filled = (row: readonly Cell[]) => Array.from({ length: wide }, (_, i) => settleRuns(row[i] ?? []));
      return wide > 0 ? { kind: "table", head: filled(block.head), rows: block.rows.map(filled) } : undefined;
    }
  }
}

/** The runs of one block. */
export function settleRuns(runs: readonly Run[]): Run[] {
  const lines: Exclude<Run, { kind: "break" }>[][] = [[]];
  for (const run of runs) {
    if (run.kind === "break") lines.push([]);
    else if (run.text !== "") lines.at(-1)?.push(run);
  }
  const settled = lines.map((line) => trimmed(joined(spaced(line))));
  while (settled[0]?.length === 0) settled.shift();
  while (settled.at(-1)?.length === 0) settled.pop();
  return settled.flatMap((line, i): Run[] => (i === 0 ? line : [{ kind: "break" }, ...line]));
}

type Said = Exclude<Run, { kind: "break" }>;
const isSpace = (text: string) => text.trim() === "";

/** Spaces between words of different marks carry the marks that both sides have. */
function spaced(line: readonly Said[]): Said[] {
  const pieces = line.flatMap((run): Said[] => {
    if (run.kind === "link") return [run];
    const [, before = "", words = "", after = ""] = /^(\s*)(.*?)(\s*)$/su.exec(run.text) ?? [];
    return [before, words, after].filter(Boolean).map((text) => ({ ...run, text }));
  });
  const wordsFrom = (i: number, step: -1 | 1): Marks => {
    for (let at = i + step; at >= 0 && at < pieces.length; at += step) {
      const piece = pieces[at] as Said;
      if (piece.kind === "link") return {};
      if (!isSpace(piece.text)) return piece;
    }
    return {};
  };
  return pieces.map((piece, i) => {
    if (piece.kind === "link" || !isSpace(piece.text)) return piece;
    const [left, right] = [wordsFrom(i, -1), wordsFrom(i, 1)];
    return { kind: "text", text: piece.text, bold: left.bold && right.bold, italic: left.italic && right.italic };
  });
}

/** Neighbours alike become one run; marks that are off are left out. */
function joined(line: readonly Said[]): Said[] {
  const out: Said[] = [];
  for (const run of line) {
    const last = out.at(-1);
    if (last?.kind === "link" && run.kind === "link" && last.href === run.href) last.text += run.text;
    else if (last?.kind === "text" && run.kind === "text" && !last.bold === !run.bold && !last.italic === !run.italic)
      last.text += run.text;
    else if (run.kind === "link") out.push({ kind: "link", text: run.text, href: run.href });
    else
      out.push({ kind: "text", text: run.text, ...(run.bold && { bold: true }), ...(run.italic && { italic: true }) });
  }
  return out;
}

/** Without spaces at the edges of the line. */
function trimmed(line: readonly Said[]): Said[] {
  const cut = (run: Said, at: "trimStart" | "trimEnd"): Said =>
    run.kind === "link" ? run : { ...run, text: run.text[at]() };
  const shown = line.slice();
  while (shown[0]?.kind === "text" && isSpace(shown[0].text)) shown.shift();
  while (shown.at(-1)?.kind === "text" && isSpace(shown.at(-1)?.text ?? "")) shown.pop();
  return shown.map((run, i) => {
    const start = i === 0 ? cut(run, "trimStart") : run;
    return i === shown.length - 1 ? cut(start, "trimEnd") : start;
  });
}
