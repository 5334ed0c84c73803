import { describe, expect, it } from "vitest";
import { LINK_LIFE_MS, linkIsDue, mayMailLink } from "../../../src/domain/me/rules.ts";

const NOW = Date.UTC(2026, 10, 22, 8);
const HOUR = 3_600_000;

describe("who may be mailed the link of his page", () => {
  it.each([
    ["somebody on a list", { held: true, kept: false, silent: false }, true],
    ["somebody on a list who complained about another one", { held: true, kept: true, silent: true }, true],
    ["somebody who left", { held: false, kept: true, silent: false }, true],
    ["somebody who asked for silence", { held: false, kept: true, silent: true }, false],
    ["nobody we know", { held: false, kept: false, silent: false }, false],
  ] as const)("%s", (_, facts, may) => expect(mayMailLink(facts)).toBe(may));
});

describe("how often", () => {
  const mail = (hoursAgo: number, ownPage: boolean) => ({
    at: NOW - hoursAgo * HOUR,
    listIds: [],
    campaignIds: [],
    ownPage,
  });

  it("not while a link still works, and again as soon as it does not: the page that offers a new one keeps its word", () => {
    expect(linkIsDue([], NOW)).toBe(true);
    expect(linkIsDue([{ ...mail(0, true), at: NOW - LINK_LIFE_MS + 1 }], NOW)).toBe(false);
    expect(linkIsDue([mail(1, true)], NOW)).toBe(true);
    expect(linkIsDue([mail(0.1, false)], NOW)).toBe(true);
  });

  it("at most three links in seven days that nobody used; sign-ups, which anybody can type, keep nobody from his page", () => {
    const three = [mail(30, true), mail(60, true), mail(167, true)];
    expect(linkIsDue(three, NOW)).toBe(false);
    expect(linkIsDue([...three.slice(0, 2), mail(168, true)], NOW)).toBe(true);
    expect(linkIsDue([mail(1, false), mail(30, false), mail(60, false)], NOW)).toBe(true);
  });
});
