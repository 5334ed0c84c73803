/**
 * `verifyTimeStamp`: is this token a time stamp over these bytes, by an authority that is trusted here, and what does it
 * state? Each reason against it has its own code. Used where an answer arrives, on the desk, in the verifier that lies in
 * every bundle: no network, no clock, the same anywhere.
 */
import { hex, sameBytes } from "../../../platform/encoding.ts";
import {
  type Certificate,
  isBeyondUs,
  isValidAt,
  maySign,
  maySignAt,
  readCertificate,
  subjectText,
  usageFault,
} from "./certificate.ts";
import { type Anchor, chainOf } from "./chain.ts";
import { MOST_BYTES, trimmed } from "./der.ts";
import { SHA_256 } from "./request.ts";
import { tokenIn } from "./response.ts";
import type { RevocationPaper } from "./revocation/paper.ts";
import { revocationState } from "./revocation/state.ts";
import { hashOf, verifySignature } from "./signature.ts";
import { coversContent, readToken, signingCertificate, type Token } from "./token.ts";

export type { Anchor } from "./chain.ts";
export type { RevocationPaper } from "./revocation/paper.ts";

/** Why a token is no proof here; texts in src/texts/time-stamps.ts. */
export const TIME_STAMP_FAULTS = [
  /** Not bytes of a time stamp, or too many of them. */
  "unreadable",
  /** Not a TSTInfo that is signed. */
  "content-type",
  /** The statement inside is not of the form. */
  "statement",
  /** No signer, or several. */
  "signers",
  /** The signed attributes are missing or doubled. */
  "attributes",
  /** An algorithm that is not taken (SHA-1, short keys). */
  "algorithm",
  /** It is about other bytes. */
  "imprint",
  /** Not the answer to this question. */
  "nonce",
  /** Made under another policy than asked for. */
  "policy",
  /** A critical extension that nobody here knows. */
  "beyond-us",
  /** The signed digest is not that of the statement. */
  "digest",
  "signature",
  /** The authority's certificate is not at hand. */
  "certificate-missing",
  /** The signed part does not name the certificate, or names another one. */
  "attribute-missing",
  "attribute-other",
  /** The certificate is not for time stamping, or not for it alone. */
  "usage-missing",
  "usage-other",
  "usage-not-critical",
  "usage-key",
  /** The certificate was not valid at the time stated. */
  "validity",
  /** No way to a certificate that is trusted here. */
  "untrusted",
  "chain-validity",
  "chain-beyond-us",
  /** A certificate of the chain was revoked, in a way that takes this stamp with it. */
  "revoked",
] as const;
export type TimeStampFault = (typeof TIME_STAMP_FAULTS)[number];

export interface TimeStamp {
  valid: true;
  /** The time stated, milliseconds since 1970. The bytes existed by `at` plus `accuracyMs`. */
  at: number;
  accuracyMs: number | undefined;
  /** The authority's number of the stamp, hex. */
  serial: string;
  policy: string;
  nonce: Uint8Array | undefined;
  /** Who stamped, from its certificate. */
  authority: string;
  /** DER, from the authority's certificate to the anchor. */
  chain: Uint8Array[];
  /** Revocation lists inside the token. */
  crls: Uint8Array[];
  /** What the papers at hand (in the token and beside it) say of the chain; `unknown` where there are none. */
  revocation: "good" | "unknown";
  /**
   * What can be said of "qualified" (eIDAS Art. 41, 42). `claimed`: the token says so itself (ETSI EN 319 422).
   * `listed`: the anchor stood on a trusted list, as whoever configured it has stated. Neither is looked up here.
   */
  qualified: { claimed: boolean; listed: string | undefined };
}
export interface NoTimeStamp {
  valid: false;
  code: TimeStampFault;
  /** What it states, for the reader; believed only if all but the trust in the chain holds (`untrusted`). */
  stated?: { at: number; authority?: string };
}

