import jsonld from "jsonld";
import { describe, expect, it } from "vitest";
import { CONTEXT, type Node, viewText } from "../../../../src/domain/proofs/rules/dpv/context.ts";
import { recordView } from "../../../../src/domain/proofs/rules/dpv/record.ts";
import { CATALOGUE, CTL, EVENTS, eventOf, OBJECTION, REC, SUBJECT } from "./sample.ts";
import { GUIDE_ONLY, termsOf, unknownTerms, VOCABULARY } from "./vocabulary.ts";

/** Whoever asks for a context on the network has broken the record. */
const offline = async (url: string): Promise<never> => {
  throw new Error(`asked for ${url}`);
};
const strict = { safe: true, documentLoader: offline };
const expand = async (view: Node) => (await jsonld.expand(view, strict)) as Record<string, unknown>[];
const quads = async (view: Node) =>
  String(await jsonld.toRDF(view, { ...strict, format: "application/n-quads" }))
    .split("\n")
    .filter(Boolean);
const DPV = "https://w3id.org/dpv#";
const record = recordView(EVENTS, CATALOGUE);

describe("the record", () => {
  it("expands in safe mode with nothing dropped and nothing fetched", async () => {
    const [node] = await expand(record);
    expect(node?.["@type"]).toEqual([`${DPV}ConsentRecord`]);
    expect(node?.["http://purl.org/dc/terms/conformsTo"]).toEqual([
      { "@id": "https://w3id.org/dpv/schema/dpv-27560#record-eu-gdpr" },
    ]);
    expect((await quads(record)).length).toBeGreaterThan(77);
    for (const context of Object.values(CONTEXT)) expect(String(context)).not.toMatch(/context/);
  });

  it("names only terms that DPV 2.3 has", () => {
    for (const view of [record, recordView([OBJECTION], CATALOGUE)]) {
      expect(unknownTerms(view)).toEqual([]);
      expect(termsOf(view).size).toBeGreaterThan(40);
    }
  });

  it("would be told of every term that the guide invents", () => {
    expect(GUIDE_ONLY).toHaveLength(20);
    expect(unknownTerms({ [`${GUIDE_ONLY[0]}`]: GUIDE_ONLY.slice(1) }).sort()).toEqual([...GUIDE_ONLY].sort());
    for (const names of Object.values(VOCABULARY)) expect(names.size).toBeGreaterThan(0);
  });

  it("lets no term stand as a piece of text", async () => {
    const literals = (await quads(record)).filter((quad) => /"(?:dpv|pd|loc|eu-gdpr|legal-eu|own):/.test(quad));
    expect(literals).toEqual([]);
  });

  it("repeats no member: what there may be several of is a list", () => {
    const text = viewText(record);
    expect(JSON.parse(text)).toEqual(record);
    for (const name of [
      "dpv:hasProcess",
      "dpv:hasConsentStatus",
      "dpv:hasNotice",
      "dpv:hasEntity",
      "dpv:hasDataSubject",
    ])
      expect([name, Array.isArray(record[name])]).toEqual([name, true]);
  });

  it("carries what the profile must have", async () => {
    const [node] = await expand(record);
    const members = [
      "http://purl.org/dc/terms/conformsTo",
      "http://purl.org/dc/terms/identifier",
      ...["hasIdentifier", "hasDataSubject", "hasNotice", "hasProcess", "hasEntity", "hasConsentStatus"].map(
        (n) => DPV + n,
      ),
    ];
    expect(members.filter((member) => node?.[member] === undefined)).toEqual([]);
    const [process] = (node?.[`${DPV}hasProcess`] ?? []) as Record<string, unknown>[];
    const must =
      "hasPurpose hasPersonalData hasProcessing hasStorageCondition hasDataController hasRecipient hasLegalBasis hasJurisdiction hasApplicableLaw hasConsentControl hasRight";
    expect(must.split(" ").filter((name) => process?.[DPV + name] === undefined)).toEqual([]);
  });

  it("tells the states in their order, when, by whom and how", () => {
    const statuses = record["dpv:hasConsentStatus"] as Node[];
    expect(statuses.map((s) => [s["@type"], s["dpv:isIndicatedAtTime"], s["dpv:isIndicatedBy"]])).toEqual([
      [["dpv:ConsentRequested"], "2026-11-22T08:58:00.000Z", [CTL]],
      [["dpv:ConsentGiven", "dpv:ExpressedConsent"], "2026-11-22T09:00:00.000Z", [`urn:uuid:${SUBJECT}`]],
      [["dpv:RenewedConsentGiven", "dpv:ExpressedConsent"], "2027-01-10T12:00:00.000Z", [`urn:uuid:${SUBJECT}`]],
      [["dpv:ConsentWithdrawn"], "2027-05-02T07:30:00.000Z", [`urn:uuid:${SUBJECT}`]],
    ]);
    expect(statuses[1]).toMatchObject({
      "dpv:hasIndicationMethod": "double-opt-in.post",
      "dpv:hasDuration": [{ "@type": ["dpv:UntilEventDuration"], "rdf:value": "withdrawal" }],
      "own:evidenceClass": "doi",
      "own:vouchedBy": "holder",
    });
    expect(JSON.stringify(record)).not.toContain("EndlessDuration");
  });

  it("never says that a person did what only staff wrote down", () => {
    const told = eventOf({ typ: "consent.refused", at: 0, method: "staff.phone", channel: "staff", by: "staff:x" });
    const [status] = recordView([told], CATALOGUE)["dpv:hasConsentStatus"] as Node[];
    expect(status).toMatchObject({ "dpv:isIndicatedBy": [CTL], "own:vouchedBy": "institution" });
    const complaint = eventOf({ typ: "consent.withdrawn", at: 0, method: "provider.complaint", channel: "provider" });
    const [reported] = recordView([complaint], CATALOGUE)["dpv:hasConsentStatus"] as Node[];
    expect(reported).toMatchObject({ "dpv:isIndicatedBy": [CTL], "own:vouchedBy": "provider" });
  });

  it("calls an objection a right that was used, and claims no profile of consent for it", () => {
    const view = recordView([OBJECTION], CATALOGUE);
    expect(view).toMatchObject({
      "@type": ["dpv:DataProcessingRecord"],
      "own:objection": [{ "@type": ["dpv:DataSubjectRight", "eu-gdpr:A21"] }],
    });
    expect(view["dct:conformsTo"]).toBeUndefined();
    expect(view["dpv:hasConsentStatus"]).toBeUndefined();
  });

  it("claims no profile where no text was shown", () => {
    const bare = recordView([eventOf({ typ: "consent.refused", at: 0, channel: "one-click" })], CATALOGUE);
    expect([bare["@type"], bare["dct:conformsTo"], bare["dpv:hasNotice"]]).toEqual([
      ["dpv:ConsentRecord"],
      undefined,
      undefined,
    ]);
  });

  it("is the same bytes for the same input, and holds no address", () => {
    expect(viewText(recordView(EVENTS, CATALOGUE))).toBe(viewText(record));
    expect(viewText(record)).toContain(REC);
    expect(viewText(record)).not.toContain("anna@pasts.example");
  });
});
