import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shownName } from "../../../src/domain/people/rules/name.ts";

describe("the name that a mail shows", () => {
  it.each([
    ["Līga Paraudziņa", "Līga Paraudziņa"],
    ["  Jānis   Bērziņš-Kalniņš ", "Jānis Bērziņš-Kalniņš"],
    ["Seán O’Brien", "Seán O’Brien"],
    ["J. R. Smits", "J. R. Smits"],
    ["Kalniņa, Anna", "Kalniņa, Anna"],
    ["Іван Петренко", "Іван Петренко"],
    ["李小龙", "李小龙"],
  ])("%j stands as it was written", (written, shown) => expect(shownName(written)).toBe(shown));

  it.each([
    "",
    "A",
    "anna@pasts.example",
    "https://spam.example/x",
    "spam.example",
    "+371 20000000",
    "Anna 1985",
    "<b>Anna</b>",
    "{{name}}",
    "Laimējiet! Spiediet šeit",
    "x".repeat(81),
    "Anna\u0000Bērziņa",
  ])("%j is no name and is left out", (written) => expect(shownName(written)).toBeUndefined());

  it("is never anything but letters and what stands between them, whatever a list holds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (written) => {
        const shown = shownName(written);
        if (shown !== undefined) expect(shown).toMatch(/^[\p{L}\p{M} .,’'‑-]+$/u);
      }),
    );
  });
});
