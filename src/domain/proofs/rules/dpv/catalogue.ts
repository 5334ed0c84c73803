/**
 * The part of a record that is the institution's word about itself: who it is, what the purpose is in words, which data, how
 * long, who else gets them, and where rights are used (GDPR Art. 13). It is as the settings stood when the file was made; what
 * a person was shown then is the text whose hash stands in the event.
 */
import type { Both, Institution } from "../../../institution/rules.ts";
import type { Purpose } from "../../../purposes/rules.ts";
import type { Node } from "./context.ts";

export interface Catalogue {
  /** IRI of the controller, `https://news.ministry.example/#org`. */
  ctl: string;
  institution: Pick<
    Institution,
    | "names"
    | "registrationNumber"
    | "legalAddress"
    | "phone"
    | "email"
    | "dataProtectionOfficer"
    | "supervisoryAuthority"
    | "processors"
    | "restoreWindowDays"
  >;
  /** Those that the events name. */
  purposes: Pick<Purpose, "slug" | "basis" | "sheet" | "version">[];
}

/** Rights of the GDPR that a person has under each basis of Art. 6(1). */
const ALWAYS = ["A15", "A16", "A17", "A18", "A77"];
const RIGHTS: Record<string, string[]> = { a: ["A7-3", "A20"], b: ["A20"], c: [], e: ["A21"], f: ["A21"] };

/** `loc` terms that are known to exist in DPV 2.3; another country stands as its ISO 3166-1 code. */
const LOCATIONS: Record<string, string> = { LV: "loc:LV" };

/** What the institution says of the process of one purpose. */
export function processPart({ ctl, institution }: Catalogue, { basis, sheet }: Catalogue["purposes"][number]): Node {
  const base = ctl.split("#")[0] as string;
  const { kind, months, event } = sheet.retention;
  const duration =
    kind === "months"
      ? { "@type": ["dpv:TemporalDuration"], "rdf:value": `P${months ?? 0}M` }
      : { "@type": ["dpv:UntilEventDuration"], "rdf:value": event ? spoken(event) : "withdrawal" };
  return {
    "dpv:hasPersonalData": sheet.dataCategories.map((category) => ({
      "@type": ["dpv:PersonalData"],
      "dct:identifier": category,
      ...(category === "email"
        ? { "skos:broader": ["pd:EmailAddress"], "dpv:hasNecessity": ["dpv:Required"] }
        : { "dpv:hasNecessity": ["dpv:Optional"] }),
    })),
    "dpv:hasProcessing": ["dpv:Collect", "dpv:Store", "dpv:Use", "dpv:Erase"],
    ...words(sheet.source, (text) => ({
      "dpv:hasDataSource": [{ "@type": ["dpv:DataSource"], "dct:description": text }],
    })),
    "dpv:hasStorageCondition": [
      ...[...new Set(institution.processors.map(({ country }) => country))].map((country) => ({
        "@type": ["dpv:StorageLocation"],
        ...placeOf(country),
      })),
      { "@type": ["dpv:StorageDuration"], "dpv:hasDuration": [duration] },
      {
        "@type": ["dpv:StorageDeletion"],
        "dpv:hasDuration": [{ "@type": ["dpv:TemporalDuration"], "rdf:value": `P${institution.restoreWindowDays}D` }],
      },
    ],
    "dpv:hasRecipient": [
      ...institution.processors.map((_, i) => processorIri(ctl, i)),
      ...(sheet.recipients.lv || sheet.recipients.en ? [`${base}#recipients`] : []),
    ],
    "dpv:hasJurisdiction": ["loc:EU", "loc:LV"],
    "dpv:hasApplicableLaw": ["legal-eu:law-GDPR"],
    ...(basis === "a"
      ? {
          "dpv:hasConsentControl": [
            { "@type": ["dpv:WithdrawConsent"], "dpv:isExercisedAt": [`${base}u`, `mailto:${institution.email}`] },
          ],
        }
      : {}),
    "dpv:hasRight": [...ALWAYS, ...(RIGHTS[basis ?? "c"] ?? [])].map((right) => ({
      "@type": ["dpv:DataSubjectRight", `eu-gdpr:${right}`],
      "dpv:isExercisedAt": [`${base}privacy`],
    })),
  };
}

/** What the institution says of the purpose itself. */
export function purposePart({ sheet, version }: Catalogue["purposes"][number]): Node {
  return {
    "dct:hasVersion": String(version),
    ...words(sheet.names, (text) => ({ "dct:title": text })),
    ...words(sheet.description, (text) => ({ "dct:description": text })),
  };
}

/** Everybody whom the record names. */
export function entitiesPart({ ctl, institution, purposes }: Catalogue): Node[] {
  const { names, registrationNumber, legalAddress, phone, email, dataProtectionOfficer } = institution;
  const base = ctl.split("#")[0] as string;
  const authority = institution.supervisoryAuthority;
  const recipients = purposes.map(({ sheet }) => sheet.recipients).find((text) => text.lv || text.en);
  return [
    {
      "@id": ctl,
      "@type": ["dpv:DataController"],
      ...words({ lv: names.lv.nom, en: names.en }, (text) => ({ "dpv:hasName": text })),
      "dpv:hasIdentifier": registrationNumber,
      "schema:url": base,
      "schema:contactPoint": [contact({ email, phone })],
      "schema:address": [
        { "@type": ["schema:PostalAddress"], "schema:streetAddress": legalAddress, "schema:addressCountry": "LV" },
      ],
    },
    ...(dataProtectionOfficer.name || dataProtectionOfficer.email
      ? [
          {
            "@id": `${base}#dpo`,
            "@type": ["dpv:DataProtectionOfficer"],
            "dpv:hasName": dataProtectionOfficer.name,
            "schema:contactPoint": [contact(dataProtectionOfficer)],
          },
        ]
      : []),
    {
      "@id": `${base}#authority`,
      "@type": ["dpv:DataProtectionAuthority"],
      ...words(authority.name, (text) => ({ "dpv:hasName": text })),
      ...(authority.website ? { "schema:url": authority.website } : {}),
    },
    ...institution.processors.map(({ name, country }, i) => ({
      "@id": processorIri(ctl, i),
      "@type": ["dpv:DataProcessor"],
      "dpv:hasName": name,
      "schema:address": [{ "@type": ["schema:PostalAddress"], "schema:addressCountry": country }],
    })),
    ...(recipients
      ? [
          {
            "@id": `${base}#recipients`,
            "@type": ["dpv:Recipient"],
            ...words(recipients, (text) => ({ "dct:description": text })),
          },
        ]
      : []),
  ];
}

const processorIri = (ctl: string, i: number) => `${ctl.split("#")[0]}#processor-${i + 1}`;

const contact = ({ email, phone }: { email: string; phone: string }): Node => ({
  "@type": ["schema:ContactPoint"],
  ...(email ? { "schema:email": email } : {}),
  ...(phone ? { "schema:telephone": phone } : {}),
});

const placeOf = (country: string): Node => {
  const location = LOCATIONS[country];
  return location ? { "dpv:hasLocation": [location] } : { "schema:addressCountry": country };
};

/** A text in the languages it is written in. */
function spoken(text: Both): Node[] {
  return (["lv", "en"] as const).flatMap((lang) => (text[lang] ? [{ "@value": text[lang], "@language": lang }] : []));
}

const words = (text: Both, as: (said: Node[]) => Node): Node => (text.lv || text.en ? as(spoken(text)) : {});
