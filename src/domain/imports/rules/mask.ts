/** A name in a sample: enough of it to see that its letters are right, and not whose it is. Pure. */

/** `Ēriks Bērziņš` → `Ēri•• Bēr••`. */
export function maskName(name: string): string {
  return name
    .split(" ")
    .filter(Boolean)
    .map((word) => `${word.slice(0, Math.min(3, Math.floor(word.length / 2)))}••`)
    .join(" ");
}
