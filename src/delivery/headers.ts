/**
 * Headers of mail: the exact List-* set of list mail, and the last check before any mailer. A header value with CR, LF
 * or NUL would let its author write headers of his own, so such a mail is refused, never mended.
 */
import type { MailFile, OutgoingMail } from "../deps.ts";
import { normaliseAddress } from "../domain/people/rules.ts";
import { base64, utf8 } from "../platform/encoding.ts";
import { isRefusal } from "../refusal.ts";
import { tooLarge } from "./lint/size.ts";

export interface ListHead {
  publicUrl: string;
  /** A staffed address. */
  replyTo: string;
  list: { name: string; slug: string };
}

/**
 * Headers of list mail: RFC 8058 (one-click), RFC 2369 (List-*), RFC 2919 (List-Id, stable for the list's life).
 * `refuseUrl`, `https://host/u/{token}`, is the page and the target of the one-click POST (RFC 8058 §3.1).
 *
 *     List-Id: "Weekly" <weekly.lists.news.ministry.example>
 *     List-Unsubscribe: <https://news.ministry.example/u/dQAA…>, <mailto:news@ministry.example?subject=unsubscribe>
 *     List-Unsubscribe-Post: List-Unsubscribe=One-Click
 */
export function listHeaders(mail: ListHead & { refuseUrl: string }): Record<string, string> {
  return prepareListHeaders(mail)(mail.refuseUrl);
}

/** The same, with what is one for all recipients made once. */
export function prepareListHeaders({
  publicUrl,
  replyTo,
  list,
}: ListHead): (refuseUrl: string) => Record<string, string> {
  const id = `${phrase(list.name)} <${list.slug}.lists.${new URL(publicUrl).hostname}>`;
  const owner = `mailto:${mailtoAddress(asciiAddress(replyTo))}`;
  return (refuseUrl) => ({
    "List-Id": id,
    "List-Unsubscribe": `<${refuseUrl}>, <${owner}?subject=unsubscribe>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    "List-Owner": `<${owner}>`,
    "List-Post": "NO",
  });
}

/** What ends a header value, or the whole of it for some programs. */
const BREAK = /[\r\n\0]/;

/** What a mailto URI may hold: `?`, `&`, `%` and the like of a local part would end or change it (RFC 6068 §2). */
function mailtoAddress(address: string): string {
  const at = address.lastIndexOf("@");
  return `${encodeURIComponent(address.slice(0, at)).replaceAll("%2B", "+")}@${address.slice(at + 1)}`;
}

/**
 * An address as header and envelope carry it: the domain in A-labels (RFC 5890). What has no such form, as a local part
 * that is not ASCII, stays as it is, and `unfit` refuses the mail: it is never bent into somebody else's address.
 */
export function asciiAddress(address: string): string {
  if (/^[\x21-\x7e]*$/.test(address)) return address;
  const ascii = normaliseAddress(address);
  return isRefusal(ascii) ? address : ascii.address;
}

/** Headers of mail that answers an act of its reader: RFC 3834 §5, so that holiday notes do not answer it. */
export const SYSTEM_HEADERS: Readonly<Record<string, string>> = { "Auto-Submitted": "auto-generated" };

/**
 * A display name as a quoted string, or as encoded words of at most 75 characters (RFC 2047 §2) where it is not ASCII. A
 * name with a line break stays as it is, and `unfit` refuses the mail.
 */
export function phrase(name: string): string {
  if (BREAK.test(name)) return name;
  if (/^[\x20-\x7e]*$/.test(name)) return `"${name.replace(/["\\]/g, "\\$&")}"`;
  const words: string[] = [];
  let word = "";
  for (const letter of name) {
    if (utf8(word + letter).length > 45) {
      words.push(word);
      word = "";
    }
    word += letter;
  }
  return [...words, word].map((part) => `=?UTF-8?B?${base64(utf8(part))}?=`).join(" ");
}

/** `"Name" <address>`, the form providers take. */
export function mailbox(from: OutgoingMail["from"]): string {
  return `"${from.name.replace(/["\\]/g, "\\$&")}" <${from.address}>`;
}

/** ASCII only: no provider of ours speaks SMTPUTF8 (RFC 6531). Atoms of RFC 5322 §3.2.3; labels of RFC 5890. */
const ADDRESS = /^[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~.]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*$/;
/** A line has at most 998 characters with its name (RFC 5322 §2.1.1), and a value without spaces cannot be folded. */
const HEADER_MAX = 900;
/** Headers that the mailer writes; a copy among the extra ones could name a second recipient. */
const OURS =
  /^(to|cc|bcc|from|sender|reply-to|subject|date|message-id|return-path|mime-version|content-.*|resent-.*|dkim-.*|received)$/i;

/**
 * What makes a mail unfit to hand over, as a code of ours; undefined if it is fit. Every mailer asks before it sends:
 * one recipient, no line break in a header, legal lengths (RFC 5322 §2.1.1), plain tags, small files, HTML that is not clipped.
 */
export function unfit(mail: OutgoingMail): string | undefined {
  const values = [mail.subject, mail.from.name, ...Object.values(mail.headers)];
  if (values.some((v) => BREAK.test(v))) return "mail.header_break";
  if (values.some((v) => v.length > HEADER_MAX)) return "mail.header_long";
  const addresses = [mail.to, mail.from.address, ...(mail.replyTo === undefined ? [] : [mail.replyTo])];
  if (addresses.some((a) => a.length > 254 || !ADDRESS.test(a))) return "mail.address";
  if (Object.keys(mail.headers).some((n) => !/^[A-Za-z0-9-]+$/.test(n) || OURS.test(n))) return "mail.header_name";
  if (Object.values(mail.headers).some((v) => !/^[\x20-\x7e]*$/.test(v))) return "mail.header_ascii";
  const tags = Object.entries(mail.tags ?? {}).flat();
  if (tags.some((t) => !/^[A-Za-z0-9_-]{1,256}$/.test(t))) return "mail.tag";
  if (!(mail.attachments ?? []).every(isFileFit)) return "mail.file";
  return tooLarge(mail.html) ? "mail.large" : undefined;
}

/** Octets of a file: many mailboxes and filters look askance at more than a receipt needs. */
const FILE_MAX = 100_000;

/** A name that no program reads as a path, a second header or a program to run, and a size that every mailbox takes. */
export function isFileFit({ name, type, text }: MailFile): boolean {
  return /^[a-z0-9][a-z0-9-]{0,60}\.json$/.test(name) && type === "application/json" && utf8(text).length <= FILE_MAX;
}
