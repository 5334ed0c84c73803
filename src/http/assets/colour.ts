/**
 * Colour arithmetic for the theme: sRGB and OKLCH (Björn Ottosson, 2020), WCAG 2.2 contrast. Pure.
 * A colour is `#rrggbb`, lower-case.
 */

export interface Oklch {
  /** 0 black … 1 white. */
  l: number;
  /** 0 grey … about 0.37. */
  c: number;
  /** Hue, degrees. */
  h: number;
}

/** Tells a colour that the theme accepts; nothing else ever reaches a style sheet. */
export const isColour = (text: string) => /^#[0-9a-f]{6}$/i.test(text);

const linear = (v: number) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
const encoded = (v: number) => (v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055);

function channels(colour: string): [number, number, number] {
  if (!isColour(colour)) throw new RangeError("a colour is written #rrggbb");
  const n = Number.parseInt(colour.slice(1), 16);
  return [linear((n >> 16) / 255), linear(((n >> 8) & 255) / 255), linear((n & 255) / 255)];
}

/** Relative luminance, 0 to 1 (WCAG 2.2). */
export function luminance(colour: string): number {
  const [r, g, b] = channels(colour);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio, 1 to 21 (WCAG 2.2). */
export function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

export function toOklch(colour: string): Oklch {
  const [r, g, b] = channels(colour);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a2 = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const b2 = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return {
    l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    c: Math.hypot(a2, b2),
    h: (Math.atan2(b2, a2) * 180) / Math.PI,
  };
}

function toLinear({ l, c, h }: Oklch): [number, number, number] {
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const l3 = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m3 = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s3 = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l3 - 3.3077115913 * m3 + 0.2309699292 * s3,
    -1.2684380046 * l3 + 2.6097574011 * m3 - 0.3413193965 * s3,
    -0.0041960863 * l3 - 0.7034186147 * m3 + 1.707614701 * s3,
  ];
}

/** The nearest colour a screen can show: the hue and lightness stay, the chroma gives way. */
export function fromOklch(wanted: Oklch): string {
  let colour = wanted;
  for (let i = 0; i < 60 && toLinear(colour).some((v) => v < -0.0005 || v > 1.0005); i++) {
    colour = { ...colour, c: colour.c * 0.94 };
  }
  const hex = toLinear(colour).map((v) => Math.round(encoded(Math.min(1, Math.max(0, v))) * 255));
  return `#${hex.map((v) => v.toString(16).padStart(2, "0")).join("")}`;
}

/** Moves the lightness of a colour, darker or lighter, until it stands out from every ground; black or white at last. */
export function readable(colour: Oklch, grounds: readonly string[], ratio: number, towards: "dark" | "light"): string {
  const step = towards === "dark" ? -0.01 : 0.01;
  for (let l = colour.l; l > 0 && l < 1; l += step) {
    const found = fromOklch({ ...colour, l });
    if (grounds.every((ground) => contrast(found, ground) >= ratio)) return found;
  }
  return towards === "dark" ? "#000000" : "#ffffff";
}
