/**
 * The institution's link colour, made legible (WCAG 2.2, 1.4.3): as it is where it reaches 4.5:1 on both grounds of a
 * mail, darkened until it does; and its light twin for dark mode. Pure; the same hue is kept.
 */

/** Ground of the foot; the card is white, where every contrast is higher. */
const LINEN = "#f1ede5";
const DARK_CARD = "#1c2027";

/** The colour on the linen ground, at least 4.5:1. */
export function onLight(colour: string): string {
  const [h, s, l] = hsl(colour);
  for (let light = l; ; light -= 0.01) {
    const found = fromHsl(h, s, Math.max(light, 0));
    if (contrast(found, LINEN) >= 4.5 || light <= 0) return light === l ? colour.toLowerCase() : found;
  }
}

/** The twin of the colour on the dark card, at least 8:1. */
export function onDark(colour: string): string {
  const [h, s, l] = hsl(colour);
  for (let light = Math.max(l, 0.5); ; light += 0.01) {
    const found = fromHsl(h, Math.min(s, 0.7), Math.min(light, 1));
    if (contrast(found, DARK_CARD) >= 8 || light >= 1) return found;
  }
}

/** WCAG contrast ratio of two colours like `#1e4577`. */
export function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function channels(colour: string): [number, number, number] {
  const at = (i: number) => Number.parseInt(colour.slice(i, i + 2), 16) / 255;
  return [at(1), at(3), at(5)];
}

function luminance(colour: string): number {
  const [r, g, b] = channels(colour).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
  ];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function hsl(colour: string): [number, number, number] {
  const [r, g, b] = channels(colour);
  const max = Math.max(r, g, b);
  const min = Math.min(r, g, b);
  const l = (max + min) / 2;
  const d = max - min;
  if (d === 0) return [0, 0, l];
  const s = d / (1 - Math.abs(2 * l - 1));
  const h = max === r ? ((g - b) / d + 6) % 6 : max === g ? (b - r) / d + 2 : (r - g) / d + 4;
  return [h * 60, s, l];
}

function fromHsl(h: number, s: number, l: number): string {
  const a = s * Math.min(l, 1 - l);
  const at = (n: number) => {
    const k = (n + h / 30) % 12;
    const c = l - a * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    return Math.round(c * 255)
      .toString(16)
      .padStart(2, "0");
  };
  return `#${at(0)}${at(8)}${at(4)}`;
}
