/**
 * Rich text: what an author may say in a mail or on a page, as data, never as markup. `acts/read.ts` is the gate for
 * what comes from outside; a writer makes one form of it (mail HTML, mail text, a page), all by the same walk.
 *
 *     [{ kind: "heading", level: 2, text: "Termiņi" },
 *      { kind: "paragraph", runs: [{ kind: "text", text: "Viedokļus gaidām līdz " },
 *                                  { kind: "text", text: "10. decembrim", bold: true },
 *                                  { kind: "link", text: "Noteikumu projekts", href: "https://…" }] }]
 */
export interface TextRun {
  kind: "text";
  text: string;
  bold?: boolean | undefined;
  italic?: boolean | undefined;
}

/** Words that lead somewhere: https or mailto only. */
export interface LinkRun {
  kind: "link";
  text: string;
  href: string;
}

export type Run = TextRun | LinkRun | { kind: "break" };

export type Block =
  | { kind: "paragraph"; runs: readonly Run[] }
  /** 1 is the title of the mail or page, which is no part of its text. */
  | { kind: "heading"; level: 2 | 3; text: string }
  | { kind: "list"; ordered: boolean; items: readonly (readonly Run[])[] }
  /** Somebody's words, without quotation marks: writers set those of the language. `by`: who said them. */
  | { kind: "quote"; runs: readonly Exclude<Run, LinkRun>[]; by?: string | undefined }
  /** Data in columns under their heads; every row has as many cells as there are heads, and a cell may be empty. */
  | { kind: "table"; head: readonly Cell[]; rows: readonly (readonly Cell[])[] };

export type Cell = readonly Run[];

export type RichText = readonly Block[];

/** Makes one form of rich text. `T` is a piece of it, finished: whatever escaping it needs has been done. */
export interface Writer<T> {
  text(run: TextRun): T;
  link(run: LinkRun): T;
  lineBreak(): T;
  /** Runs of one block, in order. */
  together(runs: T[]): T;
  paragraph(inner: T): T;
  heading(level: 2 | 3, text: string): T;
  list(ordered: boolean, items: T[]): T;
  quote(inner: T, by: string | undefined): T;
  table(head: T[], rows: T[][]): T;
}

/** The walk: one block in the writer's form. */
export function writeBlock<T>(block: Block, writer: Writer<T>): T {
  const inner = (runs: readonly Run[]) => writer.together(runs.map((run) => writeRun(run, writer)));
  switch (block.kind) {
    case "paragraph":
      return writer.paragraph(inner(block.runs));
    case "heading":
      return writer.heading(block.level, block.text);
    case "list":
      return writer.list(block.ordered, block.items.map(inner));
    case "quote":
      return writer.quote(inner(block.runs), block.by);
    case "table":
      return writer.table(
        block.head.map(inner),
        block.rows.map((row) => row.map(inner)),
      );
  }
}

function writeRun<T>(run: Run, writer: Writer<T>): T {
  if (run.kind === "text") return writer.text(run);
  return run.kind === "link" ? writer.link(run) : writer.lineBreak();
}

/** Plain text as an author types it: a blank line parts paragraphs, a line break stays one. */
export function plainText(typed: string): Block[] {
  return typed
    .replaceAll(/\r\n?/g, "\n")
    .split(/\n[^\S\n]*\n\s*/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => ({ kind: "paragraph", runs: part.split("\n").flatMap(asLine) }));
}

function asLine(text: string, i: number): Run[] {
  const run: Run = { kind: "text", text: text.trim() };
  return i === 0 ? [run] : [{ kind: "break" }, run];
}
