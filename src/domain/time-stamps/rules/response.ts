/**
 * The answer of a time-stamp authority (RFC 3161 §2.4.2): granted with a token, or a refusal with its reasons. A stored
 * `.tsr` file holds these bytes; tools like `openssl ts` read them.
 */
import * as asn1js from "asn1js";
import { MOST_BYTES, readDer, sequenceOf, smallOf } from "./der.ts";

/** PKIFailureInfo (RFC 3161 §2.4.2): bit → what it says. */
const FAILURES: Readonly<Record<number, string>> = {
  0: "bad_algorithm",
  2: "bad_request",
  5: "bad_data_format",
  14: "no_clock",
  15: "policy_not_taken",
  16: "extension_not_taken",
  17: "more_not_available",
  25: "system_failure",
};

export interface TimeStampReply {
  /** 0 granted, 1 granted with changes, 2 rejected, 3 waiting, 4 and 5 revocation warnings. */
  status: number;
  /** Names of the failure bits that are set. */
  failures: string[];
  /** The token, a CMS ContentInfo; absent unless it is granted. */
  token: Uint8Array | undefined;
}

/** Reads an answer; undefined for what is none. */
export function readReply(bytes: Uint8Array): TimeStampReply | undefined {
  if (bytes.length > MOST_BYTES) return undefined;
  const [info, token, ...more] = sequenceOf(readDer(bytes)) ?? [];
  const [status, ...rest] = sequenceOf(info) ?? [];
  const number = status instanceof asn1js.Integer ? smallOf(status) : undefined;
  if (number === undefined || number > 5 || more.length > 0 || (token && !sequenceOf(token))) return undefined;
  const bits = rest.find((part) => part instanceof asn1js.BitString) as asn1js.BitString | undefined;
  return {
    status: number,
    failures: bits ? failuresOf(bits.valueBlock.valueHexView) : [],
    token: token?.valueBeforeDecodeView.slice(),
  };
}

/** The token in `.tsr` bytes, or the bytes themselves where they are a token already; undefined for neither. */
export function tokenIn(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes.length > MOST_BYTES) return undefined;
  const [first] = sequenceOf(readDer(bytes)) ?? [];
  if (first instanceof asn1js.ObjectIdentifier) return bytes;
  const reply = readReply(bytes);
  return reply && reply.status <= 1 ? reply.token : undefined;
}

function failuresOf(bytes: Uint8Array): string[] {
  return Object.entries(FAILURES).flatMap(([bit, name]) => {
    const at = Number(bit);
    return ((bytes[at >> 3] ?? 0) >> (7 - (at & 7))) & 1 ? [name] : [];
  });
}
