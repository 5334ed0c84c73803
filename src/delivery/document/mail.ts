/**
 * A mail before it has a form: title, parts, foot. The HTML and the text part are both made of this and of nothing else
 * (html.ts, text.ts), so that they say the same in the same order. Words are plain text; rich text is the domain's.
 */
import type { Block, Run } from "../../domain/documents/rules.ts";
import type { Lang } from "../../domain/institution/rules.ts";

/** What differs from one recipient of a mailing to the next; everything else is made once. */
export type HoleName = "address" | "name" | "since" | "answerUrl" | "refuseUrl";

/** The place of a value that comes with the recipient. */
export class Hole {
  constructor(readonly name: HoleName) {}
}
export const HOLE = {
  address: new Hole("address"),
  name: new Hole("name"),
  since: new Hole("since"),
  answerUrl: new Hole("answerUrl"),
  refuseUrl: new Hole("refuseUrl"),
} as const;

export type Words = string | Hole;

export interface Fact {
  name: string;
  value: Words;
  strong?: boolean;
  /** Where the value leads. */
  url?: string;
}

export type Part =
  | Block
  | { kind: "facts"; facts: readonly Fact[] }
  /** The one thing to do. */
  | { kind: "button"; words: string; url: Words }
  /** A code to be typed, on a line of its own. */
  | { kind: "code"; text: string }
  /** An explanation in small type. */
  | { kind: "note"; text: string }
  | Picture
  /** Links, each with a line about where it leads. */
  | { kind: "links"; items: readonly { words: string; url: string; summary?: string | undefined }[] }
  | { kind: "divider" };

/** A picture of ours. Without `alt` it says nothing and is read to nobody. */
export interface Picture {
  kind: "picture";
  /** The same for every reader. */
  url: string;
  alt?: string | undefined;
  /** Pixels in which it is shown, at most those of the card. */
  width: number;
  caption?: string | undefined;
  href?: string | undefined;
}

/** The way out of list mail: a link near the top, so that clipping cannot hide it, and a button at the end. */
export interface WayOut {
  /** Why the reader gets this. */
  why: string;
  url: Words;
  button: string;
  /** What the button does, below it. */
  means: string;
  /** Words of the link at the end of the text part, where there is no button. */
  inText: string;
}

/** Colours like `#1e4577`. */
export interface Palette {
  link: string;
  linkDark: string;
  accent: string;
  accentWords: string;
  accentDark: string;
}

export interface IssueFrame {
  /** What programs show beside the subject: the first words of the mail, visible like all others. May be empty. */
  preheader: string;
  /** The institution's mark, above its name. */
  logo?: { url: string; width: number } | undefined;
  /** Why the reader gets this, and which rights he has against it: after the author's parts, and not his to remove. */
  reasons: readonly Part[];
}

export interface MailDocument {
  lang: Lang;
  subject: string;
  /** Who writes, above everything. */
  institution: string;
  palette: Palette;
  /** The title, h1. */
  heading: string;
  parts: readonly Part[];
  /** Only list mail has one; a mail without is a letter to one person. */
  wayOut?: WayOut;
  /** What an issue of a newsletter has around its parts. */
  issue?: IssueFrame;
  /** Below the card: why, address, notice, the institution's signature notice. */
  foot: readonly (readonly Run[])[];
}

/** Runs of one paragraph: plain words, or runs as they are. */
export function runs(...pieces: (string | Run)[]): Run[] {
  return pieces.map((piece) => (typeof piece === "string" ? { kind: "text", text: piece } : piece));
}

export function strong(text: string): Run {
  return { kind: "text", text, bold: true };
}

export function paragraph(...pieces: (string | Run)[]): Block {
  return { kind: "paragraph", runs: runs(...pieces) };
}

export function heading(text: string): Block {
  return { kind: "heading", level: 2, text };
}

export const LINE_BREAK: Run = { kind: "break" };
