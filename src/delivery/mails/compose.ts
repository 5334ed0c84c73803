/**
 * From a mail document to what is handed over. A letter is made at once; a mailing is prepared once for each language,
 * and each recipient only adds an address and links.
 */
import type { MailFile, OutgoingMail } from "../../deps.ts";
import { escapeHtml, plain } from "../document/fill.ts";
import { mailHtml } from "../document/html.ts";
import type { HoleName, MailDocument, Part } from "../document/mail.ts";
import { htmlTemplate, textTemplate, together } from "../document/template.ts";
import { mailText } from "../document/text.ts";
import { asciiAddress, type ListHead, prepareListHeaders, SYSTEM_HEADERS } from "../headers.ts";
import { inPieces } from "../pieces.ts";
import type { Head } from "./letterhead.ts";

export interface Letter {
  to: string;
  subject: string;
  /** The title, h1. */
  heading: string;
  parts: readonly Part[];
  /** Why this one letter comes, first line of the foot. */
  why: string;
  /** Tag of the provider: what kind of letter it is. */
  kind: string;
  attachments?: readonly MailFile[];
}

/** A letter to one person about one thing: no list headers, and marked as automatic (RFC 3834). */
export function composeLetter(head: Head, letter: Letter): OutgoingMail {
  const doc = documentOf(head, {
    subject: letter.subject,
    heading: letter.heading,
    parts: letter.parts,
    foot: [[{ kind: "text", text: letter.why }], ...head.foot("short")],
  });
  return {
    to: asciiAddress(letter.to),
    from: head.from,
    replyTo: head.replyTo,
    subject: letter.subject,
    html: mailHtml(doc),
    text: mailText(doc),
    headers: { ...SYSTEM_HEADERS },
    tags: { kind: letter.kind },
    ...(letter.attachments && { attachments: letter.attachments }),
  };
}

/** What of a document the letterhead does not know. */
type Content = Omit<MailDocument, "lang" | "institution" | "palette">;

/** For whom a mail is made. */
export interface Manner {
  /** For staff, who is told so. */
  trial: boolean;
  /** The person's name stands in it, after a label. */
  named: boolean;
}

/** A mailing in one language, ready for its recipients. */
export type Prepared = (to: Record<HoleName, string>, tags: Record<string, string>) => OutgoingMail;

/** Makes everything that does not depend on the recipient. The links must be plain web addresses. */
export function prepareMailing(head: Head, content: Content, list: Omit<ListHead, "replyTo">): Prepared {
  const doc = documentOf(head, content);
  const html = htmlTemplate(mailHtml(doc));
  const text = textTemplate(mailText(doc));
  const { from, replyTo } = head;
  const { subject } = content;
  const headers = prepareListHeaders({ ...list, replyTo: replyTo ?? from.address });
  return (to, tags) => {
    const pieces = html({
      ...to,
      address: escapeHtml(to.address),
      name: escapeHtml(to.name),
      since: escapeHtml(to.since),
    });
    const mail: OutgoingMail = {
      to: asciiAddress(to.address),
      from,
      replyTo,
      subject,
      html: together(pieces),
      text: text({ ...to, address: plain(to.address), name: plain(to.name), since: plain(to.since) }),
      headers: headers(to.refuseUrl),
      tags,
    };
    return inPieces(mail, pieces);
  };
}

function documentOf(head: Head, content: Content): MailDocument {
  return { lang: head.lang, institution: head.name, palette: head.palette, ...content };
}
