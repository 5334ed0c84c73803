/**
 * The part of a record that follows from its events alone, and from nothing else: whoever has the events makes it again and
 * compares (compare.ts). Everything else of a record is what the institution says of itself (catalogue.ts).
 */
import { base64url, unhex } from "../../../../platform/encoding.ts";
import { evidenceClass } from "../evidence.ts";
import { CONTEXT, type Node, RECORD_PROFILE } from "./context.ts";
import { STATUS, type Statement } from "./statement.ts";

/** The record of these events, in their order. Throws where there are none, or where they are not of one record. */
export function statedRecord(events: readonly Statement[]): Node {
  const [first] = events;
  if (!first || events.some(({ rec }) => rec !== first.rec)) throw new Error("not the events of one record");
  const notices = noticesOf(events);
  const statuses = events.flatMap(statusesOf);
  const objections = events.filter(({ typ }) => STATUS[typ] === undefined);
  return {
    "@context": CONTEXT,
    "@id": `urn:uuid:${first.rec}`,
    "@type": [statuses.length > 0 ? "dpv:ConsentRecord" : "dpv:DataProcessingRecord"],
    "dct:identifier": first.rec,
    "dpv:hasIdentifier": first.rec,
    // The profile asks for a notice: where none was shown (a one-click refusal), it is not claimed.
    ...(statuses.length > 0 && notices.length > 0 ? { "dct:conformsTo": [RECORD_PROFILE] } : {}),
    "dct:created": first.at,
    "dpv:hasDataSubject": unique(events.flatMap(({ subject }) => (subject ? [subject] : []))).map((subject) => ({
      "@id": subjectIri(subject),
      "@type": ["dpv:DataSubject"],
      "skos:broader": ["dpv:Subscriber"],
    })),
    ...(notices.length > 0 ? { "dpv:hasNotice": notices } : {}),
    "dpv:hasProcess": processesOf(events),
    ...(statuses.length > 0 ? { "dpv:hasConsentStatus": statuses } : {}),
    ...(objections.length > 0 ? { "own:objection": objections.map(objectionOf) } : {}),
  };
}

/** Name of a person: the random id of the record, which says nothing without the database. */
export const subjectIri = (subject: string) => `urn:uuid:${subject}`;
/** Name of a text by its hash (RFC 6920): it names these bytes and no others. */
export const textIri = (sha256: string) => `ni:///sha-256;${base64url(unhex(sha256))}`;
/** Name of a purpose under its controller. */
export const purposeIri = (ctl: string, slug: string) => `${ctl.split("#")[0]}#purpose-${slug}`;

function noticesOf(events: readonly Statement[]): Node[] {
  const shown = events.flatMap(({ notice, form }): { sha256: string; node: Node }[] => [
    ...(notice
      ? [
          {
            sha256: notice.sha256,
            node: {
              "@type": ["dpv:ConsentNotice"],
              "dct:identifier": notice.id,
              "dct:hasVersion": notice.ver,
              "dct:language": notice.lang,
            },
          },
        ]
      : []),
    ...(form
      ? [
          {
            sha256: form.sha256,
            node: { "@type": ["dpv:Notice"], "dct:identifier": form.id, "dct:hasVersion": form.ver },
          },
        ]
      : []),
  ]);
  return [...new Map(shown.map((one) => [one.sha256, one])).values()].map(({ sha256, node }) => ({
    "@id": textIri(sha256),
    ...node,
  }));
}

/** One for each purpose that the events name. */
function processesOf(events: readonly Statement[]): Node[] {
  const purposes = new Map(
    events.flatMap(({ ctl, basis, purposes }) => purposes.map(({ id, broader }) => [id, { ctl, basis, broader }])),
  );
  return [...purposes].map(([slug, { ctl, basis, broader }]) => ({
    "@type": ["dpv:Process"],
    "dpv:hasPurpose": [
      {
        "@id": purposeIri(ctl, slug),
        "@type": ["dpv:Purpose"],
        "dct:identifier": slug,
        "skos:broader": [broader],
      },
    ],
    "dpv:hasDataController": [ctl],
    "dpv:hasLegalBasis": [basis],
  }));
}

/** What one event did to the consent. A confirmed sign-up also says when it was asked for. */
function statusesOf(said: Statement): Node[] {
  const status = STATUS[said.typ];
  if (!status) return [];
  const { type, until, requested, ctl } = said;
  const asked: Node[] = requested
    ? [
        {
          "@id": `urn:uuid:${said.eid}#requested`,
          "@type": ["dpv:ConsentRequested"],
          "dpv:isIndicatedAtTime": requested,
          "dpv:isIndicatedBy": [ctl],
        },
      ]
    : [];
  const duration = until === "withdrawal" ? "dpv:UntilEventDuration" : "dpv:TemporalDuration";
  return [
    ...asked,
    {
      ...actOf(said),
      "@type": [status, ...(type ? [type] : [])],
      ...(until ? { "dpv:hasDuration": [{ "@type": [duration], "rdf:value": until }] } : {}),
    },
  ];
}

/** An objection is a right that was used, not a consent that ended. */
const objectionOf = (said: Statement): Node => ({
  ...actOf(said),
  "@type": ["dpv:DataSubjectRight", "eu-gdpr:A21"],
});

function actOf(said: Statement): Node {
  const { eid, at, ctl, subject, method, notice, form, lists, purposes } = said;
  const evidence = evidenceClass(said);
  const byHolder = evidence === "holder" && subject !== undefined;
  const texts = [notice, form].flatMap((text) => (text ? [textIri(text.sha256)] : []));
  return {
    "@id": `urn:uuid:${eid}`,
    "@type": [],
    "dct:identifier": eid,
    "dpv:isIndicatedAtTime": at,
    "dpv:isIndicatedBy": [byHolder ? subjectIri(subject) : ctl],
    ...(method ? { "dpv:hasIndicationMethod": method } : {}),
    ...(texts.length > 0 ? { "dpv:hasNotice": texts } : {}),
    "own:vouchedBy": evidence,
    ...own("evidenceClass", said.class),
    ...own("list", lists),
    ...own(
      "purposeVersion",
      purposes.map(({ ver }) => ver),
    ),
    ...own("scope", said.scope),
    ...own("mailing", said.mailing),
    ...own("recordedBy", said.by),
    ...own("reason", said.reason),
  };
}

const own = (name: string, value: string | readonly string[] | undefined): Node =>
  value === undefined || value.length === 0 ? {} : { [`own:${name}`]: value };

const unique = (names: readonly string[]) => [...new Set(names)];
