/** Makes time-stamp tokens as an authority would (RFC 3161, RFC 5652, RFC 5816), and faulty ones at will. For tests only. */
import * as asn1js from "asn1js";
import * as pkijs from "pkijs";
import type { Credential } from "./authority.ts";

export const POLICY = "1.3.6.1.4.1.99999.2.1";
const SHA_256 = "2.16.840.1.101.3.4.2.1";
const SHA_512 = "2.16.840.1.101.3.4.2.3";
const TST_INFO = "1.2.840.113549.1.9.16.1.4";

export interface TokenWish {
  service: Credential;
  /** Certificates that go along. */
  along: readonly Credential[];
  imprint: Uint8Array;
  /** OID of the imprint's algorithm. */
  algorithm?: string;
  at: number;
  nonce?: Uint8Array | undefined;
  policy?: string;
  serial?: number;
  /** Seconds, milliseconds, microseconds; none if undefined. */
  accuracy?: readonly [number?, number?, number?] | undefined;
  /** Claims to be qualified (ETSI EN 319 422). */
  qualified?: boolean;
  /** An extension in the statement that nobody knows, and critical. */
  strange?: boolean;
  /** Type of the content; TSTInfo if not said. */
  contentType?: string;
  /** Type stated in the signed attributes. */
  attributeType?: string;
  /** Which certificate the signed part names: with SHA-256 (left out), SHA-512, SHA-1 (ESSCertID), or none. */
  names?: "sha256" | "sha512" | "sha1" | "none";
  /** Names another certificate. */
  named?: Credential;
  /** The digest in the signed attributes is another one. */
  wrongDigest?: boolean;
  /** Another key signs. */
  signedBy?: CryptoKey;
  /** The hash of the signature. */
  hash?: "SHA-1" | "SHA-256" | "SHA-384";
  /** The signer twice. */
  twice?: boolean;
  /** A signed attribute twice. */
  doubled?: boolean;
  /** Revocation lists inside. */
  crls?: readonly Uint8Array[];
  /** The time as it is written, instead of `at`. */
  time?: string;
}

/** TSTInfo, DER. */
export function tstInfo(wish: TokenWish): ArrayBuffer {
  const { imprint, algorithm = SHA_256, at, nonce, policy = POLICY, serial = 7, accuracy, qualified, strange } = wish;
  const identifier = new asn1js.Sequence({
    value: [new asn1js.ObjectIdentifier({ value: algorithm }), new asn1js.Null()],
  });
  const extension = (oid: string, critical: boolean, inner: ArrayBuffer) =>
    new asn1js.Sequence({
      value: [
        new asn1js.ObjectIdentifier({ value: oid }),
        ...(critical ? [new asn1js.Boolean({ value: true })] : []),
        new asn1js.OctetString({ valueHex: inner }),
      ],
    });
  const claim = new asn1js.Sequence({
    value: [new asn1js.Sequence({ value: [new asn1js.ObjectIdentifier({ value: "0.4.0.19422.1.1" })] })],
  });
  const extensions = [
    ...(qualified ? [extension("1.3.6.1.5.5.7.1.3", false, claim.toBER())] : []),
    ...(strange ? [extension("1.3.6.1.4.1.99999.9", true, new asn1js.Null().toBER())] : []),
  ];
  const tagged = (n: number, value: number) =>
    new asn1js.Primitive({
      idBlock: { tagClass: 3, tagNumber: n },
      valueHex: new asn1js.Integer({ value }).valueBlock.valueHexView.slice().buffer,
    });
  const [s, ms, us] = accuracy ?? [];
  const bound = [
    ...(s === undefined ? [] : [new asn1js.Integer({ value: s })]),
    ...(ms === undefined ? [] : [tagged(0, ms)]),
    ...(us === undefined ? [] : [tagged(1, us)]),
  ];
  const time =
    wish.time ??
    new Date(at)
      .toISOString()
      .replace(/[-:T]/g, "")
      .replace(/\.?0*Z$/, "Z");
  return new asn1js.Sequence({
    value: [
      new asn1js.Integer({ value: 1 }),
      new asn1js.ObjectIdentifier({ value: policy }),
      new asn1js.Sequence({ value: [identifier, new asn1js.OctetString({ valueHex: imprint.slice().buffer })] }),
      new asn1js.Integer({ value: serial }),
      timeBlock(time),
      ...(accuracy ? [new asn1js.Sequence({ value: bound })] : []),
      ...(nonce ? [new asn1js.Integer({ valueHex: nonce.slice().buffer })] : []),
      ...(extensions.length > 0
        ? [new asn1js.Constructed({ idBlock: { tagClass: 3, tagNumber: 1 }, value: extensions })]
        : []),
    ],
  }).toBER();
}

