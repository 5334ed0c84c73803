/**
 * A mail in Internet form (RFC 5322): one recipient, text and HTML as alternatives, quoted-printable, ASCII throughout,
 * no line over 76 characters but for unbreakable values. The same mail gives the same bytes; only Date and Message-ID
 * are added when it goes. Our own, because sending waits for it: the library's composer takes ten times as long.
 */
import { createHash } from "node:crypto";
import { phrase } from "../../../delivery/headers.ts";
import { onceOf, piecesOf } from "../../../delivery/pieces.ts";
import type { OutgoingMail } from "../../../deps.ts";

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
    ["Content-Type", `multipart/alternative; boundary="${BOUNDARY}"`],
  ];
  return {
    head: fields.flatMap(([name, value]) => (value === undefined ? [] : [fold(`${name}: ${value}`)])),
    body: multipart(mail),
  };
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
    for (const { bytes, ready } of runs) at = ready ? at + bytes.copy(room, at) : encode(bytes, at);
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

const PLAIN = /^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/;

/** Free text of a header: as it is, or encoded where it is not plain or could be taken for encoded. */
function unstructured(text: string): string {
  return PLAIN.test(text) && !text.includes("=?") ? text : encodedWords(text);
}

/** A display name: a quoted string, or encoded. */
function named({ name, address }: OutgoingMail["from"]): string {
  if (!name) return address;
  return `${PLAIN.test(name) && !name.includes("=?") ? phrase(name) : encodedWords(name)} <${address}>`;
}

/** RFC 2047 §2: so short that the first one fits on the line of `Subject:`. No letter is cut in two. */
function encodedWords(text: string): string {
  const words: string[] = [];
  let word = "";
  for (const letter of text) {
    if (Buffer.byteLength(word + letter) > 39) {
      words.push(word);
      word = "";
    }
    word += letter;
  }
  return [...words, word].map((w) => `=?UTF-8?B?${Buffer.from(w).toString("base64")}?=`).join(" ");
}

/**
 * Breaks a header line at spaces (RFC 5322 §2.2.3); never so that a line holds nothing but space, nor right after the name,
 * unless an encoded word would be too far right (RFC 2047 §2).
 */
export function fold(header: string): string {
  const [name = "", first = "", ...words] = header.split(/(?<=\S) (?=\S)/);
  const apart = first.startsWith("=?") && name.length + 1 + first.length > 76;
  const lines = apart ? [name] : [];
  let line = apart ? first : `${name} ${first}`;
  for (const word of words) {
    if (line.length + 1 + word.length > 76) {
      lines.push(line);
      line = word;
    } else line = `${line} ${word}`;
  }
  return [...lines, line].join("\r\n ");
}

const SPACE = 32;
/** 1: stands for itself. 2: does so between two others. 0: is encoded. */
const KIND = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte === SPACE ? 2 : byte > SPACE && byte < 127 && byte !== 61 ? 1 : 0,
);
const HEX = Buffer.from("0123456789ABCDEF");
const LF = 10;
const CR = 13;
const EQUALS = 61;
/** Longest line before a soft break: with its `=` it has 76. */
const WIDTH = 75;
/** Room to write in, kept between mails: memory taken anew for each would cost more than the writing. */
let room = Buffer.alloc(0);
function makeRoom(size: number): void {
  if (room.length < size) room = Buffer.allocUnsafeSlow(size);
}
/** The worst: 25 bytes make 75 characters and a soft break of 3. */
const roomFor = (bytes: Buffer) => Math.ceil(bytes.length * 3.12) + 3;

/**
 * Quoted-printable (RFC 2045 §6.7): line breaks as CRLF, no line over 76 characters. No space stands at the end of a line or
 * beside another, so that whoever tidies space on the way changes nothing, and DKIM has nothing to tidy (smtp/dkim.ts).
 */
export function quotedPrintable(text: string): Buffer {
  const bytes = Buffer.from(text);
  makeRoom(roomFor(bytes));
  return Buffer.from(room.subarray(0, encode(bytes, 0)));
}

/** Writes it into the room from this place on; the place after it. */
function encode(bytes: Buffer, from: number): number {
  const out = room;
  let at = from;
  let column = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    const kind = KIND[byte];
    if (kind === 1 && column < WIDTH) {
      out[at++] = byte;
      column++;
      continue;
    }
    const next = bytes[i + 1];
    if (byte === CR || byte === LF) {
      if (byte === CR && next === LF) i++;
      out[at++] = CR;
      out[at++] = LF;
      column = 0;
      continue;
    }
    const plain = kind === 1 || (kind === 2 && next !== undefined && next > SPACE);
    if (column + (plain ? 1 : 3) > WIDTH) {
      out[at++] = EQUALS;
      out[at++] = CR;
      out[at++] = LF;
      column = 0;
    }
    if (plain) {
      out[at++] = byte;
      column++;
    } else {
      out[at++] = EQUALS;
      out[at++] = HEX[byte >> 4] as number;
      out[at++] = HEX[byte & 15] as number;
      column += 3;
    }
  }
  return at;
}
