/**
 * The gate for the draft of an issue: from the composer, the API, an older row. It takes what is still being written (an empty
 * subject, a link half typed), so that a save loses nothing, and refuses what is not the shape of an issue. What comes out is
 * data in NFC, of known kinds and limited size; no writer takes markup from it. What keeps it from being sent: problems.ts.
 */
import { z } from "zod";
import { type Refusal, type RefusalCode, refuse } from "../../../refusal.ts";
import { draftTarget, draftText, words } from "../../documents/acts/read.ts";
import { type IssueDraft, type IssueText, SALUTATIONS } from "../rules/issue.ts";
import { MOST_LISTS } from "../rules/segment.ts";

/** Blocks of one language; characters of its JSON: with its markup it stays in reach of the 80 KB of a mail. */
export const LIMITS = { blocks: 60, text: 60_000, line: 300, words: 1_000, links: 40 } as const;

const error = (code: RefusalCode) => ({ error: code });
const line = words.refine((t) => t.length <= LIMITS.line, error("documents.long"));
const some = words.refine((t) => t.length <= LIMITS.words, error("documents.long"));
const id = z.string().regex(/^[\w-]{1,40}$/, error("issues.shape"));
const block = z.discriminatedUnion("kind", [
  z.strictObject({ id, kind: z.literal("text"), text: draftText }),
  z.strictObject({
    id,
    kind: z.literal("image"),
    image: z.string().regex(/^[0-9a-f]{64}$/, error("issues.shape")),
    alt: some,
    decorative: z.boolean().optional(),
    caption: some.optional(),
    href: draftTarget.optional(),
  }),
  z.strictObject({ id, kind: z.literal("button"), label: line, href: draftTarget }),
  z.strictObject({
    id,
    kind: z.literal("links"),
    heading: line.optional(),
    items: z
      .array(z.strictObject({ title: line, href: draftTarget, summary: some.optional() }))
      .max(LIMITS.links, error("documents.long")),
  }),
  z.strictObject({
    id,
    kind: z.literal("event"),
    title: line,
    when: line,
    place: line,
    href: draftTarget.optional(),
  }),
  z.strictObject({ id, kind: z.literal("divider") }),
]);
const text = z
  .strictObject({
    subject: line,
    preheader: line,
    blocks: z
      .array(block)
      .max(LIMITS.blocks, error("documents.long"))
      .refine((blocks) => new Set(blocks.map((b) => b.id)).size === blocks.length, error("issues.shape")),
  })
  .refine((t) => JSON.stringify(t).length <= LIMITS.text, error("documents.long"));
const day = z.string().max(10);
const lists = z.array(z.string().max(64)).max(MOST_LISTS);
/** The shape of a draft, as it may come from outside. */
export const issueDraftShape = z.strictObject({
  texts: z.strictObject({ lv: text.optional(), en: text.optional() }),
  salutation: z.enum(SALUTATIONS),
  segment: z
    .strictObject({
      languages: z.array(z.enum(["lv", "en"])).max(2),
      joinedFrom: day,
      joinedTo: day,
      alsoOn: lists,
      notOn: lists,
    })
    .partial()
    .optional(),
});

/**
 * Reads it. Refuses with what is wrong first: `values.block` counts from 1 within `values.language`, 0 where it is the whole.
 * Never throws, whatever it is given.
 */
export function readIssueDraft(input: unknown): IssueDraft | Refusal {
  const read = issueDraftShape.safeParse(input);
  if (read.success) return tidy(read.data as IssueDraft);
  const [first] = read.error.issues;
  const [, language, part, place] = first?.path ?? [];
  const code = /^(documents|issues)\./.test(first?.message ?? "") ? (first?.message as RefusalCode) : "issues.shape";
  const block = part === "blocks" && typeof place === "number" ? place + 1 : 0;
  return refuse(code, { values: { language: language === "lv" || language === "en" ? language : "", block } });
}

/** Optional words that are empty are no words. */
function tidy(draft: IssueDraft): IssueDraft {
  const texts: IssueDraft["texts"] = {};
  for (const lang of ["lv", "en"] as const) {
    const text = draft.texts[lang];
    if (text) texts[lang] = { ...text, blocks: text.blocks.map(withoutEmpty) };
  }
  return { ...draft, texts };
}

type Block = IssueText["blocks"][number];

function withoutEmpty(block: Block): Block {
  const kept = Object.entries(block).filter(
    ([name, value]) => !(["caption", "href", "heading"].includes(name) && value === "" && block.kind !== "button"),
  );
  return Object.fromEntries(kept) as unknown as Block;
}
