/**
 * Links that belong to one person or to staff: whoever puts one of his own into a text for everybody, by copying it from a
 * mail that came to him, gives all readers his refusal, his answer or his page. Pure.
 */

/** First parts of the paths that tokens, sessions or the desk stand behind (app.ts: doors "links", "staff"). */
const PERSONAL = new Set(["u", "r", "c", "n", "q", "o", "me", "return", "staff"]);
/** A link token: 53 bytes in base64url (platform/tokens.ts). */
const TOKEN = /^[\w-]{71}$/;
const hostOf = (url: URL) => url.hostname.replace(/\.$/, "");

/** Whether a link leads to a page of one person at our own host, in whatever spelling and over whatever port. */
export function isPersonalLink(href: string, publicUrl: string): boolean {
  if (!URL.canParse(href)) return false;
  const url = new URL(href);
  if (!/^https?:$/.test(url.protocol) || hostOf(url) !== hostOf(new URL(publicUrl))) return false;
  const parts = decoded(url.pathname).split("/").filter(Boolean);
  if (PERSONAL.has(parts[0]?.toLowerCase() ?? "")) return true;
  return [...parts, ...decoded(url.search + url.hash).split(/[^\w-]/)].some((part) => TOKEN.test(part));
}

/** Whatever a mail program would make such a link of in plain words: with a scheme or without. */
export function personalLinksIn(words: string, publicUrl: string): string[] {
  const host = hostOf(new URL(publicUrl)).replaceAll(".", "\\.");
  const said = words.match(new RegExp(`(?<![\\w.-])${host}\\.?(:\\d+)?/[^\\s<>"„”“]+`, "giu")) ?? [];
  return said
    .map((one) => `https://${one.replace(/[).,;:!?'…]+$/u, "")}`)
    .filter((one) => isPersonalLink(one, publicUrl));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
