/**
 * A notice: one exact text shown to people, in one language. Immutable, named by the SHA-256 of its bytes, shown at
 * its address for ever.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Lang } from "../institution/rules.ts";

/** privacy: the institution's notice. consent: the statement of one purpose. question: what a campaign's page asks. form: the words of a page that takes a "no". */
export type NoticeKind = "privacy" | "consent" | "question" | "form";

export interface Notice {
  /** SHA-256 of the UTF-8 bytes of `body`, hex. */
  sha256: string;
  kind: NoticeKind;
  purposeId: string | null;
  mailingId: string | null;
  /** Counts from 1 within (kind, purpose); all languages of a version are published together. */
  version: number;
  language: Lang;
  /** HTML fragment built by us from escaped text. */
  body: string;
  createdAt: number;
}

/** The name of a text: SHA-256 of its UTF-8 bytes, 64 hex digits. */
export function noticeHash(body: string): string {
  return bytesToHex(sha256(utf8ToBytes(body)));
}

/** Text for an HTML fragment: the five characters that mean something to a parser are escaped. */
export function escapeText(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** Plain text as paragraphs: a blank line parts paragraphs, a line break stays one. Never lets markup through. */
export function paragraphs(text: string): string {
  return text
    .normalize("NFC")
    .replaceAll("\r\n", "\n")
    .split(/\n\s*\n/)
    .map((p) => p.trim())
    .filter((p) => p !== "")
    .map((p) => `<p>${escapeText(p).replaceAll("\n", "<br>")}</p>`)
    .join("\n");
}