/** GeneralizedTime with exactly this text. */
function timeBlock(text: string) {
  const bytes = Uint8Array.from([...text].map((c) => c.charCodeAt(0)));
  return new asn1js.Primitive({ idBlock: { tagClass: 1, tagNumber: 24 }, valueHex: bytes.buffer });
}

const digest = async (hash: string, bytes: ArrayBuffer | Uint8Array) =>
  crypto.subtle.digest(hash, bytes instanceof Uint8Array ? bytes.slice() : bytes);

async function namedCertificate(wish: TokenWish): Promise<pkijs.Attribute[]> {
  const { names = "sha256", named = wish.service } = wish;
  if (names === "none") return [];
  const hash = { sha256: "SHA-256", sha512: "SHA-512", sha1: "SHA-1" }[names];
  const octets = new asn1js.OctetString({ valueHex: await digest(hash, named.der) });
  const id = new asn1js.Sequence({
    value: [
      ...(names === "sha512"
        ? [new asn1js.Sequence({ value: [new asn1js.ObjectIdentifier({ value: SHA_512 })] })]
        : []),
      octets,
    ],
  });
  const type = names === "sha1" ? "1.2.840.113549.1.9.16.2.12" : "1.2.840.113549.1.9.16.2.47";
  const list = new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [id] })] });
  return [new pkijs.Attribute({ type, values: [list] })];
}

/** A token, DER. */
export async function makeToken(wish: TokenWish): Promise<Uint8Array> {
  const { service, along, contentType = TST_INFO, attributeType = TST_INFO, hash = "SHA-256" } = wish;
  const content = tstInfo(wish);
  const stated = await digest(hash, content);
  if (wish.wrongDigest) new Uint8Array(stated)[0] = (new Uint8Array(stated)[0] as number) ^ 1;
  const type = new pkijs.Attribute({
    type: "1.2.840.113549.1.9.3",
    values: [new asn1js.ObjectIdentifier({ value: attributeType })],
  });
  const attributes = [
    type,
    ...(wish.doubled ? [type] : []),
    new pkijs.Attribute({ type: "1.2.840.113549.1.9.4", values: [new asn1js.OctetString({ valueHex: stated })] }),
    ...(await namedCertificate(wish)),
  ];
  const signer = new pkijs.SignerInfo({
    version: 1,
    sid: new pkijs.IssuerAndSerialNumber({
      issuer: service.certificate.issuer,
      serialNumber: service.certificate.serialNumber,
    }),
    signedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes }),
  });
  const signed = new pkijs.SignedData({
    version: 3,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({
      eContentType: contentType,
      eContent: new asn1js.OctetString({ valueHex: content }),
    }),
    signerInfos: [signer],
    ...(along.length > 0 && { certificates: along.map(({ certificate }) => certificate) }),
    ...(wish.crls && { crls: wish.crls.map((der) => pkijs.CertificateRevocationList.fromBER(der.slice().buffer)) }),
  });
  await signed.sign(wish.signedBy ?? service.keys.privateKey, 0, hash);
  if (wish.twice) signed.signerInfos.push(signer);
  const info = new pkijs.ContentInfo({ contentType: "1.2.840.113549.1.7.2", content: signed.toSchema(true) });
  return new Uint8Array(info.toSchema().toBER());
}

/** TimeStampResp around a token, or a refusal with PKIFailureInfo bits. */
export function makeReply(status: number, token?: Uint8Array, failure?: number): Uint8Array {
  const bits = failure === undefined ? [] : [failureBits(failure)];
  const inner = token ? [asn1js.fromBER(token.slice().buffer).result as asn1js.BaseBlock] : [];
  const reply = new asn1js.Sequence({
    value: [new asn1js.Sequence({ value: [new asn1js.Integer({ value: status }), ...bits] }), ...inner],
  });
  return new Uint8Array(reply.toBER());
}

function failureBits(bit: number): asn1js.BitString {
  const bytes = new Uint8Array((bit >> 3) + 1);
  bytes[bit >> 3] = 0x80 >> (bit & 7);
  return new asn1js.BitString({ valueHex: bytes.buffer, unusedBits: 7 - (bit & 7) });
}
