/**
 * From the authority's certificate up to one that we were told to trust (RFC 5280 §6, without policies and names: those of
 * a time-stamp service are judged by whoever puts it on a list). An anchor may be a root, an issuer, or, as on the trusted
 * lists of the EU, the certificate of the service itself. It is trusted because somebody said so: until when it is valid
 * is not asked of an anchor that stands above.
 */
import type * as pkijs from "pkijs";
import { sameBytes } from "../../../platform/encoding.ts";
import {
  type Certificate,
  isBeyondUs,
  isValidAt,
  letsTimeStamp,
  maySignCertificates,
  readCertificate,
} from "./certificate.ts";
import { verifySignature } from "./signature.ts";

/** A certificate that the institution, or whoever verifies, has decided to trust. */
export interface Anchor {
  /** DER. */
  certificate: Uint8Array;
  /**
   * The trusted list on which it stood as a qualified time-stamp service, and the day on which somebody looked: `LV
   * 2026-11-20`. Absent where nobody has said so.
   */
  listed?: string | undefined;
}

export type ChainFault = "untrusted" | "chain-validity" | "chain-beyond-us";

/** Certificates from the authority's up to the anchor, and the anchor. */
export interface Chain {
  certificates: Certificate[];
  anchor: Anchor;
}

const DEEPEST = 6;

/** The way from `signer` to an anchor, each certificate valid at `at` (ms). The best-known reason where there is none. */
export async function chainOf(
  signer: Certificate,
  { others, anchors, at }: { others: readonly Certificate[]; anchors: readonly Anchor[]; at: number },
): Promise<Chain | ChainFault> {
  const known = anchors.flatMap((anchor) => {
    const certificate = readCertificate(anchor.certificate);
    return certificate ? [{ anchor, certificate }] : [];
  });
  let fault: ChainFault = "untrusted";
  const tried = new Set<Certificate>();

  const climb = async (path: Certificate[]): Promise<Chain | undefined> => {
    const last = path.at(-1) as Certificate;
    const itself = known.find(({ certificate }) => sameBytes(certificate.der, last.der));
    if (itself) return { certificates: path, anchor: itself.anchor };
    for (const { anchor, certificate } of known)
      if (await signs(certificate, last)) return { certificates: [...path, certificate], anchor };
    if (path.length >= DEEPEST) return undefined;
    for (const other of others) {
      if (tried.has(other) || path.includes(other) || !(await signs(other, last))) continue;
      tried.add(other);
      if (!maySignCertificates(other, path.length - 1) || !letsTimeStamp(other)) continue;
      if (isBeyondUs(other)) fault = "chain-beyond-us";
      else if (!isValidAt(other, at)) fault = "chain-validity";
      else {
        const found = await climb([...path, other]);
        if (found) return found;
      }
    }
    return undefined;
  };
  return (await climb([signer])) ?? fault;
}

/** Whether this certificate's name and key stand behind that one. */
export async function signs(issuer: Certificate, { parsed }: Certificate): Promise<boolean> {
  if (!parsed.issuer.isEqual(issuer.parsed.subject)) return false;
  if (!sameAlgorithm(parsed)) return false;
  const signed = await verifySignature({
    key: issuer.parsed.subjectPublicKeyInfo,
    algorithm: parsed.signatureAlgorithm,
    signature: parsed.signatureValue.valueBlock.valueHexView,
    data: parsed.tbsView,
  });
  return signed === "yes";
}

/** RFC 5280 §4.1.1.2: the algorithm stands inside and outside of what is signed, and is the same. */
const sameAlgorithm = ({ signature, signatureAlgorithm }: pkijs.Certificate) =>
  signature.algorithmId === signatureAlgorithm.algorithmId;
