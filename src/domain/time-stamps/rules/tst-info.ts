/**
 * TSTInfo (RFC 3161 §2.4.2): what the authority states, read member by member in its order. Anything that is not of the
 * form makes the whole of it unreadable.
 */
import * as asn1js from "asn1js";
import { integerOf, isTagged, magnitudeOf, octetsOf, oidOf, readDer, sequenceOf, smallOf, trimmed } from "./der.ts";
import { readImprint } from "./request.ts";

/** ETSI EN 319 422 §9.1 and Annex B: the issuer claims that this is a qualified electronic time stamp. */
const QUALIFIED_CLAIM = "0.4.0.19422.1.1";
const QC_STATEMENTS = "1.3.6.1.5.5.7.1.3";

export interface TstInfo {
  policy: string;
  imprint: { algorithm: string; digest: Uint8Array };
  /** The authority's number of this stamp, without leading zeros. */
  serial: Uint8Array;
  /** Milliseconds since 1970-01-01T00:00Z, further digits cut off. */
  at: number;
  /** How far the true time may lie from `at`, milliseconds, rounded up; undefined where the authority does not say. */
  accuracyMs: number | undefined;
  nonce: Uint8Array | undefined;
  /** The token calls itself qualified. A claim of its issuer: only a trusted list can bear it out. */
  claimsQualified: boolean;
  /** It has a critical extension, and we know none. */
  beyondUs: boolean;
}

/** Reads the bytes; undefined for anything else. */
export function readTstInfo(bytes: Uint8Array): TstInfo | undefined {
  const parts = sequenceOf(readDer(bytes)) ?? [];
  const [version, policyBlock, imprintBlock, serialBlock, timeBlock, ...rest] = parts;
  const policy = oidOf(policyBlock);
  const imprint = readImprint(imprintBlock);
  const serial = integerOf(serialBlock);
  const at = timeBlock instanceof asn1js.GeneralizedTime ? readTime(timeBlock) : undefined;
  if (smallOf(version) !== 1 || !policy || !imprint || !serial || at === undefined) return undefined;
  const accuracy = sequenceOf(rest[0]);
  if (accuracy) rest.shift();
  const accuracyMs = accuracy && readAccuracy(accuracy);
  if (accuracy && accuracyMs === undefined) return undefined;
  if (rest[0] instanceof asn1js.Boolean) rest.shift();
  const nonce = magnitudeOf(rest[0]);
  if (nonce) rest.shift();
  if (isTagged(rest[0], 0)) rest.shift();
  const extensions = isTagged(rest[0], 1) ? readExtensions(rest.shift() as asn1js.BaseBlock) : [];
  if (rest.length > 0 || !extensions) return undefined;
  return {
    policy,
    imprint,
    serial: trimmed(serial),
    at,
    accuracyMs,
    nonce,
    claimsQualified: extensions.some(({ oid, value }) => oid === QC_STATEMENTS && claims(value)),
    beyondUs: extensions.some(({ oid, critical }) => critical && oid !== QC_STATEMENTS),
  };
}

/** `20261122080005.123Z`: UTC, seconds always there, a real day and hour. */
function readTime(block: asn1js.GeneralizedTime): number | undefined {
  const view = block.valueBlock.valueHexView;
  const text = String.fromCharCode(...view);
  const [, year, month, day, hour, minute, second, part = ""] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d{1,9}))?Z$/.exec(text) ?? [];
  if (!year) return undefined;
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.${part.padEnd(3, "0").slice(0, 3)}Z`;
  const at = Date.parse(iso);
  return !Number.isNaN(at) && new Date(at).toISOString() === iso ? at : undefined;
}

/** Seconds, milliseconds [0], microseconds [1], each at most once and in this order. */
function readAccuracy(parts: readonly asn1js.BaseBlock[]): number | undefined {
  let ms = 0;
  let before = -1;
  for (const part of parts) {
    const unit = part instanceof asn1js.Integer ? 0 : isTagged(part, 0) ? 1 : isTagged(part, 1) ? 2 : -1;
    const n = smallOf(part);
    if (unit <= before || n === undefined || (unit > 0 && (n < 1 || n > 999))) return undefined;
    ms += unit === 0 ? n * 1000 : unit === 1 ? n : n / 1000;
    before = unit;
  }
  return Math.ceil(ms);
}

interface Extension {
  oid: string;
  critical: boolean;
  value: Uint8Array;
}

/** `[1] IMPLICIT Extensions`; undefined where one cannot be read. */
function readExtensions(block: asn1js.BaseBlock): Extension[] | undefined {
  const parts = (block as asn1js.Constructed).valueBlock.value as unknown;
  if (!Array.isArray(parts)) return undefined;
  const read = parts.map((part): Extension | undefined => {
    const [oidBlock, ...rest] = sequenceOf(part) ?? [];
    const critical = rest[0] instanceof asn1js.Boolean ? (rest.shift() as asn1js.Boolean).valueBlock.value : false;
    const oid = oidOf(oidBlock);
    const value = octetsOf(rest[0]);
    return oid && value && rest.length === 1 ? { oid, critical, value } : undefined;
  });
  return read.includes(undefined) ? undefined : (read as Extension[]);
}

/** Whether the QCStatements hold the claim, without conditions beside it. */
function claims(value: Uint8Array): boolean {
  return (sequenceOf(readDer(value)) ?? []).some((statement) => {
    const [oid, ...more] = sequenceOf(statement) ?? [];
    return oidOf(oid) === QUALIFIED_CLAIM && more.length === 0;
  });
}
