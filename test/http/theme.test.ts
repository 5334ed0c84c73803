import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contrast, fromOklch, isColour, toOklch } from "../../src/http/assets/colour.ts";
import { DEFAULT_LOOK, palette, themePath, themeSheet } from "../../src/http/assets/theme.ts";

const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, "0")}`);
const grounds = {
  light: ["#ffffff", "#faf8f4", "#f1ede5"],
  dark: ["#14171c", "#1c2027", "#23282f"],
};

describe("theme of an institution", () => {
  it("keeps links, button labels and quotation marks readable whatever colours an office types", () => {
    fc.assert(
      fc.property(colour, colour, (link, accent) => {
        for (const scheme of ["light", "dark"] as const) {
          const p = palette({ link, accent }, scheme);
          const at = (name: string) => p[name] as string;
          for (const ground of [...grounds[scheme], at("--flax-tint")]) {
            expect(contrast(at("--flax"), ground), `${scheme} link on ${ground}`).toBeGreaterThanOrEqual(4.5);
          }
          for (const ground of grounds[scheme]) expect(contrast(at("--carmine"), ground)).toBeGreaterThanOrEqual(4.5);
          for (const button of ["--flax", "--flax-hover", "--flax-active"]) {
            expect(contrast(at("--flax-on"), at(button)), `${scheme} label on ${button}`).toBeGreaterThanOrEqual(4.5);
          }
          expect(
            contrast(at("--ds-color-accent-text-default"), at("--ds-color-accent-surface-tinted")),
          ).toBeGreaterThanOrEqual(4.5);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("leaves a readable colour as the office typed it", () => {
    expect(palette({ link: "#1E4577", accent: "#9d2b38" }, "light")).toMatchObject({
      "--flax": "#1e4577",
      "--carmine-rule": "#9d2b38",
      "--flax-on": "#ffffff",
    });
  });

  it("takes nothing but #rrggbb into a style sheet", () => {
    const sheet = themeSheet({ link: "red;} body{display:none", accent: "#12345" });
    expect(sheet).toBe(themeSheet(DEFAULT_LOOK));
    for (const [, value] of sheet.matchAll(/--[a-z-]+:([^;}]+)/g)) expect(isColour(value ?? "")).toBe(true);
  });

  it("has an address that changes with the colours", () => {
    expect(themePath({ link: "#000001", accent: "#000002" })).not.toBe(
      themePath({ link: "#000002", accent: "#000001" }),
    );
    expect(themePath(DEFAULT_LOOK)).toMatch(/^\/assets\/theme\.css\?v=[0-9a-f-]+$/);
  });

  it("converts colours there and back", () => {
    fc.assert(
      fc.property(colour, (c) => {
        expect(fromOklch(toOklch(c))).toBe(c);
      }),
    );
  });
});
