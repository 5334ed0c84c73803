/**
 * Was a certificate of the chain revoked? From papers that were kept with the stamp: lists (CRL) and single answers (OCSP),
 * each believed only by the signature of the issuer. Without papers the answer is "unknown", never "good".
 */
import type { Certificate } from "../certificate.ts";
import { crlState } from "./crl.ts";
import { ocspState } from "./ocsp.ts";
import type { RevocationPaper } from "./paper.ts";

/** Reasons after which what was stamped before stays valid (RFC 3161 §4): unspecified, changed, superseded, ceased. */
const HARMLESS = new Set([0, 3, 4, 5]);

/** good: every certificate below the anchor is covered by a paper that still held at that time. */
export type RevocationState = "good" | "revoked" | "unknown";

/** What the papers say of a chain (the authority's certificate first, the anchor last) at a time in ms. */
export async function revocationState(
  chain: readonly Certificate[],
  papers: readonly RevocationPaper[],
  at: number,
): Promise<RevocationState> {
  let covered = chain.length > 1;
  for (const [i, certificate] of chain.slice(0, -1).entries()) {
    const issuer = chain[i + 1] as Certificate;
    let good = false;
    for (const paper of papers) {
      const said = await (paper.kind === "crl" ? crlState : ocspState)(paper.der, certificate, issuer);
      if (said.state === "revoked" && countsAt(said, at)) return "revoked";
      // A paper from before tells nothing about that time.
      if (said.state !== "unknown") good ||= said.state === "revoked" || said.until === undefined || said.until >= at;
    }
    covered &&= good;
  }
  return covered ? "good" : "unknown";
}

/** RFC 3161 §4: a compromised key, or no reason given, takes every stamp with it; otherwise those after the day. */
const countsAt = ({ at: since, reason }: { at: number; reason: number | undefined }, at: number) =>
  reason === undefined || !HARMLESS.has(reason) || since <= at;
