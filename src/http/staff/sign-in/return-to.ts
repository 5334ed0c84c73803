/** Where to go after sign-in: a page of the desk, never another site and never the sign-in itself. */
const DESK = "/staff/";

/** The path to return to; the desk's first page for anything that is not a page of the desk. */
export function returnTo(typed: string | undefined): string {
  if (!typed?.startsWith(DESK) || typed.length > 500) return DESK;
  const origin = "https://desk.invalid";
  if (!URL.canParse(typed, origin)) return DESK;
  const url = new URL(typed, origin);
  if (url.origin !== origin || !url.pathname.startsWith(DESK)) return DESK;
  // No page of the desk has an address in its own: where somebody has put one, it is not carried on.
  if (/@|%40/i.test(typed)) return DESK;
  return /^\/staff\/sign-(in|out)(\/|$)/.test(url.pathname) ? DESK : url.pathname + url.search;
}
