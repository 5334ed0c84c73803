/**
 * The signatures that time stamps and their certificates may have: RSA (PKCS #1 v1.5 and PSS) from 2048 bits and ECDSA on
 * the NIST curves, with SHA-256, SHA-384 or SHA-512. Everything else, SHA-1 first of all, is not believed. By WebCrypto, so
 * the same in Node, in workerd and in a browser.
 */
import * as asn1js from "asn1js";
import * as pkijs from "pkijs";
import { quietly, readDer } from "./der.ts";

/** `yes`, `no`, or an algorithm that is not taken. */
export type Signed = "yes" | "no" | "algorithm";

const HASHES: Readonly<Record<string, string>> = {
  "2.16.840.1.101.3.4.2.1": "SHA-256",
  "2.16.840.1.101.3.4.2.2": "SHA-384",
  "2.16.840.1.101.3.4.2.3": "SHA-512",
};
const RSA_KEY = "1.2.840.113549.1.1.1";
const RSA: Readonly<Record<string, string>> = {
  "1.2.840.113549.1.1.11": "SHA-256",
  "1.2.840.113549.1.1.12": "SHA-384",
  "1.2.840.113549.1.1.13": "SHA-512",
};
const PSS = "1.2.840.113549.1.1.10";
const ECDSA: Readonly<Record<string, string>> = {
  "1.2.840.10045.4.3.2": "SHA-256",
  "1.2.840.10045.4.3.3": "SHA-384",
  "1.2.840.10045.4.3.4": "SHA-512",
};
/** Curve → its name for WebCrypto, and the bytes of one coordinate. */
const CURVES: Readonly<Record<string, [string, number]>> = {
  "1.2.840.10045.3.1.7": ["P-256", 32],
  "1.3.132.0.34": ["P-384", 48],
  "1.3.132.0.35": ["P-521", 66],
};
const LEAST_RSA_BITS = 2048;

/** The hash that an algorithm identifier names, for WebCrypto; undefined if it is not taken. */
export const hashOf = (oid: string): string | undefined => HASHES[oid];

/** A digest by WebCrypto. */
export async function digest(algorithm: string, bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest(algorithm, bytes.slice()));
}

export interface SignatureInput {
  key: pkijs.PublicKeyInfo;
  algorithm: pkijs.AlgorithmIdentifier;
  /** Where the algorithm names none (`rsaEncryption` in CMS, RFC 3370 §3.2): the hash of the signer. */
  hash?: string | undefined;
  signature: Uint8Array;
  data: Uint8Array;
}

/** Checks one signature. Never throws. */
export async function verifySignature({ key, algorithm, hash, signature, data }: SignatureInput): Promise<Signed> {
  const chosen = choose(key, algorithm, hash);
  if (!chosen) return "algorithm";
  const raw = chosen.coordinate ? plainEcdsa(signature, chosen.coordinate) : signature;
  if (!raw) return "no";
  try {
    const spki = new Uint8Array(key.toSchema().toBER());
    const imported = await crypto.subtle.importKey("spki", spki, chosen.key, false, ["verify"]);
    const bits = (imported.algorithm as { modulusLength?: number }).modulusLength;
    if (bits !== undefined && bits < LEAST_RSA_BITS) return "algorithm";
    return (await crypto.subtle.verify(chosen.verify, imported, raw.slice(), data.slice())) ? "yes" : "no";
  } catch {
    return "no";
  }
}

interface Choice {
  key: { name: string; hash?: string; namedCurve?: string };
  verify: { name: string; hash?: string; saltLength?: number };
  /** ECDSA: bytes of one coordinate. */
  coordinate?: number;
}

function choose(key: pkijs.PublicKeyInfo, algorithm: pkijs.AlgorithmIdentifier, given?: string): Choice | undefined {
  const oid = algorithm.algorithmId;
  if (key.algorithm.algorithmId === RSA_KEY) {
    const hash = oid === RSA_KEY ? given : RSA[oid];
    if (hash) return { key: { name: "RSASSA-PKCS1-v1_5", hash }, verify: { name: "RSASSA-PKCS1-v1_5" } };
    return oid === PSS ? choosePss(algorithm) : undefined;
  }
  const hash = ECDSA[oid];
  const curve = quietly(() => CURVES[(key.algorithm.algorithmParams as asn1js.ObjectIdentifier).valueBlock.toString()]);
  if (key.algorithm.algorithmId !== "1.2.840.10045.2.1" || !hash || !curve) return undefined;
  return { key: { name: "ECDSA", namedCurve: curve[0] }, verify: { name: "ECDSA", hash }, coordinate: curve[1] };
}

/** RFC 4055 §3.1: the same hash for the message and its mask; the defaults (SHA-1) are not taken. */
function choosePss(algorithm: pkijs.AlgorithmIdentifier): Choice | undefined {
  const parameters = quietly(() => new pkijs.RSASSAPSSParams({ schema: algorithm.algorithmParams }));
  const hash = parameters && HASHES[parameters.hashAlgorithm?.algorithmId ?? ""];
  const mask = quietly(() => new pkijs.AlgorithmIdentifier({ schema: parameters?.maskGenAlgorithm?.algorithmParams }));
  const { saltLength = 20 } = parameters ?? {};
  if (!hash || HASHES[mask?.algorithmId ?? ""] !== hash || saltLength < 20 || saltLength > 64) return undefined;
  return { key: { name: "RSA-PSS", hash }, verify: { name: "RSA-PSS", saltLength } };
}

/** `SEQUENCE { r, s }` (RFC 3279 §2.2.3) as r ‖ s in full width; undefined where a number is negative or too long. */
function plainEcdsa(signature: Uint8Array, width: number): Uint8Array | undefined {
  const block = readDer(signature, 10);
  const parts = block instanceof asn1js.Sequence ? block.valueBlock.value : [];
  if (parts.length !== 2) return undefined;
  const raw = new Uint8Array(2 * width);
  for (const [i, part] of parts.entries()) {
    if (!(part instanceof asn1js.Integer)) return undefined;
    const view = part.valueBlock.valueHexView;
    const bytes = view[0] === 0 ? view.subarray(1) : view;
    if (view.length === 0 || (view[0] as number) >= 0x80 || bytes.length > width) return undefined;
    raw.set(bytes, (i + 1) * width - bytes.length);
  }
  return raw;
}
