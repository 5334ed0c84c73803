/**
 * Reading ASN.1 strictly enough for evidence: the whole of the bytes or nothing, within bounds, never a throw. Lengths may
 * be written in any way BER allows (some authorities do); what is signed is compared byte by byte later anyway.
 */
import * as asn1js from "asn1js";

/** The most that is read of a time stamp, bytes: real ones have 3 to 12 kB. */
export const MOST_BYTES = 128 * 1024;

/** One ASN.1 value that fills `bytes`; undefined for anything else. `nodes`: how many parts it may have. */
export function readDer(bytes: Uint8Array, nodes = 10_000): asn1js.BaseBlock | undefined {
  return quietly(() => {
    const { offset, result } = asn1js.fromBER(bytes, { maxDepth: 40, maxNodes: nodes });
    return offset === bytes.length && !result.error ? (result as asn1js.BaseBlock) : undefined;
  });
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

/** A non-negative INTEGER as its bytes without leading zeros (0 is one zero byte); undefined for another type or below 0. */
export function magnitudeOf(block: asn1js.BaseBlock | undefined): Uint8Array | undefined {
  if (!(block instanceof asn1js.Integer)) return undefined;
  const view = block.valueBlock.valueHexView;
  if (view.length === 0 || (view[0] as number) >= 0x80) return undefined;
  return trimmed(view);
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
