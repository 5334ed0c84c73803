/**
 * The token as a CMS SignedData (RFC 5652) over a TSTInfo: one signer, signed attributes, certificates beside it. Reading
 * believes nothing; `verify.ts` checks.
 */
import * as asn1js from "asn1js";
import * as pkijs from "pkijs";
import { sameBytes } from "../../../platform/encoding.ts";
import { type Certificate, readCertificate } from "./certificate.ts";
import { integerOf, isTagged, octetsOf, oidOf, quietly, readDer, sequenceOf } from "./der.ts";
import { digest, hashOf } from "./signature.ts";
import { readTstInfo, type TstInfo } from "./tst-info.ts";

const SIGNED_DATA = "1.2.840.113549.1.7.2";
const TST_INFO = "1.2.840.113549.1.9.16.1.4";
const CONTENT_TYPE = "1.2.840.113549.1.9.3";
const MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
/** RFC 2634 §5.4 (SHA-1) and RFC 5035 §3, by RFC 5816 both allowed. */
const SIGNING_CERTIFICATE = "1.2.840.113549.1.9.16.2.12";
const SIGNING_CERTIFICATE_V2 = "1.2.840.113549.1.9.16.2.47";
/** More certificates than this belong to no chain. */
const MOST_CERTIFICATES = 16;

export interface Token {
  content: Uint8Array;
  info: TstInfo;
  signer: pkijs.SignerInfo;
  /** The signed attributes as they were signed: a SET OF in DER (RFC 5652 §5.4). */
  signedAttributes: Uint8Array;
  certificates: Certificate[];
  /** Revocation lists that the token carries, DER. */
  crls: Uint8Array[];
}

/** Why a token cannot be read. */
export type TokenFault = "unreadable" | "content-type" | "signers" | "statement" | "attributes";

/** Reads a ContentInfo. */
export function readToken(bytes: Uint8Array): Token | TokenFault {
  const block = readDer(bytes);
  const [type] = sequenceOf(block) ?? [];
  if (!block || oidOf(type) !== SIGNED_DATA) return "unreadable";
  const signed = quietly(() => {
    const { content } = new pkijs.ContentInfo({ schema: block });
    return new pkijs.SignedData({ schema: content });
  });
  if (!signed) return "unreadable";
  if (signed.encapContentInfo.eContentType !== TST_INFO) return "content-type";
  const content = octetsOf(signed.encapContentInfo.eContent);
  const info = content && readTstInfo(content);
  if (!content || !info) return "statement";
  const [signer, ...others] = signed.signerInfos;
  if (!signer || others.length > 0) return "signers";
  const signedAttributes = signer.signedAttrs && new Uint8Array(signer.signedAttrs.encodedValue);
  if (!signedAttributes) return "attributes";
  const certificates = besides(block, 0).slice(0, MOST_CERTIFICATES);
  return {
    content,
    info,
    signer,
    signedAttributes,
    certificates: certificates.flatMap((der) => readCertificate(der) ?? []),
    crls: besides(block, 1),
  };
}

/** What lies beside the statement, as it was sent: certificates [0], revocation lists [1] (RFC 5652 §5.1). */
function besides(block: asn1js.BaseBlock, tag: number): Uint8Array[] {
  const [, explicit] = sequenceOf(block) ?? [];
  const [signedData] = partsOf(explicit);
  const set = sequenceOf(signedData)?.find((part) => isTagged(part, tag));
  return partsOf(set).flatMap((part) => (part instanceof asn1js.Sequence ? [part.valueBeforeDecodeView.slice()] : []));
}

const partsOf = (block: asn1js.BaseBlock | undefined): asn1js.BaseBlock[] => {
  const parts = (block as { valueBlock?: { value?: unknown } } | undefined)?.valueBlock?.value;
  return Array.isArray(parts) ? parts : [];
};

