/**
 * What is read of an X.509 certificate (RFC 5280) of a time-stamp authority. Names and dates come from the bytes that the
 * certificate's own signature covers; nothing is believed before `chain.ts` has checked that signature.
 */
import * as pkijs from "pkijs";
import { quietly, readDer } from "./der.ts";

export interface Certificate {
  der: Uint8Array;
  parsed: pkijs.Certificate;
}

/** What extensions are called here; every other critical one is unknown to us, and such a certificate is not used. */
export const EXTENSIONS = {
  keyUsage: "2.5.29.15",
  basicConstraints: "2.5.29.19",
  extendedKeyUsage: "2.5.29.37",
  certificatePolicies: "2.5.29.32",
  crlPoints: "2.5.29.31",
  authorityAccess: "1.3.6.1.5.5.7.1.1",
  qcStatements: "1.3.6.1.5.5.7.1.3",
  subjectAltName: "2.5.29.17",
  keyUsePeriod: "2.5.29.16",
} as const;
const KNOWN = new Set<string>(Object.values(EXTENSIONS));

export const TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
const ANY_USAGE = "2.5.29.37.0";
const OCSP = "1.3.6.1.5.5.7.48.1";
/** GeneralName: uniformResourceIdentifier. */
const URI = 6;

/** Reads the DER bytes of one certificate; undefined for anything else. */
export function readCertificate(der: Uint8Array): Certificate | undefined {
  const block = readDer(der);
  const parsed = block && quietly(() => new pkijs.Certificate({ schema: block }));
  return parsed && { der, parsed };
}

export const extensionOf = (certificate: Certificate, oid: string): pkijs.Extension | undefined =>
  certificate.parsed.extensions?.find(({ extnID }) => extnID === oid);

/** Whether it has a critical extension that we do not know, or one of ours that cannot be read. */
export function isBeyondUs({ parsed }: Certificate): boolean {
  const all = parsed.extensions ?? [];
  const twice = new Set(all.map(({ extnID }) => extnID)).size !== all.length;
  return twice || all.some(({ extnID, critical }) => critical && !KNOWN.has(extnID));
}

/** Whether it may sign other certificates, `below` of which that sign stand between it and the end. */
export function maySignCertificates(certificate: Certificate, below: number): boolean {
  const basic = extensionOf(certificate, EXTENSIONS.basicConstraints)?.parsedValue;
  if (!(basic instanceof pkijs.BasicConstraints) || !basic.cA) return false;
  const most = basic.pathLenConstraint;
  if (most !== undefined && !(typeof most === "number" && below <= most)) return false;
  const bits = keyUsageOf(certificate);
  return bits === undefined || (bits & 0x04) !== 0;
}

/** Whether its key may sign time stamps at all (RFC 5280 §4.2.1.3): digitalSignature or nonRepudiation, or nothing is said. */
export function maySign(certificate: Certificate): boolean {
  const bits = keyUsageOf(certificate);
  return bits === undefined || (bits & 0xc0) !== 0;
}

/**
 * RFC 3161 §2.3: the certificate of an authority has one extended usage, time stamping, and it is critical. Undefined if
 * it is so.
 */
export function usageFault(
  certificate: Certificate,
): "usage-missing" | "usage-other" | "usage-not-critical" | undefined {
  const usage = extensionOf(certificate, EXTENSIONS.extendedKeyUsage);
  if (!usage) return "usage-missing";
  const purposes = usage.parsedValue instanceof pkijs.ExtKeyUsage ? usage.parsedValue.keyPurposes : [];
  if (purposes.length !== 1 || purposes[0] !== TIME_STAMPING) return "usage-other";
  return usage.critical ? undefined : "usage-not-critical";
}

/** Whether certificates below may be used for time stamping as far as this one of an issuer says. */
export function letsTimeStamp(certificate: Certificate): boolean {
  const usage = extensionOf(certificate, EXTENSIONS.extendedKeyUsage);
  if (!usage) return true;
  if (!(usage.parsedValue instanceof pkijs.ExtKeyUsage)) return false;
  return usage.parsedValue.keyPurposes.some((purpose) => purpose === TIME_STAMPING || purpose === ANY_USAGE);
}

/** Whether `at` (ms) lies in its validity, both ends included. */
export function isValidAt({ parsed }: Certificate, at: number): boolean {
  return parsed.notBefore.value.getTime() <= at && at <= parsed.notAfter.value.getTime();
}

/** Whether its private key might sign at that time, where it says so (X.509 privateKeyUsagePeriod; usual for time stamps). */
export function maySignAt(certificate: Certificate, at: number): boolean {
  const period = extensionOf(certificate, EXTENSIONS.keyUsePeriod);
  if (!period) return true;
  if (!(period.parsedValue instanceof pkijs.PrivateKeyUsagePeriod)) return false;
  const { notBefore, notAfter } = period.parsedValue;
  return (notBefore?.getTime() ?? at) <= at && at <= (notAfter?.getTime() ?? at);
}

/** Web addresses of the lists of revoked certificates that it names (RFC 5280 §4.2.1.13). */
export function crlAddresses(certificate: Certificate): string[] {
  const points = extensionOf(certificate, EXTENSIONS.crlPoints)?.parsedValue;
  if (!(points instanceof pkijs.CRLDistributionPoints)) return [];
  return points.distributionPoints.flatMap(({ distributionPoint: names }) =>
    Array.isArray(names) ? names.flatMap(addressOf) : [],
  );
}

/** Web addresses where its state can be asked (RFC 6960). */
export function ocspAddresses(certificate: Certificate): string[] {
  const access = extensionOf(certificate, EXTENSIONS.authorityAccess)?.parsedValue;
  if (!(access instanceof pkijs.InfoAccess)) return [];
  return access.accessDescriptions.flatMap(({ accessMethod, accessLocation }) =>
    accessMethod === OCSP ? addressOf(accessLocation) : [],
  );
}

/** Its subject for people: the common name, and the organization where there is one. */
export function subjectText({ parsed }: Certificate): string {
  const part = (oid: string) =>
    parsed.subject.typesAndValues.find(({ type }) => type === oid)?.value.valueBlock.value as string | undefined;
  const [name, organization] = [part("2.5.4.3"), part("2.5.4.10")];
  return [name, organization]
    .filter((text) => typeof text === "string" && text !== "")
    .join(", ")
    .slice(0, 200);
}

const addressOf = (name: pkijs.GeneralName): string[] => {
  if (name.type !== URI || typeof name.value !== "string" || name.value.length > 500) return [];
  return /^https?:\/\//i.test(name.value) && URL.canParse(name.value) ? [name.value] : [];
};

/** The first byte of keyUsage: digitalSignature 0x80, nonRepudiation 0x40, keyCertSign 0x04, cRLSign 0x02. */
export function keyUsageOf(certificate: Certificate): number | undefined {
  const usage = extensionOf(certificate, EXTENSIONS.keyUsage);
  if (!usage) return undefined;
  const view = (usage.parsedValue as { valueBlock?: { valueHexView?: Uint8Array } } | undefined)?.valueBlock
    ?.valueHexView;
  return view?.[0] ?? 0;
}
