/** Papers about revocation, and what one of them can say. */

/** A list of revoked certificates or an answer about one, as it was fetched, DER. */
export interface RevocationPaper {
  kind: "crl" | "ocsp";
  der: Uint8Array;
}

/** What one paper says of one certificate. `until`: to when the paper itself holds, ms. */
export type PaperState =
  | { state: "good"; until: number | undefined }
  | { state: "revoked"; at: number; reason: number | undefined }
  | { state: "unknown" };
