/** Placeholder until the ramps are computed: see step 2. */
export function themePath(look: { link: string; accent: string }): string {
  return `/assets/theme.css?v=${`${look.link}-${look.accent}`.replaceAll("#", "")}`;
}
