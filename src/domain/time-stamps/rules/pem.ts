/** Certificates as text (RFC 7468), the form in which people and tools hand them on. */
import { base64 } from "../../../platform/encoding.ts";

/** DER of every certificate in the text, in order; what stands between them is passed over. Throws for broken base64. */
export function readPem(text: string): Uint8Array[] {
  const blocks = text.matchAll(/-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]*)-----END CERTIFICATE-----/g);
  return [...blocks].map(([, body = ""]) => Uint8Array.from(atob(body.replace(/\s/g, "")), (c) => c.charCodeAt(0)));
}

/** The certificates as text, lines of 64. */
export function pemText(certificates: readonly Uint8Array[]): string {
  return certificates
    .map((der) => `-----BEGIN CERTIFICATE-----\n${base64(der).replace(/.{1,64}/g, "$&\n")}-----END CERTIFICATE-----\n`)
    .join("");
}