/** The one value of a signed attribute; undefined unless there is exactly one attribute with one value. */
export function attributeOf(token: Token, oid: string): asn1js.BaseBlock | undefined {
  const found = (token.signer.signedAttrs?.attributes ?? []).filter(({ type }) => type === oid);
  const values = found[0]?.values as asn1js.BaseBlock[] | undefined;
  return found.length === 1 && values?.length === 1 ? values[0] : undefined;
}

/** Whether the signed attributes are about this content: its type and its digest (RFC 5652 §5.4, §11). */
export async function coversContent(token: Token): Promise<"yes" | "attributes" | "digest" | "algorithm"> {
  const hash = hashOf(token.signer.digestAlgorithm.algorithmId);
  const type = oidOf(attributeOf(token, CONTENT_TYPE));
  const stated = octetsOf(attributeOf(token, MESSAGE_DIGEST));
  if (type !== TST_INFO || !stated) return "attributes";
  if (!hash) return "algorithm";
  return sameBytes(await digest(hash, token.content), stated) ? "yes" : "digest";
}

/**
 * The certificate that the signer names in the signed part (ESSCertIDv2, or ESSCertID), among those that fit the signer's
 * identifier: so nobody can put another certificate of the same key beside the token.
 */
export async function signingCertificate(
  token: Token,
  certificates: readonly Certificate[],
): Promise<Certificate | "certificate-missing" | "attribute-missing" | "attribute-other"> {
  const stated = statedCertificate(token);
  if (!stated) return "attribute-missing";
  const fitting: Certificate[] = [];
  for (const one of certificates) if (await fitsSigner(token.signer, one)) fitting.push(one);
  if (fitting.length === 0) return "certificate-missing";
  for (const one of fitting) if (sameBytes(await digest(stated.hash, one.der), stated.digest)) return one;
  return "attribute-other";
}

/** Which certificate the signed attributes name: the first ESSCertID(v2) is the signer's. */
function statedCertificate(token: Token): { hash: string; digest: Uint8Array } | undefined {
  const v2 = attributeOf(token, SIGNING_CERTIFICATE_V2);
  const [list] = sequenceOf(v2 ?? attributeOf(token, SIGNING_CERTIFICATE)) ?? [];
  const [first] = sequenceOf(list) ?? [];
  const [one, two] = sequenceOf(first) ?? [];
  if (!v2) {
    const certHash = octetsOf(one);
    return certHash?.length === 20 ? { hash: "SHA-1", digest: certHash } : undefined;
  }
  // hashAlgorithm has a default, SHA-256, and is then left out.
  const [oid] = sequenceOf(one) ?? [];
  const hash = one instanceof asn1js.OctetString ? "SHA-256" : hashOf(oidOf(oid) ?? "");
  const certHash = octetsOf(one instanceof asn1js.OctetString ? one : two);
  return hash && certHash ? { hash, digest: certHash } : undefined;
}

/** Whether the signer's identifier (RFC 5652 §5.3) means this certificate. */
async function fitsSigner(signer: pkijs.SignerInfo, { parsed }: Certificate): Promise<boolean> {
  if (signer.sid instanceof pkijs.IssuerAndSerialNumber) {
    const [ours, theirs] = [integerOf(parsed.serialNumber), integerOf(signer.sid.serialNumber)];
    return !!ours && !!theirs && sameBytes(ours, theirs) && parsed.issuer.isEqual(signer.sid.issuer);
  }
  const id = quietly(() => subjectKeyId(signer.sid));
  const stated = parsed.extensions?.find(({ extnID }) => extnID === "2.5.29.14")?.parsedValue;
  const own =
    octetsOf(stated) ?? (await digest("SHA-1", parsed.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView));
  return !!id && sameBytes(id, own);
}

/** `[0]` with the octets in it, or around an OCTET STRING as some write it. */
function subjectKeyId(sid: asn1js.BaseBlock): Uint8Array | undefined {
  const { valueBlock } = sid as unknown as { valueBlock: { value?: asn1js.BaseBlock[]; valueHexView?: Uint8Array } };
  return sid.idBlock.isConstructed ? octetsOf(valueBlock.value?.[0]) : valueBlock.valueHexView;
}
