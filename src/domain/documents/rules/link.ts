/** Where a link of an author may lead. Pure. */
import { isRefusal } from "../../../refusal.ts";
import { normaliseAddress } from "../../people/rules.ts";

/** A link's target in its one spelling, or undefined: https without a password in it, or mailto with one address. */
export function linkTarget(typed: string): string | undefined {
  const mail = /^mailto:([^?]+)$/i.exec(typed)?.[1];
  if (mail !== undefined) {
    const to = normaliseAddress(mail);
    return isRefusal(to) || !/^[\w.+-]+@/.test(to.address) ? undefined : `mailto:${to.address}`;
  }
  if (!/^https:\/\/[^\s\p{Cc}]+$/iu.test(typed) || !URL.canParse(typed)) return undefined;
  const url = new URL(typed);
  return url.username || url.password || !url.hostname.includes(".") ? undefined : url.href;
}
