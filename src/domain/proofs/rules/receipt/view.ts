/**
 * The receipt that a person keeps (PROOF 6.4): the record as it stood after one act, as DPV JSON-LD against the receipt
 * profile, and inside it all that proves it: the exact bytes of the events, their proof files, the texts that were shown, what is
 * disclosed, and the keys of the log. One JSON file that can be checked for ever without whoever gave it. The same input gives the same bytes.
 *
 *     "own:proof": [{
 *       "own:event": [{ "own:number": 1, "own:bytes": "{\"_sd\":[…", "own:logProof": "c2sp.org/tlog-proof@v1\n…" }],
 *       "own:notice": ["<p>Piekrītu, ka …"], "own:disclosure": ["WyJO…"], "own:log": "news.ministry.example/log", "own:policy": "log news.…\nquorum none\n"
 *     }]
 */
import type { Catalogue } from "../dpv/catalogue.ts";
import { receiptType } from "../dpv/compare.ts";
import { type Node, RECEIPT_PROFILE, viewText } from "../dpv/context.ts";
import { recordView } from "../dpv/record.ts";
import { subjectIri } from "../dpv/stated.ts";
import type { Statement } from "../dpv/statement.ts";

export interface ReceiptEvent {
  said: Statement;
  /** Number in its record, from 1. */
  n: number;
  /** The exact RFC 8785 bytes, as text. */
  body: string;
  /** `.tlog-proof` whose `extra` is the event's salt. */
  proof: string;
}

/** Consent texts and notices, and the words of the pages with the buttons. */
export interface Texts {
  notices: readonly string[];
  forms: readonly string[];
}

export interface ReceiptInput {
  /** All events of the record up to the one that the receipt is for, which is the last. */
  events: readonly ReceiptEvent[];
  catalogue: Catalogue;
  /** When the head of the log was signed that the last event is proved against, ms. */
  sealedAt: number;
  /** RFC 9901 strings. None in a file that is given to whoever holds a link. */
  disclosures: readonly string[];
  /** Texts that the events name by their hash, as they were shown. */
  texts: Texts;
  /** C2SP tlog-policy. */
  policy: string;
}

/** The file. Throws where there are no events, or not of one record. */
export function receiptText(input: ReceiptInput): string {
  const { events, catalogue, sealedAt, disclosures, texts, policy } = input;
  const record = recordView(
    events.map(({ said }) => said),
    catalogue,
  );
  const last = events.at(-1) as ReceiptEvent;
  const { "@context": context, "@id": id, "@type": _, "dct:conformsTo": claims, ...rest } = record;
  const { said } = last;
  const view: Node = {
    "@context": context,
    "@id": `urn:uuid:${said.eid}#receipt`,
    "@type": [receiptType(record)],
    ...rest,
    "dct:identifier": said.eid,
    "dpv:hasIdentifier": said.eid,
    ...(claims ? { "dct:conformsTo": [RECEIPT_PROFILE] } : {}),
    "dct:created": new Date(sealedAt).toISOString(),
    "dct:publisher": [said.ctl],
    ...(said.subject ? { "schema:recipient": [subjectIri(said.subject)] } : {}),
    "dpv:hasRecordOfActivity": [id],
    "own:proof": [
      {
        "own:log": said.log,
        "own:policy": policy,
        "own:event": events.map(({ n, body, proof }) => ({
          "own:number": n,
          "own:bytes": body,
          "own:logProof": proof,
        })),
        ...(texts.notices.length > 0 ? { "own:notice": [...texts.notices].sort() } : {}),
        ...(texts.forms.length > 0 ? { "own:form": [...texts.forms].sort() } : {}),
        ...(disclosures.length > 0 ? { "own:disclosure": [...disclosures].sort() } : {}),
      },
    ],
  };
  return viewText(view);
}
