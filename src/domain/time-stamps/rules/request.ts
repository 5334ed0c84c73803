/**
 * The question to a time-stamp authority (RFC 3161 §2.4.1): the SHA-256 of the bytes to be stamped, a nonce, and "send your
 * certificate". Nothing else of us goes out.
 *
 *     30 45 02 01 01 30 31 30 0d … SHA-256 … 02 10 <nonce> 01 01 ff
 */
import * as asn1js from "asn1js";
import { isTagged, magnitudeOf, octetsOf, oidOf, readDer, sequenceOf, smallOf } from "./der.ts";

export const SHA_256 = "2.16.840.1.101.3.4.2.1";

/** Media types of the question and the answer over HTTP (RFC 3161 §3.4). */
export const QUERY_TYPE = "application/timestamp-query";
export const REPLY_TYPE = "application/timestamp-reply";

export interface TimeStampQuery {
  /** SHA-256 of the bytes, 32 bytes. */
  imprint: Uint8Array;
  /** Up to 20 bytes, read as a positive number without leading zeros. */
  nonce?: Uint8Array | undefined;
  /** OID of the policy that the authority is to stamp under. */
  policy?: string | undefined;
  certReq: boolean;
}

/** A nonce from random bytes: positive, and its first byte is never zero, so that it has one encoding. */
export function nonceOf(random: Uint8Array): Uint8Array {
  const nonce = random.slice();
  nonce[0] = ((nonce[0] as number) & 0x7f) | 0x40;
  return nonce;
}

/** The DER bytes of a question. */
export function timeStampQuery({ imprint, nonce, policy, certReq }: TimeStampQuery): Uint8Array {
  const algorithm = new asn1js.Sequence({
    value: [new asn1js.ObjectIdentifier({ value: SHA_256 }), new asn1js.Null()],
  });
  const query = new asn1js.Sequence({
    value: [
      new asn1js.Integer({ value: 1 }),
      new asn1js.Sequence({ value: [algorithm, new asn1js.OctetString({ valueHex: imprint })] }),
      ...(policy === undefined ? [] : [new asn1js.ObjectIdentifier({ value: policy })]),
      ...(nonce === undefined ? [] : [new asn1js.Integer({ valueHex: nonce })]),
      ...(certReq ? [new asn1js.Boolean({ value: true })] : []),
    ],
  });
  return new Uint8Array(query.toBER());
}

/** Reads a question; undefined for what is none. Another algorithm than SHA-256 gives an empty imprint. */
export function readQuery(bytes: Uint8Array): TimeStampQuery | undefined {
  const [version, imprint, ...rest] = sequenceOf(readDer(bytes, 100)) ?? [];
  const hashed = readImprint(imprint);
  if (smallOf(version) !== 1 || !hashed) return undefined;
  const policy = oidOf(rest[0]);
  if (policy !== undefined) rest.shift();
  const nonce = magnitudeOf(rest[0]);
  if (nonce) rest.shift();
  const certReq = rest[0] instanceof asn1js.Boolean ? rest.shift() : undefined;
  if (rest.length > 1 || (rest[0] && !isTagged(rest[0], 0))) return undefined;
  return {
    imprint: hashed.algorithm === SHA_256 ? hashed.digest : new Uint8Array(0),
    nonce,
    policy,
    certReq: (certReq as asn1js.Boolean | undefined)?.valueBlock.value === true,
  };
}

/** MessageImprint: which algorithm, and the digest. */
export function readImprint(
  block: asn1js.BaseBlock | undefined,
): { algorithm: string; digest: Uint8Array } | undefined {
  const [identifier, digest, ...more] = sequenceOf(block) ?? [];
  const [oid, parameters, ...others] = sequenceOf(identifier) ?? [];
  const algorithm = oidOf(oid);
  const octets = octetsOf(digest);
  const plain = others.length === 0 && (parameters === undefined || parameters instanceof asn1js.Null);
  return algorithm && octets && plain && more.length === 0 ? { algorithm, digest: octets } : undefined;
}
