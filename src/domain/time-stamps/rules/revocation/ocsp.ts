/**
 * Answers about one certificate (RFC 6960), by its issuer or by a responder whom the issuer has certified for just this.
 */
import * as asn1js from "asn1js";
import * as pkijs from "pkijs";
import { type Certificate, EXTENSIONS, extensionOf, isValidAt, readCertificate } from "../certificate.ts";
import { signs } from "../chain.ts";
import { MOST_BYTES, quietly, readDer, smallOf } from "../der.ts";
import { verifySignature } from "../signature.ts";
import type { PaperState } from "./paper.ts";

export const OCSP_QUERY_TYPE = "application/ocsp-request";
export const OCSP_REPLY_TYPE = "application/ocsp-response";
const BASIC = "1.3.6.1.5.5.7.48.1.1";
const OCSP_SIGNING = "1.3.6.1.5.5.7.3.9";

/** The DER bytes of the question about a certificate: its number and hashes of its issuer (SHA-1, as responders expect). */
export async function ocspQuery(certificate: Certificate, issuer: Certificate): Promise<Uint8Array> {
  const query = new pkijs.OCSPRequest();
  await query.createForCertificate(certificate.parsed, { hashAlgorithm: "SHA-1", issuerCertificate: issuer.parsed });
  return new Uint8Array(query.toSchema(true).toBER());
}

/** What the answer says of a certificate of this issuer. */
export async function ocspState(der: Uint8Array, certificate: Certificate, issuer: Certificate): Promise<PaperState> {
  const basic = readOcsp(der);
  if (!basic || !(await isBelieved(basic, issuer))) return UNKNOWN;
  for (const one of basic.tbsResponseData.responses) {
    const asked = new pkijs.CertID();
    const hash = quietly(
      () => pkijs.getAlgorithmByOID<{ name: string }>(one.certID.hashAlgorithm.algorithmId, true).name,
    );
    if (!hash) continue;
    await asked.createForCertificate(certificate.parsed, { hashAlgorithm: hash, issuerCertificate: issuer.parsed });
    if (!one.certID.isEqual(asked)) continue;
    const { tagNumber } = one.certStatus.idBlock;
    if (tagNumber === 0) return { state: "good", until: one.nextUpdate?.getTime() };
    if (tagNumber === 1) return revoked(one.certStatus);
  }
  return UNKNOWN;
}

/** Reads a successful basic answer; undefined for anything else. */
export function readOcsp(der: Uint8Array): pkijs.BasicOCSPResponse | undefined {
  const block = der.length <= MOST_BYTES ? readDer(der) : undefined;
  return quietly(() => {
    if (!block) return undefined;
    const reply = new pkijs.OCSPResponse({ schema: block });
    if (smallOf(reply.responseStatus) !== 0 || reply.responseBytes?.responseType !== BASIC) return undefined;
    const inner = readDer(reply.responseBytes.response.valueBlock.valueHexView);
    return inner && new pkijs.BasicOCSPResponse({ schema: inner });
  });
}

async function isBelieved(basic: pkijs.BasicOCSPResponse, issuer: Certificate): Promise<boolean> {
  const by = async ({ parsed }: Certificate) =>
    (await verifySignature({
      key: parsed.subjectPublicKeyInfo,
      algorithm: basic.signatureAlgorithm,
      signature: basic.signature.valueBlock.valueHexView,
      data: basic.tbsResponseData.tbsView,
    })) === "yes";
  if (await by(issuer)) return true;
  const produced = basic.tbsResponseData.producedAt.getTime();
  for (const one of basic.certs ?? []) {
    const responder = readCertificate(new Uint8Array(one.toSchema().toBER()));
    if (!responder || !isValidAt(responder, produced) || !isResponder(responder)) continue;
    if ((await signs(issuer, responder)) && (await by(responder))) return true;
  }
  return false;
}

const isResponder = (certificate: Certificate) => {
  const usage = extensionOf(certificate, EXTENSIONS.extendedKeyUsage)?.parsedValue;
  return usage instanceof pkijs.ExtKeyUsage && usage.keyPurposes.includes(OCSP_SIGNING);
};

/** `[1] IMPLICIT SEQUENCE { revocationTime GeneralizedTime, revocationReason [0] EXPLICIT ENUMERATED OPTIONAL }`. */
function revoked(status: asn1js.BaseBlock): PaperState {
  const [time, reason] = (status as asn1js.Constructed).valueBlock.value as asn1js.BaseBlock[];
  const at = time instanceof asn1js.GeneralizedTime ? time.toDate().getTime() : Number.NEGATIVE_INFINITY;
  const [code] = (reason as asn1js.Constructed | undefined)?.valueBlock.value ?? [];
  return { state: "revoked", at, reason: smallOf(code as asn1js.BaseBlock | undefined) };
}

const UNKNOWN: PaperState = { state: "unknown" };
