/** Short names in addresses: `Nedēļas apskats` → `nedelas-apskats`. */

/** Lower-case ASCII words joined by hyphens, at most 60 characters; `fallback` where nothing is left. Not in `taken`. */
export function slugFor(name: string, taken: readonly string[], fallback: string): string {
  const plain =
    name
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 60)
      .replace(/-+$/, "") || fallback;
  for (let n = 1; ; n++) {
    const slug = n === 1 ? plain : `${plain}-${n}`;
    if (!taken.includes(slug)) return slug;
  }
}
