/** GIF (GIF89a specification): pictures and their control blocks are kept, comments and what applications noted are not. */
import { ascii, at, joined, u16le } from "./bytes.ts";
import type { Picture } from "./kind.ts";

const LOOPS = new Set(["NETSCAPE2.0", "ANIMEXTS1.0"]);

/** Undefined if it is no GIF. Throws `Short` if it ends too early. */
export function readGif(bytes: Uint8Array): Picture | undefined {
  if (!/^GIF8[79]a$/.test(ascii(bytes, 0, 6))) return undefined;
  const [width, height] = [u16le(bytes, 6), u16le(bytes, 8)];
  if (width === 0 || height === 0) return undefined;
  let place = 13 + table(at(bytes, 10));
  const parts = [bytes.subarray(0, place)];
  let frames = 0;
  for (;;) {
    const start = place;
    const kind = at(bytes, place);
    if (kind === 0x3b) {
      parts.push(bytes.subarray(place, place + 1));
      return frames > 0 ? { type: "gif", width, height, bytes: joined(parts) } : undefined;
    }
    if (kind === 0x2c) {
      frames++;
      place = blocksEnd(bytes, place + 11 + table(at(bytes, place + 9)));
      parts.push(bytes.subarray(start, place));
    } else if (kind === 0x21) {
      const label = at(bytes, place + 1);
      place = blocksEnd(bytes, place + 2);
      const control = label === 0xf9 || (label === 0xff && LOOPS.has(ascii(bytes, start + 3, 11)));
      if (control) parts.push(bytes.subarray(start, place));
    } else return undefined;
  }
}

/** Octets of a colour table that these flags announce. */
const table = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

/** Where a chain of blocks ends. */
function blocksEnd(bytes: Uint8Array, from: number): number {
  let place = from;
  for (let length = at(bytes, place); length > 0; length = at(bytes, place)) place += length + 1;
  return place + 1;
}
