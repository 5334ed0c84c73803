/**
 * Fetches what the certificates of a chain name about revocation: of each the answer of its responder, or else its list.
 * Few, small, and none of it is waited for long: a stamp without them is still a stamp, and says that they are missing.
 */
import type { Deps } from "../../../deps.ts";
import { isPublicHost } from "../../alerts/rules/hosts.ts";
import { type Certificate, crlAddresses, ocspAddresses, readCertificate } from "../rules/certificate.ts";
import { MOST_BYTES } from "../rules/der.ts";
import { crlState, MOST_CRL_BYTES } from "../rules/revocation/crl.ts";
import { OCSP_QUERY_TYPE, OCSP_REPLY_TYPE, ocspQuery, ocspState } from "../rules/revocation/ocsp.ts";
import type { RevocationPaper } from "../rules/revocation/paper.ts";

const MOST = 4;
const WAIT_MS = 8_000;

type PaperDeps = Pick<Deps, "exchange" | "config">;

/** Papers that say something of the chain (the authority's certificate first, the anchor last). Never throws. */
export async function fetchPapers(deps: PaperDeps, chain: readonly Uint8Array[]): Promise<RevocationPaper[]> {
  const certificates = chain.flatMap((der) => readCertificate(der) ?? []);
  const papers: RevocationPaper[] = [];
  let asked = 0;
  for (const [i, certificate] of certificates.slice(0, -1).entries()) {
    const issuer = certificates[i + 1] as Certificate;
    const ways = [
      ...ocspAddresses(certificate).map((url) => () => ocspOf(deps, url, certificate, issuer)),
      ...crlAddresses(certificate).map((url) => () => crlOf(deps, url, certificate, issuer)),
    ];
    for (const way of ways) {
      if (asked++ >= MOST) return papers;
      const paper = await way();
      if (paper) papers.push(paper);
      if (paper) break;
    }
  }
  return papers;
}

async function ocspOf(deps: PaperDeps, url: string, certificate: Certificate, issuer: Certificate) {
  const body = { type: OCSP_QUERY_TYPE, bytes: await ocspQuery(certificate, issuer) };
  const der = await bytesOf(deps, { url, body, accept: OCSP_REPLY_TYPE, most: MOST_BYTES });
  const said = der && (await ocspState(der, certificate, issuer));
  return der && said?.state !== "unknown" ? { kind: "ocsp" as const, der } : undefined;
}

async function crlOf(deps: PaperDeps, url: string, certificate: Certificate, issuer: Certificate) {
  const der = await bytesOf(deps, { url, accept: "application/pkix-crl", most: MOST_CRL_BYTES });
  const said = der && (await crlState(der, certificate, issuer));
  return der && said?.state !== "unknown" ? { kind: "crl" as const, der } : undefined;
}

async function bytesOf(
  { exchange, config }: PaperDeps,
  question: Omit<Parameters<Deps["exchange"]>[0], "ms" | "outside">,
): Promise<Uint8Array | undefined> {
  if (config.mode === "production" && !isPublicHost(new URL(question.url).hostname)) return undefined;
  const answer = await exchange({ ...question, ms: WAIT_MS, outside: true });
  return "bytes" in answer && answer.status === 200 ? answer.bytes : undefined;
}
