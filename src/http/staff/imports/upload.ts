/**
 * A multipart form (RFC 7578) as it arrives: the fields before the file are read, the file is given on piece by piece, and
 * nothing of it is held. Our form puts the file last. A form that ends before its closing line was cut off, and throws.
 */
import type { Context } from "hono";

export interface Upload {
  /** First value of the fields that stand before the file, trimmed. */
  text(name: string): string;
  /** The same as typed: fills the inputs again. */
  values: Record<string, string>;
  fileName: string;
  /** The bytes of the file; without a file, nothing. To be read once, to its end. */
  file: AsyncIterable<Uint8Array>;
}

/** The upload broke off, or is no form of ours. */
export class BrokenUpload extends Error {}

const MAX_FIELD = 64 * 1024;
const MAX_HEAD = 16 * 1024;
const CR = 13;
const decoder = new TextDecoder();

/** Reads up to the file. */
export async function readUpload(c: Context): Promise<Upload> {
  const boundary = /boundary="?([^";]{1,70})"?/i.exec(c.req.header("Content-Type") ?? "")?.[1];
  const values: Record<string, string> = {};
  const text = (name: string) => (Object.hasOwn(values, name) ? (values[name] ?? "").trim() : "");
  if (!boundary || !c.req.raw.body) throw new BrokenUpload("no form");
  const form = new Parts(c.req.raw.body.getReader(), boundary);
  while (await form.next()) {
    const head = await form.head();
    const name = /\bname="([^"]*)"/i.exec(head)?.[1] ?? "";
    const file = /\bfilename="([^"]*)"/i.exec(head)?.[1];
    if (file !== undefined) return { text, values, fileName: file, file: unclosed(toTheEnd(form)) };
    const value = await whole(form.content());
    if (!Object.hasOwn(values, name)) values[name] = value.replace(/\r\n?/g, "\n");
  }
  return { text, values, fileName: "", file: (async function* () {})() };
}

/** Whoever stops reading half-way does not close it: the rest can still be read, by whoever wants an answer to be seen. */
function unclosed(pieces: AsyncGenerator<Uint8Array>): AsyncIterable<Uint8Array> {
  return { [Symbol.asyncIterator]: () => ({ next: () => pieces.next() }) };
}

/** The file, and then the rest of the form: only its closing line tells that the file is whole. */
async function* toTheEnd(form: Parts): AsyncGenerator<Uint8Array> {
  yield* form.content();
  while (await form.next()) {
    await form.head();
    for await (const _ of form.content());
  }
}

async function whole(content: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of content) {
    size += piece.length;
    if (size > MAX_FIELD) throw new BrokenUpload("a field is too long");
    pieces.push(piece.slice());
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return decoder.decode(all);
}

/** The parts of a form, one after the other. */
class Parts {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #mark: Uint8Array;
  /** What was read and not taken. The first boundary has no line end before it: one is put there. */
  #held: Uint8Array = Uint8Array.of(CR, 10);
  #begun = false;

  constructor(reader: ReadableStreamDefaultReader<Uint8Array>, boundary: string) {
    this.#reader = reader;
    this.#mark = new TextEncoder().encode(`\r\n--${boundary}`);
  }

  /** Goes to the next part, once the content of the one before is read; false after the last one. */
  async next(): Promise<boolean> {
    if (!this.#begun) for await (const _ of this.content());
    this.#begun = true;
    while (this.#held.length < 2) await this.#more();
    const [a, b] = this.#held;
    this.#held = this.#held.subarray(2);
    if (a === 0x2d && b === 0x2d) return false;
    if (a !== CR || b !== 10) throw new BrokenUpload("no line end after a boundary");
    return true;
  }

  /** The header lines of the part. */
  async head(): Promise<string> {
    for (;;) {
      const text = decoder.decode(this.#held.subarray(0, MAX_HEAD));
      const end = text.indexOf("\r\n\r\n");
      if (end >= 0) {
        this.#held = this.#held.subarray(new TextEncoder().encode(text.slice(0, end + 4)).length);
        return text.slice(0, end);
      }
      if (this.#held.length > MAX_HEAD) throw new BrokenUpload("a head is too long");
      await this.#more();
    }
  }

  /** The bytes of the part, up to the boundary after it. A piece is only good until the next one is asked for. */
  async *content(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const at = find(this.#held, this.#mark);
      if (at >= 0) {
        const last = this.#held.subarray(0, at);
        this.#held = this.#held.subarray(at + this.#mark.length);
        if (last.length > 0) yield last;
        return;
      }
      // The end may be the beginning of the boundary.
      const sure = this.#held.length - this.#mark.length + 1;
      if (sure > 0) {
        const piece = this.#held.subarray(0, sure);
        this.#held = this.#held.subarray(sure);
        yield piece;
      }
      await this.#more();
    }
  }

  async #more(): Promise<void> {
    const { done, value } = await this.#reader.read();
    if (done) throw new BrokenUpload("the upload was cut off");
    const both = new Uint8Array(this.#held.length + value.length);
    both.set(this.#held);
    both.set(value, this.#held.length);
    this.#held = both;
  }
}

function find(bytes: Uint8Array, mark: Uint8Array): number {
  for (let at = bytes.indexOf(CR); at >= 0 && at + mark.length <= bytes.length; at = bytes.indexOf(CR, at + 1)) {
    let same = 1;
    while (same < mark.length && bytes[at + same] === mark[same]) same++;
    if (same === mark.length) return at;
  }
  return -1;
}
