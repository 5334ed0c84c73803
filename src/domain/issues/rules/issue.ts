/**
 * An issue of a newsletter as data: what an author writes, per language, and what is frozen of it at "send". Never markup:
 * the mail, its text part, the preview and the archive are all written from this (delivery/issues/mail.ts). What comes from
 * outside goes through `acts/read.ts`; what keeps an issue from being sent is said by `problems.ts`.
 *
 *     { texts: { lv: { subject: "Ko lasīt novembrī", preheader: "Trīs jauni ceļveži", blocks: [
 *         { id: "a1", kind: "text", text: [{ kind: "paragraph", runs: [{ kind: "text", text: "Labs." }] }] },
 *         { id: "a2", kind: "image", image: "9f86…", alt: "Lasītava vakarā" } ] } },
 *       salutation: "general" }
 */
import type { Pilot } from "../../campaigns/rules.ts";
import type { RichText } from "../../documents/rules.ts";
import type { Both, Institution, Lang } from "../../institution/rules.ts";
import type { ListKind } from "../../lists/rules.ts";
import type { Basis } from "../../purposes/rules.ts";
import type { Segment } from "./segment.ts";

/** `id`: the editor's own name for a block, so that it is the same block after an edit; unique in its text. */
export type IssueBlock = { id: string } & IssueContent;

export type IssueContent =
  /** Paragraphs, headings, lists, quotes and tables, in their order. */
  | { kind: "text"; text: RichText }
  /** `image`: SHA-256 (hex) of its bytes (domain/images). A decorative one says nothing and has no `alt`. */
  | { kind: "image"; image: string; alt: string; decorative?: boolean; caption?: string; href?: string }
  /** One thing to do. */
  | { kind: "button"; label: string; href: string }
  /** Links with a line about each; later releases of the newsroom. */
  | { kind: "links"; heading?: string; items: readonly IssueLink[] }
  /** `when` in the author's words: "5. decembrī plkst. 17.00". */
  | { kind: "event"; title: string; when: string; place: string; href?: string }
  | { kind: "divider" };

export interface IssueLink {
  title: string;
  href: string;
  summary?: string;
}

export type BlockKind = IssueBlock["kind"];
export const BLOCK_KINDS = [
  "text",
  "image",
  "button",
  "links",
  "event",
  "divider",
] as const satisfies readonly BlockKind[];

export interface IssueText {
  /** Mail subject and title of the mail, h1. */
  subject: string;
  /** What mail programs show beside the subject; may be empty. */
  preheader: string;
  blocks: readonly IssueBlock[];
}

/** none: no greeting. general: `Labdien!`. name: also a line with the name after a label, never inflected (R114). */
export const SALUTATIONS = ["none", "general", "name"] as const;
export type Salutation = (typeof SALUTATIONS)[number];

export interface IssueDraft {
  texts: Partial<Record<Lang, IssueText>>;
  salutation: Salutation;
  /** Absent: the whole list. */
  segment?: Segment;
}

/** What a mail must know of an image. Pixels as the file has them. */
export interface ImageFacts {
  type: "png" | "jpeg" | "gif";
  width: number;
  height: number;
}

/** Inputs of a sent issue, frozen at "send": its mail is a pure function of this and a member. */
export interface FrozenIssue {
  renderer: 1;
  kind: "newsletter";
  publicUrl: string;
  tokenKeyId: string;
  institution: Pick<
    Institution,
    "names" | "legalAddress" | "phone" | "email" | "sender" | "signature" | "timeZone" | "look" | "languages" | "logo"
  >;
  list: { id: string; slug: string; kind: ListKind; names: Both; promise: Both };
  /** `norm`: the law behind a public task or a duty. */
  purpose: { id: string; slug: string; version: number; names: Both; basis: Basis; norm?: Both };
  texts: Partial<Record<Lang, IssueText>>;
  salutation: Salutation;
  /** Of every image that the texts show. */
  images: Record<string, ImageFacts>;
  segment?: Segment;
  /** Chosen at "send": so many people first, the rest after a while. */
  pilot?: Pilot;
}

/** An empty draft in these languages. */
export function emptyDraft(languages: readonly Lang[]): IssueDraft {
  const texts: IssueDraft["texts"] = {};
  for (const lang of languages) texts[lang] = { subject: "", preheader: "", blocks: [] };
  return { texts, salutation: "general" };
}

/** Images that a draft shows, each once. */
export function imagesOf({ texts }: Pick<IssueDraft, "texts">): string[] {
  const shown = Object.values(texts).flatMap((text) =>
    text.blocks.flatMap((b) => (b.kind === "image" ? [b.image] : [])),
  );
  return [...new Set(shown)];
}
