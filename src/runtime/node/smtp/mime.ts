/**
 * A mail in Internet form (RFC 5322): one recipient, text and HTML as alternatives, then its files; ASCII throughout,
 * no line over 76 characters but for unbreakable values. The same mail gives the same bytes; only Date and Message-ID
 * are added when it goes. Our own, because sending waits for it: the library's composer takes ten times as long.
 */
import { createHash } from "node:crypto";
import { onceOf, piecesOf } from "../../../delivery/pieces.ts";
import type { MailFile, OutgoingMail } from "../../../deps.ts";
import { fold, named, unstructured } from "./header.ts";
import { encode, quotedPrintable, roomFor } from "./quoted-printable.ts";

/** A mail without what belongs to the moment: header lines (folded, without the last CRLF) and the body. */
export interface Composed {
  head: readonly string[];
  body: Buffer;
}

/** What belongs to the moment. `at`: milliseconds since 1970. */
export interface Moment {
  messageId: string;
  at: number;
}

/** Quoted-printable text never holds `=_`, so this needs no search for one that is free (RFC 2045 §6.7). */
const BOUNDARY = "=_pieteka";
/** The same holds for base64; and neither boundary begins like the other. */
const FILES = "=_files";
const ALTERNATIVE = `multipart/alternative; boundary="${BOUNDARY}"`;

/** The same key and place give the same Message-ID, so that a mail that did go out twice can be told. */
export function messageIdOf(mail: OutgoingMail, key: string, index: number): string {
  const id = createHash("sha256").update(`${key}\0${index}`).digest("hex").slice(0, 32);
  return `<${id}@${mail.from.address.split("@")[1]}>`;
}

/** Composes it. The mail was found fit (delivery/headers.ts). */
export function composeMail(mail: OutgoingMail): Composed {
  const fields: [string, string | undefined][] = [
    ["From", named(mail.from)],
    ["To", mail.to],
    ["Reply-To", mail.replyTo],
    ["Subject", unstructured(mail.subject)],
    ...Object.entries(mail.headers),
    ["MIME-Version", "1.0"],
    ["Content-Type", mail.attachments ? `multipart/mixed; boundary="${FILES}"` : ALTERNATIVE],
  ];
  return {
    head: fields.flatMap(([name, value]) => (value === undefined ? [] : [fold(`${name}: ${value}`)])),
    body: mail.attachments ? withFiles(multipart(mail), mail.attachments) : multipart(mail),
  };
}

/** The mail's own parts first, then its files in base64 (RFC 2045 §6.8), each under its plain name (RFC 2183). */
function withFiles(parts: Buffer, files: readonly MailFile[]): Buffer {
  const pieces = [Buffer.from(`--${FILES}\r\nContent-Type: ${ALTERNATIVE}\r\n\r\n`), parts];
  for (const { name, type, text } of files) {
    const head = `--${FILES}\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="${name}"`;
    const lines = Buffer.from(text)
      .toString("base64")
      .replace(/.{76}(?=.)/g, "$&\r\n");
    pieces.push(Buffer.from(`${head}\r\n\r\n${lines}\r\n`));
  }
  return Buffer.concat([...pieces, Buffer.from(`--${FILES}--\r\n`)]);
}

/** Room to write in, kept between mails: memory taken anew for each would cost more than the writing. */
let room = Buffer.alloc(0);
function makeRoom(size: number): void {
  if (room.length < size) room = Buffer.allocUnsafeSlow(size);
}

function multipart(mail: OutgoingMail): Buffer {
  const parts = [
    { type: "text/plain", runs: [{ bytes: Buffer.from(mail.text), ready: false }] },
    { type: "text/html", runs: htmlRuns(mail) },
  ];
  const sizes = parts.flatMap(({ runs }) => runs.map(({ bytes, ready }) => (ready ? bytes.length : roomFor(bytes))));
  makeRoom(sizes.reduce((sum, size) => sum + size, 500));
  let at = 0;
  for (const { type, runs } of parts) {
    const head = `Content-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable`;
    at += room.write(`--${BOUNDARY}\r\n${head}\r\n\r\n`, at, "latin1");
    for (const { bytes, ready } of runs) at = ready ? at + bytes.copy(room, at) : encode(bytes, room, at);
    at += room.write("\r\n", at, "latin1");
  }
  at += room.write(`--${BOUNDARY}--\r\n`, at, "latin1");
  return Buffer.from(room.subarray(0, at));
}

/** Bytes of whole lines, but for the last run: to be encoded, or encoded before. */
interface Run {
  bytes: Buffer;
  ready: boolean;
}

/** The HTML as runs: the lines that are the same in all mails of a mailing were encoded once. */
function htmlRuns(mail: OutgoingMail): Run[] {
  const { fixed, values } = piecesOf(mail);
  const runs: Run[] = [];
  let open = "";
  for (const [i, { lead, lines, rest }] of linesOnce(fixed).entries()) {
    if (lines.length > 0) {
      runs.push({ bytes: Buffer.from(open + lead), ready: false }, { bytes: lines, ready: true });
      open = rest;
    } else open += rest;
    open += values[i] ?? "";
  }
  return [...runs, { bytes: Buffer.from(open), ready: false }];
}

/** A fixed piece: its first line, which belongs to what stands before it; its whole lines, encoded; the beginning of its last. */
const linesOnce = onceOf((text) => {
  const first = text.indexOf("\n") + 1;
  const last = text.lastIndexOf("\n") + 1;
  if (last <= first) return { lead: "", lines: Buffer.alloc(0), rest: text };
  return { lead: text.slice(0, first), lines: quotedPrintable(text.slice(first, last)), rest: text.slice(last) };
});

/** All header lines of the mail as it goes at this moment. */
export function headAt({ head }: Composed, { messageId, at }: Moment): string[] {
  // RFC 5322 §3.3: the zone as numbers; "GMT" is obsolete.
  const date = new Date(at).toUTCString().replace(/GMT$/, "+0000");
  return [...head, `Date: ${date}`, `Message-ID: ${messageId}`];
}

/** The whole message. */
export function messageOf(head: readonly string[], body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), body]);
}

/** The whole message as text, unsigned: what the captured mailbox shows as the source. */
export function composeSource(mail: OutgoingMail, moment: Moment): string {
  const composed = composeMail(mail);
  return messageOf(headAt(composed, moment), composed.body).toString("utf8");
}
