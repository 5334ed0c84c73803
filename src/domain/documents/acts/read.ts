/**
 * The gate for rich text from outside: a form, an import, the database of another version. Whatever comes out has only
 * the shapes of rules.ts, visible words, headings in order, and links that go where they say by https or mailto.
 */
import { z } from "zod";
import { isRefusal, type Refusal, type RefusalCode, refuse } from "../../../refusal.ts";
import { normaliseAddress } from "../../people/rules.ts";
import type { RichText } from "../rules.ts";

/** Characters of a whole document: with its markup it stays far below the 80 KB of a mail. */
const DOCUMENT_MAX = 20_000;
const BLOCKS_MAX = 200;
const RUNS_MAX = 200;
const TEXT_MAX = 5_000;
const HREF_MAX = 500;
const LINK_WORDS_MIN = 3;

const error = (code: RefusalCode) => ({ error: code });
const words = z
  .string()
  .max(TEXT_MAX, error("documents.long"))
  .refine((t) => !/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(t), error("documents.control"))
  .transform((t) => t.normalize("NFC"));
const said = words.refine((t) => t.trim() !== "", error("documents.empty"));

const textRun = z.strictObject({
  kind: z.literal("text"),
  text: words,
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
});
const lineBreak = z.strictObject({ kind: z.literal("break") });
const linkRun = z.strictObject({
  kind: z.literal("link"),
  text: words.refine((t) => t.trim().length >= LINK_WORDS_MIN, error("documents.link_words")),
  href: z
    .string()
    .max(HREF_MAX, error("documents.long"))
    .transform((typed, ctx) => {
      const href = linkTarget(typed);
      if (href === undefined) ctx.addIssue({ code: "custom", message: "documents.link" });
      return href ?? z.NEVER;
    }),
});
const someWords = (all: readonly ({ kind: "break" } | { text: string })[]) =>
  all.some((run) => "text" in run && run.text.trim() !== "");
const runs = z
  .array(z.discriminatedUnion("kind", [textRun, linkRun, lineBreak]))
  .max(RUNS_MAX, error("documents.long"))
  .refine(someWords, error("documents.empty"));
const quoted = z
  .array(z.discriminatedUnion("kind", [textRun, lineBreak]))
  .max(RUNS_MAX, error("documents.long"))
  .refine(someWords, error("documents.empty"));
const block = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("paragraph"), runs }),
  z.strictObject({ kind: z.literal("heading"), level: z.literal([2, 3]), text: said }),
  z.strictObject({
    kind: z.literal("list"),
    ordered: z.boolean(),
    items: z.array(runs).min(1, error("documents.empty")).max(BLOCKS_MAX, error("documents.long")),
  }),
  z.strictObject({ kind: z.literal("quote"), runs: quoted, by: said.optional() }),
]);
const richText = z
  .array(block)
  .min(1, error("documents.empty"))
  .max(BLOCKS_MAX, error("documents.long"))
  .refine((blocks) => JSON.stringify(blocks).length <= DOCUMENT_MAX, error("documents.long"))
  .refine(headingsInOrder, error("documents.headings"));

/** Reads it. Refuses with the first thing that is wrong; `values.block` counts from 1, 0 where it is the whole. */
export function readRichText(input: unknown): RichText | Refusal {
  const read = richText.safeParse(input);
  if (read.success) return read.data;
  const [first] = read.error.issues;
  const place = first?.path[0];
  const code = first?.message.startsWith("documents.") ? (first.message as RefusalCode) : "documents.shape";
  return refuse(code, { values: { block: typeof place === "number" ? place + 1 : 0 } });
}

/** A link's target in its one spelling, or undefined: https without a password in it, or mailto with one address. */
function linkTarget(typed: string): string | undefined {
  const mail = /^mailto:([^?]+)$/i.exec(typed)?.[1];
  if (mail !== undefined) {
    const to = normaliseAddress(mail);
    return isRefusal(to) || !/^[\w.+-]+@/.test(to.address) ? undefined : `mailto:${to.address}`;
  }
  if (!/^https:\/\/[^\s\p{Cc}]+$/iu.test(typed) || !URL.canParse(typed)) return undefined;
  const url = new URL(typed);
  return url.username || url.password || !url.hostname.includes(".") ? undefined : url.href;
}

/** h2 comes before h3 (WCAG 1.3.1): readers that jump by headings must not fall into a gap. */
function headingsInOrder(blocks: readonly { kind: string; level?: number }[]): boolean {
  const first = blocks.find((b) => b.kind === "heading");
  return first === undefined || first.level === 2;
}
