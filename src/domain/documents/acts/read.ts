/**
 * The gate for rich text from outside: a form, an import, the database of another version. Whatever comes out has only
 * the shapes of rules.ts and no control characters. `readRichText` gives what may be sent: visible words, headings in order,
 * links that go where they say. `draftText` takes what somebody is still writing, so that nothing of it is lost.
 */
import { z } from "zod";
import { type Refusal, type RefusalCode, refuse } from "../../../refusal.ts";
import { linkTarget } from "../rules/link.ts";
import type { RichText } from "../rules.ts";

/** Characters of a whole document: with its markup it stays far below the 80 KB of a mail. */
const DOCUMENT_MAX = 20_000;
const BLOCKS_MAX = 200;
const RUNS_MAX = 200;
const TEXT_MAX = 5_000;
const HREF_MAX = 500;
const LINK_WORDS_MIN = 3;
/** A wider table cannot be read on a telephone. */
export const TABLE_MAX = { columns: 6, rows: 100 } as const;

const error = (code: RefusalCode) => ({ error: code });
/** Words in NFC: some keyboards compose letters from parts, and proofs hold one spelling (PROOF 6.2). */
export const words = z
  .string()
  .max(TEXT_MAX, error("documents.long"))
  .refine((t) => !/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(t), error("documents.control"))
  .transform((t) => t.normalize("NFC"));

/** The shapes, for what may be sent (`whole`) or for what is still being written. */
function shapes(whole: boolean) {
  const said = whole ? words.refine((t) => t.trim() !== "", error("documents.empty")) : words;
  const textRun = z.strictObject({
    kind: z.literal("text"),
    text: words,
    bold: z.boolean().optional(),
    italic: z.boolean().optional(),
  });
  const lineBreak = z.strictObject({ kind: z.literal("break") });
  const linkRun = z.strictObject({
    kind: z.literal("link"),
    text: whole ? words.refine((t) => t.trim().length >= LINK_WORDS_MIN, error("documents.link_words")) : words,
    href: whole ? target : draftTarget,
  });
  const filled = (all: readonly ({ kind: "break" } | { text: string })[]) => !whole || someWords(all);
  const cell = z
    .array(z.discriminatedUnion("kind", [textRun, linkRun, lineBreak]))
    .max(RUNS_MAX, error("documents.long"));
  const runs = cell.refine(filled, error("documents.empty"));
  const quoted = z
    .array(z.discriminatedUnion("kind", [textRun, lineBreak]))
    .max(RUNS_MAX, error("documents.long"))
    .refine(filled, error("documents.empty"));
  const least = whole ? 1 : 0;
  const block = z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("paragraph"), runs }),
    z.strictObject({ kind: z.literal("heading"), level: z.literal([2, 3]), text: said }),
    z.strictObject({
      kind: z.literal("list"),
      ordered: z.boolean(),
      items: z.array(runs).min(least, error("documents.empty")).max(BLOCKS_MAX, error("documents.long")),
    }),
    z.strictObject({ kind: z.literal("quote"), runs: quoted, by: said.optional() }),
    z
      .strictObject({
        kind: z.literal("table"),
        head: z.array(runs).min(1, error("documents.empty")).max(TABLE_MAX.columns, error("documents.wide")),
        rows: z.array(z.array(cell)).min(least, error("documents.empty")).max(TABLE_MAX.rows, error("documents.long")),
      })
      .refine(({ head, rows }) => rows.every((row) => row.length === head.length), error("documents.table")),
  ]);
  return z
    .array(block)
    .min(least, error("documents.empty"))
    .max(BLOCKS_MAX, error("documents.long"))
    .refine((blocks) => JSON.stringify(blocks).length <= DOCUMENT_MAX, error("documents.long"));
}

const href = z.string().max(HREF_MAX, error("documents.long"));
/** Where a link may lead, in its one spelling. */
const target = href.transform((typed, ctx) => {
  const found = linkTarget(typed);
  if (found === undefined) ctx.addIssue({ code: "custom", message: "documents.link" });
  return found ?? z.NEVER;
});
/** As far as it has been typed; no writer makes a link of it before it leads somewhere. */
export const draftTarget = href
  .refine((typed) => !/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(typed), error("documents.control"))
  .transform((typed) => linkTarget(typed) ?? typed);

const someWords = (all: readonly ({ kind: "break" } | { text: string })[]) =>
  all.some((run) => "text" in run && run.text.trim() !== "");

const richText = shapes(true).refine(headingsInOrder, error("documents.headings"));

/** Rich text that is still being written. */
export const draftText = shapes(false);

/** Reads what may be sent. Refuses with the first thing that is wrong; `values.block` counts from 1, 0 where it is the whole. */
export function readRichText(input: unknown): RichText | Refusal {
  const read = richText.safeParse(input);
  if (read.success) return read.data;
  const [first] = read.error.issues;
  const place = first?.path[0];
  const code = first?.message.startsWith("documents.") ? (first.message as RefusalCode) : "documents.shape";
  return refuse(code, { values: { block: typeof place === "number" ? place + 1 : 0 } });
}

/** h2 comes before h3 (WCAG 1.3.1): readers that jump by headings must not fall into a gap. */
function headingsInOrder(blocks: readonly { kind: string; level?: number }[]): boolean {
  const first = blocks.find((b) => b.kind === "heading");
  return first === undefined || first.level === 2;
}
