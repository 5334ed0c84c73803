/**
 * Writes a ZIP piece by piece: a bundle of a whole campaign never stands in memory. Files come in the order of the format
 * and each is whole when it comes; what remains in memory is their list.
 */
import { inOrder, isBundlePath } from "../paths.ts";
import { crc32 } from "./crc.ts";
import { directory, type Listed, localHeader, MAX_SIZE } from "./form.ts";

export interface ZipWriter {
  /** The bytes of the next file, whose CRC-32 is `crc`. Throws on a name that the format does not know or that is out of order. */
  add(name: string, bytes: Uint8Array, crc?: number): Uint8Array[];
  /** The bytes of the end. */
  end(): Uint8Array[];
}

export function zipWriter(): ZipWriter {
  const files: Listed[] = [];
  let at = 0;
  return {
    add(name, bytes, crc = crc32(bytes)) {
      if (!isBundlePath(name)) throw new Error("not the name of a file of a bundle");
      const last = files.at(-1);
      if (last && !inOrder(last.name, name)) throw new Error("files of a bundle out of order");
      const file = { name, crc, size: bytes.length, offset: at };
      const header = localHeader(file);
      at += header.length + bytes.length;
      if (at > MAX_SIZE) throw new Error("a bundle of 4 GiB or more is not written");
      files.push(file);
      return [header, bytes];
    },
    end: () => directory(files, at),
  };
}
