/** Lists of revoked certificates (RFC 5280 §5): whole lists by the issuer itself; partial and indirect ones say nothing here. */
import * as pkijs from "pkijs";
import { sameBytes } from "../../../../platform/encoding.ts";
import { type Certificate, keyUsageOf } from "../certificate.ts";
import { integerOf, quietly, readDer, smallOf } from "../der.ts";
import { verifySignature } from "../signature.ts";
import type { PaperState } from "./paper.ts";

/** Largest list that is read, bytes. Those of time-stamp services have a few kB. */
export const MOST_CRL_BYTES = 512 * 1024;
const NODES = 200_000;
/** Extensions of a list that leave it whole: authority key, number. Others, where critical, make it partial. */
const NUMBER = "2.5.29.20";
const REASON = "2.5.29.21";
const CERTIFICATE_ISSUER = "2.5.29.29";

/** What the list says of a certificate of this issuer. */
export async function crlState(der: Uint8Array, certificate: Certificate, issuer: Certificate): Promise<PaperState> {
  const list = readCrl(der);
  const bits = keyUsageOf(issuer);
  if (!list?.issuer.isEqual(issuer.parsed.subject) || (bits !== undefined && (bits & 0x02) === 0)) return UNKNOWN;
  const partial = list.crlExtensions?.extensions.some(({ extnID, critical }) => critical && extnID !== NUMBER);
  const signed = await verifySignature({
    key: issuer.parsed.subjectPublicKeyInfo,
    algorithm: list.signatureAlgorithm,
    signature: list.signatureValue.valueBlock.valueHexView,
    data: list.tbsView,
  });
  if (partial || signed !== "yes") return UNKNOWN;
  const serial = integerOf(certificate.parsed.serialNumber);
  const entry = list.revokedCertificates?.find(({ userCertificate }) => {
    const revoked = integerOf(userCertificate);
    return serial && revoked && sameBytes(serial, revoked);
  });
  if (!entry) return { state: "good", until: list.nextUpdate?.value.getTime() };
  const extensions = entry.crlEntryExtensions?.extensions ?? [];
  if (extensions.some(({ extnID }) => extnID === CERTIFICATE_ISSUER)) return UNKNOWN;
  const reason = extensions.find(({ extnID }) => extnID === REASON);
  return {
    state: "revoked",
    at: entry.revocationDate.value.getTime(),
    reason: reason && smallOf(readDer(reason.extnValue.valueBlock.valueHexView)),
  };
}

/** Reads a list; undefined for anything else. */
export function readCrl(der: Uint8Array): pkijs.CertificateRevocationList | undefined {
  const block = der.length <= MOST_CRL_BYTES ? readDer(der, NODES) : undefined;
  return block && quietly(() => new pkijs.CertificateRevocationList({ schema: block }));
}

const UNKNOWN: PaperState = { state: "unknown" };
