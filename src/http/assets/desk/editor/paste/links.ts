/**
 * Where a pasted link really leads. Mail programs and search pages wrap links in addresses of their own that tell them who
 * pressed; the wrapping goes. `http:` becomes `https:`, the only kind that is sent. Anything else is no link.
 */
const WRAPPED: readonly [host: RegExp, parameter: string][] = [
  [/\.safelinks\.protection\.outlook\.com$/, "url"],
  [/^www\.google\.[a-z.]+$/, "q"],
  [/^l\.facebook\.com$/, "u"],
];

/** The target, or undefined where the words lead nowhere: bookmarks of the document, files, scripts. */
export function targetOf(href: string, depth = 0): string | undefined {
  const typed = href.trim();
  if (/^mailto:[^\s@?]+@[^\s@?]+/i.test(typed)) return `mailto:${typed.slice(7).split("?")[0]}`;
  if (!/^https?:\/\//i.test(typed) || !URL.canParse(typed)) return undefined;
  const url = new URL(typed);
  const inner = WRAPPED.find(([host]) => host.test(url.hostname));
  const real = inner && (inner[1] !== "q" || url.pathname === "/url") ? url.searchParams.get(inner[1]) : null;
  if (real && depth < 3) return targetOf(real, depth + 1);
  if (url.username || url.password || !url.hostname.includes(".")) return undefined;
  return url.href.replace(/^http:/, "https:");
}
