/**
 * An invented certificate authority for time stamps, for tests only: a root, an issuer under it, and certificates of
 * time-stamp services, good ones and every kind of faulty one. ECDSA P-256, made anew for each test.
 */
import * as asn1js from "asn1js";
import * as pkijs from "pkijs";

export interface Credential {
  certificate: pkijs.Certificate;
  der: Uint8Array;
  keys: CryptoKeyPair;
}

export interface CertificateWish {
  name: string;
  /** Undefined: signs itself. */
  issuer?: Credential | undefined;
  from?: number;
  until?: number;
  /** A certificate authority, with a path length. */
  ca?: boolean;
  pathLength?: number;
  /** Extended usages; none: no such extension. Time stamping, critical, if not said. */
  usages?: string[] | undefined;
  critical?: boolean;
  /** First byte of keyUsage. */
  keyUsage?: number;
  crl?: string | undefined;
  /** When the private key may sign. */
  keyUse?: { from: number; until: number };
  ocsp?: string | undefined;
  /** Its key; ECDSA on P-256 if not said. */
  key?: "P-384" | "P-521" | "RSA" | "RSA-1024" | "RSA-PSS";
  /** A critical extension that nobody knows. */
  strange?: boolean;
}

export const TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
const FROM = Date.parse("2026-01-01T00:00:00Z");
const UNTIL = Date.parse("2028-01-01T00:00:00Z");
let serial = 1;

const nameOf = (text: string) =>
  new pkijs.RelativeDistinguishedNames({
    typesAndValues: [
      new pkijs.AttributeTypeAndValue({ type: "2.5.4.10", value: new asn1js.Utf8String({ value: "Paraugs" }) }),
      new pkijs.AttributeTypeAndValue({ type: "2.5.4.3", value: new asn1js.Utf8String({ value: text }) }),
    ],
  });
const extension = (extnID: string, critical: boolean, value: { toBER(): ArrayBuffer }) =>
  new pkijs.Extension({ extnID, critical, extnValue: value.toBER() });
const place = (url: string) => new pkijs.GeneralName({ type: 6, value: url });

/** A new pair of keys. */
export function newKeys(kind: CertificateWish["key"] | "P-256" = "P-256"): Promise<CryptoKeyPair> {
  const rsa = { modulusLength: kind === "RSA-1024" ? 1024 : 2048, publicExponent: new Uint8Array([1, 0, 1]) };
  const algorithm = kind.startsWith("RSA")
    ? { name: kind === "RSA-PSS" ? "RSA-PSS" : "RSASSA-PKCS1-v1_5", hash: "SHA-256", ...rsa }
    : { name: "ECDSA", namedCurve: kind };
  return crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]) as Promise<CryptoKeyPair>;
}

export async function makeCertificate(wish: CertificateWish): Promise<Credential> {
  const { name, issuer, from = FROM, until = UNTIL, ca = false, usages, critical = true } = wish;
  const keys = await newKeys(wish.key);
  const certificate = new pkijs.Certificate();
  certificate.version = 2;
  certificate.serialNumber = new asn1js.Integer({ value: serial++ });
  certificate.subject = nameOf(name);
  certificate.issuer = issuer ? issuer.certificate.subject : certificate.subject;
  certificate.notBefore = new pkijs.Time({ type: 1, value: new Date(from) });
  certificate.notAfter = new pkijs.Time({ type: 1, value: new Date(until) });
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  certificate.extensions = [];
  if (ca) {
    const basic = new pkijs.BasicConstraints({
      cA: true,
      ...(wish.pathLength !== undefined && { pathLenConstraint: wish.pathLength }),
    });
    certificate.extensions.push(extension("2.5.29.19", true, basic.toSchema()));
  }
  const bits = new asn1js.BitString({ valueHex: new Uint8Array([wish.keyUsage ?? (ca ? 0x06 : 0x80)]).buffer });
  certificate.extensions.push(extension("2.5.29.15", true, bits));
  const purposes = usages ?? (ca ? [] : [TIME_STAMPING]);
  if (purposes.length > 0)
    certificate.extensions.push(
      extension("2.5.29.37", critical, new pkijs.ExtKeyUsage({ keyPurposes: purposes }).toSchema()),
    );
  if (wish.keyUse) {
    const time = (n: number, at: number) => {
      const text = `${new Date(at).toISOString().replace(/[-:T]|\.\d+/g, "")}`;
      return new asn1js.Primitive({
        idBlock: { tagClass: 3, tagNumber: n },
        valueHex: Uint8Array.from(text, (c) => c.charCodeAt(0)).buffer,
      });
    };
    const period = new asn1js.Sequence({ value: [time(0, wish.keyUse.from), time(1, wish.keyUse.until)] });
    certificate.extensions.push(extension("2.5.29.16", true, period));
  }
  if (wish.crl) {
    const point = new pkijs.DistributionPoint({ distributionPoint: [place(wish.crl)] });
    const points = new pkijs.CRLDistributionPoints({ distributionPoints: [point] });
    certificate.extensions.push(extension("2.5.29.31", false, points.toSchema()));
  }
  if (wish.ocsp) {
    const access = new pkijs.AccessDescription({
      accessMethod: "1.3.6.1.5.5.7.48.1",
      accessLocation: place(wish.ocsp),
    });
    const info = new pkijs.InfoAccess({ accessDescriptions: [access] });
    certificate.extensions.push(extension("1.3.6.1.5.5.7.1.1", false, info.toSchema()));
  }
  if (wish.strange) certificate.extensions.push(extension("1.3.6.1.4.1.99999.1", true, new asn1js.Null()));
  await certificate.sign((issuer?.keys ?? keys).privateKey, "SHA-256");
  return { certificate, der: new Uint8Array(certificate.toSchema(true).toBER()), keys };
}

