/**
 * The index of a captured mailbox: `index.jsonl`, a line per mail in the order of arrival, and `text.jsonl`, what a search
 * looks through. Both only grow, and other processes write too, so what was read once is kept and only the rest is read.
 *
 *     index.jsonl   {"id":"0f…","at":1795000000000,"to":"liga@pasts.example","subject":"…"}
 *     text.jsonl    {"id":"0f…","text":"labdien! …"}
 */
import { createReadStream } from "node:fs";
import { appendFile, open } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type CapturedLine, type CapturedMail, searchable } from "../../../platform/mailbox.ts";
import { unlessMissing } from "./missing.ts";

export interface Lines {
  /** Oldest first. */
  all(): Promise<readonly CapturedLine[]>;
  has(id: string): Promise<boolean>;
  /** Oldest first: those whose address, subject or text part holds these words, as `searchable` compares them. */
  find(words: string): Promise<CapturedLine[]>;
  add(mail: CapturedMail): Promise<void>;
}

/** The index of the mailbox in this folder, which need not exist yet. */
export function openLines(folder: string): Lines {
  const index = join(folder, "index.jsonl");
  const texts = join(folder, "text.jsonl");
  let known = nothing();
  let reading = Promise.resolve();

  /** One at a time: the next reader finds what the one before has read. */
  async function current() {
    reading = reading.then(readOn, readOn);
    await reading;
    return known;
  }

  async function readOn(): Promise<void> {
    const file = await unlessMissing(open(index, "r"));
    try {
      const state = await file?.stat();
      // Emptied, or another folder under this name.
      if (!file || !state || state.ino !== known.ino || state.size < known.size) known = nothing(state?.ino);
      if (!file || !state || state.size === known.size) return;
      const { buffer } = await file.read(Buffer.alloc(state.size - known.size), 0, undefined, known.size);
      const whole = buffer.subarray(0, buffer.lastIndexOf(10) + 1);
      known.size += whole.length;
      for (const text of whole.toString("utf8").split("\n")) {
        const line = parsed(text);
        if (!line || known.ids.has(line.id)) continue;
        known.ids.add(line.id);
        known.lines.push(line);
      }
    } finally {
      await file?.close();
    }
  }

  async function idsWithText(words: readonly string[]): Promise<Set<string>> {
    const wanted = words.map((one) => JSON.stringify(one).slice(1, -1));
    const found = new Set<string>();
    const stream = createReadStream(texts, "utf8").on("error", () => {});
    for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }))
      if (wanted.some((one) => line.indexOf(one, PREFIX) >= 0)) found.add(line.slice(7, 39));
    return found;
  }

  return {
    all: async () => (await current()).lines,
    has: async (id) => (await current()).ids.has(id),
    async find(words) {
      const wanted = searchable(words);
      const { lines } = await current();
      // Lines of before were kept with the signs of their letters.
      const withText = await idsWithText([...new Set([wanted, words.toLowerCase()])]);
      return lines.filter((l) => withText.has(l.id) || searchable(`${l.to}\n${l.subject}`).includes(wanted));
    },
    async add({ id, at, mail }) {
      const line: CapturedLine = { id, at, to: mail.to, subject: mail.subject };
      await appendFile(texts, `${JSON.stringify({ id, text: searchable(mail.text) })}\n`, { mode: 0o600 });
      // Last, because a mail with a line is in the mailbox.
      await appendFile(index, `${JSON.stringify(line)}\n`, { mode: 0o600 });
    },
  };
}

/** Length of `{"id":"…","text":"`. */
const PREFIX = 49;

const nothing = (ino = 0) => ({ ino, size: 0, lines: [] as CapturedLine[], ids: new Set<string>() });

/** What a line says. One that was cut off is none, and the line written after it is read from its own beginning. */
function parsed(text: string): CapturedLine | undefined {
  for (const from of new Set([0, text.lastIndexOf('{"id":"')]))
    try {
      return JSON.parse(text.slice(from)) as CapturedLine;
    } catch {}
  return undefined;
}
