import { describe, expect, it } from "vitest";
import { contradictions } from "../../../../src/domain/proofs/rules/dpv/compare.ts";
import type { Node } from "../../../../src/domain/proofs/rules/dpv/context.ts";
import { recordView } from "../../../../src/domain/proofs/rules/dpv/record.ts";
import { CATALOGUE, EVENTS, OBJECTION } from "./sample.ts";

const record = () => JSON.parse(JSON.stringify(recordView(EVENTS, CATALOGUE))) as Record<string, never>;
const changed = (change: (view: Record<string, never> & Node) => void) => {
  const view = record();
  change(view);
  return contradictions(view, EVENTS);
};
// biome-ignore lint/suspicious/noExplicitAny: a view taken apart by hand
const any = (value: unknown) => value as any;

describe("a record beside its events", () => {
  it("agrees with them, whatever the institution says of itself", () => {
    expect(contradictions(record(), EVENTS)).toEqual([]);
    expect(contradictions(recordView([OBJECTION], CATALOGUE), [OBJECTION])).toEqual([]);
    expect(changed((view) => (any(view)["dpv:hasEntity"][0]["schema:contactPoint"] = []))).toEqual([]);
  });

  it.each<[string, (view: Node) => void, string]>([
    [
      "a time",
      (v) => (any(v)["dpv:hasConsentStatus"][1]["dpv:isIndicatedAtTime"] = "2026-11-21T09:00:00.000Z"),
      "dpv:hasConsentStatus",
    ],
    ["a state", (v) => (any(v)["dpv:hasConsentStatus"][3]["@type"] = ["dpv:ConsentGiven"]), "dpv:hasConsentStatus"],
    ["a state left out", (v) => any(v)["dpv:hasConsentStatus"].pop(), "dpv:hasConsentStatus"],
    [
      "a state added",
      (v) => any(v)["dpv:hasConsentStatus"].push({ "@type": ["dpv:ConsentGiven"] }),
      "dpv:hasConsentStatus",
    ],
    ["who vouches", (v) => (any(v)["dpv:hasConsentStatus"][1]["own:vouchedBy"] = "person"), "dpv:hasConsentStatus"],
    ["the text shown", (v) => (any(v)["dpv:hasNotice"][0]["@id"] = `ni:///sha-256;${"A".repeat(43)}`), "dpv:hasNotice"],
    [
      "the purpose",
      (v) => (any(v)["dpv:hasProcess"][0]["dpv:hasPurpose"][0]["dct:identifier"] = "cits"),
      "dpv:hasProcess",
    ],
    ["the basis", (v) => (any(v)["dpv:hasProcess"][0]["dpv:hasLegalBasis"] = ["eu-gdpr:A6-1-e"]), "dpv:hasProcess"],
    [
      "the controller",
      (v) => (any(v)["dpv:hasProcess"][0]["dpv:hasDataController"] = ["https://cits.example/#org"]),
      "dpv:hasProcess",
    ],
    ["the person", (v) => (any(v)["dpv:hasDataSubject"][0]["@id"] = "urn:uuid:x"), "dpv:hasDataSubject"],
    [
      "the meaning of a name",
      (v) => (any(v)["@context"]["dpv:hasConsentStatus"] = { "@id": "dpv:hasNotice" }),
      "@context",
    ],
    ["another member", (v) => (any(v)["dpv:hasStatus"] = "dpv:ConsentGiven"), "dpv:hasStatus"],
    [
      "a state said elsewhere",
      (v) =>
        any(v)["dpv:hasEntity"].push({
          "@id": any(v)["dpv:hasConsentStatus"][3]["@id"],
          "@type": ["dpv:ConsentGiven"],
        }),
      "dpv:hasEntity",
    ],
    ["a nested meaning", (v) => (any(v)["dpv:hasEntity"][0]["@context"] = { dpv: "urn:x#" }), "dpv:hasEntity"],
    [
      "a state nested in a right",
      (v) => (any(v)["dpv:hasProcess"][0]["dpv:hasRight"][0]["dpv:hasConsentStatus"] = []),
      "dpv:hasEntity",
    ],
  ])("is found to differ by %s", (_, change, member) => {
    expect(changed(change)).toContain(member);
  });

  it("reads anything without falling over", () => {
    for (const view of [
      null,
      1,
      "x",
      [],
      {},
      { "dpv:hasProcess": 1 },
      { "dpv:hasProcess": [null, { "dpv:hasPurpose": [1] }] },
    ])
      expect(contradictions(view, EVENTS)).not.toEqual([]);
    expect(contradictions(record(), [])).not.toEqual([]);
  });
});
