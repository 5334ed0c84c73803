/**
 * A person's name as a mail may show it: exactly as it was written, after a label and in the nominative. The program never
 * inflects a name and never guesses whether it is a man's or a woman's, so a name stands in no greeting. Lists of offices hold
 * all sorts of things in the column of names; what does not look like one is left out. Pure.
 */

const MOST = 80;

/** The name in NFC with single spaces; undefined for what is no name (an address, a number, a web address, a sentence). */
export function shownName(written: string): string | undefined {
  const name = written.normalize("NFC").replace(/\s+/g, " ").trim();
  if (name.length < 2 || name.length > MOST) return undefined;
  // Letters of any script with their marks; between them what names have: spaces, hyphens, apostrophes, points, commas.
  return /^\p{L}[\p{L}\p{M}]*(?:[ .,’'‑-]+\p{L}[\p{L}\p{M}]*)*\.?$/u.test(name) && !/\.\p{Ll}{2,}/u.test(name)
    ? name
    : undefined;
}
