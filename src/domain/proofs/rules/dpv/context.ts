/**
 * The words a record is written in: DPV 2.3 and its extensions, Dublin Core, schema.org, and a few of our own for what none
 * of them has. The context stands inside every file and is never fetched, so a record means the same without a network and
 * after the vocabularies have moved. Names that lead to things are declared as such here: without it a JSON-LD reader would
 * take `"dpv:Store"` for a piece of text (PROOF 1.3).
 */

/** Profile of a record and of a receipt: ISO/IEC TS 27560:2023 in DPV, with what the GDPR asks besides. */
export const RECORD_PROFILE = "https://w3id.org/dpv/schema/dpv-27560#record-eu-gdpr";
export const RECEIPT_PROFILE = "https://w3id.org/dpv/schema/dpv-27560#receipt-eu-gdpr";

/** Namespace of our own terms: a UUID of ours, so that it is nobody else's and needs no web address that could end. */
export const OWN = "urn:uuid:0f6c1d52-3c1e-4a57-9f0e-6c2f8b7f4e21#";

const NAMES_OF_THINGS = [
  "dct:conformsTo",
  "dpv:hasApplicableLaw",
  "dpv:hasConsentControl",
  "dpv:hasConsentStatus",
  "dpv:hasDataController",
  "dpv:hasDataSource",
  "dpv:hasDataSubject",
  "dpv:hasEntity",
  "dpv:hasJurisdiction",
  "dpv:hasLegalBasis",
  "dpv:hasLocation",
  "dpv:hasNecessity",
  "dpv:hasNotice",
  "dpv:hasPersonalData",
  "dpv:hasProcess",
  "dpv:hasProcessing",
  "dpv:hasPurpose",
  "dpv:hasRecipient",
  "dpv:hasRecordOfActivity",
  "dpv:hasRight",
  "dpv:isExercisedAt",
  "dpv:isIndicatedBy",
  "dct:publisher",
  "schema:recipient",
  "skos:broader",
];
const TIMES = ["dct:created", "dpv:isIndicatedAtTime", "own:requestedAt"];

export const CONTEXT: Readonly<Record<string, unknown>> = {
  dpv: "https://w3id.org/dpv#",
  pd: "https://w3id.org/dpv/pd#",
  loc: "https://w3id.org/dpv/loc#",
  "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
  "legal-eu": "https://w3id.org/dpv/legal/eu#",
  dct: "http://purl.org/dc/terms/",
  schema: "https://schema.org/",
  skos: "http://www.w3.org/2004/02/skos/core#",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  own: { "@id": OWN, "@prefix": true },
  ...Object.fromEntries(NAMES_OF_THINGS.map((name) => [name, { "@type": "@id" }])),
  ...Object.fromEntries(TIMES.map((name) => [name, { "@type": "xsd:dateTime" }])),
};

/** A node or value of a record, as JSON. */
export type Node = { [member: string]: unknown };

/** The bytes of a view: two spaces, members in the order in which they were written, one newline at the end. */
export function viewText(view: Node): string {
  return `${JSON.stringify(view, null, 2)}\n`;
}
