/**
 * The institution's two colours as a style sheet: `link` colours links and buttons, `accent` the mark and the rule.
 * Desk and public pages take the same values. Whatever colours an office types, text stays readable (4.5 : 1 on every
 * ground it stands on, WCAG 2.2 SC 1.4.3) and edges visible (3 : 1, SC 1.4.11): the lightness gives way, not the hue.
 * Pure: the same colours give the same bytes.
 */
import { contrast, fromOklch, isColour, type Oklch, readable, toOklch } from "./colour.ts";

export interface Look {
  link: string;
  accent: string;
}

/** Where nothing is chosen yet: flax blue and carmine. */
export const DEFAULT_LOOK: Look = { link: "#1e4577", accent: "#9d2b38" };

/** Grounds that text of the link colour stands on. */
const LIGHT = ["#ffffff", "#faf8f4", "#f1ede5"];
const DARK = ["#14171c", "#1c2027", "#23282f", "#282f34"];

/** Version of what this file makes of two colours; part of the address, so that caches notice. */
const VERSION = 1;

const known = (look: Look): Look => ({
  link: isColour(look.link) ? look.link.toLowerCase() : DEFAULT_LOOK.link,
  accent: isColour(look.accent) ? look.accent.toLowerCase() : DEFAULT_LOOK.accent,
});

/** What a `theme.css` was made from: changes with the colours, so that it may be cached for ever. */
export function themeVersion(look: Look): string {
  const { link, accent } = known(look);
  return `${VERSION}-${link.slice(1)}-${accent.slice(1)}`;
}

export const themePath = (look: Look) => `/assets/theme.css?v=${themeVersion(look)}`;

/** Custom properties of one scheme. */
export type Palette = Record<string, string>;

/** Steps of one hue: lightness and share of the colour's own chroma. */
const RAMP = {
  light: {
    "background-tinted": [0.965, 0.1],
    "surface-tinted": [0.93, 0.17],
    "surface-hover": [0.89, 0.26],
    "surface-active": [0.85, 0.34],
    "border-subtle": [0.78, 0.45],
    "border-default": [0.57, 0.8],
  },
  dark: {
    "background-default": [0.2, 0.3],
    "background-tinted": [0.235, 0.32],
    "surface-default": [0.27, 0.36],
    "surface-tinted": [0.3, 0.4],
    "surface-hover": [0.335, 0.42],
    "surface-active": [0.39, 0.45],
    "border-subtle": [0.45, 0.5],
    "border-default": [0.62, 0.55],
  },
} as const;

function ramp(hue: Oklch, scheme: "light" | "dark"): Palette {
  const out: Palette = {};
  for (const [role, [l, share]] of Object.entries(RAMP[scheme])) {
    out[`--ds-color-accent-${role}`] = fromOklch({ ...hue, l, c: hue.c * share });
  }
  return out;
}

/** Black or white, whichever is read better on this colour. */
const on = (colour: string) => (contrast(colour, "#ffffff") >= contrast(colour, "#000000") ? "#ffffff" : "#000000");

/** A button when pointed at or pressed: further from its ground, or nearer where there is no further. */
function shades(base: string, away: -1 | 1): [string, string] {
  const { l, c, h } = toOklch(base);
  const direction = (l < 0.3 && away < 0) || (l > 0.92 && away > 0) ? -away : away;
  const label = on(base);
  const shade = (by: number) => {
    for (let d = by; d > 0; d -= 0.01) {
      const found = fromOklch({ l: l + direction * d, c, h });
      if (contrast(found, label) >= 4.5) return found;
    }
    return base;
  };
  return [shade(0.07), shade(0.13)];
}

/** All themed properties of a scheme. */
export function palette(look: Look, scheme: "light" | "dark"): Palette {
  const chosen = known(look);
  const hue = toOklch(chosen.link);
  const steps = ramp(hue, scheme);
  const tint = steps["--ds-color-accent-surface-tinted"] as string;
  const light = scheme === "light";
  const link = light
    ? readable(hue, [...LIGHT, tint], 4.5, "dark")
    : readable({ ...hue, l: Math.max(hue.l, 0.8), c: hue.c * 0.75 }, [...DARK, tint], 4.5, "light");
  const [hover, active] = shades(link, light ? -1 : 1);
  const accent = toOklch(chosen.accent);
  const carmine = light
    ? readable(accent, LIGHT, 4.5, "dark")
    : readable({ ...accent, l: Math.max(accent.l, 0.74), c: accent.c * 0.75 }, DARK, 4.5, "light");
  const rule = light ? chosen.accent : readable(accent, DARK.slice(0, 2), 2.4, "light");
  return {
    "--flax": link,
    "--flax-hover": hover,
    "--flax-active": active,
    "--flax-on": on(link),
    "--flax-tint": tint,
    "--carmine": carmine,
    "--carmine-rule": rule,
    ...steps,
    "--ds-color-accent-border-strong": link,
    "--ds-color-accent-text-subtle": link,
    "--ds-color-accent-text-default": readable(
      { ...hue, l: light ? 0.32 : 0.93, c: hue.c * 0.6 },
      [tint],
      7,
      light ? "dark" : "light",
    ),
    "--ds-color-accent-base-default": link,
    "--ds-color-accent-base-hover": hover,
    "--ds-color-accent-base-active": active,
    "--ds-color-accent-base-contrast-default": on(link),
    "--ds-color-accent-base-contrast-subtle": on(link),
  };
}

const block = (selector: string, properties: Palette) =>
  `${selector}{${Object.entries(properties)
    .map(([name, value]) => `${name}:${value}`)
    .join(";")}}`;

/** The style sheet. On paper only the mark keeps its colour. */
export function themeSheet(look: Look): string {
  const light = palette(look, "light");
  return [
    block(":root", { "--carmine-rule": light["--carmine-rule"] as string }),
    `@media screen{${block(":root", light)}}`,
    `@media screen and (prefers-color-scheme:dark){${block(':root:not([data-color-scheme="light"])', palette(look, "dark"))}}`,
    "",
  ].join("\n");
}
