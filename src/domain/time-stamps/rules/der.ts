/**
 * Reading ASN.1 strictly enough for evidence: the whole of the bytes or nothing, every part exactly filled, within bounds,
 * never a throw. Lengths may be written in any way BER allows (some authorities do); asn1js alone overlooks lengths that
 * contradict each other, so they are checked first.
 */
import * as asn1js from "asn1js";

/** The most that is read of a time stamp, bytes: real ones have 3 to 12 kB. */
export const MOST_BYTES = 128 * 1024;

const DEEPEST = 40;

/** One ASN.1 value that fills `bytes`; undefined for anything else. `nodes`: how many parts it may have. */
export function readDer(bytes: Uint8Array, nodes = 10_000): asn1js.BaseBlock | undefined {
  if (endOf(bytes, 0, bytes.length, 0) !== bytes.length) return undefined;
  return quietly(() => {
    const { offset, result } = asn1js.fromBER(bytes, { maxDepth: DEEPEST, maxNodes: nodes });
    return offset === bytes.length && !result.error ? (result as asn1js.BaseBlock) : undefined;
  });
}

/** Where the value that begins at `at` ends, its parts filling it exactly; -1 where they do not (X.690 §8.1). */
function endOf(bytes: Uint8Array, at: number, limit: number, depth: number): number {
  const [tag, short] = [bytes[at], bytes[at + 1]];
  // Tags above 30 stand in nothing that is read here.
  if (tag === undefined || short === undefined || at + 2 > limit || depth > DEEPEST || (tag & 0x1f) === 0x1f) return -1;
  const constructed = (tag & 0x20) !== 0;
  let from = at + 2;
  if (short === 0x80) {
    if (!constructed) return -1;
    while (!(bytes[from] === 0 && bytes[from + 1] === 0)) {
      from = endOf(bytes, from, limit, depth + 1);
      if (from < 0) return -1;
    }
    return from + 2 <= limit ? from + 2 : -1;
  }
  let length = short;
  if (short > 0x80) {
    const digits = bytes.subarray(from, from + (short & 0x7f));
    if (digits.length !== (short & 0x7f) || digits.length > 4) return -1;
    length = digits.reduce((n, byte) => n * 256 + byte, 0);
    from += digits.length;
  }
  const end = from + length;
  if (end > limit) return -1;
  while (constructed && from < end) {
    from = endOf(bytes, from, end, depth + 1);
    if (from < 0) return -1;
  }
  return end;
}

/** What `read` gives; undefined where it throws: pkijs and asn1js throw at what is not of their form. */
export function quietly<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** The parts of a SEQUENCE; undefined for another type. */
export function sequenceOf(block: asn1js.BaseBlock | undefined): asn1js.BaseBlock[] | undefined {
  return block instanceof asn1js.Sequence ? (block.valueBlock.value as asn1js.BaseBlock[]) : undefined;
}

/** An INTEGER as its bytes, two's complement; undefined for another type. */
export function integerOf(block: asn1js.BaseBlock | undefined): Uint8Array | undefined {
  const view = block instanceof asn1js.Integer ? block.valueBlock.valueHexView : undefined;
  return view && view.length > 0 ? view.slice() : undefined;
}

/** A non-negative INTEGER as its bytes without leading zeros (0 is one zero byte); undefined for another type or below 0. */
export function magnitudeOf(block: asn1js.BaseBlock | undefined): Uint8Array | undefined {
  const view = integerOf(block);
  return view && (view[0] as number) < 0x80 ? trimmed(view) : undefined;
}

/** A small INTEGER, or one with an implicit tag, as a number; undefined where it is none, or above 2^31. */
export function smallOf(block: asn1js.BaseBlock | undefined): number | undefined {
  const view = (block as { valueBlock?: { valueHexView?: Uint8Array } } | undefined)?.valueBlock?.valueHexView;
  if (!view || view.length === 0 || view.length > 4 || (view[0] as number) >= 0x80) return undefined;
  return view.reduce((n, byte) => n * 256 + byte, 0);
}

/** Text of an OBJECT IDENTIFIER; undefined for another type. */
export function oidOf(block: asn1js.BaseBlock | undefined): string | undefined {
  return block instanceof asn1js.ObjectIdentifier ? block.valueBlock.toString() : undefined;
}

/** Bytes of an OCTET STRING, also one in pieces; undefined for another type. */
export function octetsOf(block: asn1js.BaseBlock | undefined): Uint8Array | undefined {
  return block instanceof asn1js.OctetString ? new Uint8Array(block.getValue()) : undefined;
}

/** Whether it has the context tag `[n]`. */
export const isTagged = (block: asn1js.BaseBlock | undefined, n: number): boolean =>
  block?.idBlock.tagClass === 3 && block.idBlock.tagNumber === n;

/** Without leading zero bytes, but never empty. */
export function trimmed(bytes: Uint8Array): Uint8Array {
  let from = 0;
  while (from < bytes.length - 1 && bytes[from] === 0) from++;
  return bytes.slice(from);
}
