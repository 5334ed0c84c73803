/** Relaxed alignment (RFC 7489 §3.1.1): the same organizational domain, by the public suffix list. */
import { expect, it } from "vitest";
import { domainOfSender, isAligned } from "../../../src/domain/institution/rules/alignment.ts";

it.each([
  ["ministry.example", "ministry.example", true],
  ["news.ministry.example", "ministry.example", true],
  ["ministry.example", "news.ministry.example", true],
  ["a.ministry.example", "b.ministry.example", true],
  ["MINISTRY.example.", "ministry.example", true],
  ["ministry.example", "other.example", false],
  ["ministry.example", "ministry.example.com", false],
  ["xministry.example", "ministry.example", false],
  // `gov.uk` and `com.lv` are public suffixes: a neighbour below one is somebody else, and nobody signs for one.
  ["one.gov.uk", "two.gov.uk", false],
  ["mail.one.gov.uk", "one.gov.uk", true],
  ["gov.uk", "one.gov.uk", false],
  ["com.lv", "com.lv", false],
  ["example", "example", false],
])("%s for a sender in %s: %s", (signing, sender, aligned) => {
  expect(isAligned(signing, sender)).toBe(aligned);
});

it("the domain of a sender is what stands behind the last @", () => {
  expect(domainOfSender("Jaunumi@Ministrija.Example")).toBe("ministrija.example");
});