export interface TimeStampQuestion {
  /** SHA-256 of the bytes that are said to be stamped: of a checkpoint, the note as published. */
  imprint: Uint8Array;
  anchors: readonly Anchor[];
  /** The nonce of the question, where it is known. */
  nonce?: Uint8Array | undefined;
  /** The policy that was asked for. */
  policy?: string | undefined;
  /** More certificates, DER, where the token does not carry its chain. */
  certificates?: readonly Uint8Array[];
  /** Lists and answers about revoked certificates that were kept with the stamp. */
  papers?: readonly RevocationPaper[];
}

/** Verifies `.tsr` bytes or a bare token. Never throws. */
export async function verifyTimeStamp(
  bytes: Uint8Array,
  question: TimeStampQuestion,
): Promise<TimeStamp | NoTimeStamp> {
  const inside = bytes.length <= MOST_BYTES ? tokenIn(bytes) : undefined;
  const token = inside ? readToken(inside) : "unreadable";
  if (typeof token === "string") return { valid: false, code: token };
  const stated = { at: token.info.at };
  const no = (code: TimeStampFault, more: object = {}): NoTimeStamp => ({
    valid: false,
    code,
    stated: { ...stated, ...more },
  });

  const asked = statementFault(token, question);
  if (asked) return no(asked);
  const covered = await coversContent(token);
  if (covered !== "yes") return no(covered);
  const others = [...token.certificates, ...(question.certificates ?? []).flatMap((der) => readCertificate(der) ?? [])];
  const anchored = question.anchors.flatMap(({ certificate }) => readCertificate(certificate) ?? []);
  const signer = await signingCertificate(token, [...others, ...anchored]);
  if (typeof signer === "string") return no(signer);
  const signed = await verifySignature({
    key: signer.parsed.subjectPublicKeyInfo,
    algorithm: token.signer.signatureAlgorithm,
    hash: hashOf(token.signer.digestAlgorithm.algorithmId),
    signature: token.signer.signature.valueBlock.valueHexView,
    data: token.signedAttributes,
  });
  if (signed !== "yes") return no(signed === "no" ? "signature" : "algorithm");
  const authority = subjectText(signer);
  const unfit = signerFault(signer, token.info.at);
  if (unfit) return no(unfit, { authority });
  const chain = await chainOf(signer, { others, anchors: question.anchors, at: token.info.at });
  if (typeof chain === "string") return no(chain, { authority });
  const inToken = token.crls.map((der): RevocationPaper => ({ kind: "crl", der }));
  const revocation = await revocationState(chain.certificates, [...inToken, ...(question.papers ?? [])], token.info.at);
  if (revocation === "revoked") return no("revoked", { authority });
  const { at, accuracyMs, policy, nonce, serial, claimsQualified } = token.info;
  return {
    valid: true,
    at,
    accuracyMs,
    serial: hex(serial),
    policy,
    nonce,
    authority,
    chain: chain.certificates.map(({ der }) => der),
    crls: token.crls,
    revocation,
    qualified: { claimed: claimsQualified, listed: chain.anchor.listed },
  };
}

/** Whether the statement is about what was asked. */
function statementFault({ info }: Token, question: TimeStampQuestion): TimeStampFault | undefined {
  if (info.imprint.algorithm !== SHA_256) return "algorithm";
  if (!sameBytes(info.imprint.digest, question.imprint)) return "imprint";
  if (question.nonce && !(info.nonce && sameBytes(info.nonce, trimmed(question.nonce)))) return "nonce";
  if (question.policy !== undefined && info.policy !== question.policy) return "policy";
  return info.beyondUs ? "beyond-us" : undefined;
}

/** Whether the certificate is one of a time-stamp authority, valid at that time. */
function signerFault(signer: Certificate, at: number): TimeStampFault | undefined {
  if (isBeyondUs(signer)) return "chain-beyond-us";
  const usage = usageFault(signer);
  if (usage) return usage;
  if (!maySign(signer)) return "usage-key";
  return isValidAt(signer, at) && maySignAt(signer, at) ? undefined : "validity";
}
