/**
 * Text that comes in pieces, as lines: cut at line feeds and nowhere else, so that what is put together again with line feeds is
 * the text that came. (`node:readline` cuts at a carriage return and at U+2028 and U+2029 as well, which stand in values.)
 */

/** The lines of UTF-8 text, without their line feed; behind the last line feed only what is there. Holds a line and a piece. Throws if it is no UTF-8. */
export async function* linesOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  // A dump begins with no byte-order mark; one that stands there is text.
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let begun: string[] = [];
  for await (const piece of pieces) {
    const [first = "", ...rest] = decoder.decode(piece, { stream: true }).split("\n");
    begun.push(first);
    for (const next of rest) {
      yield begun.join("");
      begun = [next];
    }
  }
  const last = begun.join("") + decoder.decode();
  if (last !== "") yield last;
}
