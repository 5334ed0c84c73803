/** What a bundle is made of (PROOF 6.6), as values. `write.ts` gives the bytes, `read.ts` takes them apart again. */
import type { Consistency } from "./consistency.ts";
import type { PersonInAct } from "./people.ts";
import type { Summed } from "./sums.ts";

export interface BundleParts {
  /** Origin of the log, for example `news.ministry.example/log`. */
  origin: string;
  /** What wrote the bundle, with its version: `pieteka 0.1.0`. */
  tool: string;
  /** IRI of the profile that `view` of the records keeps. */
  profile?: string;
  /** README.txt, Latvian and English. */
  readme: string;
  /** Print-ready pages, each whole HTML. */
  reports?: Partial<Record<"lv" | "en", string>>;
  /** C2SP tlog-policy (`policyText`). */
  policy: string;
  /** One: its files stand at the top. Several, or none: in folders. In any order; they are written by id. */
  records: RecordPart[];
  /** Acts of the institution, in the order of the log. */
  acts?: ActPart[];
  /** Texts as they were shown or sent; each is named by its own hash. */
  notices?: string[];
  forms?: string[];
  messages?: Uint8Array[];
  /** Time-stamped heads of the log. */
  anchors?: AnchorPart[];
  consistency?: Consistency[];
  /** The verifier itself. */
  verifier?: { html: Summed; mjs: Summed };
}

export interface EventPart {
  /** Number in its record, or among the acts, from 1. */
  n: number;
  /** The exact RFC 8785 bytes, as text. */
  body: string;
  /** `.tlog-proof` file whose `extra` is the event's salt; absent while the event is not sealed yet. */
  proof?: string;
}

export interface RecordPart {
  /** UUID of the record. */
  rec: string;
  /** All of its events, in order. */
  events: EventPart[];
  /** RFC 9901 strings that are still kept; none after erasure. */
  disclosures: string[];
  /** DPV record as JSON-LD. */
  view?: string;
}

export interface ActPart extends EventPart {
  people?: PersonInAct[];
}

export interface AnchorPart {
  /** The signed checkpoint note, verbatim: the imprint is the SHA-256 of these bytes. */
  checkpoint: string;
  stamps: StampPart[];
}

/** One RFC 3161 time stamp, with what is needed to check it without a network. */
export interface StampPart {
  /** Short name of the authority, `[a-z][a-z0-9-]*`, where more than one stamped the same head. */
  authority?: string;
  /** TimeStampResp or the token in it, DER. */
  tsr: Uint8Array;
  /** TimeStampReq, DER. */
  tsq?: Uint8Array;
  /** Certificates up to the root, PEM. */
  chain?: string;
  /** OCSP response and CRL of the time, DER. */
  ocsp?: Uint8Array;
  crl?: Uint8Array;
}