/** Root, issuer and one good service. */
export async function makeAuthority(wish: Partial<CertificateWish> = {}) {
  const root = await makeCertificate({ name: "Test root of nobody", ca: true });
  const issuer = await makeCertificate({ name: "Test issuer of nobody", ca: true, pathLength: 0, issuer: root });
  const service = await makeCertificate({ name: "Test time stamps", issuer, ...wish });
  return { root, issuer, service };
}
export type Authority = Awaited<ReturnType<typeof makeAuthority>>;

/** A list of revoked certificates, DER: serial numbers and when each was revoked. */
export async function makeCrl(
  issuer: Credential,
  revoked: { certificate: Credential; at: number; reason?: number }[],
  { from = FROM, until = UNTIL } = {},
): Promise<Uint8Array> {
  const list = new pkijs.CertificateRevocationList({
    version: 1,
    issuer: issuer.certificate.subject,
    thisUpdate: new pkijs.Time({ type: 0, value: new Date(from) }),
    nextUpdate: new pkijs.Time({ type: 0, value: new Date(until) }),
  });
  if (revoked.length > 0)
    list.revokedCertificates = revoked.map(
      ({ certificate, at }) =>
        new pkijs.RevokedCertificate({
          userCertificate: certificate.certificate.serialNumber,
          revocationDate: new pkijs.Time({ type: 0, value: new Date(at) }),
        }),
    );
  await list.sign(issuer.keys.privateKey, "SHA-256");
  return new Uint8Array(list.toSchema(true).toBER());
}

export interface OcspWish {
  issuer: Credential;
  about: Credential;
  /** Revoked at this time, for this reason; good if undefined. */
  revoked?: { at: number; reason?: number } | undefined;
  /** Who answers; the issuer itself if not said. */
  responder?: Credential;
  until?: number;
}

/** An answer about one certificate (RFC 6960), DER. */
export async function makeOcsp({ issuer, about, revoked, responder = issuer, until = UNTIL }: OcspWish) {
  const certID = new pkijs.CertID();
  const parameters = { hashAlgorithm: "SHA-1", issuerCertificate: issuer.certificate };
  await certID.createForCertificate(about.certificate, parameters);
  const reason =
    revoked?.reason === undefined
      ? []
      : [
          new asn1js.Constructed({
            idBlock: { tagClass: 3, tagNumber: 0 },
            value: [new asn1js.Enumerated({ value: revoked.reason })],
          }),
        ];
  const one = new pkijs.SingleResponse({
    certID,
    certStatus: revoked
      ? new asn1js.Constructed({
          idBlock: { tagClass: 3, tagNumber: 1 },
          value: [new asn1js.GeneralizedTime({ valueDate: new Date(revoked.at) }), ...reason],
        })
      : new asn1js.Primitive({ idBlock: { tagClass: 3, tagNumber: 0 } }),
    thisUpdate: new Date(FROM),
    nextUpdate: new Date(until),
  });
  const basic = new pkijs.BasicOCSPResponse({
    tbsResponseData: new pkijs.ResponseData({
      responderID: responder.certificate.subject,
      producedAt: new Date(FROM + 1000),
      responses: [one],
    }),
    certs: [responder.certificate],
  });
  await basic.sign(responder.keys.privateKey, "SHA-256");
  const reply = new pkijs.OCSPResponse({
    responseStatus: new asn1js.Enumerated({ value: 0 }),
    responseBytes: new pkijs.ResponseBytes({
      responseType: "1.3.6.1.5.5.7.48.1.1",
      response: new asn1js.OctetString({ valueHex: basic.toSchema().toBER() }),
    }),
  });
  return new Uint8Array(reply.toSchema().toBER());
}
